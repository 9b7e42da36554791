/** Audio elements: when they are heard, how loud, and what they do to the length of the composition. */
import { describe, expect, it } from 'vitest';
import { listSources, mediaKey } from '#lib/composition/sources';
import type { Sound } from '#lib/composition/timeline';
import { audio, audioFacts, CLIP, compositionOf, image, problemsOf, resolveWith, SONG, soundFacts, timelineOf, video, videoFacts } from '#tests/unit/composition/fixtures';

/** The one sound of a composition of an audio element (of 10 s) and others, at 10 frames a second. */
function soundOf(properties: Record<string, unknown>, others: unknown[] = [], changes: Record<string, unknown> = {}): Sound | undefined {
  return timelineOf(compositionOf([audio({ id: 'a', ...properties }), ...others], changes)).sounds.find(({ elementId }) => elementId === 'a');
}

describe('an audio element', () => {
  it('is heard as it is, and nothing of it is seen', () => {
    const timeline = timelineOf(compositionOf([audio({ id: 'a', track: 3 })]));
    expect(timeline.layers).toEqual([]);
    expect(timeline.sounds).toEqual([
      {
        elementId: 'a', track: 3, source: SONG, kind: 'audio', startSeconds: 0, durationSeconds: 10, trimStartSeconds: 0, loopSeconds: null,
        volume: 1, envelope: null, fadeInSeconds: 0, fadeInCurve: 'linear', fadeOutSeconds: 0, fadeOutCurve: 'linear',
      },
    ]);
    expect(timeline.durationSeconds).toBe(10);
  });

  it.each<[string, Record<string, unknown>, Partial<Sound>]>([
    ['starts between frames', { time: 1.2345 }, { startSeconds: 1.2345, durationSeconds: 10 }],
    ['is trimmed between frames', { trim_start: 2.345, trim_duration: 3.456 }, { trimStartSeconds: 2.345, durationSeconds: 3.456 }],
    ['ends with its duration, between frames', { duration: 1.2345 }, { durationSeconds: 1.2345 }],
    ['ends with its source, though it lasts longer', { trim_start: 8, duration: 5 }, { durationSeconds: 2 }],
    ['fades', { audio_fade_in: 2, audio_fade_out: 30 }, { fadeInSeconds: 2, fadeOutSeconds: 10 }],
  ])('%s', (_name, properties, expected) => {
    const sound = soundOf(properties, [], { duration: 20 });
    for (const [key, value] of Object.entries(expected)) expect(sound).toHaveProperty(key, expect.closeTo(value as number, 9));
  });

  it('follows the one before it on its track without a gap, whatever the frames', () => {
    const { sounds } = timelineOf(compositionOf([audio({ track: 1, duration: 1.04 }), audio({ track: 1, duration: 1.04 }), audio({ track: 1, duration: 1.04 })], { duration: 9 }));
    expect(sounds.map(({ startSeconds }) => startSeconds)).toEqual([0, 1.04, 2.08]);
  });

  it('is cut by the end of the composition, and its fade with it', () => {
    expect(soundOf({ time: 1, audio_fade_out: 2 }, [], { duration: 4 })).toMatchObject({ durationSeconds: 3, fadeOutSeconds: 2 });
  });

  it.each([{ muted: true }, { volume: 0 }, { volume: [{ time: 0, value: 0 }, { time: 'end', value: '0%' }] }])('is left out when it is silent: %j', (properties) => {
    expect(soundOf(properties)).toBeUndefined();
  });
});

describe('length', () => {
  it('is that of the (trimmed) source, and lengthens the composition', () => {
    expect(timelineOf(compositionOf([image({ duration: 2 }), audio({ trim_start: 1, time: 1 })])).durationSeconds).toBe(10);
  });

  it('of what repeats is that of the others', () => {
    const timeline = timelineOf(compositionOf([image({ duration: 42 }), audio({ id: 'a', loop: true, trim_start: 1 })]));
    expect(timeline.durationSeconds).toBe(42);
    expect(timeline.sounds).toMatchObject([{ startSeconds: 0, durationSeconds: 42, trimStartSeconds: 1, loopSeconds: 9 }]);
  });

  it('of what repeats is its own duration where it has one', () => {
    expect(soundOf({ loop: true, duration: 25 })).toMatchObject({ durationSeconds: 25, loopSeconds: 10 });
  });

  it('that a source fills is not repeated', () => {
    expect(soundOf({ loop: true, duration: 7 })).toMatchObject({ durationSeconds: 7, loopSeconds: null });
  });
});

describe('a trim', () => {
  it.each([10, 11])('of %d s in a sound of 10 s is out of range', (trimStart) => {
    const result = resolveWith(compositionOf([audio({ id: 'a', trim_start: trimStart })]));
    expect(result.ok ? [] : result.problems).toMatchObject([{ code: 'TRIM_OUT_OF_RANGE', elementId: 'a', details: { source_seconds: 10 } }]);
  });

  it('counts from the first sample, wherever that stands in the file', () => {
    const timeline = timelineOf(compositionOf([audio({ trim_start: 2 })]), { audio: audioFacts({ startSeconds: 0.025 }) });
    expect(timeline.sounds).toMatchObject([{ trimStartSeconds: 2, durationSeconds: 8 }]);
  });
});

describe('sources', () => {
  it('of a video used for its sound are an audio of their own', () => {
    const composition = compositionOf([video({ id: 'v' }), audio({ id: 'a', source: CLIP })]);
    expect(listSources(composition)).toEqual([
      { source: CLIP, kind: 'video', elementIds: ['v'] },
      { source: CLIP, kind: 'audio', elementIds: ['a'] },
    ]);
    expect(timelineOf(composition).sounds.map(({ kind, source }) => mediaKey(kind, source))).toEqual([mediaKey('video', CLIP), mediaKey('audio', CLIP)]);
  });

  it('of another kind are told', () => {
    const result = resolveWith(compositionOf([audio({ id: 'a' })]), { audio: videoFacts() });
    expect(result.ok ? [] : result.problems).toMatchObject([{ code: 'SOURCE_WRONG_KIND', message: 'Element "a" is of type "audio", but its source is of kind "video"' }]);
  });
});

describe('volume keyframes', () => {
  const envelopeOf = (volume: unknown, properties: Record<string, unknown> = {}) => soundOf({ volume, ...properties })?.envelope;

  it('are points from the start of the sound, in seconds', () => {
    expect(envelopeOf([{ time: 0, value: 1 }, { time: '50%', value: '20%' }, { time: 'end', value: 2 }])).toEqual([
      { seconds: 0, gain: 1 },
      { seconds: 5, gain: 0.2 },
      { seconds: 10, gain: 2 },
    ]);
  });

  it('that never change are a plain volume', () => {
    expect(soundOf({ volume: [{ time: 1, value: 0.5 }, { time: 3, value: '50%' }] })).toMatchObject({ volume: 0.5, envelope: null });
    expect(soundOf({ volume: [{ time: 1, value: 0.5 }] })).toMatchObject({ volume: 0.5, envelope: null });
  });

  it('that ease are drawn as lines no further than 0.2 % from the curve, and no more of them than that takes', () => {
    const points = envelopeOf([{ time: 0, value: 0 }, { time: 10, value: 1, easing: 'quad-in' }]) ?? [];
    expect(points.length).toBeLessThan(40);
    for (let seconds = 0; seconds <= 10; seconds += 0.01) {
      const next = points.findIndex((point) => point.seconds > seconds);
      const [from, to] = [points[next - 1] ?? points.at(-1)!, points[next] ?? points.at(-1)!];
      const gain = to === from ? from.gain : from.gain + ((to.gain - from.gain) * (seconds - from.seconds)) / (to.seconds - from.seconds);
      expect(Math.abs(gain - (seconds / 10) ** 2)).toBeLessThan(0.0025);
    }
  });

  it('that swing beyond silence stay at silence', () => {
    expect(envelopeOf([{ time: 0, value: 1 }, { time: 5, value: 0, easing: 'elastic-out' }])?.every(({ gain }) => gain >= 0)).toBe(true);
  });

  it('at one time are a jump of 3 ms, no click', () => {
    expect(envelopeOf([{ time: 2, value: 1 }, { time: 2, value: 0.5 }])).toEqual([{ seconds: 2, gain: 1 }, { seconds: 2.003, gain: 0.5 }]);
  });

  it('count from the start of the element, where the sound of a video begins later', () => {
    const volume = [{ time: 0, value: 0 }, { time: 4, value: 1 }];
    const facts = { video: videoFacts({ sound: soundFacts({ startSeconds: 1, durationSeconds: 5 }) }) };
    expect(timelineOf(compositionOf([video({ volume })]), facts).sounds).toMatchObject([{ startSeconds: 1, envelope: [{ seconds: -1, gain: 0 }, { seconds: 3, gain: 1 }] }]);
  });
});

describe('problems of an audio element', () => {
  it('are told at their paths', () => {
    const body = { width: 640, height: 480, elements: [audio({ x: 5, volume: '500%', audio_fade_in: -1, loop: 'yes', trim_duration: 0, opacity: 1 }), image({ loop: true })] };
    const problems = problemsOf(body);
    expect(Object.keys(problems).toSorted()).toEqual(['audio_fade_in', 'loop', 'opacity', 'trim_duration', 'volume', 'x'].map((key) => `elements.0.${key}`).concat('elements.1.loop'));
    expect(problems['elements.0.volume']).toBe('must be a number from 0 to 4, or a percentage from "0%" to "400%", not "500%"');
    expect(problems['elements.0.loop']).toBe('must be true or false, not "yes"');
  });

  it('keyframes of the volume that go back in time are told', () => {
    const problems = problemsOf({ width: 640, height: 480, elements: [audio({ volume: [{ time: 2, value: 1 }, { time: 1, value: 0 }] })] });
    expect(Object.keys(problems)).toEqual(['elements.0.volume.1.time']);
  });
});
