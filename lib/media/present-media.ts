/** A finished look at a medium as the API shows it: the look in, the body out. Pure. */
import type { MediaBody } from '#lib/api/contract';
import type { Preview } from '#lib/media/media-findings';
import type { ReadyProbe } from '#lib/media/probe-media';

export function presentMedia({ id, source, findings }: ReadyProbe): MediaBody {
  if (findings.facts.kind === 'font') return { source, kind: 'font', size_bytes: findings.size_bytes, facts: findings.facts };
  if (!('has_poster' in findings)) throw new Error('a medium that is no font was kept as one');
  const { size_bytes, facts, has_poster, filmstrip, waveform } = findings;
  const url = (preview: Preview): string => `/api/v1/media/${id}/${preview}`;
  return {
    source,
    kind: facts.kind,
    size_bytes,
    facts,
    poster_url: has_poster ? url('poster') : null,
    filmstrip: filmstrip === null ? null : { url: url('filmstrip'), ...filmstrip },
    waveform: waveform === null ? null : { url: url('waveform'), ...waveform },
  };
}
