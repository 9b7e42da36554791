/**
 * The part of a picture's plan that is the same for images and videos: a layer and its facts in, exact steps and place out.
 */
import type { ImageLayer, VideoLayer } from '#lib/composition/timeline';
import type { PictureFacts } from '#lib/composition/media-facts';
import { hasMargins, placeBox, type Placement } from '#worker/render/placement';
import type { CompositingFormat, PreparedPicture } from '#worker/render/render-plan';
import { flipOrientation, isSideways, toCodedCrop } from '#worker/render/source-geometry';

export interface PreparedLayer {
  picture: Omit<PreparedPicture, 'id' | 'inputIndex'>;
  /** Where the picture's corner goes. */
  xPx: number;
  yPx: number;
}

/** Plans the steps from the stored picture to the canvas. */
export function prepareLayer(layer: ImageLayer | VideoLayer, facts: PictureFacts, format: CompositingFormat): PreparedLayer {
  const { box, opacity } = layer;
  const placement = placeBox(box, layer.rotationDegrees, { grid: format === 'yuv420p' ? 2 : 1, hasAlpha: facts.hasAlpha });
  const { codedWidthPx, codedHeightPx, pixelFormat, colorMatrix, colorRange, hasAlpha, orientation } = facts;
  const sideways = isSideways(orientation);
  return {
    picture: {
      codedWidthPx,
      codedHeightPx,
      pixelFormat,
      colorMatrix,
      colorRange,
      hasAlpha,
      crop: toCodedCrop(layer.crop, facts),
      scaledWidthPx: sideways ? box.heightPx : box.widthPx,
      scaledHeightPx: sideways ? box.widthPx : box.heightPx,
      orientation: flipOrientation(orientation, layer.look),
      quarterTurns: placement.quarterTurns,
      rotation: placement.rotation,
      opacity,
      margins: placement.margins,
      widthPx: placement.widthPx,
      heightPx: placement.heightPx,
      blending: chooseBlending(layer, facts, placement),
      format,
    },
    xPx: placement.xPx,
    yPx: placement.yPx,
  };
}

function chooseBlending(layer: ImageLayer | VideoLayer, facts: PictureFacts, placement: Placement): PreparedPicture['blending'] {
  if (facts.hasAlpha) return 'blended';
  if (layer.opacity === 1 && placement.rotation === null && !hasMargins(placement.margins)) return 'plain';
  // An image is drawn once: the general way costs nothing.
  return layer.type === 'image' ? 'blended' : 'masked';
}
