/** A frame is painted again exactly when something of it has changed. */
import { describe, expect, it } from 'vitest';
import { frameAt } from '#lib/composition/frame-at';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import type { Composition } from '#lib/composition/schema/composition';
import { isSamePicture, type DrawnPicture } from '#lib/preview/is-same-picture';
import { compositionOf, image, timelineOf, video } from '#tests/unit/composition/fixtures';

const facts: MediaFactsBySource = new Map();
const document = compositionOf([
  video({ id: 'clip', track: 1, time: 0, duration: 4 }),
  image({ id: 'later', track: 2, time: 3, duration: 1 }),
  { id: 'fading', type: 'shape', shape: 'rectangle', track: 3, time: 0, duration: 4, opacity: [{ time: 0, value: 0.1 }, { time: 2, value: 1 }] },
]);

function pictureOf(composition: Composition, frame: number): DrawnPicture {
  const timeline = timelineOf(composition);
  return { canvas: timeline, items: frameAt(timeline, frame), facts };
}

const change = (id: string, changes: object): Composition => ({ ...document, elements: document.elements.map((element) => (element.id === id ? { ...element, ...changes } : element)) });

describe('a picture', () => {
  it('is the same when what changed is not in it', () => {
    expect(isSamePicture(pictureOf(document, 5), pictureOf(change('later', { time: 3.5, x: 10 }), 5))).toBe(true);
  });

  it.each<[string, DrawnPicture]>([
    ['another moment', pictureOf(document, 6)],
    ['an element moved under the playhead', pictureOf(change('later', { time: 0 }), 5)],
    ['another opacity', pictureOf(change('fading', { opacity: 0.5 }), 5)],
    ['another part of a video', pictureOf(change('clip', { trim_start: 1 }), 5)],
    ['another colour behind all', pictureOf({ ...document, fill_color: '#123456' }, 5)],
    ['another canvas', pictureOf({ ...document, height: 600 }, 5)],
    ['facts that say otherwise', { ...pictureOf(document, 5), facts: new Map() }],
  ])('is another with %s', (_, other) => {
    expect(isSamePicture(pictureOf(document, 5), other)).toBe(false);
  });
});
