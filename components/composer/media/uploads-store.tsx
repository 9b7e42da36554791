/** Uploads of the page, as they go on while panels come and go: files in, their progress for whoever shows it; what became of each is told to who began it. */
'use client';

import { create } from 'zustand';
import { ApiError, probeMedia } from '#lib/api/client';
import type { MediaBody } from '#lib/api/contract';

export interface Upload {
  id: string;
  name: string;
  sizeBytes: number;
  sentBytes: number;
  /** `retrying`: the connection was lost, and it begins anew; `checking`: the server looks at it. */
  state: 'sending' | 'retrying' | 'checking' | 'failed';
  /** Why it failed: a sentence. */
  reason: string | null;
}

type OnReady = (file: File, body: MediaBody) => void;

interface UploadsStore {
  /** The newest last; what is ready is in it no more. */
  uploads: readonly Upload[];
  start: (file: File, onReady: OnReady) => void;
  retry: (id: string) => void;
  /** Also takes a failed one off the list. */
  cancel: (id: string) => void;
}

interface Running {
  file: File;
  onReady: OnReady;
  controller: AbortController;
}

const running = new Map<string, Running>();

/** One for the page. */
export const useUploads = create<UploadsStore>()((set, get) => {
  const change = (id: string, changes: Partial<Upload>): void => set(({ uploads }) => ({ uploads: uploads.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)) }));
  const remove = (id: string): void => {
    running.delete(id);
    set(({ uploads }) => ({ uploads: uploads.filter((upload) => upload.id !== id) }));
  };
  const run = async (id: string, { file, onReady, controller }: Running): Promise<void> => {
    const { signal } = controller;
    try {
      // Sending is some code, and nobody begins with it.
      const { uploadFile } = await import('#lib/api/upload-file');
      const { source, kind } = await uploadFile(file, {
        signal,
        onProgress: (sentBytes) => change(id, { sentBytes, state: 'sending' }),
        onRetry: () => change(id, { sentBytes: 0, state: 'retrying' }),
      });
      change(id, { sentBytes: file.size, state: 'checking' });
      const body = await probeMedia(source, { kind, signal });
      remove(id);
      onReady(file, body);
    } catch (error) {
      if (!signal.aborted) change(id, { state: 'failed', reason: explain(error) });
    }
  };
  const begin = (id: string, file: File, onReady: OnReady): void => {
    const started = { file, onReady, controller: new AbortController() };
    running.set(id, started);
    void run(id, started);
  };
  return {
    uploads: [],
    start: (file, onReady) => {
      const id = crypto.randomUUID();
      set(({ uploads }) => ({ uploads: [...uploads, { id, name: file.name, sizeBytes: file.size, sentBytes: 0, state: 'sending', reason: null }] }));
      begin(id, file, onReady);
    },
    retry: (id) => {
      const failed = running.get(id);
      if (failed === undefined || get().uploads.find((upload) => upload.id === id)?.state !== 'failed') return;
      change(id, { state: 'sending', sentBytes: 0, reason: null });
      begin(id, failed.file, failed.onReady);
    },
    cancel: (id) => {
      running.get(id)?.controller.abort();
      remove(id);
    },
  };
});

/** Files are lost with the page: the browser asks before it leaves one that is sending some. */
if (typeof window !== 'undefined') {
  useUploads.subscribe(({ uploads }) => {
    const isSending = uploads.some(({ state }) => state !== 'failed');
    if (isSending) window.addEventListener('beforeunload', stay);
    else window.removeEventListener('beforeunload', stay);
  });
}

function stay(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** The server's own words where it has some. */
export function explain(error: unknown): string {
  if (error instanceof ApiError) {
    const [problem] = error.problems;
    return problem === undefined ? `${error.message}.` : `${problem.path === 'filename' ? 'Its name' : problem.path} ${problem.message}.`;
  }
  return error instanceof Error ? `${error.message}.` : 'It could not be brought in.';
}
