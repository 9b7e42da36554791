/**
 * The player alone, for frames on other sites (twitter:player): a few lines of HTML without scripts.
 */
import { getJob } from '#lib/jobs/get-job';
import { presentJob } from '#lib/jobs/present-job';

interface EmbedContext {
  params: Promise<{ jobId: string }>;
}

export async function GET(_request: Request, { params }: EmbedContext): Promise<Response> {
  const job = await getJob((await params).jobId);
  if (job === null) return toPage('<p>There is no such video.</p>', 404);
  const body = presentJob(job, new Date());
  if (body.status !== 'completed') return toPage('<p>This video is not finished.</p>', 200);
  const poster = body.poster_url === null ? '' : ` poster="${escapeHtml(body.poster_url)}"`;
  return toPage(`<video src="${escapeHtml(body.result_url)}"${poster} controls playsinline preload="metadata" aria-label="Video"></video>`, 200);
}

const STYLE =
  'html,body{margin:0;height:100%;background:#0b0c0a;color:#e9e8e2;font:15px/1.5 system-ui,sans-serif}video{display:block;width:100%;height:100%;object-fit:contain}p{margin:0;height:100%;display:grid;place-items:center}';

function toPage(content: string, status: number): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Video</title><meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>${content}</body></html>`;
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    // May be framed by anybody, and can do nothing but show a video.
    'Content-Security-Policy': "default-src 'none'; media-src *; img-src *; style-src 'unsafe-inline'; frame-ancestors *",
  };
  return new Response(html, { status, headers });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
