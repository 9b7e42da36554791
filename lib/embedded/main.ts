/**
 * The process of one embedded part, so that the end of one is not the other's: Supabase goes down with its database, S3 does not.
 * In: EMBEDDED_PART, which part and its options as JSON. Out: the part listening on 127.0.0.1, and the message "ready" to the process that started this one.
 */
import type { EmbeddedS3Options } from '#lib/embedded/s3/server';
import type { SupabaseOptions } from '#lib/embedded/supabase';

export type EmbeddedPart = { name: 'supabase'; options: SupabaseOptions } | { name: 's3'; options: EmbeddedS3Options };

// Each loads its own code alone.
async function startPart(part: EmbeddedPart): Promise<{ close(): Promise<void> }> {
  switch (part.name) {
    case 'supabase': return (await import('#lib/embedded/supabase')).startSupabase(part.options);
    case 's3': return (await import('#lib/embedded/s3/server')).startEmbeddedS3(part.options);
    default: return part satisfies never;
  }
}

const running = await startPart(JSON.parse(process.env['EMBEDDED_PART'] ?? '') as EmbeddedPart);
process.once('SIGTERM', () => {
  void running.close().finally(() => process.exit(0));
});
process.send?.('ready');
