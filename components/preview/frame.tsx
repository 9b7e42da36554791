/**
 * One frame of a timeline, drawn with the browser's own elements: every layer in its box, cut and turned as the renderer does it.
 */
'use client';

import { useEffect, useRef, type CSSProperties } from 'react';
import { TextPicture } from '#components/preview/text-picture';
import { drawShape } from '#lib/composition/draw/draw-shape';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import { shapeReachPx } from '#lib/composition/shapes/shape-reach';
import { mediaKey } from '#lib/composition/sources';
import type { Layer, PictureLayer, ShapeLayer, Timeline, VideoLayer } from '#lib/composition/timeline';

interface FrameProps {
  timeline: Timeline;
  facts: MediaFactsBySource;
  frame: number;
}

export function Frame({ timeline, facts, frame }: FrameProps) {
  const { widthPx, heightPx, fillColor, layers } = timeline;
  return (
    <div className="relative size-full overflow-hidden" style={{ backgroundColor: fillColor }}>
      {layers.map((layer, index) => (
        <div key={`${layer.elementId} ${index}`} style={toBoxStyle(layer, { widthPx, heightPx }, frame)}>
          {layer.type === 'image' && <img src={layer.source} alt="" style={toPictureStyle(layer, facts)} />}
          {layer.type === 'video' && <VideoPicture layer={layer} seconds={toSourceSeconds(layer, timeline, frame)} style={toPictureStyle(layer, facts)} />}
          {layer.type === 'shape' && <ShapePicture layer={layer} />}
          {layer.type === 'text' && <TextPicture layer={layer} />}
        </div>
      ))}
    </div>
  );
}

function VideoPicture({ layer, seconds, style }: { layer: VideoLayer; seconds: number; style: CSSProperties }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.currentTime = seconds;
  }, [seconds, layer.source]);
  return <video ref={video} src={layer.source} muted playsInline preload="auto" tabIndex={-1} style={style} />;
}

/** Drawn as the renderer draws it, with room for a stroke that reaches out of the box. */
function ShapePicture({ layer }: { layer: ShapeLayer }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { widthPx, heightPx } = layer.box;
  const margin = Math.ceil(shapeReachPx(layer));
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d');
    if (!ctx) return;
    ctx.setTransform(1, 0, 0, 1, margin, margin);
    ctx.clearRect(-margin, -margin, widthPx + 2 * margin, heightPx + 2 * margin);
    drawShape(ctx, layer, layer);
  }, [layer, margin, widthPx, heightPx]);
  const place: CSSProperties = {
    position: 'absolute',
    maxWidth: 'none',
    left: percent(-margin, widthPx),
    top: percent(-margin, heightPx),
    width: percent(widthPx + 2 * margin, widthPx),
    height: percent(heightPx + 2 * margin, heightPx),
  };
  return <canvas ref={canvas} width={widthPx + 2 * margin} height={heightPx + 2 * margin} style={place} />;
}

/** Time of the source at a frame of the output; before and after the layer its nearest one, so that it is decoded already when its time comes. */
function toSourceSeconds(layer: VideoLayer, { frameRate }: Timeline, frame: number): number {
  const since = ((Math.min(Math.max(frame, layer.startFrame), layer.endFrame - 1) - layer.startFrame) * frameRate.denominator) / frameRate.numerator;
  return Math.min(layer.trimStartSeconds + since, layer.trimEndSeconds);
}

const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;

function toBoxStyle(layer: Layer, canvas: { widthPx: number; heightPx: number }, frame: number): CSSProperties {
  const { box } = layer;
  return {
    position: 'absolute',
    overflow: layer.type === 'shape' || layer.type === 'text' ? 'visible' : 'hidden',
    left: percent(box.xPx, canvas.widthPx),
    top: percent(box.yPx, canvas.heightPx),
    width: percent(box.widthPx, canvas.widthPx),
    height: percent(box.heightPx, canvas.heightPx),
    opacity: layer.opacity,
    transform: layer.rotationDegrees === 0 ? undefined : `rotate(${layer.rotationDegrees}deg)`,
    visibility: frame >= layer.startFrame && frame < layer.endFrame ? 'visible' : 'hidden',
  };
}

/** The whole picture, as much larger than its box as it is larger than its crop. */
function toPictureStyle(layer: PictureLayer, facts: MediaFactsBySource): CSSProperties {
  const { crop } = layer;
  const known = facts.get(mediaKey(layer.type, layer.source));
  const { widthPx, heightPx } = known === undefined || known.kind === 'audio' ? crop : known;
  return {
    position: 'absolute',
    maxWidth: 'none',
    objectFit: 'fill',
    left: percent(-crop.xPx, crop.widthPx),
    top: percent(-crop.yPx, crop.heightPx),
    width: percent(widthPx, crop.widthPx),
    height: percent(heightPx, crop.heightPx),
  };
}
