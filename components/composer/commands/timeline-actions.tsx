/** What the actions on clips and markers do. */
import { clipsInHand, playheadFrameOf, playheadSecondsOf, rateOf, stateOf, selectedClips, type ActionContext } from '#components/composer/commands/action-context';
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import type { ActionHandlers } from '#lib/editor/actions';
import { closeGaps } from '#lib/editor/commands/close-gaps';
import { moveClips } from '#lib/editor/commands/move-clips';
import { setHidden } from '#lib/editor/commands/set-hidden';
import { setMuted } from '#lib/editor/commands/set-muted';
import { setTransition } from '#lib/editor/commands/set-transition';
import { splitClips } from '#lib/editor/commands/split-clips';
import { trimClip } from '#lib/editor/commands/trim-clip';
import { isHeard } from '#lib/editor/editor-view';
import { addMarker, MARKER_COLORS, MARKERS_MAX } from '#lib/editor/project';

type TimelineAction =
  | 'split' | 'closeGaps' | 'trimStartToPlayhead' | 'trimEndToPlayhead' | 'moveLeft' | 'moveRight' | 'moveTrackUp' | 'moveTrackDown' | 'addMarker' | 'previousMarker' | 'nextMarker'
  | 'toggleSnapping' | 'addTransition' | 'muteSelected' | 'hideSelected';

export function timelineActions(context: ActionContext): Pick<ActionHandlers, TimelineAction> {
  const { store } = context;
  const { run, setView } = store.getState();
  const move = (frames: number, rows: number) => () =>
    run(moveClips, { keys: stateOf(context).selection, deltaSeconds: frameToSeconds(frames, rateOf(context)), rows, onOccupied: frames === 0 ? 'refuse' : 'nearest' });
  return {
    split: () => {
      const keys = clipsInHand(context).map(({ key }) => key);
      if (keys.length === 0) return store.getState().say({ kind: 'refusal', text: 'The playhead is in no clip that is not locked' });
      run(splitClips, { keys, atSeconds: playheadSecondsOf(context) });
    },
    closeGaps: () => {
      const tracks = new Set(selectedClips(context).map(({ track }) => track));
      const mergeKey = `close gaps ${performance.now()}`;
      for (const track of tracks) run(closeGaps, { track }, mergeKey);
    },
    trimStartToPlayhead: () => trimToPlayhead(context, 'start'),
    trimEndToPlayhead: () => trimToPlayhead(context, 'end'),
    moveLeft: move(-1, 0),
    moveRight: move(1, 0),
    moveTrackUp: move(0, 1),
    moveTrackDown: move(0, -1),
    addMarker: () => {
      const { project, changeProject, say } = store.getState();
      const seconds = frameToSeconds(playheadFrameOf(context), rateOf(context));
      const markers = addMarker(project.markers, { id: crypto.randomUUID(), seconds, label: '', color: MARKER_COLORS[0] });
      if (markers === project.markers) return say({ kind: 'refusal', text: `A project has ${MARKERS_MAX} markers at most` });
      changeProject({ markers });
    },
    previousMarker: () => goToMarker(context, (markers, frame) => markers.findLast((other) => other < frame)),
    nextMarker: () => goToMarker(context, (markers, frame) => markers.find((other) => other > frame)),
    toggleSnapping: () => setView({ isSnapping: !store.getState().isSnapping }),
    addTransition: () => run(setTransition, { key: stateOf(context).selection.at(-1) ?? '', transition: { type: 'fade' } }),
    muteSelected: () => {
      const heard = selectedClips(context).filter(({ element }) => isHeard(element));
      run(setMuted, { keys: heard.map(({ key }) => key), isMuted: heard.some(({ isMuted }) => !isMuted) });
    },
    hideSelected: () => {
      const seen = selectedClips(context).filter(({ element }) => element.type !== 'audio');
      run(setHidden, { keys: seen.map(({ key }) => key), isHidden: seen.some(({ isHidden }) => !isHidden) });
    },
  };
}

/** One step for all of them. */
function trimToPlayhead(context: ActionContext, edge: 'start' | 'end'): void {
  const toSeconds = playheadSecondsOf(context);
  const keys = clipsInHand(context).filter(({ startSeconds, endSeconds }) => startSeconds < toSeconds && toSeconds < endSeconds).map(({ key }) => key);
  const { run } = context.store.getState();
  const mergeKey = `trim ${edge} ${toSeconds} ${performance.now()}`;
  for (const key of keys) run(trimClip, { key, edge, toSeconds }, mergeKey);
}

function goToMarker(context: ActionContext, choose: (frames: number[], frame: number) => number | undefined): void {
  const frames = context.store.getState().project.markers.map(({ seconds }) => secondsToFrame(seconds, rateOf(context)));
  const frame = choose(frames, playheadFrameOf(context));
  if (frame !== undefined) context.player?.seek(frame);
}
