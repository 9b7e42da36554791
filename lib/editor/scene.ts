/**
 * The open scope of a state, ready to be shown and edited: its elements, each with its place in time and on the tracks, its canvas and its rate.
 * What a missing length decides is placed as if it lasted five seconds, so that there is always something to take hold of.
 */
import { idAt, type Arrangement } from '#lib/composition/arrangement';
import { frameToSeconds } from '#lib/composition/frame-rate';
import { outermostScene, sceneIn, type KnownScene } from '#lib/composition/known-scenes';
import { knownLengthOf, resolveKnownTiming, type SourceSecondsOf } from '#lib/composition/known-timing';
import type { Rational } from '#lib/composition/media-facts';
import { resolveTiming, type Placement, type Timing } from '#lib/composition/resolve-timing';
import type { Composition, Element } from '#lib/composition/schema/composition';
import type { Size } from '#lib/composition/units';
import { findElement, type EditorState, type ElementKey } from '#lib/editor/editor-state';

/** Of a medium whose length is not known yet. */
const UNKNOWN_SECONDS = 5;

/** An element of the scope and where it is. Frames and seconds count from the start of the scope. */
export interface PlacedClip extends Placement {
  key: ElementKey;
  /** Place in the list of elements. */
  index: number;
  element: Element;
  /** False while the place is a guess, as the length of a medium is not known. */
  isPlaced: boolean;
}

export interface EditorScene {
  state: EditorState;
  /** With the length that its group gives it, where only that decides. */
  arrangement: Arrangement;
  /** In the order of the list. */
  clips: readonly PlacedClip[];
  /** Of the scope; its last part may be a guess. */
  frameCount: number;
  /** Nothing in it has an end of its own: its length is only what is usual. */
  isOpenEnded: boolean;
  canvas: Size;
  frameRate: Rational;
  sourceSecondsOf: SourceSecondsOf;
}

export function openScene(state: EditorState, sourceSecondsOf: SourceSecondsOf): EditorScene {
  const { arrangement, canvas, frameRate } = findScene(state, sourceSecondsOf);
  const timing = guessTiming(arrangement, frameRate, sourceSecondsOf);
  const known = resolveKnownTiming(arrangement, frameRate, sourceSecondsOf);
  const clips = arrangement.elements.map((element, index): PlacedClip => {
    const placement = timing.placements[index];
    if (!placement) throw new Error('A guessed timing places everything');
    const isPlaced = (known.placements[index] ?? null) !== null;
    // What begins after the end of the whole and lasts to it has a length of less than nothing.
    const endSeconds = Math.max(placement.endSeconds, frameToSeconds(placement.startFrame + 1, frameRate));
    return { ...placement, endSeconds, key: idAt(arrangement, index), index, element, isPlaced };
  });
  return { state, arrangement, clips, frameCount: timing.frameCount ?? 0, isOpenEnded: timing.isOpenEnded, canvas, frameRate, sourceSecondsOf };
}

/** The timing of a list of elements in which no length is unknown. */
export function guessTiming(arrangement: Arrangement, frameRate: Rational, sourceSecondsOf: SourceSecondsOf): Timing {
  const lengths = arrangement.elements.map((element) => {
    const length = knownLengthOf(element, frameRate, sourceSecondsOf);
    return length === 'unknown' ? UNKNOWN_SECONDS : length;
  });
  return resolveTiming(arrangement, frameRate, lengths);
}

function findScene({ composition, scope }: EditorState, sourceSecondsOf: SourceSecondsOf): KnownScene {
  const outermost = outermostScene(composition, sourceSecondsOf);
  const path = scope === null ? [] : (findElement(composition, scope)?.path ?? []);
  // Every second part of a path is a place in a list.
  return path.filter((part) => typeof part === 'number').reduce<KnownScene>((scene, index) => {
    const group = scene.arrangement.elements[index];
    return group?.type === 'composition' ? sceneIn(group, index, scene) : scene;
  }, outermost);
}

/** The clips with the given keys, in the order of the list. */
export function findClips({ clips }: EditorScene, keys: readonly ElementKey[]): PlacedClip[] {
  return clips.filter(({ key }) => keys.includes(key));
}

/** The composition with other elements in a scope; what is not on the way to it keeps its reference. */
export function replaceScopeElements(composition: Composition, scopePath: readonly PropertyKey[], elements: readonly Element[]): Composition {
  const [, index, ...rest] = scopePath;
  if (index === undefined) return { ...composition, elements: [...elements] };
  return { ...composition, elements: replaceInList(composition.elements, { index, rest }, elements) };
}

function replaceInList(list: readonly Element[], { index, rest }: { index: PropertyKey; rest: readonly PropertyKey[] }, elements: readonly Element[]): Element[] {
  return list.map((element, place) => {
    if (place !== index || element.type !== 'composition') return element;
    const [, inner, ...further] = rest;
    return { ...element, elements: inner === undefined ? [...elements] : replaceInList(element.elements, { index: inner, rest: further }, elements) };
  });
}
