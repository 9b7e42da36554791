/** Plans as text: what is decided for the main kinds of composition, and the words FFmpeg gets for it. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MediaFacts, MediaFactsBySource } from '#lib/composition/media-facts';
import { mediaKey } from '#lib/composition/sources';
import type { Timeline } from '#lib/composition/timeline';
import { expectGolden } from '#tests/support/expect-golden';
import { imageFacts, imageLayer, soundOf, timeline, videoFacts, videoLayer } from '#tests/unit/render/made-up-media';
import { listGlobalArgs, listInputArgs, listOutputArgs } from '#worker/render/encoder';
import { stringifyGraph } from '#worker/render/filter-graph';
import { buildGraph } from '#worker/render/graph';
import { planRender } from '#worker/render/plan';
import type { RenderPlan } from '#worker/render/render-plan';

const factsOf = (media: Readonly<Record<string, MediaFacts>>): MediaFactsBySource => new Map(Object.entries(media).map(([source, facts]) => [mediaKey(facts.kind, source), facts]));
const box = (xPx: number, yPx: number, widthPx: number, heightPx: number) => ({ xPx, yPx, widthPx, heightPx });

const LOGO = imageFacts({ hasAlpha: true, pixelFormat: 'rgba', colorMatrix: 'rgb', colorRange: 'pc', demuxer: 'png_pipe', codec: 'png' });
const SOUND = { codec: 'aac', profile: 'LC', channels: 2, sampleRateHz: 44_100, startSeconds: 0, durationSeconds: 10, primingSeconds: 0, streamIndex: 1 };

/** The plan and what becomes of it, for people to read. */
function describePlan(plan: RenderPlan): string {
  const inputArgs = listInputArgs(plan);
  return [
    '# spans',
    ...plan.spans.map(({ startFrame, endFrame, engine, reason, base, layers }) => {
      const bottom = base.kind === 'still' ? `still ${base.stillId}` : base.kind === 'video' ? `video ${base.pictureId}` : 'canvas';
      return `${startFrame}-${endFrame} ${engine} (${reason}): ${[bottom, ...layers.map(({ pictureId, xPx, yPx }) => `${pictureId} at ${xPx},${yPx}`)].join(' + ')}`;
    }),
    '# stills',
    ...plan.stills.map(({ id, layers }) => `${id}: ${[plan.fillColor, ...layers.map(({ pictureId, xPx, yPx }) => `${pictureId} at ${xPx},${yPx}`)].join(' + ')}`),
    '# inputs',
    ...plan.inputs.map(({ index, mediaKey: key }) => `${index} ${key}: ${inputArgs[index]?.join(' ')}`),
    '# graph',
    stringifyGraph(buildGraph(plan)),
    '# output',
    [...listGlobalArgs(plan), ...listOutputArgs(plan)].join(' '),
    '',
  ].join('\n');
}

interface Case {
  timeline: Timeline;
  facts: MediaFactsBySource;
}

const cases: Record<string, Case> = {
  'slideshow of two photos, the second again at the end': {
    timeline: timeline({
      layers: [
        imageLayer({ elementId: 'one', source: 'a.jpg', endFrame: 20, crop: box(22, 0, 356, 200) }),
        imageLayer({ elementId: 'two', source: 'b.jpg', startFrame: 20, endFrame: 40 }),
        imageLayer({ elementId: 'again', source: 'a.jpg', startFrame: 40, crop: box(22, 0, 356, 200) }),
      ],
    }),
    facts: factsOf({ 'a.jpg': imageFacts(), 'b.jpg': imageFacts({ orientation: 6, codedWidthPx: 200, codedHeightPx: 400 }) }),
  },
  'video with a logo in its middle second': {
    timeline: timeline({
      layers: [videoLayer({ elementId: 'clip', source: 'v.mp4' }), imageLayer({ elementId: 'logo', source: 'l.png', startFrame: 15, endFrame: 45, box: box(21, 20, 101, 50) })],
    }),
    facts: factsOf({ 'v.mp4': videoFacts(), 'l.png': LOGO }),
  },
  'landscape clip in a portrait canvas, at 29.97 with sound': {
    timeline: timeline({
      widthPx: 360, heightPx: 640, frameRate: { numerator: 30_000, denominator: 1001 }, fillColor: '#336699',
      layers: [videoLayer({ elementId: 'clip', source: 'v.mp4', box: box(0, 218, 360, 203), trimStartSeconds: 1.5, trimEndSeconds: 3 })],
      sounds: [soundOf({ elementId: 'clip', source: 'v.mp4', startSeconds: 0, durationSeconds: 1.5, trimStartSeconds: 1.5, volume: 0.5 })],
    }),
    facts: factsOf({ 'v.mp4': videoFacts({ sound: SOUND }) }),
  },
  'two clips with sound after each other, the second from a phone': {
    timeline: timeline({
      layers: [
        videoLayer({ elementId: 'first', source: 'v.mp4', endFrame: 30, trimEndSeconds: 1 }),
        videoLayer({ elementId: 'second', source: 'p.mp4', startFrame: 30, crop: box(0, 438, 720, 405), trimStartSeconds: 4, trimEndSeconds: 4.5 }),
      ],
      sounds: [
        soundOf({ elementId: 'first', source: 'v.mp4', startSeconds: 0, durationSeconds: 1, trimStartSeconds: 0, volume: 1 }),
        soundOf({ elementId: 'second', source: 'p.mp4', startSeconds: 1, durationSeconds: 0.5, trimStartSeconds: 4, volume: 1 }),
      ],
    }),
    facts: factsOf({ 'v.mp4': videoFacts({ sound: SOUND, codedWidthPx: 640, codedHeightPx: 360, widthPx: 640, heightPx: 360 }), 'p.mp4': videoFacts({ orientation: 6, widthPx: 720, heightPx: 1280, colorMatrix: 'bt601', sound: { ...SOUND, channels: 1 } }) }),
  },
  'turned, half transparent clip over a photo': {
    timeline: timeline({
      layers: [imageLayer({ elementId: 'photo', source: 'a.jpg' }), videoLayer({ elementId: 'clip', source: 'v.mp4', box: box(100, 50, 320, 180), rotationDegrees: 12.5, opacity: 0.5 })],
    }),
    facts: factsOf({ 'a.jpg': imageFacts(), 'v.mp4': videoFacts({ startSeconds: 1.4 }) }),
  },
};

describe('the plan of a', () => {
  it.each(Object.keys(cases))('%s', async (name) => {
    const { timeline: given, facts } = cases[name]!;
    const file = path.join(import.meta.dirname, 'golden', `${name.replaceAll(/[^a-z0-9]+/g, '-')}.txt`);
    await expectGolden(file, describePlan(planRender(given, facts)));
  });

  it('composition survives being stored as JSON', () => {
    for (const { timeline: given, facts } of Object.values(cases)) {
      const plan = planRender(given, facts);
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    }
  });
});

describe('planRender', () => {
  const facts = factsOf({ 'a.jpg': imageFacts(), 'v.mp4': videoFacts({ sound: SOUND }), 'l.png': LOGO });

  it('covers every frame exactly once', () => {
    const layers = Array.from({ length: 40 }, (_, n) => imageLayer({ elementId: `e${n}`, source: n % 2 ? 'a.jpg' : 'l.png', startFrame: (n * 7) % 50, endFrame: ((n * 7) % 50) + 1 + (n % 10), box: box(n, n, 50, 50) }));
    const { spans } = planRender(timeline({ layers }), facts);
    expect(spans[0]?.startFrame).toBe(0);
    expect(spans.at(-1)?.endFrame).toBe(60);
    expect(spans.slice(1).every(({ startFrame }, index) => startFrame === spans[index]?.endFrame)).toBe(true);
  });

  it('decodes an image once, however often and however differently it is shown', () => {
    const layers = [0, 1, 2].map((n) => imageLayer({ elementId: `e${n}`, source: 'a.jpg', box: box(n * 100, 0, 100 + n, 50) }));
    const { inputs, pictures } = planRender(timeline({ layers }), facts);
    expect(inputs).toHaveLength(1);
    expect(inputs[0]?.elementIds).toEqual(['e0', 'e1', 'e2']);
    expect(pictures).toHaveLength(3);
  });

  it('does not open what is never seen', () => {
    const layers = [videoLayer({ elementId: 'below', source: 'v.mp4' }), imageLayer({ elementId: 'above', source: 'a.jpg' })];
    const { inputs, spans } = planRender(timeline({ layers }), facts);
    expect(inputs.map(({ elementIds }) => elementIds)).toEqual([['above']]);
    expect(spans.map(({ engine }) => engine)).toEqual(['still']);
  });

  it('opens what is heard though it is never seen', () => {
    const layers = [videoLayer({ elementId: 'below', source: 'v.mp4' }), imageLayer({ elementId: 'above', source: 'a.jpg' })];
    const sounds = [soundOf({ elementId: 'below', source: 'v.mp4', startSeconds: 0, durationSeconds: 2, trimStartSeconds: 0, volume: 1 })];
    expect(planRender(timeline({ layers, sounds }), facts).inputs.map(({ isSound }) => isSound)).toEqual([false, true]);
  });

  it('cuts sounds at the end of the output and leaves out what begins after it', () => {
    const sound = soundOf({ elementId: 'clip', source: 'v.mp4', durationSeconds: 5 });
    const { audio } = planRender(timeline({ sounds: [{ ...sound, startSeconds: 1.5 }, { ...sound, startSeconds: 2 }] }), facts);
    expect(audio).toMatchObject({ kind: 'mix', sampleCount: 96_000, sounds: [{ delaySamples: 72_000, sampleCount: 24_000 }] });
  });

  it.each([
    ['a video in half of the frames', [videoLayer({ elementId: 'clip', source: 'v.mp4', endFrame: 30 })], true],
    ['one in fewer frames', [videoLayer({ elementId: 'clip', source: 'v.mp4', endFrame: 29 })], false],
    ['two that share them', [videoLayer({ elementId: 'a', source: 'v.mp4', endFrame: 15 }), videoLayer({ elementId: 'b', source: 'v.mp4', startFrame: 45 })], true],
    ['one behind a photo', [videoLayer({ elementId: 'clip', source: 'v.mp4' }), imageLayer({ elementId: 'photo', source: 'a.jpg', endFrame: 40 })], false],
  ])('of %s is encoded as film or not', (_name, layers, isFilmed) => {
    const plan = planRender(timeline({ layers }), facts);
    expect([plan.isFilmed, listOutputArgs(plan).includes('-mbtree')]).toEqual([isFilmed, !isFilmed]);
  });

  it('encodes all parts as the whole, whatever they show', () => {
    const layers = Array.from({ length: 14 }, (_, n) => videoLayer({ elementId: `e${n}`, source: 'v.mp4', startFrame: 32 + n * 2, endFrame: 34 + n * 2 }));
    const plan = planRender(timeline({ layers }), factsOf({ 'v.mp4': videoFacts({ codedWidthPx: 1920, codedHeightPx: 1080 }) }));
    expect([plan.isFilmed, ...plan.parts.map((part) => part.isFilmed)]).toEqual([false, false, false]);
  });

  it('is a still of the fill where nothing is shown', () => {
    expect(planRender(timeline({}), facts)).toMatchObject({ inputs: [], stills: [{ id: 's0', layers: [] }], audio: { kind: 'none' } });
  });

  it('refuses what would not fit into memory, with the figures', () => {
    const huge = factsOf({ 'a.jpg': imageFacts({ codedWidthPx: 8000, codedHeightPx: 6000, widthPx: 8000, heightPx: 6000 }), 'v.mp4': videoFacts({ codedWidthPx: 7680, codedHeightPx: 4320 }) });
    const layers = Array.from({ length: 20 }, (_, n) => videoLayer({ elementId: `e${n}`, source: 'v.mp4', box: box(n * 10, 0, 10, 10) }));
    expect(() => planRender(timeline({ layers }), huge)).toThrow(expect.objectContaining({ code: 'OUTPUT_TOO_COMPLEX', details: { memory_bytes: expect.any(Number), memory_bytes_max: 8 * 1024 ** 3 } }));
    expect(() => planRender(timeline({ layers: layers.slice(0, 8) }), huge)).not.toThrow();
  });

  it('makes in parts what one FFmpeg would hold too much of at once', () => {
    const layers = Array.from({ length: 20 }, (_, n) => videoLayer({ elementId: `e${n}`, source: 'v.mp4', startFrame: n * 3, endFrame: n * 3 + 3 }));
    const fullHd = factsOf({ 'v.mp4': videoFacts({ codedWidthPx: 1920, codedHeightPx: 1080, sound: SOUND }) });
    const plan = planRender(timeline({ layers, sounds: [{ ...soundOf({ elementId: 'e0', source: 'v.mp4' }), volume: 0.5 }] }), fullHd);
    expect(plan.parts.map(({ frameCount, inputs, spans, poster }) => [spans[0]?.startFrame, frameCount, inputs.length, poster?.frame ?? null])).toEqual([[0, 27, 9, null], [27, 27, 9, 3], [54, 6, 2, null]]);
    expect([plan.spans.length, plan.pictures, plan.inputs.map(({ isSound }) => isSound), plan.partsInputIndex]).toEqual([20, [], [true], 1]);
    expect(plan.memoryBytes).toBe(planRender(timeline({ layers: layers.slice(0, 9), frameCount: 27 }), fullHd).memoryBytes);
  });
});
