/** What the actions of playing do: the player's calls, in the ways people know from editors (J, K, L). */
import { playheadFrameOf, rateOf, stateOf, timelineOf, type ActionContext } from '#components/composer/commands/action-context';
import { secondsToFrame } from '#lib/composition/frame-rate';
import type { ActionHandlers } from '#lib/editor/actions';
import { scopeStartSeconds } from '#lib/editor/scope-start';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';
import type { Player } from '#lib/preview/player';

type PlayAction =
  | 'playPause' | 'playBackward' | 'playForward' | 'previousFrame' | 'nextFrame' | 'secondBack' | 'secondForward' | 'goToStart' | 'goToEnd' | 'previousEdit' | 'nextEdit'
  | 'markIn' | 'markOut' | 'clearRange' | 'toggleLoop';

const RATE_MAX = 4;

export function playActions(context: ActionContext): Pick<ActionHandlers, PlayAction> {
  const { player } = context;
  const step = (frames: number) => () => {
    player?.pause();
    player?.seek(playheadFrameOf(context) + frames);
  };
  const second = Math.round(secondsToFrame(1, rateOf(context)));
  return {
    playPause: () => {
      if (player === null) return;
      if (player.getState().isPlaying) return player.pause();
      player.setRate(1);
      player.play();
    },
    playBackward: () => shuttle(player, -1),
    playForward: () => shuttle(player, 1),
    previousFrame: step(-1),
    nextFrame: step(1),
    secondBack: step(-second),
    secondForward: step(second),
    goToStart: () => player?.seek(0),
    goToEnd: () => player?.seek((player.getState().frameCount || 1) - 1),
    previousEdit: () => player?.seek(listEdits(context).findLast((frame) => frame < playheadFrameOf(context)) ?? 0),
    nextEdit: () => player?.seek(listEdits(context).find((frame) => frame > playheadFrameOf(context)) ?? player.getState().frameCount - 1),
    markIn: () => mark(player, 'in'),
    markOut: () => mark(player, 'out'),
    clearRange: () => player?.setRange(null),
    toggleLoop: () => player?.setLooping(!player.getState().isLooping),
  };
}

/** The first press plays, each one more doubles the speed; the other direction begins again at the plain speed. */
function shuttle(player: Player | null, direction: 1 | -1): void {
  if (player === null) return;
  const { isPlaying, rate } = player.getState();
  const isFaster = isPlaying && Math.sign(rate) === direction;
  player.setRate(isFaster ? direction * Math.min(RATE_MAX, Math.abs(rate) * 2) : direction);
  if (!isPlaying) player.play();
}

/** A range begins and ends with the whole until both ends are marked; an end that would turn it over takes the other with it. */
function mark(player: Player | null, end: 'in' | 'out'): void {
  if (player === null) return;
  const { frame, frameCount, range } = player.getState();
  const { startFrame, endFrame } = range ?? { startFrame: 0, endFrame: frameCount };
  if (end === 'in') player.setRange({ startFrame: frame, endFrame: endFrame > frame ? endFrame : frameCount });
  else player.setRange({ startFrame: startFrame <= frame ? startFrame : 0, endFrame: frame + 1 });
}

/** Frames of the composition at which a clip of the open scope begins or ends. */
function listEdits(context: ActionContext): number[] {
  const rate = rateOf(context);
  const start = secondsToFrame(scopeStartSeconds(stateOf(context), sourceSecondsFrom(context.store.getState().facts)), rate);
  const frames = timelineOf(context).clips.flatMap(({ startFrame, endFrame }) => [startFrame + start, endFrame + start]);
  return [...new Set(frames)].toSorted((a, b) => a - b);
}
