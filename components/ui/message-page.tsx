/**
 * A page that has one thing to say: an unknown address, a video that does not exist, a fault.
 */
import type { ReactNode } from 'react';

interface MessagePageProps {
  /** A word or a number above the title. */
  kicker: string;
  title: string;
  children: ReactNode;
  actions: ReactNode;
}

export function MessagePage({ kicker, title, children, actions }: MessagePageProps) {
  return (
    <main id="content" className="mx-auto flex w-full max-w-xl flex-1 flex-col justify-center px-4 py-20 sm:px-6">
      <p className="font-mono text-sm text-accent">{kicker}</p>
      <h1 className="mt-3 text-3xl font-semibold">{title}</h1>
      <p className="mt-3 text-[15px] leading-relaxed text-ink-soft">{children}</p>
      <div className="mt-8 flex flex-wrap gap-3">{actions}</div>
    </main>
  );
}
