/**
 * All clips of the open scope that are in sight: one list for the keyboard and for screen readers, whose order is the document's, so that a clip keeps the
 * focus wherever it is moved to.
 */
'use client';

import { useMemo } from 'react';
import { useMissingMedia } from '#components/composer/player/player-context';
import { useEditor } from '#components/composer/store/editor-store';
import { Clip } from '#components/composer/timeline/clip';
import { useTimelineUi } from '#components/composer/timeline/timeline-ui';
import { useTimelineKeys } from '#components/composer/timeline/use-timeline-keys';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { mediaKey } from '#lib/composition/sources';
import type { ClipView } from '#lib/editor/editor-view';

export function ClipList({ scene, onOpen }: { scene: TimelineScene; onOpen: (clip: ClipView) => void }) {
  const { view, rows, locked } = scene;
  const pxPerSecond = useEditor((state) => state.pxPerSecond);
  const drawnFromPx = useTimelineUi((ui) => ui.drawnFromPx);
  const drawnToPx = useTimelineUi((ui) => ui.drawnToPx);
  const focusKey = useTimelineUi((ui) => ui.focusKey);
  const problems = useProblems();
  const press = useTimelineKeys(scene, onOpen);
  const rowOf = useMemo(() => new Map(rows.map((row) => [row.track, row])), [rows]);
  const tabStop = view.clips.some(({ key }) => key === focusKey) ? focusKey : (view.tracks[0]?.clips[0]?.key ?? null);
  return (
    <div role="listbox" className="absolute inset-0" aria-label="Clips" aria-multiselectable="true" aria-orientation="horizontal" onKeyDown={press} onDoubleClick={(event) => findClip(event.target, view.clips, onOpen)}>
      {view.clips.map((clip) => {
        const row = rowOf.get(clip.track);
        const [startPx, endPx] = [clip.startSeconds * pxPerSecond, clip.endSeconds * pxPerSecond];
        const isInSight = endPx > drawnFromPx && startPx < drawnToPx;
        if (row === undefined || (!isInSight && clip.key !== tabStop)) return null;
        return (
          <Clip
            key={clip.key}
            clip={clip}
            row={row}
            pxPerSecond={pxPerSecond}
            fromPx={Math.max(0, drawnFromPx - startPx)}
            toPx={Math.max(0, Math.min(endPx, drawnToPx) - startPx)}
            isLocked={locked.has(clip.track)}
            isTabStop={clip.key === tabStop}
            problem={'source' in clip.element ? (problems.get(mediaKey(clip.element.type, clip.element.source)) ?? null) : null}
          />
        );
      })}
    </div>
  );
}

function findClip(target: EventTarget, clips: readonly ClipView[], onFound: (clip: ClipView) => void): void {
  const key = target instanceof Element ? target.closest('[data-clip]')?.getAttribute('data-clip') : null;
  const clip = clips.find((other) => other.key === key);
  if (clip !== undefined) onFound(clip);
}

/** Why media cannot be shown or heard, by `mediaKey`. */
function useProblems(): ReadonlyMap<string, string> {
  const missing = useMissingMedia();
  return useMemo(() => new Map(missing.map(({ kind, source, reason }) => [mediaKey(kind, source), reason])), [missing]);
}
