/** Layers are blended right: order, rotation, opacity, alpha; and a picture looks the same whichever engine draws it and whatever is under it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareFrames, expectColour } from '#tests/support/expect-colour';
import { makeMedia } from '#tests/support/make-media';
import { colourAt, readFrame, type Frame } from '#tests/support/read-frame';
import { renderLossless } from '#tests/support/render-lossless';
import { makeRenderDirectory, renderComposition, sourceOf } from '#tests/support/render-composition';

let directory = '';
let remove = async (): Promise<void> => {};
let rendered = 0;
const GROUND = '#2060a0';
beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  for (const extension of ['png', 'mp4']) {
    await makeMedia(directory, `ground.${extension}`, { picture: GROUND, widthPx: 320, heightPx: 180 });
    await makeMedia(directory, `white.${extension}`, { picture: '#ffffff', widthPx: 80, heightPx: 40 });
    await makeMedia(directory, `four.${extension}`, { picture: 'quadrants', widthPx: 80, heightPx: 40 });
    await makeMedia(directory, `orange.${extension}`, { picture: '#ff8000', widthPx: 80, heightPx: 40 });
  }
  await makeMedia(directory, 'half.png', { picture: 'half', widthPx: 80, heightPx: 40, hasAlpha: true });
  await makeMedia(directory, 'half.webm', { picture: 'half', widthPx: 80, heightPx: 40, hasAlpha: true });
  await makeMedia(directory, 'glass.png', { picture: '#ff800080', widthPx: 80, heightPx: 40, hasAlpha: true });
});
afterAll(() => remove());

const canvas = { output_format: 'mp4', width: 320, height: 180, duration: 0.2 };
const image = (name: string, properties: object = {}) => ({ type: 'image', source: sourceOf(name), time: 0, ...properties });
const video = (name: string, properties: object = {}) => ({ type: 'video', source: sourceOf(name), time: 0, ...properties });
const onTracks = (elements: object[]) => elements.map((element, index) => ({ ...element, track: index + 1 }));

async function lossless(elements: object[]): Promise<Frame> {
  return readFrame(await renderLossless(directory, `blend-${(rendered += 1)}`, { ...canvas, elements: onTracks(elements) }), 2);
}

/** Of one picture: on a still (full colour), on a video (4:2:0, prepared once), and as a video (4:2:0, prepared for each frame). */
async function drawThreeWays(name: string, properties: object): Promise<{ onStill: Frame; onVideo: Frame; asVideo: Frame | null }> {
  const onStill = await lossless([image('ground.png'), image(`${name}.png`, properties)]);
  const onVideo = await lossless([video('ground.mp4'), image(`${name}.png`, properties)]);
  const hasVideo = name !== 'glass';
  const asVideo = hasVideo ? await lossless([video('ground.mp4'), video(name === 'half' ? 'half.webm' : `${name}.mp4`, properties)]) : null;
  return { onStill, onVideo, asVideo };
}

describe('a picture looks the same on a still, on a video and as a video', () => {
  const placed = { fit_mode: 'fill', x: 61, y: 33 };
  const cases: Array<[string, string, object]> = [
    ['even and upright', 'four', { fit_mode: 'fill', x: 60, y: 32, width: 120, height: 80 }],
    ['on odd pixels, of odd size', 'four', { ...placed, width: 121, height: 83 }],
    ['half transparent by its opacity', 'four', { ...placed, width: 120, height: 80, opacity: 0.5 }],
    ['turned by 30 degrees', 'orange', { ...placed, width: 121, height: 83, rotation: 30 }],
    ['turned by 200.5 degrees at an opacity of 70 %', 'four', { ...placed, width: 90, height: 60, rotation: 200.5, opacity: 0.7 }],
    ['with an alpha of its own', 'half', { ...placed, width: 121, height: 83 }],
    ['with an alpha of its own, turned', 'half', { ...placed, width: 121, height: 83, rotation: 45 }],
    ['of half transparent pixels', 'glass', { ...placed, width: 121, height: 83 }],
  ];
  it.each(cases)('%s', async (_title, name, properties) => {
    const { onStill, onVideo, asVideo } = await drawThreeWays(name, properties);
    const still = compareFrames(onStill, onVideo);
    expect(still.mean).toBeLessThanOrEqual(0.1);
    expect(still.max).toBeLessThanOrEqual(8);
    if (asVideo === null) return;
    // The source has its chroma halved already: at the picture's inner edges the two differ by that.
    expect(compareFrames(onVideo, asVideo).mean).toBeLessThanOrEqual(2);
  });
});

describe('opacity', () => {
  it.each([['image', image, 'png'], ['video', video, 'mp4']] as const)('of an %s mixes its colour with what is below', async (_kind, element, extension) => {
    const frame = await lossless([video('ground.mp4'), element(`orange.${extension}`, { fit_mode: 'fill', x: 40, y: 40, width: 100, height: 100, opacity: 0.25 })]);
    // 0.25 * ff8000 + 0.75 * 2060a0
    expectColour(frame, [90, 90], '#586878', 3);
    expectColour(frame, [20, 20], GROUND, 2);
  });
});

describe('rotation', () => {
  const place = { fit_mode: 'fill', x: 120, y: 70, width: 80, height: 40 };

  it.each([['image', image, 'png'], ['video', video, 'mp4']] as const)('turns an %s clockwise about the centre of its box', async (_kind, element, extension) => {
    const quarter = await lossless([video('ground.mp4'), element(`four.${extension}`, { ...place, rotation: 90 })]);
    // Now 40 x 80 at (140, 50): red, once top left, is top right.
    expectColour(quarter, [172, 60], '#ff0000', 8);
    expectColour(quarter, [172, 120], '#00ff00', 8);
    expectColour(quarter, [148, 60], '#0000ff', 8);
    expectColour(quarter, [148, 120], '#ffffff', 8);
    expectColour(quarter, [130, 90], GROUND, 2);

    const eighth = await lossless([video('ground.mp4'), element(`white.${extension}`, { ...place, rotation: 45 })]);
    // Along the long axis, 36 px from the centre (160, 90), it is there; across it, 24 px away, not.
    const along = Math.round(36 * Math.SQRT1_2);
    const across = Math.round(24 * Math.SQRT1_2);
    expectColour(eighth, [160 + along, 90 + along], '#ffffff', 6);
    expectColour(eighth, [160 - along, 90 - along], '#ffffff', 6);
    expectColour(eighth, [160 + across, 90 - across], GROUND, 6);
    expectColour(eighth, [160 - across, 90 + across], GROUND, 6);
  });

  it('leaves no dark or coloured rim around a picture of the colour of its ground', async () => {
    const ground = video('white.mp4', { fit_mode: 'fill', x: 0, y: 0, width: 320, height: 180 });
    for (const over of [image('white.png', { ...place, rotation: 33 }), video('white.mp4', { ...place, rotation: 33 })]) {
      const frame = await lossless([ground, over]);
      expect(frame.pixels.reduce((least, value) => Math.min(least, value), 255)).toBeGreaterThanOrEqual(250);
    }
  });

  it('by 180 degrees is exact', async () => {
    const frame = await lossless([image('four.png', { ...place, rotation: 180 })]);
    expectColour(frame, [122, 72], '#ffffff', 2);
    expectColour(frame, [197, 107], '#ff0000', 2);
  });
});

describe('order', () => {
  it('higher tracks are above lower ones, also between stills and videos', async () => {
    const frame = await lossless([
      image('ground.png'),
      video('white.mp4', { fit_mode: 'fill', x: 20, y: 20, width: 100, height: 100 }),
      image('orange.png', { fit_mode: 'fill', x: 60, y: 60, width: 100, height: 100 }),
      video('four.mp4', { fit_mode: 'fill', x: 100, y: 20, width: 60, height: 60 }),
    ]);
    expectColour(frame, [40, 40], '#ffffff', 2);
    expectColour(frame, [80, 100], '#ff8000', 2);
    expectColour(frame, [104, 66], '#0000ff', 2);
    expectColour(frame, [150, 120], '#ff8000', 2);
    expectColour(frame, [250, 150], GROUND, 2);
  });

  it('elements are seen in their own time and no longer', async () => {
    const { path, plan } = await renderComposition(directory, 'times', {
      ...canvas, duration: 1, frame_rate: 10, fill_color: '#101010',
      elements: [image('white.png', { track: 1, time: 0.2, duration: 0.3 }), video('orange.mp4', { track: 2, time: 0.4, duration: 0.3, muted: true })],
    });
    expect(plan.spans.map(({ startFrame, endFrame, engine }) => `${startFrame}-${endFrame} ${engine}`)).toEqual(['0-2 still', '2-4 still', '4-7 graph', '7-10 still']);
    const green = await Promise.all(Array.from({ length: 10 }, async (_, n) => colourAt(await readFrame(path, n), 160, 90)[1]));
    const shown = green.map((value) => (value > 200 ? 'white' : value > 100 ? 'orange' : 'fill'));
    expect(shown).toEqual(['fill', 'fill', 'white', 'white', 'orange', 'orange', 'orange', 'fill', 'fill', 'fill']);
  });
});
