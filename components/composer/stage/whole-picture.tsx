/** All of a picture's source, faint, where it would be drawn if nothing were cropped off: an image itself, of a video the frame of the moment. */
'use client';

import { useEffect, useRef } from 'react';
import type { SelectionBox } from '#components/composer/stage/stage-geometry';
import { useStageMoment } from '#components/composer/stage/use-stage-scene';
import { flipsOf } from '#lib/composition/look';
import { toMediaUrl } from '#lib/composition/upload-source';
import { multiplyMatrices, type CanvasMatrix } from '#lib/editor/canvas-matrix';
import type { StageTarget } from '#lib/editor/stage-targets';

interface WholePictureProps {
  target: StageTarget;
  whole: SelectionBox;
  toWindow: CanvasMatrix;
}

export function WholePicture({ target: { element, layer }, whole: { box, matrix }, toWindow }: WholePictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  const secondsInLayer = useStageMoment(layer);
  const seconds = layer.type === 'video' ? layer.trimStartSeconds + secondsInLayer : 0;
  useEffect(() => {
    if (video.current !== null) video.current.currentTime = seconds;
  }, [seconds]);
  if (element.type !== 'image' && element.type !== 'video') return null;
  const { a, b, c, d, e, f } = multiplyMatrices(multiplyMatrices(toWindow, matrix), flipped(box, flipsOf(element.flip)));
  const look = {
    className: 'pointer-events-none absolute top-0 left-0 max-w-none origin-top-left opacity-35',
    style: { width: box.widthPx, height: box.heightPx, transform: `matrix(${a}, ${b}, ${c}, ${d}, ${e}, ${f})` },
  } as const;
  return element.type === 'image' ? <img src={toMediaUrl(element.source)} alt="" {...look} /> : <video ref={video} src={toMediaUrl(element.source)} muted playsInline preload="auto" aria-hidden="true" {...look} />;
}

/** From the corner of the box, mirrored about its middle. */
function flipped({ xPx, yPx, widthPx, heightPx }: SelectionBox['box'], { flipX, flipY }: ReturnType<typeof flipsOf>): CanvasMatrix {
  return { a: flipX ? -1 : 1, b: 0, c: 0, d: flipY ? -1 : 1, e: flipX ? xPx + widthPx : xPx, f: flipY ? yPx + heightPx : yPx };
}
