/**
 * Moves clips in time and between tracks, all by the same distance. What followed a moved clip stays where it is; a transition whose clips part is taken
 * away. Where the place is taken, the clips go to the nearest place that is free for all of them (`nearest`), push what comes later on the track to the
 * right (`insert`), take the place of what is there (`overwrite`), or stay (`refuse`).
 */
import { secondsToFrame } from '#lib/composition/frame-rate';
import { countedLabel, lastStartFrame, lengthFramesOf, moveTo, shiftBy, stretchOf } from '#lib/editor/clip-times';
import { cutOut } from '#lib/editor/cut-out';
import { refuse, type Command, type EditOutcome } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { findFreeDistance, type Stretch } from '#lib/editor/find-free-place';
import { finishEdit, keep, type EditedElement } from '#lib/editor/finish-edit';
import { findClips, openScene, type EditorScene, type PlacedClip } from '#lib/editor/scene';
import { makeRoom } from '#lib/editor/make-room';
import { idSource } from '#lib/editor/unique-id';

/** What becomes of clips where others are put: they are kept clear of, they go on, or they are cut. */
export type OnOccupied = 'nearest' | 'insert' | 'overwrite';

export interface MoveClipsArgs {
  keys: readonly ElementKey[];
  /** Later when positive; rounded to frames. */
  deltaSeconds: number;
  /** Tracks up (positive) or down among those there are; beyond the topmost new ones are made. 0 when absent. */
  rows?: number;
  /** `nearest` when absent. */
  onOccupied?: OnOccupied | 'refuse';
}

export const moveClips: Command<MoveClipsArgs> = (state, { keys, deltaSeconds, rows = 0, onOccupied = 'nearest' }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const moved = findClips(scene, keys);
  if (moved.length === 0) return refuse('No clip is selected');
  const tracks = targetTracks(moved, scene, rows);
  const wantedFrames = secondsToFrame(deltaSeconds, scene.frameRate);
  if (onOccupied === 'insert' && new Set(tracks).size === 1) return insertClips(scene, moved, { track: tracks[0] ?? 0, wantedFrames });

  const moving = moved.map((clip, place): Stretch => ({ track: tracks[place] ?? clip.track, startFrame: clip.startFrame, endFrame: clip.startFrame + lengthFramesOf(clip, scene) }));
  const isStill = wantedFrames === 0 && moved.every((clip, place) => clip.track === tracks[place]);
  if (onOccupied === 'overwrite' && !isStill) return overwriteClips(scene, moved, { moving, tracks, wantedFrames });
  const fixed = scene.clips.filter((clip) => !moved.includes(clip)).map(stretchOf);
  const distance = isStill ? 0 : findFreeDistance(moving, fixed, { wantedFrames, lastStartFrame: lastStartFrame(scene) });
  if (distance === null || (onOccupied === 'refuse' && distance !== wantedFrames)) return refuse('There is no room for it there');
  const edited = scene.clips.map((clip) => {
    const place = moved.indexOf(clip);
    return place === -1 ? keep(clip) : moveTo(clip, { track: tracks[place] ?? clip.track, startFrame: clip.startFrame + distance }, scene);
  });
  return finishEdit(scene, edited, { label: countedLabel('Move', moved.length) });
};

/** The track each of the moved clips goes to: as many rows up or down as all of them can. */
function targetTracks(moved: readonly PlacedClip[], { clips }: EditorScene, rows: number): number[] {
  const tracks = [...new Set(clips.map(({ track }) => track))].toSorted((a, b) => a - b);
  const places = moved.map(({ track }) => tracks.indexOf(track));
  const shift = Math.max(rows, -Math.min(...places));
  const top = tracks.at(-1) ?? 0;
  return places.map((place) => tracks[place + shift] ?? top + place + shift - tracks.length + 1);
}

/** The first of them at the frame, or at the nearer end of what is there; what starts later on the track goes on by as much as is needed. */
function insertClips(scene: EditorScene, moved: readonly PlacedClip[], { track, wantedFrames }: { track: number; wantedFrames: number }): EditOutcome {
  const first = Math.min(...moved.map(({ startFrame }) => startFrame));
  const last = Math.max(...moved.map((clip) => clip.startFrame + lengthFramesOf(clip, scene)));
  const others = scene.clips.filter((clip) => !moved.includes(clip) && clip.track === track);
  const { startFrame, pushFrames } = makeRoom(others.map(stretchOf), { startFrame: Math.max(0, first + wantedFrames), lengthFrames: last - first });
  const edited = scene.clips.map((clip): EditedElement => {
    if (moved.includes(clip)) return moveTo(clip, { track, startFrame: clip.startFrame - first + startFrame }, scene);
    return others.includes(clip) && clip.startFrame >= startFrame ? shiftBy(clip, pushFrames, scene) : keep(clip);
  });
  return finishEdit(scene, edited, { label: countedLabel('Insert', moved.length) });
}

interface Overwriting {
  /** The moved clips as long as they are, on the tracks they go to. */
  moving: readonly Stretch[];
  tracks: readonly number[];
  wantedFrames: number;
}

/** As far as there is time; what they come to lie on is cut. */
function overwriteClips(scene: EditorScene, moved: readonly PlacedClip[], { moving, tracks, wantedFrames }: Overwriting): EditOutcome {
  const [first, last] = [Math.min(...moving.map(({ startFrame }) => startFrame)), Math.max(...moving.map(({ startFrame }) => startFrame))];
  const distance = Math.min(lastStartFrame(scene) - last, Math.max(-first, wantedFrames));
  const stretches = moving.map(({ track, startFrame, endFrame }): Stretch => ({ track, startFrame: startFrame + distance, endFrame: endFrame + distance }));
  const nextId = idSource(scene.state.composition);
  // Where they were, they are in the way of no cut.
  const fixed = { ...scene, clips: scene.clips.filter((clip) => !moved.includes(clip)) };
  const edited: EditedElement[] = [];
  for (const clip of scene.clips) {
    const place = moved.indexOf(clip);
    const cut = place === -1 ? cutOut(clip, stretches, { scene: fixed, nextId }) : null;
    if (cut !== null && !cut.ok) return refuse(cut.reason);
    edited.push(...(cut === null ? [moveTo(clip, { track: tracks[place] ?? clip.track, startFrame: clip.startFrame + distance }, scene)] : cut.left));
  }
  return finishEdit(scene, edited, { label: countedLabel('Overwrite with', moved.length) });
}
