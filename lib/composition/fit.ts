/** How a picture is fitted into a frame: types alone. */
import type { FitMode } from '#lib/composition/schema/visual-element';

export interface Fit {
  fitMode: Exclude<FitMode, 'auto'>;
  /** Where in the room that is left the smaller stands in the larger: 0 is left and top, 1 right and bottom. */
  alignment: Alignment;
}

export interface Alignment {
  x: number;
  y: number;
}
