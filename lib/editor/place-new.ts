/** Where new elements go: on a track at a time, at the end of a track, or on a track of their own. Used by adding, pasting and duplicating. */
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import { OUTPUT_SECONDS_MAX } from '#lib/composition/limits';
import type { Element } from '#lib/composition/schema/composition';
import { lastStartFrame, shiftBy, stretchOf } from '#lib/editor/clip-times';
import type { OnOccupied } from '#lib/editor/commands/move-clips';
import { cutOut } from '#lib/editor/cut-out';
import { findFreeDistance, type Stretch } from '#lib/editor/find-free-place';
import { keep, type EditedElement } from '#lib/editor/finish-edit';
import { makeRoom } from '#lib/editor/make-room';
import { onTrack, openTracks } from '#lib/editor/open-tracks';
import { idSource } from '#lib/editor/unique-id';
import { guessTiming, type EditorScene } from '#lib/editor/scene';

export type Destination =
  /** The `nearest` free place on the track; `insert`: what is later on it moves on; `overwrite`: what is there is cut. */
  | { kind: 'track'; track: number; atSeconds: number; onOccupied: OnOccupied }
  | { kind: 'end-of-track'; track: number }
  /** `above`: the track right below the new one; null: below all. `atSeconds` on the clock of the open scope. */
  | { kind: 'new-track'; above: number | null; atSeconds: number };

/** One after the other, each as long as it is; null when there is no room before the last moment there can be. */
export function placeNew(scene: EditorScene, elements: readonly Element[], destination: Destination): EditedElement[] | null {
  const { frameRate } = scene;
  const lengths = elements.map((element) => lengthSecondsOf(element, scene));
  const totalFrames = lengths.reduce((sum, seconds) => sum + Math.max(1, secondsToFrame(seconds, frameRate)), 0);
  const placed = choosePlace(scene, destination, { lengthFrames: totalFrames, elements });
  if (placed === null) return null;
  let startFrame = placed.startFrame;
  const added = elements.map((element, index): EditedElement => {
    const startSeconds = frameToSeconds(startFrame, frameRate);
    const seconds = lengths[index] ?? 0;
    startFrame += Math.max(1, secondsToFrame(seconds, frameRate));
    return { element, wanted: { track: placed.track, startSeconds, endSeconds: startSeconds + seconds, isOpenEnded: false }, isSelected: true };
  });
  return [...placed.edited, ...added];
}

interface ChosenPlace {
  track: number;
  startFrame: number;
  /** What becomes of the clips there are, in the order of their list. */
  edited: EditedElement[];
}

function choosePlace(scene: EditorScene, destination: Destination, { lengthFrames, elements }: { lengthFrames: number; elements: readonly Element[] }): ChosenPlace | null {
  const { clips, frameRate } = scene;
  const kept = clips.map((clip) => keep(clip));
  const onSameTrack = (track: number) => clips.filter((clip) => clip.track === track);
  switch (destination.kind) {
    case 'new-track': {
      const { firstTrack, trackOf } = openTracks(clips, { above: destination.above, count: 1 });
      return { track: firstTrack, startFrame: clampFrame(destination.atSeconds, scene), edited: kept.map((edited, index) => onTrack(edited, trackOf(clips[index]?.track ?? 0))) };
    }
    case 'end-of-track': {
      const startFrame = Math.max(0, ...onSameTrack(destination.track).map(({ endFrame }) => endFrame));
      return startFrame > lastStartFrame(scene) ? null : { track: destination.track, startFrame, edited: kept };
    }
    case 'track': {
      const { track } = destination;
      const wanted = Math.max(0, secondsToFrame(destination.atSeconds, frameRate));
      const taken = onSameTrack(track).map(stretchOf);
      if (destination.onOccupied === 'insert') {
        const { startFrame, pushFrames } = makeRoom(taken, { startFrame: wanted, lengthFrames });
        return { track, startFrame, edited: clips.map((clip) => (clip.track === track && clip.startFrame >= startFrame ? shiftBy(clip, pushFrames, scene) : keep(clip))) };
      }
      if (destination.onOccupied === 'overwrite') {
        const stretch: Stretch = { track, startFrame: Math.min(wanted, lastStartFrame(scene)), endFrame: wanted + lengthFrames };
        // The new ones may have ids already.
        const { composition } = scene.state;
        const nextId = idSource({ ...composition, elements: [...composition.elements, ...elements] });
        const cuts = clips.map((clip) => cutOut(clip, [stretch], { scene, nextId }));
        const edited = cuts.flatMap((cut) => (cut.ok ? cut.left : []));
        return cuts.every(({ ok }) => ok) ? { track, startFrame: stretch.startFrame, edited } : null;
      }
      const itself: Stretch = { track, startFrame: 0, endFrame: lengthFrames };
      const startFrame = findFreeDistance([itself], taken, { wantedFrames: wanted, lastStartFrame: lastStartFrame(scene) });
      return startFrame === null ? null : { track, startFrame, edited: kept };
    }
    default:
      return destination satisfies never;
  }
}

function clampFrame(seconds: number, { frameRate }: EditorScene): number {
  return secondsToFrame(Math.min(OUTPUT_SECONDS_MAX, Math.max(0, seconds)), frameRate);
}

/** By itself: five seconds of what has no length of its own. */
export function lengthSecondsOf(element: Element, { frameRate, sourceSecondsOf }: Pick<EditorScene, 'frameRate' | 'sourceSecondsOf'>): number {
  const [placement] = guessTiming({ elements: [{ ...element, time: 0 }] }, frameRate, sourceSecondsOf).placements;
  return placement === null || placement === undefined ? 0 : placement.endSeconds - placement.startSeconds;
}
