/** The markers on the ruler: dragged in time, named and coloured. They are the project's, not the composition's. */
'use client';

import { Trash2 } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { usePlayer } from '#components/composer/player/player-context';
import { useEditor, useEditorStore } from '#components/composer/store/editor-store';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { Button } from '#components/ui/button';
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import { MARKER_COLORS, moveMarker, NAME_LENGTH_MAX, type Marker } from '#lib/editor/project';
import { formatTimecode } from '#lib/editor/timecode';

export function TimelineMarkers({ scene }: { scene: TimelineScene }) {
  const markers = useEditor(({ project }) => project.markers);
  return markers.map((marker) => <MarkerFlag key={marker.id} marker={marker} scene={scene} />);
}

function MarkerFlag({ marker, scene: { view, originSeconds } }: { marker: Marker; scene: TimelineScene }) {
  const store = useEditorStore();
  const player = usePlayer();
  const pxPerSecond = useEditor((state) => state.pxPerSecond);
  const [isOpen, setOpen] = useState(false);
  const grip = useRef<{ clientX: number; seconds: number; hasMoved: boolean } | null>(null);
  const { frameRate } = view;
  const change = (markers: Marker[]) => store.getState().changeProject({ markers });
  const moveTo = (seconds: number) => {
    const frame = Math.max(0, secondsToFrame(seconds, frameRate));
    change(moveMarker(store.getState().project.markers, marker.id, frameToSeconds(frame, frameRate)));
  };
  const drag = (event: PointerEvent) => {
    const held = grip.current;
    if (held === null || (!held.hasMoved && Math.abs(event.clientX - held.clientX) < 3)) return;
    held.hasMoved = true;
    moveTo(held.seconds + (event.clientX - held.clientX) / pxPerSecond);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (event.key === 'Delete' || event.key === 'Backspace') change(store.getState().project.markers.filter(({ id }) => id !== marker.id));
    else if (step !== 0) moveTo(marker.seconds + frameToSeconds(step, frameRate));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const open = () => {
    // The end of a drag is a click as well.
    if (grip.current?.hasMoved === true) return;
    player?.seek(secondsToFrame(marker.seconds, frameRate));
    setOpen(true);
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={(isShown) => !isShown && setOpen(false)}>
      <Popover.Anchor asChild>
        <button
          type="button"
          aria-label={`Marker ${marker.label || 'without a name'} at ${formatTimecode(secondsToFrame(marker.seconds, frameRate), frameRate)}`}
          title={marker.label || 'Marker'}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            grip.current = { clientX: event.clientX, seconds: marker.seconds, hasMoved: false };
          }}
          onPointerMove={drag}
          onLostPointerCapture={() => setTimeout(() => (grip.current = null))}
          onClick={open}
          onKeyDown={press}
          className="absolute bottom-0 z-[2] flex h-4 -translate-x-[5px] touch-none items-end"
          style={{ left: (marker.seconds - originSeconds) * pxPerSecond }}
        >
          <span className="h-3.5 w-2.5 rounded-[2px] [clip-path:polygon(0_0,100%_0,100%_65%,50%_100%,0_65%)]" style={{ background: marker.color }} />
          {marker.label !== '' && <span className="ml-1 max-w-32 truncate rounded bg-surface/85 px-1 text-[10.5px] text-ink-soft">{marker.label}</span>}
        </button>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content side="top" sideOffset={8} collisionPadding={8} aria-label="Marker" className="z-50 w-64 animate-rise rounded-xl border border-line bg-surface p-3 shadow-pop">
          <MarkerForm marker={marker} onChange={change} onClose={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function MarkerForm({ marker, onChange, onClose }: { marker: Marker; onChange: (markers: Marker[]) => void; onClose: () => void }) {
  const store = useEditorStore();
  const set = (changes: Partial<Marker>) => onChange(store.getState().project.markers.map((other) => (other.id === marker.id ? { ...other, ...changes } : other)));
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <label className="grid gap-1 text-[13px] font-medium">
        Name
        <input value={marker.label} maxLength={NAME_LENGTH_MAX} onChange={({ target }) => set({ label: target.value })} className="h-8 rounded-md border border-line-strong bg-surface px-2 text-sm font-normal" />
      </label>
      <div role="radiogroup" aria-label="Colour" className="flex gap-1.5">
        {MARKER_COLORS.map((color) => (
          <label key={color} className="grid size-7 cursor-pointer place-items-center rounded-md has-checked:bg-sunken has-checked:ring-2 has-checked:ring-ink has-focus-visible:outline-2">
            <input type="radio" name="color" className="sr-only" aria-label={color} checked={marker.color === color} onChange={() => set({ color })} />
            <span className="size-4 rounded-full" style={{ background: color }} />
          </label>
        ))}
      </div>
      <Button
        size="small"
        variant="danger"
        onClick={() => {
          onClose();
          onChange(store.getState().project.markers.filter(({ id }) => id !== marker.id));
        }}
      >
        <Trash2 aria-hidden="true" />
        Delete the marker
      </Button>
    </form>
  );
}
