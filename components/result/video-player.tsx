/**
 * The player of a finished video. It keeps the video's place from the first moment, and shows the video only once it is proven to be one.
 */
'use client';

import clsx from 'clsx';
import { CircleAlert, LoaderCircle } from 'lucide-react';
import { useRef, useEffect, type ReactNode } from 'react';
import type { VideoChecking } from '#components/result/use-video-check';
import { Button } from '#components/ui/button';

interface VideoPlayerProps {
  url: string;
  /** Shown until the video plays. */
  posterUrl: string | null;
  /** From `useVideoCheck` of the same address. */
  checking: VideoChecking;
  widthPx: number;
  heightPx: number;
}

export function VideoPlayer({ url, posterUrl, checking, widthPx, heightPx }: VideoPlayerProps) {
  const { check, onPlayable, onUnplayable, tryAgain } = checking;
  const player = useRef<HTMLVideoElement>(null);
  const isMounted = check.state === 'loading' || check.state === 'ready';
  useEffect(() => {
    // Metadata that arrived before React listened: a page that was restored, a file that is cached.
    if (isMounted && (player.current?.readyState ?? 0) >= HTMLMediaElement.HAVE_METADATA) onPlayable();
  });
  return (
    <div className="grid place-items-center overflow-hidden rounded-xl bg-stage">
      <div className="relative grid w-full" style={{ aspectRatio: `${widthPx} / ${heightPx}`, maxWidth: `calc(min(70dvh, 640px) * ${widthPx / heightPx})` }}>
        {isMounted && (
          <video
            ref={player}
            src={url}
            poster={posterUrl ?? undefined}
            controls
            playsInline
            preload="metadata"
            width={widthPx}
            height={heightPx}
            aria-label="The finished video"
            onLoadedMetadata={onPlayable}
            onError={onUnplayable}
            className={clsx('absolute inset-0 size-full transition-opacity duration-300', check.state === 'ready' ? 'opacity-100' : 'opacity-0')}
          />
        )}
        {check.state !== 'ready' && (
          <Notice>
            {check.state === 'unreachable' ? <Unreachable reason={check.reason} onTryAgain={tryAgain} /> : <Checking />}
          </Notice>
        )}
        <noscript>
          <video src={url} poster={posterUrl ?? undefined} controls playsInline preload="metadata" className="absolute inset-0 size-full bg-stage" />
        </noscript>
      </div>
    </div>
  );
}

function Notice({ children }: { children: ReactNode }) {
  // In the flow, so that the place grows where the words need more room than the video.
  return <div className="relative grid place-content-center justify-items-center gap-3 px-4 py-6 text-center text-sm text-on-stage">{children}</div>;
}

function Checking() {
  return (
    <p role="status" className="flex items-center gap-2.5">
      <LoaderCircle className="size-4 animate-spin" aria-hidden="true" />
      Checking the video
    </p>
  );
}

function Unreachable({ reason, onTryAgain }: { reason: string; onTryAgain: () => void }) {
  return (
    <>
      <div role="alert" className="max-w-xs">
        <CircleAlert className="mx-auto mb-2 size-5 text-[#ff9486]" aria-hidden="true" />
        <p className="font-medium">The video was made, but cannot be played yet</p>
        <p className="mt-1 text-on-stage/75">{reason}</p>
      </div>
      <Button size="small" onClick={onTryAgain}>
        Try again
      </Button>
    </>
  );
}
