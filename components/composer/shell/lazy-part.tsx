/**
 * A part of the composer whose code comes when it is first shown: how it is loaded in, a component out. Code that does not come (a lost connection) takes
 * nothing else of the page with it: its place says so, and it can be tried again.
 */
'use client';

import { useCallback, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { Button } from '#components/ui/button';

type Loading<Props> = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; Part: ComponentType<Props> };

/** `placeholder` holds the place meanwhile. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>, placeholder: ReactNode = null): ComponentType<Props> {
  let ready: Loading<Props> = { state: 'loading' };
  return function LazyPart(props: Props) {
    const [loading, setLoading] = useState(ready);
    const start = useCallback(() => {
      setLoading(ready);
      load().then(
        (Part) => setLoading((ready = { state: 'ready', Part })),
        () => setLoading({ state: 'failed' }),
      );
    }, []);
    useEffect(() => {
      // It may have come between drawing and here: for another place that shows it.
      if (ready.state === 'ready') setLoading(ready);
      else start();
    }, [start]);
    if (loading.state === 'ready') return <loading.Part {...props} />;
    return loading.state === 'failed' ? <NotThere what="This part of the composer" onRetry={start} /> : placeholder;
  };
}

export function NotThere({ what, onRetry }: { what: string; onRetry: () => void }) {
  return (
    <div role="alert" className="m-auto grid justify-items-center gap-3 p-6 text-center text-sm text-ink-soft">
      {what} could not be loaded. Your project is safe.
      <Button size="small" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
