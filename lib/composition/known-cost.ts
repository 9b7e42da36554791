/**
 * What a composition costs to render at the least, known before any medium has been fetched: frames that are encoded, and layers that are certainly
 * drawn frame by frame, in; a problem out where no machine renders it in the time a job has. What the worker finds in its plan is never less.
 */
import { pathAt } from '#lib/composition/arrangement';
import { toPath, type CompositionProblem } from '#lib/composition/composition-problem';
import { chooseFitMode, placeFrame } from '#lib/composition/geometry';
import { outermostScene, type KnownScene } from '#lib/composition/known-scenes';
import { isBareLook } from '#lib/composition/look';
import { toMotionKeyframes } from '#lib/composition/motion-frames';
import { COST_ADVICE, toLeastSeconds, toMegapixels } from '#lib/composition/render-cost';
import { resolveLook, toBlurPx } from '#lib/composition/resolve-look';
import type { Placement } from '#lib/composition/resolve-timing';
import type { Composition, Element } from '#lib/composition/schema/composition';
import { isEverOpaque, isKeyframes, isMoved, stillOf } from '#lib/composition/still-properties';
import type { Box } from '#lib/composition/timeline';
import { listTracks } from '#lib/composition/tracks';
import type { Size } from '#lib/composition/units';

/**
 * Of a worker, which nobody knows here: x264 at 4K has nothing left to gain from more, and a machine with more renders several jobs at once. So only
 * what is impossible everywhere is refused.
 */
const CORES_MAX = 32;

/** Null where it may be possible. */
export function findCostProblem(composition: Composition, timeoutSeconds: number): CompositionProblem | null {
  const scene = outermostScene(composition);
  const frameCount = countFrames(scene);
  const drawn = findMostDrawn(scene, frameCount);
  const work = { encodedMegapixels: toMegapixels(scene.canvas, frameCount), decodedMegapixels: 0, drawnMegapixels: drawn?.megapixels ?? 0 };
  const seconds = toLeastSeconds(work, CORES_MAX);
  if (seconds <= timeoutSeconds) return null;
  const isDrawing = drawn !== null && toLeastSeconds({ ...work, drawnMegapixels: 0 }, CORES_MAX) <= timeoutSeconds;
  const path = isDrawing ? pathAt(scene.arrangement, drawn.index) : composition.duration === undefined ? [] : ['duration'];
  const why = isDrawing ? 'is drawn anew for every frame, so that the composition takes' : 'makes the composition take';
  return { path: toPath(path), message: `${why} at least ${Math.ceil(seconds)} seconds to render; a job has ${timeoutSeconds}. ${COST_ADVICE}`, code: 'output_too_complex' };
}

/** As many as there are at least, where a medium's length decides. */
function countFrames({ timing }: KnownScene): number {
  return timing.frameCount ?? Math.max(1, ...timing.placements.map((placement) => placement?.endFrame ?? 0));
}

interface DrawnElement {
  index: number;
  megapixels: number;
}

/** All that is drawn on the track on which that is most, told by the element of most. Layers of several tracks may share the pixels that are drawn for them. */
function findMostDrawn(scene: KnownScene, frameCount: number): DrawnElement | null {
  const { elements } = scene.arrangement;
  const tracks = listTracks(elements);
  const byTrack = Map.groupBy(elements.keys(), (index) => tracks[index] ?? 0);
  const drawn = [...byTrack.values()].flatMap((indexes): DrawnElement[] => {
    const all = indexes.map((index) => ({ index, megapixels: countDrawn(scene, index, frameCount) })).toSorted((a, b) => b.megapixels - a.megapixels);
    return all[0] === undefined ? [] : [{ index: all[0].index, megapixels: all.reduce((sum, { megapixels }) => sum + megapixels, 0) }];
  });
  return drawn.reduce<DrawnElement | null>((most, one) => (one.megapixels > (most?.megapixels ?? 0) ? one : most), null);
}

/** 0 where it is not certain. */
function countDrawn(scene: KnownScene, index: number, frameCount: number): number {
  const { arrangement: { elements }, timing, canvas } = scene;
  const element = elements[index];
  const placement = timing.placements[index] ?? null;
  if (element === undefined || element.type === 'audio' || element.type === 'text' || placement === null || mayBeHidden(elements, index, canvas)) return 0;
  const box = findStandingBox(element, canvas);
  if (box === null) return 0;
  const seen = toMegapixels(cutToCanvas(box, canvas), 1);
  const { startFrame } = placement;
  const endFrame = Math.min(placement.endFrame, frameCount);
  // FFmpeg's filters have no effects.
  if (element.type === 'video' && !isBareLook(resolveLook(element, { canvas, box, trackBelow: null }))) return seen * Math.max(0, endFrame - startFrame);
  return seen * countBlurredFrames(element, { startFrame, endFrame }, scene);
}

type SeenElement = Exclude<Element, { type: 'audio' | 'text' }>;

/** Between keyframes of different values. */
function countBlurredFrames({ blur_radius: blur }: SeenElement, { startFrame, endFrame }: Pick<Placement, 'startFrame' | 'endFrame'>, { canvas, frameRate }: KnownScene): number {
  const durationFrames = endFrame - startFrame;
  if (!isKeyframes(blur) || durationFrames <= 0) return 0;
  const keyframes = toMotionKeyframes(blur, { frameRate, durationFrames }, (radius) => toBlurPx(radius, canvas));
  return keyframes.reduce((sum, { frame, value }, place) => {
    const previous = keyframes[place - 1];
    if (previous === undefined || previous.value === value) return sum;
    return sum + Math.max(0, Math.min(Math.floor(frame), durationFrames) - Math.ceil(previous.frame));
  }, 0);
}

/** Null where the element moves, may be invisible, or its size depends on its medium. */
function findStandingBox(element: SeenElement, canvas: Size): Box | null {
  const { width, height, opacity, x_scale, y_scale, visible, mask_mode: maskMode } = element;
  const isOther = isMoved(element) || x_scale !== undefined || y_scale !== undefined || isKeyframes(opacity) || element.rotation !== undefined || element.aspect_ratio !== undefined;
  if (isOther || visible === false || maskMode !== undefined || !isEverOpaque(element) || (width === undefined) !== (height === undefined)) return null;
  const still = stillOf(element);
  const { box } = placeFrame(still, canvas, canvas);
  const isPicture = element.type === 'image' || element.type === 'video';
  return isPicture && !['cover', 'fill'].includes(chooseFitMode(still.fit_mode, box, canvas)) ? null : box;
}

/** What is fully behind something opaque is not drawn: a higher track that may be, or a transition on its own. */
function mayBeHidden(elements: readonly Element[], index: number, canvas: Size): boolean {
  const tracks = listTracks(elements);
  const own = tracks[index] ?? 0;
  return elements.some((element, other) => {
    const track = tracks[other] ?? 0;
    if (element.type === 'audio') return false;
    return track === own ? element.transition !== undefined : track > own && mayCover(element, canvas);
  });
}

/** Words do not. */
function mayCover(element: SeenElement | Extract<Element, { type: 'text' }>, canvas: Size): boolean {
  const { width, height, x_scale, y_scale } = element;
  if (element.type === 'text') return false;
  if (isMoved(element) || width === undefined || height === undefined || x_scale !== undefined || y_scale !== undefined) return true;
  const { widthPx, heightPx } = placeFrame(stillOf(element), canvas, canvas).box;
  return widthPx >= canvas.widthPx && heightPx >= canvas.heightPx;
}

function cutToCanvas({ xPx, yPx, widthPx, heightPx }: Box, canvas: Size): Size {
  const cut = (from: number, length: number, whole: number): number => Math.max(0, Math.min(from + length, whole) - Math.max(from, 0));
  return { widthPx: cut(xPx, widthPx, canvas.widthPx), heightPx: cut(yPx, heightPx, canvas.heightPx) };
}
