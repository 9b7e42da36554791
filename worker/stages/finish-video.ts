/** Completes the job with its video, if the attempt is still the current one: all results of the stages in, nothing out. */
import type { Json } from '#lib/db/database-types';
import { finishJob } from '#lib/db/finish-job';
import type { Timeline } from '#lib/composition/timeline';
import { AttemptStopped } from '#worker/attempt-stopped';
import { insist } from '#worker/insist';
import type { JobContext } from '#worker/job-context';
import { measureFeatures } from '#worker/measure-features';
import type { DownloadedSources } from '#worker/stages/download-sources';
import type { RenderedVideo } from '#worker/stages/render-video';
import type { UploadedVideo } from '#worker/stages/upload-video';

export interface FinishedStages {
  sources: DownloadedSources;
  timeline: Timeline;
  video: RenderedVideo;
  uploaded: UploadedVideo;
}

/** Throws AttemptStopped when the fence refuses: the job is final or another attempt's. */
export async function finishVideo({ attempt }: JobContext, { sources, timeline, video, uploaded }: FinishedStages): Promise<void> {
  const result = {
    s3_bucket: uploaded.video.bucketName,
    s3_key: uploaded.video.s3Key,
    s3_region: uploaded.video.region,
    result_url: uploaded.video.publicUrl,
    file_size: uploaded.video.fileSize,
    poster_key: uploaded.poster.s3Key,
    poster_url: uploaded.poster.publicUrl,
    output_duration_seconds: video.durationSeconds,
    download_ms: sources.downloadMs,
    render_ms: video.renderMs,
    upload_ms: uploaded.uploadMs,
    measured_features: { ...measureFeatures(timeline, [...sources.files.values()]) } satisfies Json,
  };
  if (!(await insist(() => finishJob(attempt, result)))) throw new AttemptStopped('superseded');
}
