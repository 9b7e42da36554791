/**
 * A video read by an element of the browser: for what WebCodecs cannot read, and where there is none. Its frames are as exact as the browser's
 * seeking, and its colours the browser's own.
 */
import type { Picture } from '#lib/composition/draw/draw-resources';
import type { VideoFacts } from '#lib/composition/media-facts';
import { TIME_STAMP_TOLERANCE_SECONDS } from '#lib/composition/time-stamp-tolerance';
import type { Size } from '#lib/composition/units';
import { toMediaUrl } from '#lib/composition/upload-source';
import type { VideoReader } from '#lib/preview/video-reader';

/** An element seeks from where it is; nearer than this it has the data. */
const NEAR_SECONDS = 1;
const PATIENCE_MS = 15_000;

export class ElementVideo implements VideoReader {
  readonly #element: HTMLVideoElement;
  readonly #facts: VideoFacts;

  private constructor(element: HTMLVideoElement, facts: VideoFacts) {
    this.#element = element;
    this.#facts = facts;
  }

  /** Throws when the browser cannot play the source. */
  static async open(source: string, facts: VideoFacts): Promise<ElementVideo> {
    return new ElementVideo(await loadAnyElement(source), facts);
  }

  /** Throws likewise. */
  static async measure(source: string): Promise<Size & { durationSeconds: number; demuxer: string }> {
    const element = await loadAnyElement(source);
    const measured = { widthPx: element.videoWidth, heightPx: element.videoHeight, durationSeconds: element.duration, demuxer: '' };
    unload(element);
    return measured;
  }

  canContinueTo(sourceSeconds: number): boolean {
    return Math.abs(sourceSeconds - this.#element.currentTime) < NEAR_SECONDS;
  }

  async pictureAt(sourceSeconds: number): Promise<Picture> {
    const element = this.#element;
    const time = Math.min(sourceSeconds + TIME_STAMP_TOLERANCE_SECONDS, element.duration);
    if (Math.abs(element.currentTime - time) > TIME_STAMP_TOLERANCE_SECONDS) {
      const seeked = arrival(element, 'seeked');
      element.currentTime = time;
      await seeked;
    }
    const { widthPx, heightPx } = this.#facts;
    return { image: element, widthPx: element.videoWidth, heightPx: element.videoHeight, area: { xPx: 0, yPx: 0, widthPx, heightPx } };
  }

  async close(): Promise<void> {
    unload(this.#element);
  }
}

/** A server that lets nobody read its files may still let them be shown: the canvas is then not readable either. */
function loadAnyElement(source: string): Promise<HTMLVideoElement> {
  return loadElement(source, 'anonymous').catch(() => loadElement(source, null));
}

/** Lets go of the connection and the decoder. */
function unload(element: HTMLVideoElement): void {
  element.removeAttribute('src');
  element.load();
}

async function loadElement(source: string, crossOrigin: 'anonymous' | null): Promise<HTMLVideoElement> {
  const element = document.createElement('video');
  element.crossOrigin = crossOrigin;
  element.muted = true;
  element.playsInline = true;
  element.preload = 'auto';
  const loaded = arrival(element, 'loadeddata');
  element.src = toMediaUrl(source);
  try {
    await loaded;
    if (element.videoWidth === 0) throw new Error('This browser shows no picture of the video');
    return element;
  } catch (error) {
    unload(element);
    throw error;
  }
}

/** Rejects with an error event or when it takes too long. */
function arrival(element: HTMLVideoElement, eventName: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    const settled = new AbortController();
    const settle = (finish: () => void) => () => {
      clearTimeout(timer);
      settled.abort();
      finish();
    };
    const timer = setTimeout(settle(() => reject(new Error('The video did not arrive in time'))), PATIENCE_MS);
    element.addEventListener(eventName, settle(resolve), { signal: settled.signal });
    element.addEventListener('error', settle(() => reject(new Error('This browser cannot play the video'))), { signal: settled.signal });
  });
}
