// What holds for the sound of every composition, tried with many that nobody would think of.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MediaFacts } from '#lib/composition/media-facts';
import { parseComposition } from '#lib/composition/parse';
import { mediaKey } from '#lib/composition/sources';
import { audioFacts, CLIP, resolveWith, soundFacts, SONG, videoFacts } from '#tests/unit/composition/fixtures';
import { stringifyGraph } from '#worker/render/filter-graph';
import { buildAudioChains } from '#worker/render/layers/audio';
import { planAudio } from '#worker/render/plan-audio';
import { PlannedMedia } from '#worker/render/planned-media';

const seconds = (min: number, max: number) => fc.oneof(fc.integer({ min, max }), fc.double({ min, max, noNaN: true }));
const ratio = fc.oneof(fc.double({ min: 0, max: 4, noNaN: true }), fc.integer({ min: 0, max: 400 }).map((value) => `${value}%`));
const easing = fc.constantFrom('linear', 'ease-in-out', 'elastic-out', 'bounce-in', 'steps(5)', 'spring');
const keyframes = fc
  .array(fc.record({ time: fc.integer({ min: 0, max: 100 }), value: ratio, easing }, { requiredKeys: ['time', 'value'] }), { minLength: 1, maxLength: 6 })
  .map((list) => list.toSorted((a, b) => a.time - b.time).map(({ time, ...rest }) => ({ time: `${time}%`, ...rest })));
const properties = {
  time: seconds(0, 20),
  duration: fc.double({ min: 0.001, max: 20, noNaN: true }),
  trim_start: seconds(0, 5),
  trim_duration: fc.double({ min: 0.001, max: 12, noNaN: true }),
  volume: fc.oneof(ratio, keyframes),
  muted: fc.boolean(),
  audio_fade_in: seconds(0, 15),
  audio_fade_out: seconds(0, 15),
};
const audio = fc.record({ type: fc.constant('audio'), source: fc.constant(SONG), ...properties, loop: fc.boolean() }, { requiredKeys: ['type', 'source'] });
const video = fc.record({ type: fc.constant('video'), source: fc.constant(CLIP), ...properties }, { requiredKeys: ['type', 'source'] });
const body = fc.record(
  { width: fc.constant(640), height: fc.constant(360), frame_rate: fc.constantFrom(24, 25, 29.97, 30, 60), duration: fc.double({ min: 0.01, max: 60, noNaN: true }), elements: fc.array(fc.oneof(audio, video), { minLength: 1, maxLength: 6 }) },
  { requiredKeys: ['width', 'height', 'elements'] },
);
const sound = fc.record({ startSeconds: seconds(-1, 1), durationSeconds: fc.double({ min: 6, max: 40, noNaN: true }), channels: fc.constantFrom(1, 2, 6) });

it('every sound is planned within the output, with ramps within it and gains that rise in time', () => {
  fc.assert(
    fc.property(body, sound, (value, changes) => {
      const parsed = parseComposition(value);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const facts = { video: videoFacts({ sound: soundFacts(changes) }), audio: audioFacts(changes) };
      const resolved = resolveWith(parsed.composition, facts);
      if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
      const { timeline } = resolved;
      const media = new PlannedMedia(new Map<string, MediaFacts>([[mediaKey('video', CLIP), facts.video], [mediaKey('audio', SONG), facts.audio]]));
      const plan = planAudio(timeline, media);
      if (plan.kind !== 'mix') return;
      expect(plan.sampleCount).toBe(Math.round(timeline.durationSeconds * 48_000));
      for (const { delaySamples, sampleCount, piece, fades, envelope, volume } of plan.sounds) {
        expect(delaySamples >= 0 && sampleCount > 0 && delaySamples + sampleCount <= plan.sampleCount && volume > 0).toBe(true);
        for (const fade of fades) expect(fade.startSample >= 0 && fade.sampleCount > 0 && fade.startSample + fade.sampleCount <= sampleCount).toBe(true);
        for (const fade of piece?.fades ?? []) expect(fade.startSample >= 0 && fade.startSample + fade.sampleCount <= (piece?.sampleCount ?? 0)).toBe(true);
        for (const [index, point] of (envelope ?? []).entries()) {
          expect(point.gain >= 0 && point.gain <= 4).toBe(true);
          if (index > 0) expect(point.sample).toBeGreaterThan(envelope![index - 1]!.sample);
        }
      }
      expect(stringifyGraph(buildAudioChains(plan, (index) => `${index}:a`, 'sound'))).toContain('[sound]');
    }),
    { numRuns: 1000 },
  );
});
