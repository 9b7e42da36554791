/** Paints frames on a canvas, one at a time: of those asked for meanwhile only the latest is painted. Knows what is on the canvas. */
import { frameAt } from '#lib/composition/frame-at';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import type { Timeline } from '#lib/composition/timeline';
import { drawList } from '#lib/preview/draw-frame';
import { isSamePicture, type DrawnPicture } from '#lib/preview/is-same-picture';
import type { PreviewResources } from '#lib/preview/preview-resources';

export interface PaintRequest {
  timeline: Timeline;
  /** What `resources` were told of. */
  facts: MediaFactsBySource;
  frame: number;
}

export class FramePainter {
  readonly #ctx: CanvasRenderingContext2D;
  readonly #resources: PreviewResources;
  readonly #onPainted: (problem: string | null) => void;
  readonly #stop = new AbortController();
  #wanted: PaintRequest | null = null;
  #painting: Promise<void> | null = null;
  /** What is on the canvas; null when nothing is, or not all of what should be. */
  #shown: DrawnPicture | null = null;
  /** Of the last request it was asked of: who asks whether it is shown, has it painted next. */
  #built: { request: PaintRequest; picture: DrawnPicture } | null = null;

  /** @param onPainted is told after each frame, with a sentence when it could not be drawn */
  constructor(canvas: HTMLCanvasElement, resources: PreviewResources, onPainted: (problem: string | null) => void) {
    const ctx = canvas.getContext('2d');
    if (ctx === null) throw new Error('The browser gives no 2D canvas');
    this.#ctx = ctx;
    this.#resources = resources;
    this.#onPainted = onPainted;
  }

  get isBusy(): boolean {
    return this.#painting !== null;
  }

  /** True when painting this frame would change nothing. */
  shows(request: PaintRequest): boolean {
    return !this.isBusy && this.#shown !== null && isSamePicture(this.#shown, this.#pictureOf(request));
  }

  /** Resolves when this frame, or one that was asked for later, is on the canvas. Never rejects. */
  async paint(request: PaintRequest): Promise<void> {
    this.#wanted = request;
    this.#painting ??= this.#paintAll().finally(() => (this.#painting = null));
    await this.#painting;
  }

  /** Nothing is painted from now on. Resolves when what was being painted has ended. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#painting;
  }

  async #paintAll(): Promise<void> {
    while (this.#wanted !== null && !this.#stop.signal.aborted) {
      const request = this.#wanted;
      this.#wanted = null;
      const problem = await this.#paintOne(request);
      if (!this.#stop.signal.aborted) this.#onPainted(problem);
    }
  }

  async #paintOne(request: PaintRequest): Promise<string | null> {
    const { canvas } = this.#ctx;
    const { widthPx, heightPx } = request.timeline;
    this.#shown = null;
    // Given its size anew, a canvas forgets its picture.
    if (canvas.width !== widthPx || canvas.height !== heightPx) Object.assign(canvas, { width: widthPx, height: heightPx });
    try {
      const picture = this.#pictureOf(request);
      await drawList(this.#ctx, picture, this.#resources, this.#stop.signal);
      // What could not be shown is tried again with the next frame.
      if (this.#resources.failures.size === 0) this.#shown = picture;
      return null;
    } catch (error) {
      return toProblem(error);
    }
  }

  #pictureOf(request: PaintRequest): DrawnPicture {
    if (this.#built?.request !== request) this.#built = { request, picture: toPicture(request) };
    return this.#built.picture;
  }
}

const toPicture = ({ timeline, facts, frame }: PaintRequest): DrawnPicture => ({ canvas: timeline, items: frameAt(timeline, frame), facts });

function toProblem(error: unknown): string {
  const isForeign = error instanceof DOMException && error.name === 'SecurityError';
  return isForeign ? 'An effect of this frame needs pixels that their server lets no other page read' : 'This frame cannot be drawn in this browser';
}
