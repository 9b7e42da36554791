/** Closes gaps on a track: the one at a moment, or all of them; what comes after a closed gap begins that much earlier. Other tracks stay as they are. */
import { shiftBy } from '#lib/editor/clip-times';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { openScene, type PlacedClip } from '#lib/editor/scene';

export interface CloseGapsArgs {
  track: number;
  /** In the gap, on the clock of the open scope; absent: all gaps of the track. */
  atSeconds?: number;
}

export const closeGaps: Command<CloseGapsArgs> = (state, { track, atSeconds }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const atFrame = atSeconds === undefined ? null : Math.floor((atSeconds * scene.frameRate.numerator) / scene.frameRate.denominator + 1e-6);
  const gaps = listGaps(scene.clips.filter((clip) => clip.track === track)).filter(({ startFrame, endFrame }) => atFrame === null || (startFrame <= atFrame && atFrame < endFrame));
  if (gaps.length === 0) return refuse(atSeconds === undefined ? 'There is no gap on that track' : 'There is no gap there');
  const closedBefore = (frame: number): number => gaps.reduce((sum, { startFrame, endFrame }) => (endFrame <= frame ? sum + endFrame - startFrame : sum), 0);
  const edited = scene.clips.map((clip) => {
    const shifted = clip.track === track ? shiftBy(clip, -closedBefore(clip.startFrame), scene) : keep(clip);
    return { ...shifted, isSelected: state.selection.includes(clip.key) };
  });
  return finishEdit(scene, edited, { label: gaps.length === 1 ? 'Close gap' : `Close ${gaps.length} gaps` });
};

export interface Gap {
  startFrame: number;
  endFrame: number;
}

/** Free stretches before and between the clips of one track, not what is free after the last. */
export function listGaps(clips: readonly Pick<PlacedClip, 'startFrame' | 'endFrame'>[]): Gap[] {
  const gaps: Gap[] = [];
  let reached = 0;
  for (const { startFrame, endFrame } of clips.toSorted((a, b) => a.startFrame - b.startFrame)) {
    if (startFrame > reached) gaps.push({ startFrame: reached, endFrame: startFrame });
    reached = Math.max(reached, endFrame);
  }
  return gaps;
}
