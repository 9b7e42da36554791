/** The heads of the tracks, left of their clips: number, sound, sight and lock, and what can be done with the whole track. */
'use client';

import clsx from 'clsx';
import { EllipsisVertical, Eye, EyeOff, GripVertical, Lock, LockOpen, Volume2, VolumeX } from 'lucide-react';
import { useEditor, useEditorStore } from '#components/composer/store/editor-store';
import { HEADS_PX, LANES_PADDING_PX, useTimelineUiStore } from '#components/composer/timeline/timeline-ui';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { useTrackDrag } from '#components/composer/timeline/use-track-drag';
import { IconButton } from '#components/ui/icon-button';
import { Menu, MenuItem, MenuLine } from '#components/ui/menu';
import { closeGaps, listGaps } from '#lib/editor/commands/close-gaps';
import { deleteTrack } from '#lib/editor/commands/delete-track';
import { moveTrack } from '#lib/editor/commands/move-track';
import { setHidden } from '#lib/editor/commands/set-hidden';
import { setMuted } from '#lib/editor/commands/set-muted';
import { presentOf } from '#lib/editor/history';
import { select } from '#lib/editor/editor-state';
import { isHeard, type TrackView } from '#lib/editor/editor-view';
import { ROW_PX, type TimelineRow } from '#lib/editor/timeline-rows';

export function TrackHeads({ scene: { view, rows, locked } }: { scene: TimelineScene }) {
  const canLock = useEditor(({ history }) => presentOf(history).scope === null);
  const { dragged, handlersOf } = useTrackDrag(rows.filter((row) => view.tracks.some(({ track }) => track === row.track)));
  return (
    <div data-heads className="sticky left-0 z-40 shrink-0 border-r border-line bg-surface" style={{ width: HEADS_PX, paddingTop: LANES_PADDING_PX }}>
      {rows.map((row) => {
        const track = view.tracks.find((other) => other.track === row.track) ?? null;
        return track === null ? <EmptyTrackHead key={row.track} row={row} /> : <TrackHead key={row.track} row={row} track={track} isTop={row === rows[0]} isLocked={locked.has(row.track)} canLock={canLock} offsetPx={dragged?.track === row.track ? dragged.offsetPx : null} grip={handlersOf(row)} />;
      })}
    </div>
  );
}

interface TrackHeadProps {
  row: TimelineRow;
  track: TrackView;
  isTop: boolean;
  isLocked: boolean;
  /** Locks are for tracks of the composition itself. */
  canLock: boolean;
  /** How far it is dragged from its place; null when it is not. */
  offsetPx: number | null;
  grip: ReturnType<ReturnType<typeof useTrackDrag>['handlersOf']>;
}

const HEAD_CLASS = 'flex items-center border-b border-line/70 pr-0.5 pl-2';

function TrackHead({ row, track, isTop, isLocked, canLock, offsetPx, grip }: TrackHeadProps) {
  const store = useEditorStore();
  const keys = track.clips.map(({ key }) => key);
  const isSeen = track.clips.some(({ element }) => element.type !== 'audio');
  const isSounding = track.clips.some(({ element }) => isHeard(element));
  const { run, changeProject, choose } = store.getState();
  const name = `track ${row.number}`;
  const lock = () => {
    const { lockedTracks } = store.getState().project;
    changeProject({ lockedTracks: isLocked ? lockedTracks.filter((number) => number !== row.track) : [...lockedTracks, row.track] });
    // What is selected can be moved by keys.
    if (!isLocked) choose((state) => select(state, state.selection.filter((key) => !keys.includes(key))));
  };
  return (
    <div
      role="group"
      aria-label={`Track ${row.number}`}
      className={clsx(HEAD_CLASS, offsetPx !== null && 'relative z-10 rounded-md bg-surface shadow-pop')}
      style={{ height: ROW_PX, ...(offsetPx === null ? {} : { transform: `translateY(${offsetPx}px)` }) }}
    >
      <button
        type="button"
        data-track-grip={row.track}
        aria-label={`Move ${name}: drag, or press the arrow keys`}
        title="Drag, or press the arrow keys: move the track"
        {...grip}
        className="-ml-1 flex h-full min-w-0 flex-1 cursor-grab touch-none items-center gap-0.5 rounded text-left text-xs font-medium text-ink-soft active:cursor-grabbing"
      >
        <GripVertical className="size-3.5 shrink-0 text-ink-faint" aria-hidden="true" />
        {/* Beside four buttons there is room for the number alone. */}
        <span className="truncate">{isSeen && isSounding && canLock ? row.number : `Track ${row.number}`}</span>
      </button>
      {isSounding && <IconButton size="small" side="right" label={`${track.isMuted ? 'Unmute' : 'Mute'} ${name}`} icon={track.isMuted ? VolumeX : Volume2} isPressed={track.isMuted} onClick={() => run(setMuted, { keys, isMuted: !track.isMuted })} />}
      {isSeen && <IconButton size="small" side="right" label={`${track.isHidden ? 'Show' : 'Hide'} ${name}`} icon={track.isHidden ? EyeOff : Eye} isPressed={track.isHidden} onClick={() => run(setHidden, { keys, isHidden: !track.isHidden })} />}
      {canLock && <IconButton size="small" side="right" label={`${isLocked ? 'Unlock' : 'Lock'} ${name}`} icon={isLocked ? Lock : LockOpen} isPressed={isLocked} onClick={lock} />}
      <Menu trigger={<IconButton size="small" side="right" label={`More for ${name}`} icon={EllipsisVertical} />}>
        <MenuItem isDisabled={isLocked} onSelect={() => choose((state) => select(state, keys))}>Select its clips</MenuItem>
        <MenuItem isDisabled={isTop} onSelect={() => run(moveTrack, { track: row.track, rows: 1 })}>Move up</MenuItem>
        <MenuItem isDisabled={row.number === 1} onSelect={() => run(moveTrack, { track: row.track, rows: -1 })}>Move down</MenuItem>
        <MenuItem isDisabled={isLocked || listGaps(track.clips).length === 0} onSelect={() => run(closeGaps, { track: row.track })}>Close all gaps</MenuItem>
        <MenuLine />
        <MenuItem isDangerous isDisabled={isLocked} onSelect={() => run(deleteTrack, { track: row.track })}>Delete the track</MenuItem>
      </Menu>
    </div>
  );
}

function EmptyTrackHead({ row }: { row: TimelineRow }) {
  const ui = useTimelineUiStore();
  return (
    <div role="group" aria-label={`Track ${row.number}, empty`} className={HEAD_CLASS} style={{ height: ROW_PX }}>
      <span className="min-w-0 flex-1 truncate text-xs text-ink-faint">Empty track</span>
      <Menu trigger={<IconButton size="small" side="right" label="More for the empty track" icon={EllipsisVertical} />}>
        <MenuItem onSelect={() => ui.setState({ hasEmptyTrack: false })}>Remove</MenuItem>
      </Menu>
    </div>
  );
}
