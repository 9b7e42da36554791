/** What a drag on the timeline does to the document, as data, so that one call shows it while it goes on and records it when it is over. */
import { copyClips } from '#lib/editor/commands/copy-clips';
import { moveKeyframes, type KeyframePlacesArgs } from '#lib/editor/commands/edit-keyframe-places';
import { moveClips, type OnOccupied } from '#lib/editor/commands/move-clips';
import { moveToNewTrack } from '#lib/editor/commands/move-to-new-track';
import { rollJoint } from '#lib/editor/commands/roll-joint';
import { setFade } from '#lib/editor/commands/set-fade';
import { setTransition, type SetTransitionArgs } from '#lib/editor/commands/set-transition';
import { slipClip } from '#lib/editor/commands/slip-clip';
import { trimClip } from '#lib/editor/commands/trim-clip';
import type { Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';

export type TimelineEdit =
  | { kind: 'move'; keys: readonly ElementKey[]; deltaSeconds: number; rows: number; onOccupied: OnOccupied; isCopy: boolean }
  | { kind: 'new-track'; keys: readonly ElementKey[]; deltaSeconds: number; above: number | null; isCopy: boolean }
  | { kind: 'trim'; key: ElementKey; edge: 'start' | 'end'; toSeconds: number; ripple: boolean }
  | { kind: 'roll'; key: ElementKey; deltaSeconds: number }
  | { kind: 'slip'; key: ElementKey; deltaSeconds: number }
  | { kind: 'fade'; keys: readonly ElementKey[]; edge: 'in' | 'out'; seconds: number }
  | ({ kind: 'transition' } & SetTransitionArgs)
  | ({ kind: 'keyframe'; deltaSeconds: number } & KeyframePlacesArgs);

export const editTimeline: Command<TimelineEdit> = (state, edit, sourceSecondsOf) => {
  switch (edit.kind) {
    case 'move': return (edit.isCopy ? copyClips : moveClips)(state, edit, sourceSecondsOf);
    case 'new-track': return (edit.isCopy ? copyClips : moveToNewTrack)(state, edit, sourceSecondsOf);
    case 'trim': return trimClip(state, edit, sourceSecondsOf);
    case 'roll': return rollJoint(state, edit, sourceSecondsOf);
    case 'slip': return slipClip(state, edit, sourceSecondsOf);
    case 'fade': return setFade(state, edit, sourceSecondsOf);
    case 'transition': return setTransition(state, edit, sourceSecondsOf);
    case 'keyframe': return moveKeyframes(state, edit, sourceSecondsOf);
    default: return edit satisfies never;
  }
};
