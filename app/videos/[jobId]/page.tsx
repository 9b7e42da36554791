/**
 * The page of a job, to be shared: plays the video when it is finished, follows it while it is made, and tells programs that unfold links
 * where the video itself is.
 */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findJobBody } from '#app/videos/[jobId]/find-job-body';
import { toMetadata } from '#app/videos/[jobId]/metadata';
import { siteOrigin } from '#app/site-origin';
import { JobPage } from '#components/result/job-page';

interface VideoPageProps {
  params: Promise<{ jobId: string }>;
}

export async function generateMetadata({ params }: VideoPageProps): Promise<Metadata> {
  const found = await findJobBody((await params).jobId);
  return found === null ? { title: 'No such video' } : toMetadata(found, await siteOrigin());
}

export default async function VideoPage({ params }: VideoPageProps) {
  const found = await findJobBody((await params).jobId);
  if (found === null) notFound();
  return (
    <main id="content" className="mx-auto w-full max-w-3xl flex-1 px-4 pt-8 pb-14 sm:px-6">
      <JobPage initial={found.body} title={found.title} composition={found.composition} />
    </main>
  );
}
