/**
 * What a composition looks and sounds like, played on a canvas by the renderer's own code, and what is on which track when. Pure display: choosing a
 * bar or a moment changes nothing.
 */
'use client';

import clsx from 'clsx';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { MiniTimeline } from '#components/preview/mini-timeline';
import { PreviewNotes } from '#components/preview/preview-notes';
import { Transport } from '#components/preview/transport';
import { usePlayer, usePlayerState } from '#components/preview/use-player';
import { useTimeline } from '#components/preview/use-timeline';
import type { Composition } from '#lib/composition/schema/composition';
import { listSources, mediaKey } from '#lib/composition/sources';
import type { Player } from '#lib/preview/player';

interface PreviewProps {
  composition: Composition;
  /** An element was chosen on the timeline. */
  onSelect: (elementId: string) => void;
}

export function Preview({ composition, onSelect }: PreviewProps) {
  const reading = useTimeline(composition);
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const player = usePlayer(canvas);
  const shown = reading.state === 'ready' ? reading : null;
  const timeline = shown?.timeline;
  const facts = shown?.facts;
  const opened = useRef<Player | null>(null);
  useEffect(() => {
    if (player === null || timeline === undefined || facts === undefined) return player?.pause();
    player.load(timeline, facts);
    // At first a moment a third into the video: most is on by then.
    if (opened.current !== player) player.seek(Math.floor(timeline.frameCount / 3));
    opened.current = player;
  }, [player, timeline, facts]);
  return (
    <div>
      <Stage width={timeline?.widthPx ?? composition.width} height={timeline?.heightPx ?? composition.height}>
        <canvas ref={setCanvas} role="img" aria-label="Preview of the video" className={clsx('size-full', shown === null && 'invisible')} />
        {reading.state === 'refused' && <Reasons reasons={reading.reasons} />}
        {reading.state === 'loading' && (
          <p role="status" className="absolute animate-breathe text-sm text-on-stage/80">
            Loading the media
          </p>
        )}
        <Waiting player={player} />
      </Stage>
      {shown !== null && (
        <>
          <Transport player={player} timeline={shown.timeline} />
          <div className="mt-1">
            <MiniTimeline timeline={shown.timeline} player={player} onSelect={onSelect} />
          </div>
          <Notes player={player} composition={composition} notes={shown.notes} />
        </>
      )}
    </div>
  );
}

/** Keeps the canvas's shape, never taller than the eye can take in beside the text. */
function Stage({ width, height, children }: { width: number; height: number; children: ReactNode }) {
  return (
    <div className="grid place-items-center overflow-hidden rounded-xl bg-stage">
      <div className="relative grid w-full place-items-center" style={{ aspectRatio: `${width} / ${height}`, maxWidth: `calc(min(46dvh, 400px) * ${width / height})` }}>
        {children}
      </div>
    </div>
  );
}

function Reasons({ reasons }: { reasons: readonly string[] }) {
  return (
    <div role="status" className="absolute max-w-sm space-y-1 p-6 text-center text-sm text-on-stage/80">
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </div>
  );
}

/** Only when the frame takes its time: a blink at every step would disturb. */
function Waiting({ player }: { player: Player | null }) {
  const isLoading = usePlayerState(player, (state) => state.isLoading);
  return (
    <span
      aria-hidden="true"
      className={clsx('pointer-events-none absolute right-3 bottom-3 rounded-full bg-stage/80 px-2.5 py-1 text-xs text-on-stage/80 transition-opacity', isLoading ? 'opacity-100 delay-400' : 'opacity-0')}
    >
      Loading
    </span>
  );
}

/** What the timeline's reading noticed, and what the player found out since. */
function Notes({ player, composition, notes }: { player: Player | null; composition: Composition; notes: readonly string[] }) {
  const failures = usePlayerState(player, (state) => state.failures);
  const problem = usePlayerState(player, (state) => state.problem);
  const failed = listSources(composition).flatMap(({ kind, source, elementIds }) => {
    const reason = failures.get(mediaKey(kind, source));
    const start = `The ${kind} of ${elementIds.join(', ')} cannot be shown here: `;
    // Told already when its facts could not be read either.
    return reason === undefined || notes.some((note) => note.startsWith(start)) ? [] : [`${start}${reason}.`];
  });
  return <PreviewNotes notes={[...(problem === null ? [] : [`${problem}.`]), ...failed, ...notes]} />;
}
