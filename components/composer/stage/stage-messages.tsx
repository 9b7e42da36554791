/** What the stage has to say: why nothing can be shown, that something is being read, what a drag comes to. Quiet: nothing of it moves the canvas. */
'use client';

import clsx from 'clsx';
import { usePlayerState, useRetryPlayer } from '#components/composer/player/player-context';
import { useResolvedTimeline } from '#components/composer/player/resolved-timeline';
import { NotThere } from '#components/composer/shell/lazy-part';

export function StageMessages({ note }: { note: string | null }) {
  const { state, timeline, problems } = useResolvedTimeline();
  const isWaiting = usePlayerState((player) => player.isLoading && player.frameCount > 0);
  const retry = useRetryPlayer();
  const problem = usePlayerState((player) => player.problem);
  const sentences = [...problems.map(({ message }) => message), ...(problem === null ? [] : [`${problem}.`])];
  return (
    <>
      {sentences.length > 0 && (
        <div role="status" className="absolute inset-x-3 top-3 mx-auto max-h-40 w-fit max-w-lg space-y-1 overflow-y-auto rounded-xl border border-line bg-surface px-4 py-2.5 text-sm text-ink shadow-pop">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {retry !== null && (
        <div className="absolute inset-0 m-auto size-fit rounded-xl border border-line bg-surface shadow-pop">
          <NotThere what="The preview" onRetry={retry} />
        </div>
      )}
      {state === 'loading' && timeline === null && (
        <p role="status" className="absolute inset-0 m-auto h-fit w-fit animate-breathe text-sm text-on-stage/80">
          Loading the media
        </p>
      )}
      {note !== null && <p className="pointer-events-none absolute inset-x-0 bottom-3 mx-auto w-fit rounded-full bg-ink px-3 py-1 text-xs font-medium text-paper tabular-nums shadow-pop">{note}</p>}
      <Loading isShown={timeline !== null && (state === 'loading' || isWaiting)} />
    </>
  );
}

/** Only when it takes its time: a blink at every step would disturb. */
function Loading({ isShown }: { isShown: boolean }) {
  return (
    <span
      aria-hidden="true"
      data-is-loading={isShown}
      className={clsx('pointer-events-none absolute right-3 bottom-3 rounded-full bg-stage/80 px-2.5 py-1 text-xs text-on-stage/80 transition-opacity', isShown ? 'opacity-100 delay-400' : 'opacity-0')}
    >
      Loading
    </span>
  );
}
