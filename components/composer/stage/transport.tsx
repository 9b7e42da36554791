/**
 * Under the canvas: playing and stepping, the time, repeat and loudness of the preview, and how the canvas is looked at.
 */
'use client';

import { ChevronFirst, ChevronLast, Grid3x3, Maximize, Pause, Play, Repeat, SquareDashed, StepBack, StepForward } from 'lucide-react';
import { memo, type ComponentType } from 'react';
import { useActions } from '#components/composer/commands/actions-context';
import { usePlayer, usePlayerState } from '#components/composer/player/player-context';
import { TimeField } from '#components/composer/stage/time-field';
import { VolumeControl } from '#components/composer/stage/volume-control';
import { ZoomMenu } from '#components/composer/stage/zoom-menu';
import { useEditor } from '#components/composer/store/editor-store';
import { IconButton } from '#components/ui/icon-button';
import { findAction, type ActionId } from '#lib/editor/actions';

/** The same while the document changes: a drag draws none of it again. */
export const Transport = memo(function Transport() {
  const isOff = usePlayer() === null;
  const isPlaying = usePlayerState((state) => state.isPlaying);
  const isLooping = usePlayerState((state) => state.isLooping);
  return (
    <div role="toolbar" aria-label="Preview" className="flex h-11 shrink-0 items-center gap-3 border-t border-line bg-surface px-3">
      <div className="flex flex-1 items-center gap-2">
        <TimeField />
      </div>
      <div className="flex items-center gap-0.5">
        <span className="max-sm:hidden">
          <TransportButton action="goToStart" icon={ChevronFirst} isOff={isOff} />
        </span>
        <TransportButton action="previousFrame" icon={StepBack} isOff={isOff} />
        <TransportButton action="playPause" label={isPlaying ? 'Pause' : 'Play'} icon={isPlaying ? Pause : Play} isOff={isOff} />
        <TransportButton action="nextFrame" icon={StepForward} isOff={isOff} />
        <span className="max-sm:hidden">
          <TransportButton action="goToEnd" icon={ChevronLast} isOff={isOff} />
        </span>
        <TransportButton action="toggleLoop" label="Repeat" icon={Repeat} isOff={isOff} isPressed={isLooping} />
      </div>
      <div className="flex flex-1 items-center justify-end gap-1 max-md:hidden">
        <VolumeControl />
        <LookButtons />
        <ZoomMenu />
      </div>
    </div>
  );
});

function LookButtons() {
  const isGridShown = useEditor((state) => state.isGridShown);
  const isSafeAreaShown = useEditor((state) => state.isSafeAreaShown);
  return (
    <>
      <TransportButton action="toggleGrid" label="Grid" icon={Grid3x3} isPressed={isGridShown} />
      <TransportButton action="toggleSafeArea" label="Safe area" icon={SquareDashed} isPressed={isSafeAreaShown} />
      <TransportButton action="toggleFullscreen" icon={Maximize} />
    </>
  );
}

interface TransportButtonProps {
  action: ActionId;
  /** Absent: the action's own. */
  label?: string;
  icon: ComponentType<{ className?: string }>;
  isOff?: boolean;
  isPressed?: boolean;
}

function TransportButton({ action: id, label, icon, isOff = false, isPressed }: TransportButtonProps) {
  const { perform } = useActions();
  const action = findAction(id);
  return <IconButton label={label ?? action.label} keys={action.keys[0]} icon={icon} side="top" disabled={isOff} isPressed={isPressed} onClick={() => perform(id)} />;
}
