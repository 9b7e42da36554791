/** Where a new element goes that somebody adds without saying where: seen on top of all at the playhead, heard below; on a track that is free there, or a new one. */
import { secondsToFrame } from '#lib/composition/frame-rate';
import type { Element } from '#lib/composition/schema/composition';
import { topTrackOf } from '#lib/editor/open-tracks';
import { lengthSecondsOf, type Destination } from '#lib/editor/place-new';
import type { EditorScene } from '#lib/editor/scene';

export interface AddingPlace {
  /** The playhead, on the clock of the open scope. */
  atSeconds: number;
  /** Tracks that nothing is put on. */
  lockedTracks: readonly number[];
}

export function destinationAt(scene: EditorScene, element: Element, { atSeconds, lockedTracks }: AddingPlace): Destination {
  const { clips, frameRate } = scene;
  const startFrame = secondsToFrame(Math.max(0, atSeconds), frameRate);
  const endFrame = startFrame + Math.max(1, secondsToFrame(lengthSecondsOf(element, scene), frameRate));
  const isFree = (track: number): boolean => !lockedTracks.includes(track) && !clips.some((clip) => clip.track === track && clip.startFrame < endFrame && clip.endFrame > startFrame);
  const top = topTrackOf(clips);
  const onTrack = (track: number): Destination => ({ kind: 'track', track, atSeconds, onOccupied: 'nearest' });
  if (element.type !== 'audio') return top !== null && isFree(top) && isSeen(scene, top) ? onTrack(top) : { kind: 'new-track', above: top, atSeconds };
  const heard = [...new Set(clips.map(({ track }) => track))].find((track) => !isSeen(scene, track) && isFree(track));
  return heard === undefined ? { kind: 'new-track', above: null, atSeconds } : onTrack(heard);
}

/** Sounds keep to tracks of their own. */
const isSeen = ({ clips }: EditorScene, track: number): boolean => clips.some((clip) => clip.track === track && clip.element.type !== 'audio');
