/** Leads a page to a private object: its key in, the 307 to an address that works for a while out. */
import type { Storage } from '#lib/storage/storage';

/** The browser keeps the redirect for half of the time that its target works, so that one who reads a file by parts asks us once. */
const EXPIRES_SECONDS = 3600;
const KEEP_SECONDS = EXPIRES_SECONDS / 2;

export async function redirectToObject(key: string, storage: Pick<Storage, 'presignRead'>): Promise<Response> {
  const location = await storage.presignRead({ key, expiresSeconds: EXPIRES_SECONDS });
  return new Response(null, { status: 307, headers: { Location: location, 'Cache-Control': `private, max-age=${KEEP_SECONDS}` } });
}
