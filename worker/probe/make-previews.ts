/**
 * What a medium looks and sounds like, in small: a checked file in; poster, filmstrip and waveform in the bucket, and how to read them, out.
 * A help for the eye: one that cannot be made, or not in time, is left out, and the medium is as good without it.
 */
import { log } from '#lib/log';
import type { Preview, VisibleFindings } from '#lib/media/media-findings';
import { PREVIEW_SECONDS } from '#lib/media/probe-queue';
import type { Storage } from '#lib/storage/storage';
import type { LocalMedia } from '#worker/media/load-source';
import { makeFilmstrip } from '#worker/probe/make-filmstrip';
import { makePoster } from '#worker/probe/make-poster';
import { makeWaveform } from '#worker/probe/make-waveform';
import type { PreviewInput, PreviewOutput } from '#worker/probe/preview-file';

export interface PreviewsOptions {
  probeId: string;
  storage: Pick<Storage, 'storePreview'>;
  /** The look's own folder, for as long as this runs. */
  directory: string;
  stopping: AbortSignal;
}

type Previews = Pick<VisibleFindings, 'has_poster' | 'filmstrip' | 'waveform'>;

/** Throws only when `stopping` fires. One after the other, as each takes all the cores there are. */
export async function makePreviews(media: LocalMedia, options: PreviewsOptions): Promise<Previews> {
  const signal = AbortSignal.any([options.stopping, AbortSignal.timeout(PREVIEW_SECONDS * 1000)]);
  const input: PreviewInput = { path: media.path, directory: options.directory, signal };
  const { facts } = media;
  const keep = async <Found>(name: Preview, make: Promise<PreviewOutput<Found>> | null): Promise<Found | null> => {
    try {
      const made = await make;
      if (made === null) return null;
      await options.storage.storePreview({ probeId: options.probeId, name, filePath: made.path, contentType: made.contentType, signal });
      return made.found;
    } catch (error) {
      options.stopping.throwIfAborted();
      log.warn({ err: error, probeId: options.probeId, preview: name }, 'could not make a preview of a medium');
      return null;
    }
  };
  const sound = facts.kind === 'image' ? null : facts.sound;
  const mediumStartSeconds = facts.kind === 'video' ? facts.startSeconds : (sound?.startSeconds ?? 0);
  return {
    has_poster: (await keep('poster', facts.kind === 'audio' ? null : makePoster(facts, input))) ?? false,
    filmstrip: await keep('filmstrip', facts.kind === 'video' ? makeFilmstrip(facts, input) : null),
    waveform: await keep('waveform', sound === null || facts.kind === 'image' ? null : makeWaveform({ sound, demuxer: facts.demuxer, mediumStartSeconds }, input)),
  };
}
