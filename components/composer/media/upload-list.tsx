/** What is on its way to the bucket, and what did not get there and why. */
'use client';

import { RotateCcw, X } from 'lucide-react';
import { useUploads, type Upload } from '#components/composer/media/uploads-store';
import { IconButton } from '#components/ui/icon-button';
import { formatFileSize } from '#lib/format';

export function UploadList() {
  const uploads = useUploads((store) => store.uploads);
  if (uploads.length === 0) return null;
  return (
    <ul aria-label="Uploads" className="grid gap-1.5">
      {uploads.map((upload) => (
        <UploadItem key={upload.id} upload={upload} />
      ))}
    </ul>
  );
}

function UploadItem({ upload: { id, name, sizeBytes, sentBytes, state, reason } }: { upload: Upload }) {
  const retry = useUploads((store) => store.retry);
  const cancel = useUploads((store) => store.cancel);
  const percent = sizeBytes === 0 ? 0 : Math.round((sentBytes / sizeBytes) * 100);
  const isFailed = state === 'failed';
  return (
    <li className="rounded-lg border border-line px-2.5 py-2">
      <div className="flex items-center gap-1">
        <span className="min-w-0 flex-1 truncate text-[13px]" title={name}>{name}</span>
        {isFailed && <IconButton label={`Try ${name} again`} icon={RotateCcw} size="small" onClick={() => retry(id)} />}
        <IconButton label={isFailed ? `Forget ${name}` : `Cancel ${name}`} icon={X} size="small" onClick={() => cancel(id)} />
      </div>
      {isFailed ? (
        <p role="alert" className="text-xs leading-4 break-words text-danger">{reason}</p>
      ) : (
        <>
          <div role="progressbar" aria-label={`Upload of ${name}`} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className="my-1 h-1 overflow-hidden rounded-full bg-sunken">
            <div className={`h-full rounded-full bg-accent transition-[width] ${state === 'checking' ? 'animate-breathe' : ''}`} style={{ width: `${percent}%` }} />
          </div>
          <p className="text-xs text-ink-soft tabular-nums">{state === 'checking' ? 'The server looks at it' : state === 'retrying' ? 'The connection was lost; trying again' : `${percent}% of ${formatFileSize(sizeBytes)}`}</p>
        </>
      )}
    </li>
  );
}
