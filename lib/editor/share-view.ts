/**
 * The timeline's view with the parts of the view before it that are the same: what did not change keeps its reference, so that only what did is
 * drawn again.
 */
import type { ClipJoint, ClipView, EditorView, TrackView } from '#lib/editor/editor-view';

export function shareView(before: EditorView | null, after: EditorView): EditorView {
  if (before === null) return after;
  const known = new Map(before.clips.map((clip) => [clip.key, clip]));
  const shared = new Map(after.clips.map((clip) => [clip, shareClip(known.get(clip.key), clip)]));
  const share = (clip: ClipView): ClipView => shared.get(clip) ?? clip;
  const tracks = after.tracks.map((track, index) => shareTrack(before.tracks[index], { ...track, clips: track.clips.map(share) }));
  return { ...after, clips: shareList(before.clips, after.clips.map(share)), tracks: shareList(before.tracks, tracks), canvas: isEqual(before.canvas, after.canvas) ? before.canvas : after.canvas, frameRate: isEqual(before.frameRate, after.frameRate) ? before.frameRate : after.frameRate };
}

function shareClip(before: ClipView | undefined, after: ClipView): ClipView {
  if (before === undefined) return after;
  const joint = isSameJoint(before.joint, after.joint) ? before.joint : after.joint;
  const next = joint === after.joint ? after : { ...after, joint };
  return isEqual(before, next) ? before : next;
}

function isSameJoint(before: ClipJoint | null, after: ClipJoint | null): boolean {
  return before !== null && after !== null && isEqual(before, after);
}

function shareTrack(before: TrackView | undefined, after: TrackView): TrackView {
  if (before === undefined) return after;
  const next = { ...after, clips: shareList(before.clips, after.clips) };
  return isEqual(before, next) ? before : next;
}

function shareList<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  return before.length === after.length && after.every((item, index) => item === before[index]) ? before : after;
}

/** Property by property, by reference. */
function isEqual<Value extends object>(before: Value, after: Value): boolean {
  const keys = Object.keys(after) as Array<keyof Value>;
  return keys.length === Object.keys(before).length && keys.every((key) => before[key] === after[key]);
}
