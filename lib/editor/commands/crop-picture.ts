/** Another part of a picture in another box: what is kept of the source in percent of it, the box in the units it has. All of the source is no crop. */
import type { SourceCrop } from '#lib/composition/schema/framing';
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import { placeBoxes } from '#lib/editor/commands/place-boxes';
import { setProperty } from '#lib/editor/commands/set-property';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import { findElement, type ElementKey } from '#lib/editor/editor-state';

export interface CropPictureArgs {
  key: ElementKey;
  /** The element's own box at the moment (`frameBoxOf`), and the one it is to have. */
  from: Box;
  to: Box;
  /** Of the upright source, whose size is `source`. */
  part: Box;
  source: Size;
  /** The playhead, on the clock of the open scope. */
  atSeconds: number;
}

export const cropPicture: Command<CropPictureArgs> = (state, { key, from, to, part, source, atSeconds }, sourceSecondsOf) => {
  const element = findElement(state.composition, key)?.element;
  if (element?.type !== 'image' && element?.type !== 'video') return refuse('Only pictures and videos are cropped');
  const placed = placeBoxes(state, { boxes: [{ key, from, to }], atSeconds, label: 'Crop' }, sourceSecondsOf);
  if (!placed.ok) return placed;
  const cropped = setProperty(placed.state, { keys: [key], path: ['crop'], value: writeCrop(part, source) }, sourceSecondsOf);
  // The box has the shape of the part: nothing more is to be cut off, and no pixel to be left free beside it.
  const filled = !cropped.ok || (element.fit_mode !== undefined && element.fit_mode !== 'auto') ? cropped : setProperty(cropped.state, { keys: [key], path: ['fit_mode'], value: 'cover' }, sourceSecondsOf);
  return filled.ok ? { ok: true, state: { ...filled.state, selection: state.selection }, label: 'Crop' } : filled;
};

/** Thousandths of a percent are less than a pixel of any source. */
const toPercent = (px: number, wholePx: number): string => `${Math.round((px / wholePx) * 100_000) / 1000}%`;

function writeCrop({ xPx, yPx, widthPx, heightPx }: Box, source: Size): SourceCrop | undefined {
  const crop: SourceCrop = { x: toPercent(xPx, source.widthPx), y: toPercent(yPx, source.heightPx), width: toPercent(widthPx, source.widthPx), height: toPercent(heightPx, source.heightPx) };
  return crop.width === '100%' && crop.height === '100%' ? undefined : crop;
}
