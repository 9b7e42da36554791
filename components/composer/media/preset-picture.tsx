/** A preset as it will look: drawn by the same core as the video, at a moment when its animations are over; brought nearer, so that small letters can be read. */
'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { resolve } from '#lib/composition/resolve';
import type { Composition, Element } from '#lib/composition/schema/composition';
import type { Box } from '#lib/composition/timeline';

/** Of the picture in the panel, and of the canvas that is drawn: enough pixels for a close-up. */
const SIZE = { widthPx: 320, heightPx: 180 };
const DRAWN = { widthPx: 960, heightPx: 540 };
const BACKGROUND = '#23262b';

/** Nothing until it is drawn. */
export function PresetPicture({ label, element }: { label: string; element: Element }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { data: bitmap } = useQuery({ queryKey: ['preset', label], queryFn: ({ signal }) => drawPreset(element, signal), staleTime: Infinity, gcTime: Infinity, retry: false });
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d');
    if (bitmap === undefined || ctx === null || ctx === undefined) return;
    const { xPx, yPx, widthPx, heightPx } = findCloseUp(bitmap);
    ctx.drawImage(bitmap, xPx, yPx, widthPx, heightPx, 0, 0, SIZE.widthPx, SIZE.heightPx);
  }, [bitmap]);
  return <canvas ref={canvas} width={SIZE.widthPx} height={SIZE.heightPx} aria-hidden="true" className="size-full" style={{ background: BACKGROUND }} />;
}

// What draws and shapes text is large: it is fetched when a preset is shown.
async function drawPreset(element: Element, signal: AbortSignal): Promise<OffscreenCanvas> {
  const composition: Composition = { width: DRAWN.widthPx, height: DRAWN.heightPx, fill_color: BACKGROUND, elements: [element] };
  const [{ loadFonts }, { drawFrame }, { PreviewResources }] = await Promise.all([import('#lib/preview/load-fonts'), import('#lib/preview/draw-frame'), import('#lib/preview/preview-resources')]);
  const result = resolve(composition, new Map(), element.type === 'shape' ? null : await loadFonts(composition));
  if (!result.ok) throw new Error(result.problems[0]?.message ?? 'The preset cannot be drawn');
  const { timeline } = result;
  const drawn = new OffscreenCanvas(DRAWN.widthPx, DRAWN.heightPx);
  const ctx = drawn.getContext('2d');
  if (ctx === null) throw new Error('The browser gives no 2D canvas');
  const resources = new PreviewResources();
  try {
    await drawFrame(ctx, { timeline, frame: Math.floor(timeline.frameCount / 2) }, resources, signal);
  } finally {
    await resources.close();
  }
  return drawn;
}

/** Nearer than this, every preset would look as large as the next. */
const NEARNESS_MAX = 3.2;
const MARGIN = 1.2;

/** The part of the drawn canvas, of its shape, that has all of what is not background, with some room around it. */
function findCloseUp(drawn: OffscreenCanvas): Box {
  const { widthPx: width, heightPx: height } = DRAWN;
  const pixels = new Uint32Array(drawn.getContext('2d')?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer(0));
  const [background] = pixels;
  let [left, top, right, bottom] = [width, height, 0, 0];
  pixels.forEach((pixel, index) => {
    if (pixel === background) return;
    const [x, y] = [index % width, Math.floor(index / width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
  });
  if (right <= left) return { xPx: 0, yPx: 0, ...DRAWN };
  const scale = Math.min(1, Math.max(1 / NEARNESS_MAX, ((right - left) * MARGIN) / width, ((bottom - top) * MARGIN) / height));
  const [widthPx, heightPx] = [width * scale, height * scale];
  const within = (middle: number, size: number, whole: number): number => Math.min(whole - size, Math.max(0, middle - size / 2));
  return { xPx: within((left + right) / 2, widthPx, width), yPx: within((top + bottom) / 2, heightPx, height), widthPx, heightPx };
}
