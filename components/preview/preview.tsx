/**
 * What a composition looks like at a moment, and what is on which track when. Pure display: choosing a bar or a moment changes nothing.
 */
'use client';

import { Slider } from 'radix-ui';
import { useState } from 'react';
import { formatClock } from '#components/preview/format-clock';
import { Frame } from '#components/preview/frame';
import { MiniTimeline } from '#components/preview/mini-timeline';
import { useTimeline } from '#components/preview/use-timeline';
import type { Composition } from '#lib/composition/schema/composition';

interface PreviewProps {
  composition: Composition;
  /** An element was chosen on the timeline. */
  onSelect: (elementId: string) => void;
}

export function Preview({ composition, onSelect }: PreviewProps) {
  const reading = useTimeline(composition);
  const [chosenFrame, setChosenFrame] = useState<number | null>(null);
  const { width, height } = composition;
  if (reading.state === 'refused') {
    return (
      <Stage width={width} height={height}>
        <div role="status" className="max-w-sm space-y-1 p-6 text-center text-sm text-on-stage/80">
          {reading.reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </div>
      </Stage>
    );
  }
  if (reading.state === 'loading') {
    return (
      <Stage width={width} height={height}>
        <p role="status" className="animate-breathe text-sm text-on-stage/80">
          Loading the media
        </p>
      </Stage>
    );
  }
  const { timeline, facts } = reading;
  const { frameRate, frameCount, durationSeconds } = timeline;
  // At first a moment a third into the video: most is on by then.
  const frame = Math.min(chosenFrame ?? Math.floor(frameCount / 3), frameCount - 1);
  const seconds = (frame * frameRate.denominator) / frameRate.numerator;
  return (
    <div>
      <Stage width={timeline.widthPx} height={timeline.heightPx}>
        <Frame timeline={timeline} facts={facts} frame={frame} />
      </Stage>
      <p className="mt-3 flex justify-between text-[13px] text-ink-faint tabular-nums">
        <span className="font-medium text-ink">{formatClock(seconds)}</span>
        {formatClock(durationSeconds)}
      </p>
      {/* Half a thumb wider on both sides, so that the thumb's middle is where the line through the tracks is. */}
      <Slider.Root
        value={[frame]}
        min={0}
        max={frameCount - 1}
        onValueChange={([value]) => setChosenFrame(value ?? 0)}
        className="relative -mx-2 flex h-7 touch-none items-center"
      >
        <Slider.Track className="relative mx-2 h-1 grow rounded-full bg-line-strong/50" />
        <Slider.Thumb
          aria-label="Moment of the preview"
          aria-valuetext={`${seconds.toFixed(1)} seconds of ${durationSeconds.toFixed(1)}`}
          className="block size-4 rounded-full border-2 border-ink bg-surface"
        />
      </Slider.Root>
      <div className="mt-1">
        <MiniTimeline timeline={timeline} frame={frame} onSelect={onSelect} />
      </div>
    </div>
  );
}

/** Keeps the canvas's shape, never taller than the eye can take in beside the text. */
function Stage({ width, height, children }: { width: number; height: number; children: React.ReactNode }) {
  return (
    <div className="grid place-items-center overflow-hidden rounded-xl bg-stage">
      <div className="grid w-full place-items-center" style={{ aspectRatio: `${width} / ${height}`, maxWidth: `calc(min(46dvh, 400px) * ${width / height})` }}>
        {children}
      </div>
    </div>
  );
}
