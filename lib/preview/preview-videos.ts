/**
 * The videos of a preview: which element wants which time of which source in, readers at those times out. Several readers of a
 * source are at work where it is seen several times at once, and one that is near goes on for the next element, as after a split.
 */
import type { VideoFacts } from '#lib/composition/media-facts';
import type { MediaInputs } from '#lib/preview/media-inputs';
import { openVideo } from '#lib/preview/open-video';
import type { VideoReader } from '#lib/preview/video-reader';

/** What is wanted of a frame. */
export interface VideoUse {
  elementId: string;
  source: string;
  facts: VideoFacts;
  sourceSeconds: number;
}

interface OpenReader {
  source: string;
  /** The element it last served. */
  elementId: string;
  reader: VideoReader;
  lastUse: number;
}

/** Readers that nobody wants are kept for as many frames: half a second of playing, and a decoder costs memory. */
const IDLE_FRAMES_MAX = 15;

export class PreviewVideos {
  readonly #inputs: MediaInputs;
  readonly #readers = new Set<OpenReader>();
  #frame = 0;

  constructor(inputs: MediaInputs) {
    this.#inputs = inputs;
  }

  /** To be called once a frame, before its readers are asked for: lets go of those that have been idle. */
  async beginFrame(): Promise<void> {
    this.#frame += 1;
    const idle = [...this.#readers].filter(({ lastUse }) => lastUse < this.#frame - IDLE_FRAMES_MAX);
    for (const open of idle) this.#readers.delete(open);
    // One that closes badly is gone all the same.
    await Promise.allSettled(idle.map(({ reader }) => reader.close()));
  }

  /** A reader for this use alone until the next frame. Throws when the source cannot be read. */
  async readerFor({ elementId, source, facts, sourceSeconds }: VideoUse): Promise<VideoReader> {
    const free = [...this.#readers].filter((open) => open.source === source && open.lastUse < this.#frame);
    const near = free.filter(({ reader }) => reader.canContinueTo(sourceSeconds));
    const isOwn = (open: OpenReader): boolean => open.elementId === elementId;
    const found = near.find(isOwn) ?? near[0] ?? free.find(isOwn);
    if (found !== undefined) {
      found.lastUse = this.#frame;
      found.elementId = elementId;
      return found.reader;
    }
    const open = { source, elementId, reader: await openVideo(source, this.#inputs.get(source), facts), lastUse: this.#frame };
    this.#readers.add(open);
    return open.reader;
  }

  async close(): Promise<void> {
    const readers = [...this.#readers];
    this.#readers.clear();
    await Promise.allSettled(readers.map(({ reader }) => reader.close()));
  }
}
