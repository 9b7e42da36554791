/** The preview shows the very frame of a source that the renderer shows, for every rate and container. Counter clips say which frame they show. */
import { describe, expect, it } from 'vitest';
import { makeMedia, type MediaSpec } from '#tests/support/make-media';
import { readCounter, readFrames } from '#tests/support/read-frame';
import { planComposition, renderPlanned, sourceOf } from '#tests/support/render-composition';
import { usePreview } from '#tests/support/use-preview';

const test = usePreview();

const size = { widthPx: 192, heightPx: 32 };
const SECONDS = 3;
const TRIM_STARTS = [0, 0.5, 4 / 3, 1.234, 1.9];
const FRAMES_EACH = 16;

const CLIPS: Array<[name: string, spec: Omit<MediaSpec, 'picture'>]> = [
  ['24.mp4', { frameRate: '24' }],
  ['25.mp4', { frameRate: '25' }],
  ['29.97.mp4', { frameRate: '30000/1001' }],
  ['30.mp4', { frameRate: '30' }],
  ['60.mp4', { frameRate: '60' }],
  ['vfr.mp4', { isVariableRate: true }],
  ['30.webm', { frameRate: '30' }],
  ['fragmented.mp4', { isFragmented: true }],
  ['late-start.mkv', { startSeconds: 5, sound: {} }],
  ['30.ts', { sound: {} }],
];

describe.each(CLIPS)('a clip of %s', (name, spec) => {
  it.each([30, 25])('shows the same frames in the preview as in the render, at %i frames a second and from any trim on', async (frameRate) => {
    await makeMedia(test.directory, name, { picture: 'counter', seconds: SECONDS, gopFrames: 40, ...size, ...spec });
    const elements = TRIM_STARTS.map((trimStart) => ({ type: 'video', source: sourceOf(name), track: 1, trim_start: trimStart, duration: FRAMES_EACH / frameRate }));
    const composition = { output_format: 'mp4', width: size.widthPx, height: size.heightPx, frame_rate: frameRate, elements };
    const planned = await planComposition(test.directory, composition);
    const rendered = (await readFrames((await renderPlanned(test.directory, `${name}-${frameRate}`, planned)).path)).map((frame) => readCounter(frame));
    const frames = rendered.map((_, frame) => frame);
    const previewed = (await test.preview.drawAt(composition, planned.facts, frames)).map((frame) => readCounter(frame));
    expect(previewed).toEqual(rendered);
  });
});

describe('a preview that jumps', () => {
  it('shows at each moment what it shows there when it plays', async () => {
    await makeMedia(test.directory, '30.mp4', { picture: 'counter', seconds: SECONDS, gopFrames: 40, ...size });
    const composition = { output_format: 'mp4', width: size.widthPx, height: size.heightPx, frame_rate: 30, elements: [{ type: 'video', source: sourceOf('30.mp4') }] };
    const { facts } = await planComposition(test.directory, composition);
    const frames = [80, 3, 41, 40, 39, 0, 89, 12, 13, 75, 38];
    const shown = (await test.preview.drawAt(composition, facts, frames)).map((frame) => readCounter(frame));
    expect(shown).toEqual(frames);
  });
});
