/**
 * What the library says in place of videos: that there are none yet, none like that, or that the server does not answer.
 */
'use client';

import { Clapperboard, SearchX, ServerCrash, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button';

type LibraryMessageProps = { state: 'empty' | 'nothing-found' } | { state: 'unreachable'; reason: string; onRetry: () => void };

const WORDS: Readonly<Record<LibraryMessageProps['state'], { icon: LucideIcon; title: string; text: string }>> = {
  empty: { icon: Clapperboard, title: 'No videos yet', text: 'Everything you make is kept here, to be played, shared and made into something new.' },
  'nothing-found': { icon: SearchX, title: 'Nothing like that', text: 'No video has these words in its title, or stands like this.' },
  unreachable: { icon: ServerCrash, title: 'The videos could not be loaded', text: '' },
};

export function LibraryMessage(props: LibraryMessageProps) {
  const { icon: Icon, title, text } = WORDS[props.state];
  return (
    <div className="mx-auto flex max-w-md flex-col items-center py-20 text-center" role={props.state === 'unreachable' ? 'alert' : undefined}>
      <span className="grid size-12 place-items-center rounded-full bg-sunken text-ink-faint">
        <Icon className="size-6" aria-hidden="true" />
      </span>
      <h2 className="mt-4 text-lg font-semibold">{title}</h2>
      <p className="mt-1.5 text-sm leading-relaxed text-ink-soft">{props.state === 'unreachable' ? `${props.reason}.` : text}</p>
      {props.state === 'unreachable' && (
        <Button className="mt-5" onClick={props.onRetry}>
          Try again
        </Button>
      )}
      {props.state === 'empty' && (
        <Link href="/" className="mt-5 inline-flex h-9 items-center rounded-lg bg-accent px-3.5 text-sm font-medium text-on-accent hover:bg-accent-strong">
          Make a video
        </Link>
      )}
    </div>
  );
}
