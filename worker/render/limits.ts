/**
 * What a render may hold in memory: a plan in, an estimate or a refusal out.
 */
import type { Layer } from '#lib/composition/timeline';
import { AppError } from '#lib/errors';
import type { PlannedDecode, PlannedDrawing, PlannedFrames, PlannedPart } from '#worker/render/render-plan';

/** FFmpeg's address space is limited to 12 GiB (worker/ffmpeg/sandbox.ts); what it touches must stay well below. */
const RENDER_MEMORY_BYTES_MAX = 8 * 1024 ** 3;

/** Pictures of 4:2:0 that x264 (look-ahead, references, threads) and the graph hold at the size of the canvas. */
const CANVAS_FRAMES_HELD = 48;
/** References and threads of a video decoder; measured with fifty clips open. */
const DECODER_FRAMES_HELD = 14;
const YUV420_BYTES_PER_PIXEL = 1.5;
/** With alpha or in full colour. */
const FULL_BYTES_PER_PIXEL = 4;
/** What repeats is kept decoded: two channels of floats. */
const STEREO_SAMPLE_BYTES = 8;
/** The scaling filters' own tables and buffers; measured with five hundred small pictures. */
const PICTURE_OVERHEAD_BYTES = 3_000_000;

/**
 * FFmpeg opens every input and decodes its first frame before the first frame of output, and keeps each prepared image until its span comes:
 * so everything counts at once.
 */
export function estimateMemoryBytes({ widthPx, heightPx, inputs, pictures, stills, audio, drawing }: PlannedPart): number {
  const canvasPixels = widthPx * heightPx;
  const canvasBytes = canvasPixels * YUV420_BYTES_PER_PIXEL * (CANVAS_FRAMES_HELD + stills.length) + canvasPixels * FULL_BYTES_PER_PIXEL * 2;
  const pictureBytes = pictures.reduce((sum, { widthPx: width, heightPx: height }) => sum + width * height * FULL_BYTES_PER_PIXEL + PICTURE_OVERHEAD_BYTES, 0) + sumRoundBytes(pictures);
  const decoded = inputs.filter(({ isSound }) => !isSound).map(({ index }) => pictures.find(({ inputIndex }) => inputIndex === index));
  const sourceBytes = decoded.reduce((sum, picture) => {
    if (picture === undefined) return sum;
    const pixels = picture.codedWidthPx * picture.codedHeightPx;
    return sum + pixels * (picture.kind === 'video' ? YUV420_BYTES_PER_PIXEL * DECODER_FRAMES_HELD : FULL_BYTES_PER_PIXEL);
  }, 0);
  const loopedSamples = audio.kind === 'mix' ? audio.sounds.reduce((sum, { piece }) => sum + (piece?.sampleCount ?? 0), 0) : 0;
  return Math.round(loopedSamples * STEREO_SAMPLE_BYTES + estimateDrawingBytes(drawing, canvasPixels) + canvasBytes + pictureBytes + sourceBytes);
}

/** What repeats is kept as it is shown. */
function sumRoundBytes(pictures: PlannedPart['pictures']): number {
  return pictures.reduce((sum, picture) => {
    if (picture.kind !== 'video' || picture.loop === null) return sum;
    return sum + picture.widthPx * picture.heightPx * (picture.blending === 'plain' ? YUV420_BYTES_PER_PIXEL : FULL_BYTES_PER_PIXEL) * picture.loop.frameCount;
  }, 0);
}

/** Canvases of the whole size: the one that is painted, those kept for a span, its copies on their way to FFmpeg and what is not yet collected. */
const CANVASES_HELD = 12;
/** Of a decoded video: its canvas, the frame before it is put there, and the next one. */
const DRAWN_FRAMES_HELD = 3;

/** What our own process holds beside FFmpeg; every image is taken to be there at once. */
function estimateDrawingBytes(drawing: PlannedPart['drawing'], canvasPixels: number): number {
  if (drawing === null) return 0;
  const imageBytes = drawing.decodes.reduce((sum, { widthPx, heightPx, frames }) => (frames === null ? sum + widthPx * heightPx * FULL_BYTES_PER_PIXEL : sum), 0);
  return imageBytes + findVideoBytesAtOnce(drawing.decodes) + canvasPixels * FULL_BYTES_PER_PIXEL * CANVASES_HELD + findGroupPixelsAtOnce(drawing) * FULL_BYTES_PER_PIXEL * GROUP_CANVASES_HELD;
}

/** A group's own canvas is made anew for every frame, and collected later: measured with canvases of 4K and 8K, alone and within each other. */
const GROUP_CANVASES_HELD = 6;

/** Of the groups that are drawn for one picture, the most. */
function findGroupPixelsAtOnce({ bitmaps, streams, layers }: PlannedDrawing): number {
  const pieces = streams.flatMap((stream) => stream.pieces).map(({ startFrame, endFrame, layers: places }) => ({ startFrame, endFrame, amount: findPixelsAtOnce(places.flatMap((place) => layers[place] ?? [])) }));
  return Math.max(findMostAtOnce(pieces), ...bitmaps.map(({ items }) => findPixelsAtOnce(items.map(({ layer }) => layer))));
}

function findPixelsAtOnce(layers: readonly Layer[]): number {
  return findMostAtOnce(layers.flatMap((layer) => {
    const { startFrame, endFrame } = layer;
    return layer.type === 'group' ? [{ startFrame, endFrame, amount: layer.canvas.widthPx * layer.canvas.heightPx + findPixelsAtOnce(layer.layers) }] : [];
  }));
}

/** A video is decoded while it is drawn, and let go: the most that there is of them at any time. */
function findVideoBytesAtOnce(decodes: readonly PlannedDecode[]): number {
  return findMostAtOnce(decodes.flatMap(({ frames, ...decode }) => (frames === null ? [] : [{ startFrame: frames.startFrame, endFrame: frames.startFrame + frames.frameCount, amount: videoBytes(decode, frames) }])));
}

interface HeldAmount {
  startFrame: number;
  endFrame: number;
  amount: number;
}

/** At the start of one of them. */
function findMostAtOnce(held: readonly HeldAmount[]): number {
  return Math.max(0, ...held.map(({ startFrame: frame }) => held.reduce((sum, { startFrame, endFrame, amount }) => (startFrame <= frame && frame < endFrame ? sum + amount : sum), 0)));
}

function videoBytes({ widthPx, heightPx, codedWidthPx, codedHeightPx }: Omit<PlannedDecode, 'frames'>, { loop }: PlannedFrames): number {
  const framesHeld = DRAWN_FRAMES_HELD + (loop?.frameCount ?? 0);
  return widthPx * heightPx * FULL_BYTES_PER_PIXEL * framesHeld + codedWidthPx * codedHeightPx * YUV420_BYTES_PER_PIXEL * DECODER_FRAMES_HELD;
}

/** `bytesMax`: what the machine has, where that is less than any render may hold. Throws OUTPUT_TOO_COMPLEX. */
export function checkMemory(memoryBytes: number, bytesMax = RENDER_MEMORY_BYTES_MAX): void {
  if (memoryBytes <= bytesMax) return;
  const toGib = (bytes: number): string => (bytes / 1024 ** 3).toFixed(1);
  throw new AppError('OUTPUT_TOO_COMPLEX', {
    message: `The composition needs about ${toGib(memoryBytes)} GiB of memory to render; at most ${toGib(bytesMax)} GiB are allowed. Use fewer or smaller sources`,
    details: { memory_bytes: memoryBytes, memory_bytes_max: bytesMax },
  });
}
