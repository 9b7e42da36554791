/** Media of every kind look in the preview as in the render: turned, squared, coloured and transparent alike. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compareSsim } from '#tests/support/compare-ssim';
import { makeMedia, type MediaSpec } from '#tests/support/make-media';
import { colourAt, readFrame, type Frame } from '#tests/support/read-frame';
import { planComposition, sourceOf } from '#tests/support/render-composition';
import { renderPlannedLossless } from '#tests/support/render-lossless';
import { usePreview } from '#tests/support/use-preview';

const test = usePreview();

const FRAME = 7;
const CLIP: MediaSpec = { picture: 'testsrc', widthPx: 320, heightPx: 180, seconds: 0.5 };
const isImage = (name: string): boolean => /\.(png|jpg|webp|svg)$/.test(name);

/** The same frame of both, the file filling its part of a blue canvas. */
async function drawBoth(name: string, element: object = {}): Promise<{ rendered: Frame; previewed: Frame }> {
  const medium = { type: isImage(name) ? 'image' : 'video', source: sourceOf(name), duration: 0.3, ...element };
  const composition = { output_format: 'mp4', width: 320, height: 320, fill_color: '#4060a0', elements: [{ ...medium, fit_mode: 'contain' }] };
  const planned = await planComposition(test.directory, composition);
  const rendered = await readFrame(await renderPlannedLossless(test.directory, name, planned), FRAME);
  const [previewed] = await test.preview.drawAt(composition, planned.facts, [FRAME]);
  return { rendered, previewed: previewed! };
}

describe.each<[name: string, spec: MediaSpec]>([
  ['plain.mp4', CLIP],
  ...([2, 3, 5, 6, 7, 8] as const).map((orientation): [string, MediaSpec] => [`turned-${orientation}.mp4`, { ...CLIP, orientation }]),
  ...([3, 6, 7] as const).map((orientation): [string, MediaSpec] => [`turned-${orientation}.jpg`, { ...CLIP, orientation }]),
  ['wide-pixels.mp4', { ...CLIP, pixelAspect: '4/3' }],
  ['vp9.webm', CLIP],
  ['vp8.webm', { ...CLIP, videoCodec: 'libvpx' }],
  ['transparent.webm', { ...CLIP, picture: 'half', hasAlpha: true }],
  ['stream.ts', CLIP],
  ['moving.gif', CLIP],
  ['plain.png', CLIP],
  ['transparent.png', { ...CLIP, picture: '#20c04080', hasAlpha: true }],
  ['plain.webp', CLIP],
])('%s', (name, spec) => {
  it('is drawn as it is rendered', async () => {
    await makeMedia(test.directory, name, spec);
    const { rendered, previewed } = await drawBoth(name);
    expect(compareSsim(rendered, previewed)).toBeGreaterThan(0.985);
  });
});

describe('the colour of a video', () => {
  /** In no colour that a canvas without a GPU cannot convert exactly: its blue is too weak by up to a twelfth of how far it is from grey. */
  const COLOR = 'c=0xb06040:s=320x180:r=30:d=0.5';
  const tag = (matrix: string, range = 'tv'): string => `setparams=colorspace=${matrix}:color_primaries=${matrix}:color_trc=${matrix}:range=${range}`;

  it.each<[name: string, filters: string]>([
    ['tagged as bt709', `scale=out_color_matrix=bt709:out_range=tv,format=yuv420p,${tag('bt709')}`],
    ['tagged as bt601', `scale=out_color_matrix=bt601:out_range=tv,format=yuv420p,${tag('smpte170m')}`],
    ['not tagged, and small', `scale=out_color_matrix=bt601:out_range=tv,format=yuv420p,${tag('unknown')}`],
    ['not tagged, and large', `scale=1280:720:out_color_matrix=bt709:out_range=tv,format=yuv420p,${tag('unknown')}`],
    ['of full range', `scale=out_color_matrix=bt709:out_range=pc,format=yuvj420p,${tag('bt709', 'pc')}`],
    ['of ten bits', `scale=out_color_matrix=bt709:out_range=tv,format=yuv420p10le,${tag('bt709')}`],
  ])('%s, is the rendered one', async (name, filters) => {
    const file = `${name.replaceAll(/\W+/g, '-')}.mp4`;
    const args = ['-v', 'error', '-y', '-f', 'lavfi', '-i', `color=${COLOR}`, '-vf', filters, '-c:v', 'libx264', '-crf', '4', path.join(test.directory, file)];
    await promisify(execFile)(process.env['FFMPEG_PATH'] ?? 'ffmpeg', args);
    const { rendered, previewed } = await drawBoth(file);
    const [expected, found] = [colourAt(rendered, 160, 160), colourAt(previewed, 160, 160)];
    for (const [channel, value] of expected.entries()) expect(Math.abs(value - (found[channel] ?? 0)), `${found.join()} is not ${expected.join()}`).toBeLessThanOrEqual(3);
  });
});

describe('what cannot be shown', () => {
  it('is told', async () => {
    await makeMedia(test.directory, 'plain.png', CLIP);
    const composition = {
      output_format: 'mp4', width: 320, height: 180, duration: 1,
      elements: [{ type: 'image', source: sourceOf('plain.png'), x: 0, y: 0, width: 160 }, { type: 'image', source: sourceOf('gone.png'), x: 160, y: 0, width: 160 }],
    };
    const { facts } = await planComposition(test.directory, { ...composition, elements: composition.elements.slice(0, 1) });
    const [known] = facts.values();
    facts.set(`image ${sourceOf('gone.png')}`, known!);
    await expect(test.preview.drawAt(composition, facts, [0])).rejects.toThrow('The server answered 404');
  });
});
