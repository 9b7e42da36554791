/** What keeps a valid composition from becoming a timeline: a code of the project's error table, and words anybody may read. */

export interface ResolveProblem {
  code: 'ELEMENTS_OVERLAP' | 'TRANSITION_IMPOSSIBLE' | 'KEYFRAMES_OUT_OF_ORDER' | 'ANIMATION_OUT_OF_RANGE' | 'TRIM_OUT_OF_RANGE' | 'CROP_OUT_OF_RANGE' | 'OUTPUT_TOO_LONG' | 'OUTPUT_TOO_COMPLEX' | 'SOURCE_WRONG_KIND';
  /** The element at fault; null when it is the composition as a whole. */
  elementId: string | null;
  /** Its place in the list it is in: the composition's, or a group's. */
  elementIndex: number | null;
  message: string;
  /** The figures of the message, for programs. */
  details: Record<string, unknown>;
}

/** Seconds for a message: at most three decimals, none that say nothing. */
export function toSecondsText(seconds: number): string {
  return `${Number(seconds.toFixed(3))} s`;
}
