/**
 * `placeBoxes` as a drag on the stage means it: a picture whose box takes another shape goes on filling it, instead of being fitted anew with bars around
 * it, as people know it from other editors.
 */
import type { Element } from '#lib/composition/schema/composition';
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import { placeBoxes, type PlaceBoxesArgs } from '#lib/editor/commands/place-boxes';
import { setProperty } from '#lib/editor/commands/set-property';
import type { Command } from '#lib/editor/edit-outcome';
import type { StageTarget } from '#lib/editor/stage-targets';

export interface PlaceOnStageArgs extends PlaceBoxesArgs {
  /** What is dragged, as it was when the drag began. */
  targets: readonly Pick<StageTarget, 'key' | 'element' | 'box' | 'area'>[];
  /** Of the open scope. */
  canvas: Size;
}

export const placeOnStage: Command<PlaceOnStageArgs> = (state, { targets, canvas, ...args }, sourceSecondsOf) => {
  const outcome = placeBoxes(state, args, sourceSecondsOf);
  if (!outcome.ok) return outcome;
  const reshaped = args.boxes.flatMap(({ key, from, to }) => {
    const target = targets.find((other) => other.key === key);
    return target !== undefined && hasAutoFit(target.element) && isFilled(target) && (covers(from, canvas) !== covers(to, canvas) || !isSameShape(from, to)) ? [key] : [];
  });
  const covered = reshaped.length === 0 ? outcome : setProperty(outcome.state, { keys: reshaped, path: ['fit_mode'], value: 'cover' }, sourceSecondsOf);
  return covered.ok ? { ...covered, state: { ...covered.state, selection: outcome.state.selection }, label: outcome.label } : covered;
};

const hasAutoFit = (element: Element): boolean => (element.type === 'image' || element.type === 'video') && (element.fit_mode === undefined || element.fit_mode === 'auto');

/** By itself a picture fills what is as large as the canvas, and is fitted into anything smaller. */
const covers = ({ widthPx, heightPx }: Size, canvas: Size): boolean => widthPx >= canvas.widthPx && heightPx >= canvas.heightPx;

/** What is drawn is as large as the box, so that nothing jumps. */
function isFilled({ box, area }: Pick<StageTarget, 'box' | 'area'>): boolean {
  return Math.abs(box.widthPx - area.widthPx) <= 1 && Math.abs(box.heightPx - area.heightPx) <= 1;
}

/** By less than a pixel at the larger side. */
function isSameShape(from: Box, to: Size): boolean {
  const factor = to.widthPx / from.widthPx;
  return Math.abs(from.heightPx * factor - to.heightPx) <= Math.max(1, factor);
}
