/** A text in parts that move each by itself, resolved: lines, words or letters, with the motion of each. Types alone. */
import type { Motion } from '#lib/composition/motion';
import type { SplitBy } from '#lib/composition/schema/animation';
import type { Bounds } from '#lib/composition/text/text-layout';

export interface TextPart {
  /** Pixels of the layout; as high as its line. It turns and grows about the middle of it, and is wiped over it. */
  bounds: Bounds;
  /** `xPx`, `yPx`, scales, `rotationDegrees` and `opacity`, all of them relative to how the part is laid out; clips are of its bounds. */
  motion: Motion;
}

export interface TextSplit {
  by: SplitBy;
  /** In reading order. */
  parts: TextPart[];
  /** For each glyph of the layout (line after line, from left to right), whose it is. */
  partOf: number[];
  /** Each part takes the background's box of the same number along. */
  movesBackground: boolean;
}
