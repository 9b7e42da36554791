/** What resolving one element needs and gives: types alone, shared by the switch over element types and the resolver of each type. */
import type { MediaFactsBySource, Rational } from '#lib/composition/media-facts';
import type { ResolveProblem } from '#lib/composition/resolve-problem';
import type { NaturalLength } from '#lib/composition/resolve-timing';
import type { Element } from '#lib/composition/schema/composition';
import type { Layer, LayerBase, Sound } from '#lib/composition/timeline';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import type { Size } from '#lib/composition/units';

/** What every element is resolved against. */
export interface ResolveContext {
  elementId: string;
  elementIndex: number;
  /** Where it is in the composition. */
  elementPath: readonly PropertyKey[];
  /** The next lower track with something to be seen; what a mask masks. */
  trackBelow: number | null;
  canvas: Size;
  frameRate: Rational;
  facts: MediaFactsBySource;
  /** Null: the caller has none; a text then is its fault. */
  fonts: TextFonts | null;
}

/** Where an element ended up, cut to the composition: at least a frame. */
export interface LayerSpan extends Pick<LayerBase, 'elementId' | 'track' | 'startFrame' | 'endFrame'> {
  startSeconds: number;
  durationSeconds: number;
  /** As asked for, between frames; for what is only heard. */
  exact: { startSeconds: number; durationSeconds: number };
}

export interface ResolvedElement {
  naturalLength: Exclude<NaturalLength, 'unknown'>;
  /** Null when nothing of the element is seen. */
  toLayer: (span: LayerSpan) => Layer | null;
  /** Null when nothing of the element is heard; a group has many. */
  toSound: (span: LayerSpan) => Sound | Sound[] | null;
  /** What is wrong inside it once its length is known; absent: nothing ever is. */
  findProblems?: (span: LayerSpan) => ResolveProblem[];
  /** How many layers and sounds it comes to at most; absent: one. */
  countParts?: (span: LayerSpan) => number;
}

export type ElementOutcome = { ok: true; resolved: ResolvedElement } | { ok: false; problem: ResolveProblem | ResolveProblem[] };

/** The switch over element types: what is inside a group is resolved like anything else. */
export type ResolveElement = (element: Element, context: ResolveContext) => ElementOutcome;
