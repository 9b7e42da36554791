/**
 * `placeBoxes` as a drag on the stage means it: a picture whose box takes another shape goes on filling it, instead of being fitted anew with bars around
 * it, as people know it from other editors; and of what is scaled by keyframes, one is set instead of a size.
 */
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { SourceSecondsOf } from '#lib/composition/known-timing';
import type { Element } from '#lib/composition/schema/composition';
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import { placeBoxes, type PlaceBoxesArgs, type PlacedBox } from '#lib/editor/commands/place-boxes';
import { setProperty } from '#lib/editor/commands/set-property';
import { momentIn, setValue } from '#lib/editor/commands/set-value';
import { refuse, type Command, type EditOutcome } from '#lib/editor/edit-outcome';
import { keyframesOf, numberAt, readMoving, toWritten } from '#lib/editor/keyframes';
import { findClips, openScene } from '#lib/editor/scene';
import type { StageTarget } from '#lib/editor/stage-targets';

export interface PlaceOnStageArgs extends PlaceBoxesArgs {
  /** What is dragged, as it was when the drag began. */
  targets: readonly Pick<StageTarget, 'key' | 'element' | 'box' | 'area'>[];
  /** Of the open scope. */
  canvas: Size;
}

export const placeOnStage: Command<PlaceOnStageArgs> = (state, { targets, canvas, ...args }, sourceSecondsOf) => {
  const isScaled = ({ key, from, to }: PlacedBox): boolean => (from.widthPx !== to.widthPx || from.heightPx !== to.heightPx) && targets.some((target) => target.key === key && scalesByKeyframes(target.element));
  // Its own handles scale it about its middle; with others its middle goes where theirs go.
  const isAlone = args.boxes.length === 1;
  const placed = placeBoxes(state, { ...args, boxes: args.boxes.map((box) => (isScaled(box) ? { ...box, to: isAlone ? box.from : withMiddleOf(box) } : box)) }, sourceSecondsOf);
  const outcome = args.boxes.filter(isScaled).reduce((done, box) => (done.ok ? scale(done, box, { canvas, atSeconds: args.atSeconds, sourceSecondsOf }) : done), placed);
  if (!outcome.ok) return outcome;
  const reshaped = args.boxes.filter((box) => !isScaled(box)).flatMap(({ key, from, to }) => {
    const target = targets.find((other) => other.key === key);
    return target !== undefined && hasAutoFit(target.element) && isFilled(target) && (covers(from, canvas) !== covers(to, canvas) || !isSameShape(from, to)) ? [key] : [];
  });
  const covered = reshaped.length === 0 ? outcome : setProperty(outcome.state, { keys: reshaped, path: ['fit_mode'], value: 'cover' }, sourceSecondsOf);
  return covered.ok ? { ...covered, state: { ...covered.state, selection: outcome.state.selection }, label: outcome.label } : covered;
};

/** As large as it was, where it is to be; whole pixels. */
function withMiddleOf({ from, to }: PlacedBox): Box {
  const [byXPx, byYPx] = [to.xPx - from.xPx + (to.widthPx - from.widthPx) / 2, to.yPx - from.yPx + (to.heightPx - from.heightPx) / 2];
  return { ...from, xPx: from.xPx + Math.round(byXPx), yPx: from.yPx + Math.round(byYPx) };
}

/** A drag of its handles is then one of its scale, about its middle. */
export const scalesByKeyframes = (element: Element): boolean => SCALES.some((property) => keyframesOf(element, property) !== null);

const SCALES = ['x_scale', 'y_scale'] as const;

function scale(before: Extract<EditOutcome, { ok: true }>, { key, from, to }: PlacedBox, { canvas, atSeconds, sourceSecondsOf }: { canvas: Size; atSeconds: number; sourceSecondsOf: SourceSecondsOf }): EditOutcome {
  const factors = { x_scale: to.widthPx / from.widthPx, y_scale: to.heightPx / from.heightPx };
  const done = SCALES.reduce<EditOutcome>((outcome, property) => {
    if (!outcome.ok || factors[property] === 1) return outcome;
    const scene = openScene(outcome.state, sourceSecondsOf);
    const [clip] = findClips(scene, [key]);
    if (clip === undefined) return refuse('There is no such element');
    const moment = { seconds: momentIn(clip, atSeconds, scene), durationSeconds: frameToSeconds(clip.endFrame - clip.startFrame, scene.frameRate), canvas };
    const written = keyframesOf(clip.element, property)?.[0]?.value ?? readMoving(clip.element, property);
    const next = Math.round((numberAt(clip.element, property, moment) ?? 1) * factors[property] * 1000) / 1000;
    return setValue(outcome.state, { keys: [key], path: [property], value: toWritten(property, next, typeof written === 'object' ? undefined : written, canvas), atSeconds }, sourceSecondsOf);
  }, before);
  return done.ok ? { ...done, state: { ...done.state, selection: before.state.selection }, label: before.label } : done;
}

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
