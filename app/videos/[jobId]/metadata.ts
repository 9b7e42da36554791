/**
 * What a shared link says of itself: the body and the title of a job and the site's address in, title, Open Graph and Twitter player tags out.
 * Only a finished video has the tags of a video.
 */
import type { Metadata } from 'next';
import type { JobCompletedBody, VideoResultBody } from '#lib/api/contract';
import { toPosterSize } from '#lib/composition/poster-size';

const TITLES: Readonly<Record<VideoResultBody['status'], string>> = {
  completed: 'Video',
  processing: 'Video in the making',
  failed: 'Video that could not be made',
  timeout: 'Video that took too long',
  cancelled: 'Cancelled video',
};

interface SharedJob {
  body: VideoResultBody;
  /** What a finished video is called; null: nothing in it has a name. */
  title: string | null;
}

/** `origin` without a slash at its end. */
export function toMetadata({ body, title: ownTitle }: SharedJob, origin: string): Metadata {
  const url = `${origin}/videos/${body.job_id}`;
  if (body.status === 'completed') {
    const title = ownTitle ?? TITLES.completed;
    return { title, ...toVideoTags(body, { url, title }) };
  }
  const title = TITLES[body.status];
  return {
    title,
    description: body.message,
    robots: { index: false },
    openGraph: { type: 'website', siteName: 'videogen', url, title, description: body.message },
    twitter: { card: 'summary', title, description: body.message },
  };
}

function toVideoTags(body: JobCompletedBody, { url, title }: { url: string; title: string }): Metadata {
  const { result_url, poster_url, width, height } = body;
  const description = `${body.duration}, ${width} × ${height}, made with videogen`;
  const images = poster_url === null ? [] : [toPosterTag(poster_url, body)];
  return {
    description,
    alternates: { canonical: url },
    openGraph: {
      type: 'video.other',
      siteName: 'videogen',
      url,
      title,
      description,
      videos: [{ ...toAddress(result_url), type: 'video/mp4', width, height }],
      images,
    },
    twitter: { card: 'player', title, description, players: [{ playerUrl: `${url}/embed`, streamUrl: result_url, width, height }], images },
  };
}

function toPosterTag(posterUrl: string, { width, height }: JobCompletedBody) {
  const size = toPosterSize({ widthPx: width, heightPx: height });
  return { ...toAddress(posterUrl), type: 'image/jpeg', width: size.widthPx, height: size.heightPx, alt: 'A frame of the video' };
}

/** An https address is named as a secure one, too. */
function toAddress(url: string): { url: string; secureUrl?: string } {
  return url.startsWith('https:') ? { url, secureUrl: url } : { url };
}
