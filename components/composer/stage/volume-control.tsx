/** How loud the preview is here: nothing of it is in the video. */
'use client';

import { Volume1, Volume2, VolumeX } from 'lucide-react';
import { Slider } from 'radix-ui';
import { useRef } from 'react';
import { usePlayer, usePlayerState } from '#components/composer/player/player-context';
import { IconButton } from '#components/ui/icon-button';

export function VolumeControl() {
  const player = usePlayer();
  const volume = usePlayerState((state) => state.volume);
  const before = useRef(1);
  const toggle = () => {
    if (volume > 0) before.current = volume;
    player?.setVolume(volume > 0 ? 0 : before.current);
  };
  return (
    <div className="flex items-center">
      <IconButton
        label={volume === 0 ? 'Sound of the preview on' : 'Sound of the preview off'}
        icon={volume === 0 ? VolumeX : volume < 0.5 ? Volume1 : Volume2}
        side="top"
        disabled={player === null}
        onClick={toggle}
      />
      <Slider.Root value={[volume]} max={1} step={0.05} disabled={player === null} onValueChange={([value]) => player?.setVolume(value ?? 0)} className="relative hidden h-7 w-16 touch-none items-center @2xl:flex">
        <Slider.Track className="relative h-1 grow rounded-full bg-line-strong/50">
          <Slider.Range className="absolute h-full rounded-full bg-ink-faint" />
        </Slider.Track>
        <Slider.Thumb aria-label="Volume of the preview" aria-valuetext={`${Math.round(volume * 100)} percent`} className="block size-3 rounded-full bg-ink-soft" />
      </Slider.Root>
    </div>
  );
}
