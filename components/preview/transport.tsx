/**
 * The controls of a player: play and pause, repeat, the time, and a slider over all frames.
 */
'use client';

import { Pause, Play, Repeat } from 'lucide-react';
import { Slider } from 'radix-ui';
import { formatClock } from '#components/preview/format-clock';
import { usePlayerState } from '#components/preview/use-player';
import { IconButton } from '#components/ui/icon-button';
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Timeline } from '#lib/composition/timeline';
import type { Player } from '#lib/preview/player';

interface TransportProps {
  player: Player | null;
  timeline: Pick<Timeline, 'frameRate' | 'frameCount' | 'durationSeconds'>;
}

export function Transport({ player, timeline }: TransportProps) {
  const { frameRate, frameCount, durationSeconds } = timeline;
  const frame = usePlayerState(player, (state) => state.frame);
  const isPlaying = usePlayerState(player, (state) => state.isPlaying);
  const isLooping = usePlayerState(player, (state) => state.isLooping);
  const seconds = frameToSeconds(frame, frameRate);
  return (
    <>
      <div className="mt-2 flex items-center gap-1 text-[13px] text-ink-faint tabular-nums">
        <IconButton label={isPlaying ? 'Pause' : 'Play'} icon={isPlaying ? Pause : Play} disabled={player === null} onClick={() => (isPlaying ? player?.pause() : player?.play())} className="-ml-2" />
        <span className="font-medium text-ink">{formatClock(seconds)}</span>
        <span className="ml-auto">{formatClock(durationSeconds)}</span>
        <IconButton label="Repeat" icon={Repeat} isPressed={isLooping} disabled={player === null} onClick={() => player?.setLooping(!isLooping)} className="-mr-2" />
      </div>
      {/* Half a thumb wider on both sides, so that the thumb's middle is where the line through the tracks is. */}
      <Slider.Root value={[frame]} min={0} max={frameCount - 1} onValueChange={([value]) => player?.seek(value ?? 0)} className="relative -mx-2 flex h-7 touch-none items-center">
        <Slider.Track className="relative mx-2 h-1 grow rounded-full bg-line-strong/50" />
        <Slider.Thumb
          aria-label="Moment of the preview"
          aria-valuetext={`${seconds.toFixed(1)} seconds of ${durationSeconds.toFixed(1)}`}
          className="block size-4 rounded-full border-2 border-ink bg-surface"
        />
      </Slider.Root>
    </>
  );
}
