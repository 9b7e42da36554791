/**
 * Puts elements elsewhere on the canvas: where their boxes are and should be in; x, y, width, height and rotation, each in the unit it has, out. What moves by
 * keyframes gets one at the moment; what is not written and right without is not written.
 */
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Element } from '#lib/composition/schema/composition';
import type { Box } from '#lib/composition/timeline';
import { lengthToPx, type Size } from '#lib/composition/units';
import { changeElement } from '#lib/editor/change-element';
import { momentIn } from '#lib/editor/commands/set-value';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { keyframesOf, numberAt, readMoving, toWritten, withKeyframe, type MovingProperty, type WrittenValue } from '#lib/editor/keyframes';
import { openScene, type EditorScene, type PlacedClip } from '#lib/editor/scene';

export interface PlacedBox {
  key: ElementKey;
  /** The element's own box at the moment (`frameBoxOf`), before it is turned, on the canvas of the open scope. */
  from: Box;
  to: Box;
  /** Absent: as it is turned now. */
  rotationDegrees?: number;
}

export interface PlaceBoxesArgs {
  boxes: readonly PlacedBox[];
  /** The playhead, on the clock of the open scope. */
  atSeconds: number;
  label?: string;
}

export const placeBoxes: Command<PlaceBoxesArgs> = (state, { boxes, atSeconds, label = 'Place' }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const edited = scene.clips.map((clip) => {
    const box = boxes.find(({ key }) => key === clip.key);
    return box === undefined || clip.element.type === 'audio' ? keep(clip) : { ...keep(clip, true), element: placeElement(clip, box, momentOf(clip, atSeconds, scene)) };
  });
  return edited.some(({ isSelected }) => isSelected) ? finishEdit(scene, edited, { label }) : refuse('Nothing that is seen is selected');
};

interface Moment {
  seconds: number;
  durationSeconds: number;
  canvas: Size;
}

function momentOf(clip: PlacedClip, atSeconds: number, { frameRate, canvas }: EditorScene): Moment {
  const durationSeconds = frameToSeconds(clip.endFrame - clip.startFrame, frameRate);
  return { seconds: momentIn(clip, atSeconds, { frameRate }), durationSeconds, canvas };
}

function placeElement({ element }: PlacedClip, box: PlacedBox, moment: Moment): Element {
  const { from, to, rotationDegrees } = box;
  const sized = sizeElement(element, box, moment);
  const across = placeAlong(sized, { position: 'x', anchor: 'x_anchor', size: 'widthPx', fromPx: from.xPx, toPx: to.xPx, fromSizePx: from.widthPx, toSizePx: to.widthPx }, moment);
  const placed = placeAlong(across, { position: 'y', anchor: 'y_anchor', size: 'heightPx', fromPx: from.yPx, toPx: to.yPx, fromSizePx: from.heightPx, toSizePx: to.heightPx }, moment);
  return rotationDegrees === undefined ? placed : write(placed, 'rotation', rotationDegrees, moment);
}

/** Half a percent: less is a matter of whole pixels. */
const SAME_ASPECT = 0.005;

function sizeElement(element: Element, { from, to }: PlacedBox, moment: Moment): Element {
  if (from.widthPx === to.widthPx && from.heightPx === to.heightPx) return element;
  const [widthFactor, heightFactor] = [to.widthPx / from.widthPx, to.heightPx / from.heightPx];
  const isSameAspect = Math.abs(widthFactor / heightFactor - 1) < SAME_ASPECT;
  const hasWidth = readMoving(element, 'width') !== undefined;
  const hasHeight = readMoving(element, 'height') !== undefined;
  const isText = element.type === 'text';
  // A side that follows the other goes on doing so while the box keeps its shape; the lines of a text say its height themselves.
  const writesHeight = hasHeight || (isText ? !isSameAspect && from.heightPx !== to.heightPx : !isSameAspect || !hasWidth);
  const writesWidth = hasWidth || isText || !isSameAspect || !hasHeight;
  let sized = element;
  if (writesWidth && from.widthPx !== to.widthPx) sized = write(sized, 'width', scaled(element, 'width', { factor: widthFactor, px: to.widthPx }, moment), moment);
  if (writesHeight && (from.heightPx !== to.heightPx || !isSameAspect)) sized = write(sized, 'height', scaled(element, 'height', { factor: heightFactor, px: to.heightPx }, moment), moment);
  if (isText && isSameAspect) sized = scaleLetters(sized, widthFactor);
  const isOverdone = 'aspect_ratio' in sized && sized.aspect_ratio !== undefined && readMoving(sized, 'width') !== undefined && readMoving(sized, 'height') !== undefined;
  return isOverdone ? changeElement(sized, { aspect_ratio: undefined }) : sized;
}

/** A written size grows exactly, one that is not becomes that of the box. */
function scaled(element: Element, property: 'width' | 'height', { factor, px }: { factor: number; px: number }, moment: Moment): number {
  const now = numberAt(element, property, moment);
  return now === null ? px : now * factor;
}

function scaleLetters(element: Element, factor: number): Element {
  if (element.type !== 'text' || element.font_size === undefined) return element;
  const { font_size: size } = element;
  const number = typeof size === 'number' ? size : Number.parseFloat(size);
  const scaledSize = Math.max(0.01, Math.round(number * factor * 100) / 100);
  return changeElement(element, { font_size: typeof size === 'number' ? scaledSize : `${scaledSize}${size.replace(/^[-\d. ]+/, '')}` });
}

interface Axis {
  position: 'x' | 'y';
  anchor: 'x_anchor' | 'y_anchor';
  size: keyof Size;
  fromPx: number;
  toPx: number;
  fromSizePx: number;
  toSizePx: number;
}

function placeAlong(element: Element, { position, anchor, size, fromPx, toPx, fromSizePx, toSizePx }: Axis, moment: Moment): Element {
  const { canvas } = moment;
  const anchorLength = element.type === 'audio' ? undefined : element[anchor];
  const anchorPx = (sizePx: number): number => lengthToPx(anchorLength ?? '0%', canvas, sizePx);
  const now = numberAt(element, position, moment);
  // In the middle without being told to, and still there.
  const isInMiddle = fromSizePx === toSizePx ? toPx === fromPx : Math.abs((canvas[size] - toSizePx) / 2 - toPx) <= 1;
  if (now === null && isInMiddle) return element;
  const base = now ?? fromPx + anchorPx(fromSizePx);
  const next = base + (toPx - fromPx) + (anchorPx(toSizePx) - anchorPx(fromSizePx));
  return Math.abs(next - base) < 1e-6 && now !== null ? element : write(element, position, next, moment);
}

/** As a keyframe where the property moves, in the unit it has; a new one in pixels. */
function write(element: Element, property: MovingProperty, number: number, { seconds, durationSeconds, canvas }: Moment): Element {
  const rounded = Math.round(number * 100) / 100;
  const keyframes = keyframesOf(element, property);
  if (keyframes !== null) {
    const value = toShort(toWritten(property, rounded, keyframes[0]?.value, canvas));
    return changeElement(element, { [property]: withKeyframe(keyframes, { seconds, durationSeconds, value }) });
  }
  const written = readMoving(element, property);
  return changeElement(element, { [property]: toShort(toWritten(property, rounded, typeof written === 'object' ? undefined : written, canvas)) });
}

/** To the hundredth of its unit, as a person would write it: of a percentage less than a pixel. */
export function toShort(value: WrittenValue): WrittenValue {
  if (typeof value === 'number') return value;
  return `${Math.round(Number.parseFloat(value) * 100) / 100}${value.replace(/^[-\d. ]+/, '')}`;
}
