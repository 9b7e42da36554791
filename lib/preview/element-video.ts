/**
 * A video read by an element of the browser: for what WebCodecs cannot read, and where there is none. At rest its frames are as exact as the browser's
 * seeking; asked for one frame after the other it plays along, as a seek takes longer than a frame. Its colours are the browser's own.
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
/** Whoever has not asked for as long does not play. */
const PLAYING_PAUSE_MS = 250;
/** The frames asked for one after the other, in seconds of the source a second: what browsers play at least and at most. */
const PLAYING_RATES = { min: 0.1, max: 4 };
/** What is further off is sought; up to there the element is let go a little faster or slower. */
const DRIFT_SECONDS_MAX = 0.2;
const CORRECTION_PER_SECOND = 2;

export class ElementVideo implements VideoReader {
  readonly #element: HTMLVideoElement;
  readonly #facts: VideoFacts;
  /** The time asked for last, and when. */
  #asked = { time: 0, atMs: -Infinity };
  #rest: ReturnType<typeof setTimeout> | undefined;

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
    if (!this.#playsAlong(time)) {
      // The picture of one that plays may be behind the time it tells.
      const isExact = element.paused && Math.abs(element.currentTime - time) <= TIME_STAMP_TOLERANCE_SECONDS;
      element.pause();
      if (!isExact) {
        const seeked = arrival(element, 'seeked');
        element.currentTime = time;
        await seeked;
      }
    }
    const { widthPx, heightPx } = this.#facts;
    return { image: element, widthPx: element.videoWidth, heightPx: element.videoHeight, area: { xPx: 0, yPx: 0, widthPx, heightPx } };
  }

  async close(): Promise<void> {
    clearTimeout(this.#rest);
    unload(this.#element);
  }

  /** True when what the element shows by playing is what is asked for. */
  #playsAlong(time: number): boolean {
    const element = this.#element;
    const nowMs = performance.now();
    const { time: before, atMs } = this.#asked;
    this.#asked = { time, atMs: nowMs };
    clearTimeout(this.#rest);
    const rate = ((time - before) * 1000) / (nowMs - atMs);
    const driftSeconds = time - element.currentTime;
    const { min, max } = PLAYING_RATES;
    // One that has come to its end would play from its beginning again.
    if (element.ended || nowMs - atMs > PLAYING_PAUSE_MS || rate < min || rate > max || Math.abs(driftSeconds) > DRIFT_SECONDS_MAX) return false;
    element.playbackRate = Math.min(max, Math.max(min, rate + driftSeconds * CORRECTION_PER_SECOND));
    // A browser that does not let it play is asked to seek, as soon as it is too far off.
    if (element.paused) element.play().catch(() => undefined);
    this.#rest = setTimeout(() => element.pause(), PLAYING_PAUSE_MS);
    return true;
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
