/**
 * The process of the embedded Supabase and S3. In: EMBEDDED_PARTS, a JSON object with the options of the parts to run.
 * Out: both listening on 127.0.0.1, and the message "ready" to the process that started this one.
 */
import { startEmbeddedS3 } from '#lib/embedded/s3/server';
import { startSupabase, type SupabaseOptions } from '#lib/embedded/supabase';

export interface EmbeddedParts {
  supabase: SupabaseOptions | null;
  s3: Parameters<typeof startEmbeddedS3>[0] | null;
}

const parts = JSON.parse(process.env['EMBEDDED_PARTS'] ?? '{}') as EmbeddedParts;
const running = await Promise.all([
  ...(parts.supabase === null ? [] : [startSupabase(parts.supabase)]),
  ...(parts.s3 === null ? [] : [startEmbeddedS3(parts.s3)]),
]);

process.once('SIGTERM', () => {
  void Promise.allSettled(running.map((part) => part.close())).then(() => process.exit(0));
});
process.send?.('ready');
