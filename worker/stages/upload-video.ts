/** Brings the rendered video and its poster into the bucket, verified there: the files in, their addresses out. */
import type { UploadResult } from '#lib/storage/upload-result';
import type { JobContext } from '#worker/job-context';
import type { RenderedVideo } from '#worker/stages/render-video';

export interface UploadedVideo {
  video: UploadResult;
  poster: UploadResult;
  /** Of both. */
  uploadMs: number;
}

/** The poster is as much a part of the result as the video is. Throws STORAGE_UPLOAD_FAILED, or the signal's reason. */
export async function uploadVideo({ attempt, storage, signal, progress }: JobContext, { path, posterPath }: RenderedVideo): Promise<UploadedVideo> {
  const { jobId } = attempt;
  const startedAt = performance.now();
  // One after the other: when one fails, nothing is still under way that would come after the clearing up.
  const poster = await storage.uploadResult({ kind: 'poster', jobId, filePath: posterPath, extension: 'jpg', signal, onProgress: () => undefined });
  const onProgress = (sentBytes: number, totalBytes: number): void => progress.advance(sentBytes / totalBytes);
  const video = await storage.uploadResult({ kind: 'video', jobId, filePath: path, extension: 'mp4', signal, onProgress });
  return { video, poster, uploadMs: Math.round(performance.now() - startedAt) };
}
