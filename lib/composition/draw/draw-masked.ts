/**
 * Tracks and the masks above them: the draw list in, each track's layers on the canvas out, through the masks there are at the moment. Masks
 * themselves are not seen.
 */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import { drawItem } from '#lib/composition/draw/draw-item';
import type { Offscreen } from '#lib/composition/draw/draw-resources';
import { turnLumaToAlpha } from '#lib/composition/draw/luma-to-alpha';
import type { SceneResources } from '#lib/composition/draw/scene-resources';
import type { DrawItem } from '#lib/composition/frame-at';
import type { MaskMode } from '#lib/composition/look';
import type { Size } from '#lib/composition/units';

/** A frame or a group's canvas, or as much of it that every layer has its masks. */
export interface Scene {
  canvas: Size;
  /** Bottom to top. */
  items: readonly DrawItem[];
  resources: SceneResources;
}

export function drawScene(ctx: Canvas2D, scene: Scene): void {
  for (const items of groupByTrack(scene.items.filter((item) => !isMask(item)))) drawTrack(ctx, items, scene);
}

/** Neighbours of one track: one layer, or the two of a transition. */
function groupByTrack(items: readonly DrawItem[]): DrawItem[][] {
  const groups: DrawItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0]?.layer.track === item.layer.track) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** Masked as one, so that two layers that cross do not add up where a mask lets half of them through. */
function drawTrack(ctx: Canvas2D, items: readonly DrawItem[], scene: Scene): void {
  const { canvas, resources } = scene;
  const masks = scene.items.filter(({ layer }) => layer.look !== null && layer.look.maskedTrack === items[0]?.layer.track);
  if (masks.length === 0) {
    for (const item of items) drawItem(ctx, canvas, item, resources);
    return;
  }
  const group = resources.createCanvas(canvas.widthPx, canvas.heightPx);
  for (const item of items) drawItem(group.ctx, canvas, unblended(item), resources);
  applyMasks(group.ctx, 'destination-in', masks.filter((mask) => !isInverted(mask)), scene);
  applyMasks(group.ctx, 'destination-out', masks.filter(isInverted), scene);
  const blendMode = items.at(-1)?.layer.look?.blendMode ?? 'normal';
  ctx.save();
  if (blendMode !== 'normal') ctx.globalCompositeOperation = blendMode;
  ctx.drawImage(group.canvas, 0, 0);
  ctx.restore();
}

/** What is masked is blended afterwards, with what is below it. */
function unblended(item: DrawItem): DrawItem {
  const { layer } = item;
  return layer.look === null ? item : { ...item, layer: { ...layer, look: { ...layer.look, blendMode: 'normal' } } };
}

/** Masks that cross in a transition are one: what either leaves is left. */
function applyMasks(ctx: Canvas2D, operation: 'destination-in' | 'destination-out', masks: readonly DrawItem[], scene: Scene): void {
  const [first, ...others] = masks.map((mask) => drawMask(mask, scene));
  if (first === undefined) return;
  first.ctx.globalCompositeOperation = 'lighter';
  for (const { canvas } of others) first.ctx.drawImage(canvas, 0, 0);
  ctx.globalCompositeOperation = operation;
  ctx.drawImage(first.canvas, 0, 0);
}

/** A canvas that is opaque where the mask is seen, or bright; itself through the masks above it. */
function drawMask(mask: DrawItem, scene: Scene): Offscreen {
  const { widthPx, heightPx } = scene.canvas;
  const drawn = scene.resources.createCanvas(widthPx, heightPx);
  drawTrack(drawn.ctx, [mask], scene);
  if (LUMA_MODES.has(mask.layer.look?.maskMode ?? null)) {
    const pixels = drawn.ctx.getImageData(0, 0, widthPx, heightPx);
    turnLumaToAlpha(pixels);
    drawn.ctx.putImageData(pixels, 0, 0);
  }
  return drawn;
}

const LUMA_MODES: ReadonlySet<MaskMode | null> = new Set<MaskMode>(['luma', 'luma-inverted']);
const INVERTED_MODES: ReadonlySet<MaskMode | null> = new Set<MaskMode>(['alpha-inverted', 'luma-inverted']);

const isMask = ({ layer }: DrawItem): boolean => layer.look !== null && layer.look.maskMode !== null;
const isInverted = ({ layer }: DrawItem): boolean => INVERTED_MODES.has(layer.look?.maskMode ?? null);
