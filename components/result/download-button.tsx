/**
 * Saves a finished video as a file. It is a link, so that it works without scripts too; where the storage allows it the file is fetched
 * first, as a browser opens a link to another host instead of saving it.
 */
'use client';

import { Download, LoaderCircle } from 'lucide-react';
import { useState, type MouseEvent } from 'react';
import { ButtonLink } from '#components/ui/button';
import { saveBlob } from '#components/ui/save-blob';

interface DownloadButtonProps {
  url: string;
  fileName: string;
}

export function DownloadButton({ url, fileName }: DownloadButtonProps) {
  const [isLoading, setIsLoading] = useState(false);
  const download = async (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (isLoading) return;
    setIsLoading(true);
    await saveAsFile(url, fileName).catch(() => window.open(url, '_blank', 'noopener'));
    setIsLoading(false);
  };
  return (
    <ButtonLink href={url} download={fileName} aria-busy={isLoading} onClick={(event) => void download(event)}>
      {isLoading ? <LoaderCircle className="animate-spin" aria-hidden="true" /> : <Download aria-hidden="true" />}
      Download
    </ButtonLink>
  );
}

async function saveAsFile(url: string, fileName: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The storage answered ${response.status}`);
  saveBlob(await response.blob(), fileName);
}
