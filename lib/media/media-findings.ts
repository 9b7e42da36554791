/**
 * What a worker's look at a medium finds, as plain data: kept with the look, read by the web. Keys are the wire's, but for the core's own facts.
 */
import type { MediaFacts } from '#lib/composition/media-facts';

/** As what a medium is asked about; `any` lets its own bytes say. */
export const PROBE_KINDS = ['any', 'image', 'video', 'audio', 'font'] as const;
export type ProbeKind = (typeof PROBE_KINDS)[number];

/** Files that a look leaves in the bucket, each under its own name. */
export const PREVIEWS = ['poster', 'filmstrip', 'waveform'] as const;
export type Preview = (typeof PREVIEWS)[number];

/** Frames of equal size side by side: frame i shows the video `i * step_seconds` after its start. */
export interface Filmstrip {
  frame_count: number;
  frame_width: number;
  frame_height: number;
  step_seconds: number;
}

export interface Waveform {
  peaks_per_second: number;
  /** Where the first peak stands, counted from the medium's start: a video's sound may begin before or after its picture. */
  start_seconds: number;
}

export interface FontFindings {
  kind: 'font';
  /** `normal` or `italic`. */
  style: string;
  /** Equal where the font has one boldness. */
  weight_min: number;
  weight_max: number;
}

/** A preview is null when the medium has none of it, or when it could not be made in time. */
export interface VisibleFindings {
  size_bytes: number;
  facts: MediaFacts;
  has_poster: boolean;
  filmstrip: Filmstrip | null;
  waveform: Waveform | null;
}

export type MediaFindings = VisibleFindings | { size_bytes: number; facts: FontFindings };
