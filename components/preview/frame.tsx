/**
 * One frame of a timeline, drawn with the browser's own elements: every layer in its box, cut and turned as the renderer does it.
 */
'use client';

import { useEffect, useRef, type CSSProperties } from 'react';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import { mediaKey } from '#lib/composition/sources';
import type { Layer, Timeline, VideoLayer } from '#lib/composition/timeline';

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
          {layer.type === 'image' ? (
            <img src={layer.source} alt="" style={toPictureStyle(layer, facts)} />
          ) : (
            <VideoPicture layer={layer} seconds={toSourceSeconds(layer, timeline, frame)} style={toPictureStyle(layer, facts)} />
          )}
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
    overflow: 'hidden',
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
function toPictureStyle(layer: Layer, facts: MediaFactsBySource): CSSProperties {
  const { crop } = layer;
  const { widthPx, heightPx } = facts.get(mediaKey(layer.type, layer.source)) ?? crop;
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
