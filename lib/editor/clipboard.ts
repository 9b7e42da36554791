/**
 * Copied elements as text for the system's clipboard: plain JSON of the composition's own language, so that it can be pasted between projects, into a
 * file, and back. Reads as well a composition, a list of elements or one element that somebody copied elsewhere.
 */
import { parseComposition } from '#lib/composition/parse';
import type { SourceSecondsOf } from '#lib/composition/known-timing';
import type { Element } from '#lib/composition/schema/composition';
import type { Font } from '#lib/composition/schema/font';
import { changeElement, roundSeconds } from '#lib/editor/change-element';
import type { EditorState, ElementKey } from '#lib/editor/editor-state';
import { findClips, openScene, type PlacedClip } from '#lib/editor/scene';

/** Elements with times and tracks of their own: times from the first of them on, tracks from 1. */
export interface ClipboardContent {
  elements: Element[];
  /** Own fonts of the composition they come from. */
  fonts: Font[];
}

/** Null when none of the keys names an element of the open scope. */
export function copyElements(state: EditorState, keys: readonly ElementKey[], sourceSecondsOf: SourceSecondsOf): ClipboardContent | null {
  const clips = findClips(openScene(state, sourceSecondsOf), keys);
  if (clips.length === 0) return null;
  const tracks = [...new Set(clips.map(({ track }) => track))].toSorted((a, b) => a - b);
  const from = Math.min(...clips.map(({ startSeconds }) => startSeconds));
  const isJoined = (clip: PlacedClip): boolean => clips.some((other) => other.track === clip.track && other.startFrame < clip.startFrame && other.endFrame > clip.startFrame);
  const elements = clips.map((clip) => changeElement(clip.element, {
    track: tracks.indexOf(clip.track) + 1,
    time: roundSeconds(clip.startSeconds - from),
    ...(clip.element.type === 'video' || clip.element.type === 'audio' || clip.isOpenEnded ? {} : { duration: roundSeconds(clip.endSeconds - clip.startSeconds) }),
    // A transition comes along with both of its clips alone.
    ...('transition' in clip.element && !isJoined(clip) ? { transition: undefined } : {}),
  }));
  return { elements, fonts: [...(state.composition.fonts ?? [])] };
}

export function writeClipboard({ elements, fonts }: ClipboardContent): string {
  return JSON.stringify(fonts.length === 0 ? { elements } : { fonts, elements }, null, 2);
}

export type ClipboardResult = { ok: true; content: ClipboardContent } | { ok: false; reason: string };

/** Whatever size the canvas is: an element says nothing of it. */
const ANY_CANVAS = { width: 1920, height: 1080 };

export function readClipboard(text: string): ClipboardResult {
  const value = readJson(text);
  const body = Array.isArray(value) ? { elements: value } : typeof value === 'object' && value !== null ? ('elements' in value && !('type' in value) ? value : { elements: [value] }) : null;
  if (body === null) return { ok: false, reason: 'The clipboard has no elements' };
  const parsed = parseComposition({ ...ANY_CANVAS, ...body });
  if (!parsed.ok) return { ok: false, reason: `The clipboard has no elements that can be used: ${parsed.problems[0]?.path ?? ''} ${parsed.problems[0]?.message ?? ''}` };
  return { ok: true, content: { elements: parsed.composition.elements, fonts: parsed.composition.fonts ?? [] } };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
