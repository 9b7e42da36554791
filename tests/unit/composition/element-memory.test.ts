/** Resolving with a memory gives what resolving without one gives, and the same layers for what has not changed. */
import { describe, expect, it } from 'vitest';
import { createElementMemory } from '#lib/composition/element-memory';
import { resolve } from '#lib/composition/resolve';
import type { Composition } from '#lib/composition/schema/composition';
import type { Timeline } from '#lib/composition/timeline';
import { compositionOf, factsOf, image, video, videoFacts } from '#tests/unit/composition/fixtures';

const document = compositionOf([
  video({ id: 'clip', track: 1, time: 0, duration: 4, volume: 0.5 }),
  image({ id: 'photo', track: 2, time: 1, duration: 2, width: '20%', opacity: [{ time: 0, value: 0 }, { time: 1, value: 1 }] }),
  { id: 'group', type: 'composition', track: 3, time: 0, duration: 4, elements: [image({ id: 'inner', track: 1, time: 0, duration: 3 }), { id: 'dot', type: 'shape', shape: 'ellipse', track: 2, time: 1, duration: 1 }] },
  { id: 'box', type: 'shape', shape: 'rectangle', track: 4, time: 0, duration: 2, width: '10%', height: '10%' },
]);
const facts = factsOf(document);

/** The composition with an element in another place; the others are the same objects. */
const move = (composition: Composition, id: string, change: object): Composition => ({ ...composition, elements: composition.elements.map((element) => (element.id === id ? { ...element, ...change } : element)) });

const memory = createElementMemory();
function remember(composition: Composition, known = facts): Timeline {
  const [remembered, plain] = [resolve(composition, known, null, memory), resolve(composition, known)];
  expect(remembered).toEqual(plain);
  if (!remembered.ok) throw new Error(JSON.stringify(remembered.problems));
  return remembered.timeline;
}

const layerOf = (timeline: Timeline, id: string) => timeline.layers.find(({ elementId }) => elementId === id);

describe('a memory of resolved elements', () => {
  it('gives the very layers of what has not changed, and new ones of what has', () => {
    const before = remember(document);
    const after = remember(move(document, 'box', { time: 1 }));
    expect(layerOf(after, 'clip')).toBe(layerOf(before, 'clip'));
    expect(layerOf(after, 'photo')).toBe(layerOf(before, 'photo'));
    expect(layerOf(after, 'group')).toBe(layerOf(before, 'group'));
    expect(layerOf(after, 'box')).not.toBe(layerOf(before, 'box'));
  });

  it.each<[string, Composition]>([
    ['another canvas', { ...document, width: 640 }],
    ['another rate', { ...document, frame_rate: 24 }],
    ['a shorter whole', { ...document, duration: 1.5 }],
    ['an element less before it', { ...document, elements: document.elements.slice(1) }],
    ['an element moved in time', move(document, 'photo', { time: 0.5 })],
    ['a group of another size', move(document, 'group', { width: '50%' })],
    ['a group with another element in it', move(document, 'group', { elements: [image({ id: 'inner', track: 1, time: 0, duration: 1 })] })],
  ])('notices %s', (_, changed) => {
    remember(document);
    remember(changed);
    remember(document);
  });

  it('notices that a medium is another one', () => {
    remember(document);
    expect(layerOf(remember(document, factsOf(document, { video: videoFacts({ widthPx: 480, heightPx: 640 }) })), 'clip')).not.toEqual(layerOf(remember(document), 'clip'));
  });
});
