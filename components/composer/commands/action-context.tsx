/**
 * What the effects of actions work on, and what several of them need to know of the moment: the playhead on the open scope's clock, the view of the
 * timeline. Read when an action is done, never held.
 */
import type { ResolvedTimeline } from '#components/composer/player/resolved-timeline';
import type { ProjectSessionValue } from '#components/composer/project/project-session';
import type { StageViewApi } from '#components/composer/stage/stage-view';
import type { EditorStoreApi } from '#components/composer/store/editor-store';
import { resolveFrameRate } from '#lib/composition/canvas-and-rate';
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Rational } from '#lib/composition/media-facts';
import type { EditorState, ElementKey } from '#lib/editor/editor-state';
import { viewOf, type ClipView, type EditorView } from '#lib/editor/editor-view';
import { presentOf } from '#lib/editor/history';
import { listLockedKeys } from '#lib/editor/locked-clips';
import { scopeStartSeconds } from '#lib/editor/scope-start';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';
import type { Player } from '#lib/preview/player';

export interface ActionContext {
  store: EditorStoreApi;
  stage: StageViewApi;
  session: ProjectSessionValue;
  /** Null until its code has arrived. */
  player: Player | null;
  resolved: ResolvedTimeline;
  /** A video is being started: its answer is not there yet. */
  isCreating: boolean;
  /** Posts the document, or with `range` the marked part of it as a draft. */
  create: (what: 'whole' | 'range') => void;
}

export const stateOf = ({ store }: Pick<ActionContext, 'store'>): EditorState => presentOf(store.getState().history);

export const rateOf = (context: Pick<ActionContext, 'store'>): Rational => resolveFrameRate(stateOf(context).composition);

/** Of the composition. */
export const playheadFrameOf = ({ player }: Pick<ActionContext, 'player'>): number => player?.getState().frame ?? 0;

/** On the clock of the open scope: what commands count on. */
export function playheadSecondsOf(context: Pick<ActionContext, 'store' | 'player'>): number {
  const { facts } = context.store.getState();
  return frameToSeconds(playheadFrameOf(context), rateOf(context)) - scopeStartSeconds(stateOf(context), sourceSecondsFrom(facts));
}

/** The open scope as the timeline shows it. */
export function timelineOf(context: ActionContext): EditorView {
  return viewOf(stateOf(context), sourceSecondsFrom(context.store.getState().facts));
}

export function selectedClips(context: ActionContext): ClipView[] {
  const { selection } = stateOf(context);
  return timelineOf(context).clips.filter(({ key }) => selection.includes(key));
}

/** Keys of what is locked in the open scope. */
export function lockedKeysOf(context: ActionContext): ReadonlySet<ElementKey> {
  const { facts, project: { lockedTracks } } = context.store.getState();
  return listLockedKeys(stateOf(context), { lockedTracks, sourceSecondsOf: sourceSecondsFrom(facts) });
}

/** The selected clips; when none is, those under the playhead that are not locked. */
export function clipsInHand(context: ActionContext): ClipView[] {
  const { selection } = stateOf(context);
  const { clips } = timelineOf(context);
  const seconds = playheadSecondsOf(context);
  const locked = lockedKeysOf(context);
  return clips.filter(({ key, startSeconds, endSeconds }) => (selection.length > 0 ? selection.includes(key) : !locked.has(key) && startSeconds <= seconds && seconds < endSeconds));
}
