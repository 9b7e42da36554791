/**
 * What drawing needs in a browser: the pictures of a draw list, decoded before it is drawn, further canvases and paths. A picture that cannot be
 * had is told in `failures` and stands as a placeholder; nothing is thrown.
 */
import type { CanvasPath } from '#lib/composition/draw/canvas-2d';
import type { DrawResources, Offscreen, Picture } from '#lib/composition/draw/draw-resources';
import { listItems, type DrawItem } from '#lib/composition/frame-at';
import type { MediaFacts, MediaFactsBySource } from '#lib/composition/media-facts';
import { mediaKey } from '#lib/composition/sources';
import type { PictureLayer } from '#lib/composition/timeline';
import { decodeImage } from '#lib/preview/decode-image';
import { MediaInputs } from '#lib/preview/media-inputs';
import { createPlaceholder } from '#lib/preview/placeholder-picture';
import { PreviewVideos } from '#lib/preview/preview-videos';

/** What has failed is not tried again for as long: not with every frame. */
const FAILURE_REST_MS = 10_000;

/** A picture that a frame needs. */
type PictureUse = { layer: PictureLayer } & Pick<DrawItem, 'sourceSeconds'>;

export class PreviewResources implements DrawResources {
  /** Why a medium cannot be shown, by `mediaKey`: a sentence without its full stop. */
  readonly failures = new Map<string, string>();
  readonly #failedAtMs = new Map<string, number>();
  /** For what else is read of the same media: their sound. */
  readonly inputs = new MediaInputs();
  readonly #videos = new PreviewVideos(this.inputs);
  /** By `mediaKey`. */
  readonly #images = new Map<string, Promise<Picture>>();
  /** Of the frame that is prepared, by `layerKey`. */
  #pictures = new Map<string, Picture>();
  #facts: MediaFactsBySource = new Map();

  /** To be told before a timeline's frames are prepared. What is not among the facts is let go of. */
  useFacts(facts: MediaFactsBySource): void {
    this.#facts = facts;
    for (const key of this.#images.keys()) if (!facts.has(key)) this.#images.delete(key);
    for (const key of this.failures.keys()) if (!facts.has(key)) this.failures.delete(key);
  }

  /** Makes every picture of the draw list ready. One call at a time: the pictures of the call before are gone. Rejects when aborted, and then alone. */
  async prepare(items: readonly DrawItem[], signal: AbortSignal): Promise<void> {
    await this.#videos.beginFrame();
    const wanted = listItems(items).flatMap(({ layer, sourceSeconds }) => (layer.type === 'image' || layer.type === 'video' ? { layer, sourceSeconds } : []));
    const pictures = await Promise.all(wanted.map(async (use) => [layerKey(use.layer), await this.#prepare(use, signal)] as const));
    signal.throwIfAborted();
    this.#pictures = new Map(pictures);
  }

  picture(layer: PictureLayer): Picture | null {
    return this.#pictures.get(layerKey(layer)) ?? null;
  }

  createCanvas(widthPx: number, heightPx: number): Offscreen {
    // Not an OffscreenCanvas: Chromium leaves the edges of its clips rough, and smooths those of an element's, as the renderer's are.
    const canvas = document.createElement('canvas');
    canvas.width = widthPx;
    canvas.height = heightPx;
    const ctx = canvas.getContext('2d');
    if (ctx === null) throw new Error('The browser gives no 2D canvas');
    return { canvas, ctx };
  }

  createPath(svgPathData?: string): CanvasPath {
    return new Path2D(svgPathData);
  }

  /** Lets go of everything that is decoded or open. */
  async close(): Promise<void> {
    this.#pictures.clear();
    this.#images.clear();
    await this.#videos.close();
    this.inputs.close();
  }

  /** Never rejects, so that no reader is still at work when the next frame is prepared. */
  async #prepare(use: PictureUse, signal: AbortSignal): Promise<Picture> {
    const key = mediaKey(use.layer.type, use.layer.source);
    if (this.#isResting(key)) return createPlaceholder(use.layer);
    try {
      const picture = await this.#read(use, key, signal);
      this.failures.delete(key);
      return picture;
    } catch (error) {
      if (!signal.aborted) {
        this.failures.set(key, error instanceof Error ? error.message : 'It cannot be shown');
        this.#failedAtMs.set(key, performance.now());
      }
      return createPlaceholder(use.layer);
    }
  }

  #isResting(key: string): boolean {
    return this.failures.has(key) && performance.now() - (this.#failedAtMs.get(key) ?? 0) < FAILURE_REST_MS;
  }

  async #read({ layer, sourceSeconds }: PictureUse, key: string, signal: AbortSignal): Promise<Picture> {
    const facts = this.#facts.get(key);
    if (layer.type === 'image') return this.#readImage(layer.source, key, { facts, signal });
    if (facts?.kind !== 'video') throw new Error('Nothing is known of the video');
    const reader = await this.#videos.readerFor({ elementId: layer.elementId, source: layer.source, facts, sourceSeconds: sourceSeconds ?? 0 });
    return reader.pictureAt(sourceSeconds ?? 0);
  }

  /** Decoded once; what failed is tried again the next time. */
  async #readImage(source: string, key: string, { facts, signal }: { facts: MediaFacts | undefined; signal: AbortSignal }): Promise<Picture> {
    if (facts?.kind !== 'image') throw new Error('Nothing is known of the image');
    const known = this.#images.get(key);
    if (known !== undefined) return known;
    const image = decodeImage(source, facts, signal);
    this.#images.set(key, image);
    image.catch(() => this.#images.delete(key));
    return image;
  }
}

/** Of a group that repeats, each round shows the element anew: no two rounds begin at the same frame. */
const layerKey = ({ elementId, startFrame }: PictureLayer): string => `${startFrame} ${elementId}`;
