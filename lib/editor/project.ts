/**
 * A project as the browser keeps it: the composition, and beside it what is the editor's alone, so that nothing of the editor is written into the
 * composition. Markers and locked tracks are here; a hidden or muted track is not: it says so in its elements' own `visible` and `muted`
 * (`setHidden`, `setMuted`), as the preview and whoever renders the JSON must see the same.
 */
import { z } from 'zod';
import type { CompositionProblem } from '#lib/composition/composition-problem';
import { parseDocument } from '#lib/editor/editor-state';
import type { Composition } from '#lib/composition/schema/composition';

export const PROJECT_VERSION = 1;

/** Of projects and of markers. */
export const NAME_LENGTH_MAX = 200;
export const MARKERS_MAX = 500;
/** What the markers may be told apart by; the first is a new one's. */
export const MARKER_COLORS = ['#f59e0b', '#ef4444', '#ec4899', '#8b5cf6', '#3b82f6', '#22c55e'] as const;

const markerSchema = z.strictObject({ id: z.string().min(1), seconds: z.number().min(0), label: z.string().max(NAME_LENGTH_MAX), color: z.string().max(20) });

const projectSchema = z.strictObject({
  version: z.literal(PROJECT_VERSION),
  id: z.string().min(1),
  name: z.string().min(1).max(NAME_LENGTH_MAX),
  /** The composition's text, so that what was opened and not touched is saved as it was, spaces included. */
  compositionText: z.string(),
  markers: z.array(markerSchema).max(MARKERS_MAX),
  /** Tracks whose clips are not moved by accident; numbers of the composition itself. */
  lockedTracks: z.array(z.int()),
  /** Of the clock on the wall, as given. */
  createdAtMs: z.number(),
  updatedAtMs: z.number(),
});

export type Project = z.infer<typeof projectSchema>;
export type Marker = z.infer<typeof markerSchema>;

export interface NewProject {
  id: string;
  name: string;
  composition: Composition;
  nowMs: number;
}

export function createProject({ id, name, composition, nowMs }: NewProject): Project {
  return { version: PROJECT_VERSION, id, name, compositionText: writeComposition(composition), markers: [], lockedTracks: [], createdAtMs: nowMs, updatedAtMs: nowMs };
}

/** The canvases a new project offers. */
export const CANVAS_PRESETS = [
  { id: 'landscape', label: '16:9', width: 1920, height: 1080 },
  { id: 'portrait', label: '9:16', width: 1080, height: 1920 },
  { id: 'square', label: '1:1', width: 1080, height: 1080 },
  { id: 'feed', label: '4:5', width: 1080, height: 1350 },
] as const;

/** A document without elements. */
export function emptyComposition(width: number, height: number): Composition {
  return { width, height, elements: [] };
}

export type ProjectResult = { ok: true; project: Project; composition: Composition } | { ok: false; problems: CompositionProblem[] };

/** What was stored, or one problem at least: nothing is repaired silently. */
export function parseProject(value: unknown): ProjectResult {
  const parsed = projectSchema.safeParse(value);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(({ path, message, code }) => ({ path: path.join('.'), message, code })) };
  const result = readCompositionText(parsed.data.compositionText);
  return result.ok ? { ok: true, project: parsed.data, composition: result.composition } : result;
}

/** A document's text; text that is no JSON is one problem. */
export function readCompositionText(text: string): { ok: true; composition: Composition } | { ok: false; problems: CompositionProblem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problems: [{ path: '', message: 'must be JSON', code: 'invalid_json' }] };
  }
  const result = parseDocument(value);
  return result.ok ? { ok: true, composition: result.state.composition } : result;
}

/** Readable, keys in the order they were written. */
export function writeComposition(composition: Composition): string {
  return `${JSON.stringify(composition, null, 2)}\n`;
}

/** The composition a project was opened with, and the very text it was read from. */
export interface OpenedComposition {
  composition: Composition;
  text: string;
}

/** With the composition as it is now. What was opened, or brought back by undo, is saved to the byte as it was. */
export function withComposition(project: Project, composition: Composition, { opened, nowMs }: { opened: OpenedComposition; nowMs: number }): Project {
  const compositionText = composition === opened.composition ? opened.text : writeComposition(composition);
  return compositionText === project.compositionText ? project : { ...project, compositionText, updatedAtMs: nowMs };
}

/** In the order of time; two at one moment are one. The same list when there are as many as a project may have. */
export function addMarker(markers: readonly Marker[], marker: Marker): readonly Marker[] {
  const others = markers.filter(({ seconds }) => seconds !== marker.seconds);
  return others.length >= MARKERS_MAX ? markers : [...others, marker].toSorted((a, b) => a.seconds - b.seconds);
}

export function moveMarker(markers: readonly Marker[], id: string, seconds: number): Marker[] {
  return markers.map((marker) => (marker.id === id ? { ...marker, seconds: Math.max(0, seconds) } : marker)).toSorted((a, b) => a.seconds - b.seconds);
}
