/**
 * Several keyframes of one element, whatever they are of, edited as one: moved together, taken away, given an easing. A keyframe is named by its property and
 * its place in the list; as keyframes do not pass each other, it keeps that name while it is moved.
 */
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Element } from '#lib/composition/schema/composition';
import { changeElement, roundSeconds } from '#lib/editor/change-element';
import { refuse, type Command, type EditOutcome } from '#lib/editor/edit-outcome';
import type { EditorState, ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import type { KeyframePlace } from '#lib/editor/keyframe-moments';
import { keyframesOf, keyframeSeconds, MOVING_PROPERTIES, type MovingProperty, type WrittenKeyframe, type WrittenValue } from '#lib/editor/keyframes';
import { findClips, openScene } from '#lib/editor/scene';
import type { SourceSecondsOf } from '#lib/composition/known-timing';

export interface KeyframePlacesArgs {
  key: ElementKey;
  places: readonly KeyframePlace[];
}

/** All by the same distance, as far as none of them passes one that stays, the start or the end of the element. */
export const moveKeyframes: Command<KeyframePlacesArgs & { deltaSeconds: number }> = (state, { key, places, deltaSeconds }, sourceSecondsOf) =>
  editLists(state, { key, places, label: places.length === 1 ? 'Move keyframe' : 'Move keyframes', sourceSecondsOf }, (lists, durationSeconds) => {
    const ranges = lists.map(({ keyframes, chosen }) => rangeOf(keyframes, chosen, durationSeconds));
    const delta = Math.min(Math.min(...ranges.map(({ high }) => high)), Math.max(Math.max(...ranges.map(({ low }) => low)), deltaSeconds));
    if (delta === 0) return lists.map(({ keyframes }) => keyframes);
    return lists.map(({ keyframes, chosen }) =>
      keyframes.map((keyframe, index) => (chosen.has(index) ? { ...keyframe, time: roundSeconds(Math.max(0, keyframeSeconds(keyframe.time, durationSeconds) + delta)) } : keyframe)),
    );
  });

/** The last of a property leaves its value. */
export const deleteKeyframes: Command<KeyframePlacesArgs> = (state, { key, places }, sourceSecondsOf) =>
  editLists(state, { key, places, label: places.length === 1 ? 'Delete keyframe' : 'Delete keyframes', sourceSecondsOf }, (lists) =>
    lists.map(({ keyframes, chosen }) => {
      const left = keyframes.filter((_keyframe, index) => !chosen.has(index));
      return left.length === 0 ? (keyframes.at(-1)?.value ?? 0) : left;
    }),
  );

/** The curves that lead to the keyframes; undefined: linear. */
export const setKeyframesEasing: Command<KeyframePlacesArgs & { easing: string | undefined }> = (state, { key, places, easing }, sourceSecondsOf) =>
  editLists(state, { key, places, label: 'Change easing', sourceSecondsOf }, (lists) =>
    lists.map(({ keyframes, chosen }) =>
      keyframes.map((keyframe, index) => {
        if (!chosen.has(index)) return keyframe;
        const { easing: _easing, ...still } = keyframe;
        return easing === undefined ? still : { ...still, easing };
      }),
    ),
  );

interface ChosenList {
  property: MovingProperty;
  keyframes: readonly WrittenKeyframe[];
  /** Places in the list. */
  chosen: ReadonlySet<number>;
}

/** How far the chosen ones of a list can go, in seconds. */
function rangeOf(keyframes: readonly WrittenKeyframe[], chosen: ReadonlySet<number>, durationSeconds: number): { low: number; high: number } {
  const times = keyframes.map(({ time }) => keyframeSeconds(time, durationSeconds));
  const lows = [...chosen].map((index) => (times.findLast((_time, other) => other < index && !chosen.has(other)) ?? 0) - (times[index] ?? 0));
  const highs = [...chosen].map((index) => (times.find((_time, other) => other > index && !chosen.has(other)) ?? Math.max(durationSeconds, times[index] ?? 0)) - (times[index] ?? 0));
  return { low: Math.min(0, Math.max(...lows)), high: Math.max(0, Math.min(...highs)) };
}

interface ListsEdit extends KeyframePlacesArgs {
  label: string;
  sourceSecondsOf: SourceSecondsOf;
}

/** `change` gives each list as it is to be, or the value of a property that moves no more, in the same order. */
function editLists(
  state: EditorState,
  { key, places, label, sourceSecondsOf }: ListsEdit,
  change: (lists: readonly ChosenList[], durationSeconds: number) => ReadonlyArray<readonly WrittenKeyframe[] | WrittenValue>,
): EditOutcome {
  const scene = openScene(state, sourceSecondsOf);
  const [clip] = findClips(scene, [key]);
  if (clip === undefined) return refuse('There is no such element');
  const lists = listChosen(clip.element, places);
  if (lists.length === 0) return refuse('There is no such keyframe');
  const changed = change(lists, frameToSeconds(clip.endFrame - clip.startFrame, scene.frameRate));
  const element = changeElement(clip.element, Object.fromEntries(lists.map(({ property }, index) => [property, changed[index]])));
  return finishEdit(scene, scene.clips.map((other) => (other === clip ? { ...keep(clip, true), element } : keep(other))), { label });
}

function listChosen(element: Element, places: readonly KeyframePlace[]): ChosenList[] {
  return MOVING_PROPERTIES.flatMap((property) => {
    const keyframes = keyframesOf(element, property) ?? [];
    const chosen = new Set(places.flatMap((place) => (place.property === property && keyframes[place.index] !== undefined ? [place.index] : [])));
    return chosen.size === 0 ? [] : [{ property, keyframes, chosen }];
  });
}
