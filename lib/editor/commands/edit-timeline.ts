/** What a drag on the timeline does to the document, as data, so that one call shows it while it goes on and records it when it is over. */
import { copyClips } from '#lib/editor/commands/copy-clips';
import { moveMoment } from '#lib/editor/commands/edit-moment';
import { moveClips } from '#lib/editor/commands/move-clips';
import { moveToNewTrack } from '#lib/editor/commands/move-to-new-track';
import { setFade } from '#lib/editor/commands/set-fade';
import { setTransition, type SetTransitionArgs } from '#lib/editor/commands/set-transition';
import { trimClip } from '#lib/editor/commands/trim-clip';
import type { Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';

export type TimelineEdit =
  | { kind: 'move'; keys: readonly ElementKey[]; deltaSeconds: number; rows: number; onOccupied: 'nearest' | 'insert'; isCopy: boolean }
  | { kind: 'new-track'; keys: readonly ElementKey[]; deltaSeconds: number; above: number | null; isCopy: boolean }
  | { kind: 'trim'; key: ElementKey; edge: 'start' | 'end'; toSeconds: number; ripple: boolean }
  | { kind: 'fade'; keys: readonly ElementKey[]; edge: 'in' | 'out'; seconds: number }
  | ({ kind: 'transition' } & SetTransitionArgs)
  | { kind: 'keyframe'; key: ElementKey; seconds: number; toSeconds: number };

export const editTimeline: Command<TimelineEdit> = (state, edit, sourceSecondsOf) => {
  switch (edit.kind) {
    case 'move': return (edit.isCopy ? copyClips : moveClips)(state, edit, sourceSecondsOf);
    case 'new-track': return (edit.isCopy ? copyClips : moveToNewTrack)(state, edit, sourceSecondsOf);
    case 'trim': return trimClip(state, edit, sourceSecondsOf);
    case 'fade': return setFade(state, edit, sourceSecondsOf);
    case 'transition': return setTransition(state, edit, sourceSecondsOf);
    case 'keyframe': return moveMoment(state, edit, sourceSecondsOf);
    default: return edit satisfies never;
  }
};
