/** Documents to edit, and short ways to what they show. */
import { expect } from 'vitest';
import { EXAMPLES } from '#lib/composition/examples/examples';
import { frameAt, type DrawItem } from '#lib/composition/frame-at';
import { parseComposition } from '#lib/composition/parse';
import type { Composition } from '#lib/composition/schema/composition';
import type { Timeline } from '#lib/composition/timeline';
import type { EditOutcome } from '#lib/editor/edit-outcome';
import { parseDocument, type EditorState } from '#lib/editor/editor-state';
import { viewOf, type ClipView } from '#lib/editor/editor-view';
import { timelineOf } from '#tests/unit/composition/fixtures';

/** Every example, for some address of the media. */
export const EXAMPLE_COMPOSITIONS: ReadonlyArray<{ id: string; composition: Composition }> = EXAMPLES.map(({ id, build }) => ({ id, composition: build('https://videogen.example') }));

/** At 10 frames a second on a canvas of 1000 x 500. */
export function stateOf(elements: unknown[], changes: Record<string, unknown> = {}): EditorState {
  const parsed = parseDocument({ width: 1000, height: 500, frame_rate: 10, elements, ...changes });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.state;
}

/** All clips and sounds last 10 s, as they do by the fixtures' facts. */
export const lengths = () => 10;
export const nothingKnown = () => null;

export function done(outcome: EditOutcome): EditorState {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.state;
}

export const reasonOf = (outcome: EditOutcome): string | null => (outcome.ok ? null : outcome.reason);

/** The document as it is, element by element. */
export const elementsOf = ({ composition }: EditorState): unknown[] => composition.elements;

/** Track, first frame and first frame after, by key. */
export function framesOf(state: EditorState): Record<string, [track: number, startFrame: number, endFrame: number]> {
  return Object.fromEntries(viewOf(state, lengths).clips.map(({ key, track, startFrame, endFrame }) => [key, [track, startFrame, endFrame]]));
}

export function clipOf(state: EditorState, key: string): ClipView {
  const clip = viewOf(state, lengths).clips.find((other) => other.key === key);
  if (clip === undefined) throw new Error(`There is no ${key}`);
  return clip;
}

export const timelineFrom = (state: EditorState): Timeline => timelineOf(state.composition);

/** What is drawn at a frame, whatever the elements are called and where their layers begin. */
export function drawnAt(timeline: Timeline, frame: number): unknown[] {
  return frameAt(timeline, frame).map(({ layer, ...item }: DrawItem) => {
    const source = 'source' in layer ? layer.source : null;
    return { type: layer.type, source, look: layer.look, ...item };
  });
}

export function expectValid({ composition }: EditorState): void {
  if (composition.elements.length === 0) return;
  const parsed = parseComposition(composition);
  expect(parsed.ok ? [] : parsed.problems).toEqual([]);
}
