/**
 * One example of the gallery: its poster, which becomes the video while it is pointed at, focused or tapped, and what it is about.
 */
'use client';

import clsx from 'clsx';
import Link from 'next/link';
import { useState, type MouseEvent } from 'react';
import { formatMeasures, galleryPosterPath, galleryVideoPath, type GalleryItem } from '#components/gallery/gallery-item';

export function GalleryCard({ item }: { item: GalleryItem }) {
  const { id, title, description } = item;
  const [isPlaying, setIsPlaying] = useState(false);
  const playUnasked = () => setIsPlaying(!window.matchMedia('(prefers-reduced-motion: reduce)').matches);
  const stop = () => setIsPlaying(false);
  const playOrOpen = (event: MouseEvent) => {
    // A finger cannot point: its first tap plays, the next one opens.
    if (isPlaying || !window.matchMedia('(hover: none)').matches) return;
    event.preventDefault();
    setIsPlaying(true);
  };
  const href = `/gallery/${id}`;
  return (
    <li
      className="group relative flex min-w-0 flex-col overflow-hidden rounded-2xl border border-line bg-surface shadow-card transition-colors hover:border-line-strong"
      onPointerEnter={(event) => event.pointerType === 'mouse' && playUnasked()}
      onPointerLeave={(event) => event.pointerType === 'mouse' && stop()}
      onFocus={playUnasked}
      onBlur={stop}
    >
      {/* The title's link leads to the same page: this one is for pointers alone. */}
      <Link href={href} prefetch={false} tabIndex={-1} aria-hidden="true" onClick={playOrOpen} className="relative block aspect-video overflow-hidden bg-stage">
        <img src={galleryPosterPath(id)} alt="" loading="lazy" decoding="async" className="absolute inset-0 size-full object-contain" />
        {isPlaying && <video src={galleryVideoPath(id)} autoPlay muted loop playsInline className="absolute inset-0 size-full object-contain" />}
        <span className={clsx('absolute right-2 bottom-2 rounded bg-black/65 px-1.5 py-0.5 text-[11px] text-white tabular-nums transition-opacity', isPlaying && 'opacity-0')}>{formatMeasures(item)}</span>
      </Link>
      <div className="p-4 pt-3.5">
        <h3 className="text-[15px] font-medium">
          <Link href={href} prefetch={false} className="rounded-sm hover:underline hover:underline-offset-4">
            {title}
          </Link>
        </h3>
        <p className="mt-1 text-[13px] leading-snug text-ink-soft">{description}</p>
      </div>
    </li>
  );
}
