/** Images for the preview: an address and its facts in, the upright picture out. */
import type { Picture } from '#lib/composition/draw/draw-resources';
import type { ImageFacts } from '#lib/composition/media-facts';
import { toMediaUrl } from '#lib/composition/upload-source';

/** An SVG is drawn once, this large at least on its longer side, so that it stays sharp where it is scaled up. */
const SVG_SIDE_PX = 2048;

/** Throws when the source cannot be fetched or is no image for this browser. */
export async function decodeImage(source: string, facts: ImageFacts, signal: AbortSignal): Promise<Picture> {
  const image = await readImage(source, facts, signal);
  return { image, widthPx: image.width, heightPx: image.height, area: { xPx: 0, yPx: 0, widthPx: facts.widthPx, heightPx: facts.heightPx } };
}

async function readImage(source: string, facts: ImageFacts, signal: AbortSignal): Promise<ImageBitmap | HTMLImageElement | HTMLCanvasElement> {
  const response = await fetch(toMediaUrl(source), { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    // Not for the eyes of other pages: it can be shown, but its pixels cannot be read.
    if (error instanceof TypeError) return null;
    throw error;
  });
  if (response === null) return loadElement(toMediaUrl(source));
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  const blob = await response.blob();
  // Profiles and gamma are not looked at, as FFmpeg does not.
  if (!isSvg(blob)) return createImageBitmap(blob, { colorSpaceConversion: 'none', imageOrientation: 'from-image' });
  const url = URL.createObjectURL(blob);
  try {
    return drawSvg(await loadElement(url), facts);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** By a canvas: an image bitmap of an SVG that names no size of its own is empty. */
function drawSvg(element: HTMLImageElement, { widthPx, heightPx }: ImageFacts): HTMLCanvasElement {
  const scale = Math.max(1, SVG_SIDE_PX / Math.max(widthPx, heightPx));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(widthPx * scale);
  canvas.height = Math.round(heightPx * scale);
  canvas.getContext('2d')?.drawImage(element, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const isSvg = ({ type }: Blob): boolean => type.startsWith('image/svg');

async function loadElement(url: string): Promise<HTMLImageElement> {
  const element = new Image();
  element.src = url;
  await element.decode();
  return element;
}
