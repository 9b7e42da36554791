/** Paints frames on a canvas, one at a time: of those asked for meanwhile only the latest is painted. */
import type { Timeline } from '#lib/composition/timeline';
import { drawFrame } from '#lib/preview/draw-frame';
import type { PreviewResources } from '#lib/preview/preview-resources';

export interface PaintRequest {
  timeline: Timeline;
  frame: number;
}

export class FramePainter {
  readonly #ctx: CanvasRenderingContext2D;
  readonly #resources: PreviewResources;
  readonly #onPainted: (problem: string | null) => void;
  readonly #stop = new AbortController();
  #wanted: PaintRequest | null = null;
  #painting: Promise<void> | null = null;

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
    // Given its size anew, a canvas forgets its picture.
    if (canvas.width !== widthPx || canvas.height !== heightPx) Object.assign(canvas, { width: widthPx, height: heightPx });
    try {
      await drawFrame(this.#ctx, request, this.#resources, this.#stop.signal);
      return null;
    } catch (error) {
      return toProblem(error);
    }
  }
}

function toProblem(error: unknown): string {
  const isForeign = error instanceof DOMException && error.name === 'SecurityError';
  return isForeign ? 'An effect of this frame needs pixels that their server lets no other page read' : 'This frame cannot be drawn in this browser';
}
