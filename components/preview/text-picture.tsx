/** A text layer in the preview: drawn on a canvas by the renderer's own code, with room for what reaches out of its box. */
'use client';

import { useEffect, useRef, type CSSProperties } from 'react';
import { drawText, type TextResources } from '#lib/composition/draw/draw-text';
import type { TextLayer } from '#lib/composition/timeline';

const RESOURCES: TextResources = {
  createCanvas: (widthPx, heightPx) => {
    const canvas = document.createElement('canvas');
    canvas.width = widthPx;
    canvas.height = heightPx;
    const ctx = canvas.getContext('2d');
    if (ctx === null) throw new Error('The browser gives no 2D canvas');
    return { canvas, ctx };
  },
  createPath: (svgPathData) => new Path2D(svgPathData),
};

export function TextPicture({ layer }: { layer: TextLayer }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { box, layout } = layer;
  const left = Math.ceil(Math.max(0, -layout.bounds.leftPx));
  const top = Math.ceil(Math.max(0, -layout.bounds.topPx));
  const widthPx = left + Math.ceil(Math.max(box.widthPx, layout.bounds.rightPx));
  const heightPx = top + Math.ceil(Math.max(box.heightPx, layout.bounds.bottomPx));
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d');
    if (!ctx) return;
    ctx.setTransform(1, 0, 0, 1, left, top);
    ctx.clearRect(-left, -top, widthPx, heightPx);
    drawText(ctx, layer, layer, RESOURCES);
  }, [layer, left, top, widthPx, heightPx]);
  const place: CSSProperties = {
    position: 'absolute',
    maxWidth: 'none',
    left: percent(-left, box.widthPx),
    top: percent(-top, box.heightPx),
    width: percent(widthPx, box.widthPx),
    height: percent(heightPx, box.heightPx),
  };
  return <canvas ref={canvas} width={widthPx} height={heightPx} style={place} />;
}

const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;
