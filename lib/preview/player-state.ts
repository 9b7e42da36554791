/** What a player shows and does at a moment: what its controls display. Types alone. */
import type { Timeline } from '#lib/composition/timeline';

/** Frames from `startFrame` up to, and without, `endFrame`. */
export interface FrameRange {
  startFrame: number;
  endFrame: number;
}

export interface PlayerState {
  /** What is played; null before the first. */
  timeline: Timeline | null;
  /** Where the playhead is: what is shown, or is on its way to the canvas. */
  frame: number;
  /** 0 while there is nothing to play. */
  frameCount: number;
  isPlaying: boolean;
  /** The frame at the playhead is not on the canvas yet; while playing: it has not begun. */
  isLoading: boolean;
  /** Seconds of the output a second; negative plays backwards, without sound. */
  rate: number;
  isLooping: boolean;
  /** Of the loudspeaker, not of the video: 0 is silent, 1 as it is. */
  volume: number;
  /** What is played; null: all of it. */
  range: FrameRange | null;
  /** Why the frame could not be drawn: a sentence without its full stop. */
  problem: string | null;
  /** Why media cannot be shown or heard, by `mediaKey`: likewise. */
  failures: ReadonlyMap<string, string>;
}

export const IDLE_STATE: PlayerState = {
  timeline: null, frame: 0, frameCount: 0, isPlaying: false, isLoading: false, rate: 1, isLooping: false, volume: 1, range: null, problem: null, failures: new Map(),
};
