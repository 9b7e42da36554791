/** Whole timelines: defaults, drawing order, trims, sounds and sources. */
import { describe, expect, it } from 'vitest';
import { resolve } from '#lib/composition/resolve';
import { listSources } from '#lib/composition/sources';
import { CLIP, compositionOf, image, imageFacts, PHOTO, soundFacts, soundOf, timelineOf, video, videoFacts } from '#tests/unit/composition/fixtures';

describe('defaults', () => {
  it('of the least composition there is', () => {
    expect(timelineOf(compositionOf([image()], { frame_rate: undefined }))).toEqual({
      outputFormat: 'mp4',
      widthPx: 1000,
      heightPx: 500,
      frameRate: { numerator: 30, denominator: 1 },
      frameCount: 150,
      durationSeconds: 5,
      fillColor: '#000000',
      layers: [
        {
          type: 'image',
          elementId: 'elements.0',
          source: PHOTO,
          track: 1,
          startFrame: 0,
          endFrame: 150,
          box: { xPx: 0, yPx: 0, widthPx: 1000, heightPx: 500 },
          crop: { xPx: 0, yPx: 80, widthPx: 640, heightPx: 320 },
          fit: null,
          rotationDegrees: 0,
          opacity: 1,
          look: null,
          motion: null,
        },
      ],
      sounds: [],
    });
  });

  it('of a video element', () => {
    const { layers, sounds } = timelineOf(compositionOf([video({ id: 'v' })]));
    expect(layers).toMatchObject([{ type: 'video', elementId: 'v', source: CLIP, trimStartSeconds: 0, trimEndSeconds: 10 }]);
    expect(sounds).toEqual([soundOf({ elementId: 'v', source: CLIP })]);
  });

  it.each([
    ['#ABC', '#aabbcc'],
    ['#0f8Eaa', '#0f8eaa'],
  ])('fill_color %s is %s', (color, fillColor) => {
    expect(timelineOf(compositionOf([image()], { fill_color: color })).fillColor).toBe(fillColor);
  });

  it.each([
    [333, 217, 334, 218],
    [1, 1, 2, 2],
    [7679, 4319, 7680, 4320],
    [640, 480, 640, 480],
  ])('a canvas of %d x %d is %d x %d', (width, height, widthPx, heightPx) => {
    expect(timelineOf(compositionOf([image()], { width, height }))).toMatchObject({ widthPx, heightPx });
  });
});

describe('drawing order', () => {
  const orderOf = (elements: unknown[]) => timelineOf(compositionOf(elements)).layers.map(({ elementId, track }) => [elementId, track]);

  it('is by track, whatever the order of the list', () => {
    expect(orderOf([image({ id: 'top', track: 9 }), image({ id: 'bottom', track: 0 }), image({ id: 'middle', track: 4 })])).toEqual([
      ['bottom', 0],
      ['middle', 4],
      ['top', 9],
    ]);
  });

  it('puts elements without a track above all others, in the order of the list', () => {
    expect(orderOf([image({ id: 'a' }), image({ id: 'b', track: 3 }), image({ id: 'c' })])).toEqual([
      ['b', 3],
      ['a', 4],
      ['c', 5],
    ]);
  });
});

describe('trim', () => {
  it.each([
    [{ trim_start: 2 }, 2, 10],
    [{ trim_start: 2, trim_duration: 3 }, 2, 5],
    [{ trim_duration: 3 }, 0, 3],
    [{ trim_start: 9, trim_duration: 60 }, 9, 10],
    [{ trim_start: 2, trim_duration: 3, duration: 20 }, 2, 5],
  ])('%j shows the source from %d s to %d s', (properties, trimStartSeconds, trimEndSeconds) => {
    expect(timelineOf(compositionOf([video(properties)])).layers).toMatchObject([{ trimStartSeconds, trimEndSeconds }]);
  });
});

describe('sound', () => {
  const soundsOf = (properties: Record<string, unknown>, facts = {}, changes = {}) => timelineOf(compositionOf([video({ id: 'v', ...properties })], changes), { video: videoFacts(facts) }).sounds;

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['starts at the frame the picture starts at', { time: 1.26 }, { startSeconds: 1.3 }],
    ['is cut with the element', { duration: 3.26 }, { durationSeconds: 3.3 }],
    ['ends with the medium, though the picture is held', { duration: 30 }, { durationSeconds: 10 }],
    ['ends with the trim, though the picture is held', { trim_start: 2, trim_duration: 3, duration: 30 }, { trimStartSeconds: 2, durationSeconds: 3 }],
    ['begins at the trim', { trim_start: 4 }, { startSeconds: 0, trimStartSeconds: 4, durationSeconds: 6 }],
    ['has its volume as a factor', { volume: '150%' }, { volume: 1.5 }],
    ['stays when the picture is invisible', { opacity: 0 }, { durationSeconds: 10 }],
    ['stays when the picture is beside the canvas', { x: '200%' }, { durationSeconds: 10 }],
  ])('%s', (_name, properties, sound) => {
    const sounds = soundsOf(properties);
    expect(sounds).toHaveLength(1);
    for (const [key, value] of Object.entries(sound)) {
      expect(sounds[0]).toHaveProperty(key, typeof value === 'number' ? expect.closeTo(value, 9) : value);
    }
  });

  it('is cut with the composition', () => {
    expect(soundsOf({ time: 1 }, {}, { duration: 4 })).toMatchObject([{ startSeconds: 1, durationSeconds: 3 }]);
    expect(soundsOf({ time: 4 }, {}, { duration: 4 })).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['muted', { muted: true }, {}],
    ['volume is 0', { volume: 0 }, {}],
    ['volume is 0%', { volume: '0%' }, {}],
    ['the medium has none', {}, { sound: null }],
    ['the trim begins after its end', { trim_start: 6 }, { sound: soundFacts({ durationSeconds: 5 }) }],
  ])('there is none when %s', (_name, properties, facts) => {
    expect(soundsOf(properties, facts)).toEqual([]);
  });

  it('is not silenced by muted: false', () => {
    expect(soundsOf({ muted: false })).toHaveLength(1);
  });

  it('that begins after the picture in its file begins after it in the output', () => {
    const facts = { startSeconds: 1, sound: soundFacts({ startSeconds: 1.5, durationSeconds: 4 }) };
    expect(soundsOf({ time: 2 }, facts)).toMatchObject([{ startSeconds: 2.5, trimStartSeconds: 0.5, durationSeconds: 4 }]);
    expect(soundsOf({ trim_start: 2 }, facts)).toMatchObject([{ startSeconds: 0, trimStartSeconds: 2, durationSeconds: 2.5 }]);
  });

  it('that begins before the picture in its file is heard from the picture on', () => {
    const facts = { startSeconds: 0.5, sound: soundFacts({ startSeconds: 0, durationSeconds: 10 }) };
    expect(soundsOf({}, facts)).toMatchObject([{ startSeconds: 0, trimStartSeconds: 0, durationSeconds: 9.5 }]);
  });
});

describe('sources', () => {
  it('are listed once for each kind they are used as, with their elements', () => {
    const composition = compositionOf([image({ id: 'a' }), video({ id: 'b', source: PHOTO }), image({ id: 'c' }), video()]);
    expect(listSources(composition)).toEqual([
      { source: PHOTO, kind: 'image', elementIds: ['a', 'c'] },
      { source: PHOTO, kind: 'video', elementIds: ['b'] },
      { source: CLIP, kind: 'video', elementIds: ['elements.3'] },
    ]);
  });

  it('used as a video and as an image have the facts of each', () => {
    const composition = compositionOf([image({ id: 'still' }), video({ id: 'moving', source: PHOTO })]);
    const timeline = timelineOf(composition, { image: imageFacts({ widthPx: 100, heightPx: 100 }), video: videoFacts({ widthPx: 200, heightPx: 100 }) });
    expect(timeline.layers.map((layer) => [layer.type, 'crop' in layer && layer.crop.widthPx])).toEqual([
      ['image', 100],
      ['video', 200],
    ]);
  });

  it('without facts are a fault of the caller, not of the composition', () => {
    expect(() => resolve(compositionOf([image({ id: 'a' })]), new Map())).toThrow('No facts for the image of element a');
  });
});
