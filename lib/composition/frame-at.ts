/**
 * The draw list of one moment: a timeline and a frame in, every layer that is seen then out, bottom to top, its motion evaluated.
 * Preview and renderer both draw this list and evaluate nothing themselves.
 */
import { evaluateClips, evaluateChannels, type EvaluatedClip, type MovingValues } from '#lib/composition/evaluate-motion';
import { fitPicture } from '#lib/composition/geometry';
import type { Rational } from '#lib/composition/media-facts';
import { evaluateTextParts, type TextPartState } from '#lib/composition/text/evaluate-text-parts';
import type { Box, Layer, PictureFit, Timeline, VideoLayer } from '#lib/composition/timeline';

export type { EvaluatedClip } from '#lib/composition/evaluate-motion';

export interface DrawItem {
  layer: Layer;
  /** Before scale and rotation; fractions of a pixel while it moves. */
  box: Box;
  /** The part of the picture that fills the box; fractional while it moves. Null for layers that show no file. */
  crop: Box | null;
  /** About the centre of the box, everything in it. Negative mirrors; never 0. */
  scaleX: number;
  scaleY: number;
  /** Clockwise, about the centre of the box; any number of turns. */
  rotationDegrees: number;
  /** In (0, 1]; 0 of a mask that leaves nothing. */
  opacity: number;
  /** The look's blur with what motion makes of it; at least 0. */
  blurRadiusPx: number;
  /** Only what lies in all of them is seen. */
  clips: EvaluatedClip[];
  /** Time of the source to be shown, from its first frame; null for what is not a video. */
  sourceSeconds: number | null;
  /** What a group shows, on its own canvas, bottom to top; null for what is not a group. */
  items: DrawItem[] | null;
  /** How far each part of a text is from where it is laid out, by the layer's `splits`; null where all are there, and for what is no text. */
  textParts: TextPartState[][] | null;
}

/** `frame` is a whole frame of the output, in [0, frameCount). Layers of which nothing is seen are left out. */
export function frameAt(timeline: Pick<Timeline, 'layers' | 'frameRate'>, frame: number): DrawItem[] {
  return timeline.layers.flatMap((layer) => (layer.startFrame <= frame && frame < layer.endFrame ? (itemAt(layer, frame, timeline.frameRate) ?? []) : []));
}

/** One layer at a frame in which it is active; null when nothing of it is seen. */
export function itemAt(layer: Layer, frame: number, frameRate: Rational): DrawItem | null {
  const localFrame = frame - layer.startFrame;
  const start = startValues(layer);
  const values = layer.motion === null ? start : evaluateChannels(layer.motion, localFrame, start);
  const clips = layer.motion === null ? [] : evaluateClips(layer.motion, localFrame);
  const { box, crop: fitted } = placePicture(layer, values);
  const crop = fitted === null ? null : moveCrop(fitted, values);
  const { scaleX, scaleY, rotationDegrees } = values;
  const opacity = Math.min(1, values.opacity);
  const isEmpty = [box, crop ?? box].some(({ widthPx, heightPx }) => widthPx <= 0 || heightPx <= 0);
  const isSeen = opacity > 0 && scaleX !== 0 && scaleY !== 0 && !isEmpty && clips.every(({ progress }) => progress > 0);
  if (!isSeen) return isMaskLayer(layer) ? emptyMask(layer) : null;
  const sourceSeconds = layer.type === 'video' ? sourceSecondsAt(layer, localFrame, frameRate) : null;
  const items = layer.type === 'group' ? frameAt({ layers: layer.layers, frameRate }, frame) : null;
  const textParts = layer.type === 'text' && layer.splits !== null ? evaluateTextParts(layer.splits, localFrame) : null;
  return { layer, box, crop, scaleX, scaleY, rotationDegrees, opacity, blurRadiusPx: Math.max(0, values.blurRadiusPx), clips, sourceSeconds, items, textParts };
}

const isMaskLayer = ({ look }: Layer): boolean => look !== null && look.maskMode !== null;

/** A mask of which nothing is seen masks all the same: what it masks is hidden. */
function emptyMask(layer: Layer): DrawItem {
  const { box, rotationDegrees } = layer;
  const crop = 'crop' in layer ? layer.crop : null;
  const sourceSeconds = layer.type === 'video' ? layer.trimStartSeconds : null;
  return { layer, box, crop, scaleX: 1, scaleY: 1, rotationDegrees, opacity: 0, blurRadiusPx: 0, clips: [], sourceSeconds, items: layer.type === 'group' ? [] : null, textParts: null };
}

/** Frames of the output from a video's start until its trim ends; at least 1. The last of them is held from there on. */
export function countTrimmedFrames({ trimStartSeconds, trimEndSeconds }: Pick<VideoLayer, 'trimStartSeconds' | 'trimEndSeconds'>, frameRate: Rational): number {
  // The millionth keeps 0.3 s at 10 frames a second at three frames.
  return Math.max(1, Math.ceil(((trimEndSeconds - trimStartSeconds) * frameRate.numerator) / frameRate.denominator - 1e-6));
}

function sourceSecondsAt(layer: VideoLayer, localFrame: number, frameRate: Rational): number {
  const roundFrame = layer.loopFrames === null ? localFrame : localFrame % layer.loopFrames;
  const shownFrame = Math.min(roundFrame, countTrimmedFrames(layer, frameRate) - 1);
  return layer.trimStartSeconds + (shownFrame * frameRate.denominator) / frameRate.numerator;
}

function startValues(layer: Layer): MovingValues {
  const { rotationDegrees, opacity, look } = layer;
  const box = fitOf(layer)?.frame.box ?? layer.box;
  return { ...box, scaleX: 1, scaleY: 1, rotationDegrees, opacity, blurRadiusPx: look?.blurRadiusPx ?? 0, zoom: 1, panXPx: 0, panYPx: 0 };
}

const fitOf = (layer: Layer): PictureFit | null => ('fit' in layer ? layer.fit : null);

/** Where the picture is, and which part of it: the layer's own integers unless place or size move. */
function placePicture(layer: Layer, { xPx, yPx, widthPx, heightPx }: MovingValues): { box: Box; crop: Box | null } {
  const box: Box = { xPx, yPx, widthPx, heightPx };
  const crop = 'crop' in layer ? layer.crop : null;
  const fit = fitOf(layer);
  if (fit === null || widthPx <= 0 || heightPx <= 0) return { box, crop };
  const { frame } = fit;
  if (widthPx !== frame.box.widthPx || heightPx !== frame.box.heightPx) return refit(fit, box);
  return { box: { ...layer.box, xPx: layer.box.xPx + xPx - frame.box.xPx, yPx: layer.box.yPx + yPx - frame.box.yPx }, crop };
}

/** Zoomed into about its centre, then moved. */
function moveCrop({ xPx, yPx, widthPx, heightPx }: Box, { zoom, panXPx, panYPx }: MovingValues): Box {
  return {
    xPx: xPx + (widthPx - widthPx / zoom) / 2 + panXPx,
    yPx: yPx + (heightPx - heightPx / zoom) / 2 + panYPx,
    widthPx: widthPx / zoom,
    heightPx: heightPx / zoom,
  };
}

/** `fitPicture` works in whole pixels, which would make a slow zoom tremble: in these parts of a pixel its steps are not seen. */
const PARTS_OF_PIXEL = 256;

function refit({ part, ...fit }: PictureFit, box: Box): { box: Box; crop: Box } {
  const fine = scaleBox(box, PARTS_OF_PIXEL);
  const fitted = fitPicture(
    scaleBox(part, PARTS_OF_PIXEL),
    { box: roundBox(fine), exactSize: { widthPx: fine.widthPx, heightPx: fine.heightPx } },
    fit,
  );
  return { box: scaleBox(fitted.box, 1 / PARTS_OF_PIXEL), crop: scaleBox(fitted.crop, 1 / PARTS_OF_PIXEL) };
}

const scaleBox = ({ xPx, yPx, widthPx, heightPx }: Box, factor: number): Box => ({
  xPx: xPx * factor, yPx: yPx * factor, widthPx: widthPx * factor, heightPx: heightPx * factor,
});

const roundBox = ({ xPx, yPx, widthPx, heightPx }: Box): Box => ({
  xPx: Math.round(xPx), yPx: Math.round(yPx), widthPx: Math.max(1, Math.round(widthPx)), heightPx: Math.max(1, Math.round(heightPx)),
});

/** The items and, after each group, what is in it. */
export function listItems(items: readonly DrawItem[]): DrawItem[] {
  return items.flatMap((item) => [item, ...listItems(item.items ?? [])]);
}
