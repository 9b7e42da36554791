/**
 * When a layer moves and when it rests: its motion in, stretches of frames out, so that only what really moves is drawn frame by frame.
 * Where a resting picture stands on whole pixels it becomes a layer without motion, which the cheap engines can take.
 */
import { itemAt, type DrawItem } from '#lib/composition/frame-at';
import type { Rational } from '#lib/composition/media-facts';
import { isBareLook } from '#lib/composition/look';
import type { Motion, MotionKeyframe } from '#lib/composition/motion';
import type { Box, GroupLayer, Layer } from '#lib/composition/timeline';

export interface Stretch {
  /** Of the output. */
  startFrame: number;
  endFrame: number;
  /** The layer itself, or what it is while it rests; layers without motion always are themselves. */
  layer: Layer;
}

/** Changing the engine costs a decoder that starts anew: a shorter rest is not worth it. */
const REST_FRAMES_MIN = 15;

/** The layer's frames in order, without gaps; stretches in which nothing of it is seen are left out. The rest of a group is cut where its content changes. */
export function listStretches(layer: Layer, frameRate: Rational): Stretch[] {
  const stretches = listMotionStretches(layer, frameRate);
  if (layer.type !== 'group') return stretches;
  const cuts = listContentCuts(layer, frameRate);
  return stretches.flatMap((stretch) => (isMovingWithin(stretch.layer, stretch.startFrame, stretch.endFrame) ? [stretch] : cutStretch(stretch, cuts)));
}

/** A group that changes more often is drawn frame by frame: each cut would cost more than its rests save. */
const CONTENT_CUTS_MAX = 40;

/** Frames of the output at which something in the group comes, goes, begins to move or comes to rest. */
function listContentCuts({ layers }: GroupLayer, frameRate: Rational): number[] {
  const cuts = new Set(layers.flatMap((layer) => listStretches(layer, frameRate).flatMap(({ startFrame, endFrame }) => [startFrame, endFrame])));
  return cuts.size > CONTENT_CUTS_MAX ? [] : [...cuts].toSorted((a, b) => a - b);
}

function cutStretch({ startFrame, endFrame, layer }: Stretch, cuts: readonly number[]): Stretch[] {
  const edges = [startFrame, ...cuts.filter((cut) => cut > startFrame && cut < endFrame), endFrame];
  return edges.slice(0, -1).map((from, index) => ({ startFrame: from, endFrame: edges[index + 1] ?? endFrame, layer }));
}

function listMotionStretches(layer: Layer, frameRate: Rational): Stretch[] {
  const { startFrame, endFrame } = layer;
  const motions = listMotions(layer);
  if (motions.length === 0) return [{ startFrame, endFrame, layer }];
  const moving = joinNear(motions.flatMap((motion) => listMovingRanges(motion, startFrame)), { startFrame, endFrame });
  const edges = [startFrame, ...moving.flatMap((range) => [range.startFrame, range.endFrame]), endFrame];
  const stretches: Stretch[] = [];
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const to = edges[index + 1] ?? endFrame;
    if (to <= from) continue;
    // Even places of `edges` begin rests.
    if (index % 2 === 1) {
      stretches.push({ startFrame: from, endFrame: to, layer });
      continue;
    }
    const item = itemAt(layer, from, frameRate);
    if (item !== null) stretches.push({ startFrame: from, endFrame: to, layer: toRestingLayer(item) });
  }
  return stretches;
}

/** True when something of the layer's own changes from one frame to another in [startFrame, endFrame). What a video or a group shows is not meant. */
export function isMovingWithin(layer: Layer, startFrame: number, endFrame: number): boolean {
  return listMotions(layer).some((motion) => listMovingRanges(motion, layer.startFrame).some((range) => range.startFrame < endFrame && range.endFrame > startFrame));
}

/** Its own, and of a text those of its parts. */
function listMotions(layer: Layer): Motion[] {
  const ofParts = layer.type === 'text' && layer.splits !== null ? layer.splits.flatMap(({ parts }) => parts.map(({ motion }) => motion)) : [];
  return layer.motion === null ? ofParts : [layer.motion, ...ofParts];
}

interface FrameRange {
  startFrame: number;
  endFrame: number;
}

/** Outside of all of these ranges nothing changes from one frame to the next. */
function listMovingRanges({ channels, clips }: Motion, layerStart: number): FrameRange[] {
  return [...channels, ...clips].flatMap(({ keyframes }) =>
    keyframes.flatMap((keyframe, index): FrameRange[] => {
      const previous = keyframes[index - 1];
      if (previous === undefined || previous.value === keyframe.value) return [];
      return [toRange(previous, keyframe, layerStart)];
    }),
  );
}

/** At its own frame a keyframe's value is reached; a jump is a range of one frame, so that what is before and after is cut apart. */
function toRange(from: MotionKeyframe, to: MotionKeyframe, layerStart: number): FrameRange {
  const startFrame = layerStart + Math.floor(from.frame);
  return { startFrame, endFrame: Math.max(startFrame + 1, layerStart + Math.ceil(to.frame)) };
}

/** Within `whole`, in order, apart by at least the shortest rest. */
function joinNear(ranges: readonly FrameRange[], whole: FrameRange): FrameRange[] {
  const joined: FrameRange[] = [];
  const inside = ranges.filter((range) => range.startFrame < whole.endFrame && range.endFrame > whole.startFrame).toSorted((a, b) => a.startFrame - b.startFrame);
  for (const range of inside) {
    const previous = joined.at(-1);
    const startFrame = range.startFrame - whole.startFrame < REST_FRAMES_MIN ? whole.startFrame : range.startFrame;
    const endFrame = whole.endFrame - range.endFrame < REST_FRAMES_MIN ? whole.endFrame : range.endFrame;
    if (previous !== undefined && startFrame - previous.endFrame < REST_FRAMES_MIN) previous.endFrame = Math.max(previous.endFrame, endFrame);
    else joined.push({ startFrame, endFrame });
  }
  return joined;
}

/** The resting layer without its motion where that draws the same: a bare picture, or a group, on whole pixels. */
export function toRestingLayer({ layer, box, crop, scaleX, scaleY, rotationDegrees, opacity, blurRadiusPx, clips }: DrawItem): Layer {
  if (layer.type === 'group') {
    const stands = scaleX === 1 && scaleY === 1 && clips.length === 0 && isWhole(box) && blurRadiusPx === (layer.look?.blurRadiusPx ?? 0);
    return stands ? { ...layer, box, rotationDegrees: toTurn(rotationDegrees), opacity, motion: null } : layer;
  }
  if (layer.type !== 'image' && layer.type !== 'video') return layer;
  const restingBox = scaleAboutCentre(box, scaleX, scaleY);
  const isPlain = isBareLook(layer.look) && blurRadiusPx === 0 && clips.length === 0 && scaleX > 0 && scaleY > 0;
  if (!isPlain || crop === null || !isWhole(restingBox) || !isWhole(crop)) return layer;
  return { ...layer, box: restingBox, crop, fit: null, rotationDegrees: toTurn(rotationDegrees), opacity, motion: null };
}

const toTurn = (degrees: number): number => ((degrees % 360) + 360) % 360;

function scaleAboutCentre({ xPx, yPx, widthPx, heightPx }: Box, scaleX: number, scaleY: number): Box {
  return { xPx: xPx + (widthPx - widthPx * scaleX) / 2, yPx: yPx + (heightPx - heightPx * scaleY) / 2, widthPx: widthPx * scaleX, heightPx: heightPx * scaleY };
}

const isWhole = (box: Box): boolean => Object.values(box).every(Number.isInteger);
