/**
 * Groups that do nothing as a whole: while one stands as it is, and nothing sticks out of it, its layers look the same as layers of the scene it is
 * in, where cheaper engines can take them. A layer and its scene in, stretches of frames out.
 */
import { isBareLook } from '#lib/composition/look';
import { listStretches, type Stretch } from '#lib/composition/motion-stretches';
import { moveLayer } from '#lib/composition/move-layer';
import { shapeReachPx } from '#lib/composition/shapes/shape-reach';
import type { Box, GroupLayer, Layer, ShapeLayer, Timeline } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';

type Scene = Pick<Timeline, 'widthPx' | 'heightPx' | 'frameRate'>;

/** As `listStretches`, with the layers of a group in its place where that shows the same, bottom to top. */
export function listFlatStretches(layer: Layer, scene: Scene): Stretch[] {
  return listStretches(layer, scene.frameRate).flatMap((stretch) => {
    const layers = stretch.layer.type === 'group' ? flattenGroup(stretch.layer, scene) : null;
    if (layers === null) return [stretch];
    return layers.flatMap((inner) => listFlatStretches(inner, scene)).flatMap((inner) => clipStretch(inner, stretch));
  });
}

function clipStretch({ layer, ...inner }: Stretch, { startFrame, endFrame }: Stretch): Stretch[] {
  const clipped = { startFrame: Math.max(inner.startFrame, startFrame), endFrame: Math.min(inner.endFrame, endFrame), layer };
  return clipped.startFrame < clipped.endFrame ? [clipped] : [];
}

/** Of more, each coming and going would be a cut: a group that repeats often is cheaper drawn. */
const FLAT_LAYERS_MAX = 60;

/** What is in the group as layers of the scene around it; null where that would not look the same. */
function flattenGroup(group: GroupLayer, scene: Size): Layer[] | null {
  const { box, canvas, look, motion, opacity, rotationDegrees } = group;
  const stands = look === null && motion === null && opacity === 1 && rotationDegrees === 0 && box.widthPx === canvas.widthPx && box.heightPx === canvas.heightPx;
  if (!stands || group.layers.length > FLAT_LAYERS_MAX || !group.layers.every((layer) => isUnaffected(layer, group, scene))) return null;
  return [...toBackground(group), ...group.layers.map((layer) => ({ ...moveLayer(layer, box), track: group.track }))];
}

/** Blending and masks look at what is below within the group alone; what sticks out is cut off. */
function isUnaffected(layer: Layer, { box, canvas }: GroupLayer, scene: Size): boolean {
  if (layer.look !== null && (layer.look.blendMode !== 'normal' || layer.look.maskMode !== null)) return false;
  const isWholeScene = box.xPx === 0 && box.yPx === 0 && box.widthPx === scene.widthPx && box.heightPx === scene.heightPx;
  if (isWholeScene) return true;
  const hasMovingParts = layer.type === 'text' && layer.splits !== null;
  const stands = layer.motion === null && !hasMovingParts && isBareLook(layer.look) && layer.rotationDegrees === 0;
  return stands && isWithin(reachOf(layer), canvas);
}

/** All that a layer without motion and look draws. */
function reachOf(layer: Layer): Box {
  const { box } = layer;
  switch (layer.type) {
    case 'image':
    case 'video':
    case 'group':
      return box;
    case 'shape': {
      const reachPx = shapeReachPx(layer);
      return { xPx: box.xPx - reachPx, yPx: box.yPx - reachPx, widthPx: box.widthPx + 2 * reachPx, heightPx: box.heightPx + 2 * reachPx };
    }
    case 'text': {
      const { leftPx, topPx, rightPx, bottomPx } = layer.layout.bounds;
      return { xPx: box.xPx + leftPx, yPx: box.yPx + topPx, widthPx: rightPx - leftPx, heightPx: bottomPx - topPx };
    }
    default:
      return layer satisfies never;
  }
}

function isWithin({ xPx, yPx, widthPx, heightPx }: Box, canvas: Size): boolean {
  return xPx >= 0 && yPx >= 0 && xPx + widthPx <= canvas.widthPx && yPx + heightPx <= canvas.heightPx;
}

function toBackground({ elementId, track, startFrame, endFrame, box, canvas: { fillColor } }: GroupLayer): ShapeLayer[] {
  if (fillColor === null) return [];
  return [
    {
      type: 'shape', elementId, track, startFrame, endFrame, box, rotationDegrees: 0, opacity: 1, look: null, motion: null,
      geometry: { kind: 'rectangle', radiusPx: 0 }, fill: { type: 'solid', color: fillColor }, stroke: null,
    },
  ];
}
