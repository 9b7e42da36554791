/**
 * Pastes elements so that the first begins at a moment, all of them as far apart as they were: on the tracks below which they fit, from the lowest on;
 * where they fit on none, on new tracks above all. Ids that are taken get a number; fonts they bring are added.
 */
import { secondsToFrame } from '#lib/composition/frame-rate';
import type { Composition, Element } from '#lib/composition/schema/composition';
import type { Font } from '#lib/composition/schema/font';
import type { ClipboardContent } from '#lib/editor/clipboard';
import { countedLabel, moveTo, stretchOf } from '#lib/editor/clip-times';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { Stretch } from '#lib/editor/find-free-place';
import { finishEdit, keep, type EditedElement } from '#lib/editor/finish-edit';
import { topTrackOf } from '#lib/editor/open-tracks';
import { guessTiming, openScene, type EditorScene, type PlacedClip } from '#lib/editor/scene';
import { idSource, withNewIds } from '#lib/editor/unique-id';

export interface PasteElementsArgs {
  content: ClipboardContent;
  /** On the clock of the open scope. */
  atSeconds: number;
  /** Not to paste on; of the composition itself. */
  lockedTracks?: readonly number[];
}

export const pasteElements: Command<PasteElementsArgs> = (state, { content, atSeconds, lockedTracks = [] }, sourceSecondsOf) => {
  const scene = openScene({ ...state, composition: withFonts(state.composition, content.fonts) }, sourceSecondsOf);
  const pasted = placePasted(content.elements, scene);
  const [first] = pasted;
  if (first === undefined) return refuse('There is nothing to paste');
  const from = Math.min(...pasted.map(({ startFrame }) => startFrame));
  const delta = Math.max(0, secondsToFrame(atSeconds, scene.frameRate)) - from;
  const moved = pasted.map((clip): Stretch => ({ track: clip.track, startFrame: clip.startFrame + delta, endFrame: clip.endFrame + delta }));
  const tracks = chooseTracks(moved, scene.clips, state.scope === null ? lockedTracks : []);
  const nextId = idSource(state.composition);
  const added = pasted.map((clip): EditedElement => {
    const element = withNewIds(clip.element, nextId);
    return { ...moveTo(clip, { track: tracks.get(clip.track) ?? clip.track, startFrame: clip.startFrame + delta }, scene), element };
  });
  return finishEdit(scene, [...scene.clips.map((clip) => keep(clip)), ...added], { label: countedLabel('Paste', pasted.length) });
};

/** Where they are among themselves. */
function placePasted(elements: readonly Element[], { frameRate, sourceSecondsOf }: EditorScene): PlacedClip[] {
  return guessTiming({ elements }, frameRate, sourceSecondsOf).placements.flatMap((placement, index) => {
    const element = elements[index];
    return placement === null || element === undefined ? [] : [{ ...placement, key: String(index), index, element, isPlaced: true }];
  });
}

/** For each of their tracks one of ours, in the same order. */
function chooseTracks(pasted: readonly Stretch[], clips: readonly PlacedClip[], lockedTracks: readonly number[]): Map<number, number> {
  const theirs = [...new Set(pasted.map(({ track }) => track))].toSorted((a, b) => a - b);
  const ours = [...new Set(clips.map(({ track }) => track))].filter((track) => !lockedTracks.includes(track)).toSorted((a, b) => a - b);
  const taken = clips.map(stretchOf);
  const isFree = (from: number, to: number): boolean =>
    pasted.every((stretch) => stretch.track !== from || taken.every((other) => other.track !== to || other.endFrame <= stretch.startFrame || other.startFrame >= stretch.endFrame));
  for (let low = 0; low + theirs.length <= ours.length; low += 1) {
    if (theirs.every((from, place) => isFree(from, ours[low + place] ?? 0))) return new Map(theirs.map((from, place) => [from, ours[low + place] ?? 0]));
  }
  const top = topTrackOf(clips) ?? 0;
  return new Map(theirs.map((from, place) => [from, top + 1 + place]));
}

function withFonts(composition: Composition, fonts: readonly Font[]): Composition {
  const known = new Set((composition.fonts ?? []).map((font) => JSON.stringify(font)));
  const added = fonts.filter((font) => !known.has(JSON.stringify(font)));
  return added.length === 0 ? composition : { ...composition, fonts: [...(composition.fonts ?? []), ...added] };
}
