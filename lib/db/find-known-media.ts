/** What the latest job that used a medium found it to be: sources with what they are used as in, those that are known out. */
import { getSupabase, takeData } from '#lib/db/supabase';

type Kind = 'image' | 'video' | 'audio';

export interface KnownMediumRow {
  kind: Kind;
  source: string;
  /** null of an image. */
  durationSeconds: number | null;
  /** As stored, of one frame; 0 of sound. */
  pixels: number;
  sizeBytes: number;
}

export async function findKnownMedia(sources: ReadonlyArray<{ kind: Kind; source: string }>): Promise<KnownMediumRow[]> {
  if (sources.length === 0) return [];
  const wanted = sources.map(({ kind, source }) => ({ kind, source }));
  const rows = takeData(await getSupabase().rpc('known_media', { p_sources: wanted }), 'find what is known of the media');
  return rows.map(({ kind, source, duration_seconds, pixels, size_bytes }) => ({
    kind: kind as Kind,
    source,
    durationSeconds: duration_seconds === null ? null : Number(duration_seconds),
    pixels: Number(pixels),
    sizeBytes: Number(size_bytes),
  }));
}
