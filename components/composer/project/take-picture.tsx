/** A small picture of what the preview shows, as a data URL to keep beside a project; null when it cannot be had. */

/** Wide enough for a card on a dense screen. */
const WIDTH_PX_MAX = 320;
const HEIGHT_PX_MAX = 200;
const QUALITY = 0.7;

export function takePicture(canvas: HTMLCanvasElement): string | null {
  const scale = Math.min(1, WIDTH_PX_MAX / canvas.width, HEIGHT_PX_MAX / canvas.height);
  const small = document.createElement('canvas');
  small.width = Math.max(1, Math.round(canvas.width * scale));
  small.height = Math.max(1, Math.round(canvas.height * scale));
  const ctx = small.getContext('2d');
  if (ctx === null) return null;
  try {
    ctx.imageSmoothingQuality = 'high';
    ctx.drawImage(canvas, 0, 0, small.width, small.height);
    return small.toDataURL('image/webp', QUALITY);
  } catch {
    // It shows something of another site that pages may not read.
    return null;
  }
}
