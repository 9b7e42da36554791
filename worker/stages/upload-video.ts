/** Brings the rendered file into the bucket, verified there: the file in, its address out. */
import type { UploadResult } from '#lib/storage/upload-result';
import type { JobContext } from '#worker/job-context';
import type { RenderedVideo } from '#worker/stages/render-video';

export interface UploadedVideo extends UploadResult {
  uploadMs: number;
}

/** Throws STORAGE_UPLOAD_FAILED, or the signal's reason. */
export async function uploadVideo({ attempt, storage, signal, progress }: JobContext, video: RenderedVideo): Promise<UploadedVideo> {
  const startedAt = performance.now();
  const uploaded = await storage.uploadResult({
    jobId: attempt.jobId,
    filePath: video.path,
    extension: 'mp4',
    signal,
    onProgress: (sentBytes, totalBytes) => progress.advance(sentBytes / totalBytes),
  });
  return { ...uploaded, uploadMs: Math.round(performance.now() - startedAt) };
}
