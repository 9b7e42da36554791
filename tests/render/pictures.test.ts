/** Pictures end up where the composition says, upright, in the right colours: every fit mode, anchor, orientation, odd size and kind of alpha. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectColour } from '#tests/support/expect-colour';
import { makeMedia } from '#tests/support/make-media';
import { readFrame, type Frame } from '#tests/support/read-frame';
import { makeRenderDirectory, renderComposition, sourceOf } from '#tests/support/render-composition';
import { QUADRANT_COLOURS } from '#tests/support/test-pictures';

let directory = '';
let remove = async (): Promise<void> => {};
let rendered = 0;
beforeAll(async () => ({ directory, remove } = await makeRenderDirectory()));
afterAll(() => remove());

const FILL = '#336699';
/** The encoder's error a few pixels from an edge between the strongest colours. */
const NEAR_EDGE = 25;
const { topLeft: RED, topRight: GREEN, bottomLeft: BLUE, bottomRight: WHITE } = QUADRANT_COLOURS;

/** Renders the elements for a fifth of a second on a canvas of 320 x 180 (or as given); its second frame. */
async function renderFrame(elements: object[], canvas: object = {}): Promise<Frame> {
  const composition = { output_format: 'mp4', width: 320, height: 180, fill_color: FILL, duration: 0.2, elements, ...canvas };
  const { path } = await renderComposition(directory, `picture-${(rendered += 1)}`, composition);
  return readFrame(path, 1);
}

/** The same place in a picture that is stored as a still and as a video. */
const kinds = [{ type: 'image', extension: 'png' }, { type: 'video', extension: 'mp4' }] as const;

describe.each(kinds)('a $type', ({ type, extension }) => {
  const wide = `wide.${extension}`;
  beforeAll(() => makeMedia(directory, wide, { picture: 'quadrants', widthPx: 160, heightPx: 80 }));
  const element = { type, source: sourceOf(wide) };

  it('that is larger in shape than the canvas covers it and loses its sides', async () => {
    const frame = await renderFrame([{ ...element, fit_mode: 'cover' }]);
    expectColour(frame, [6, 6], RED, NEAR_EDGE);
    expectColour(frame, [313, 6], GREEN, NEAR_EDGE);
    expectColour(frame, [6, 173], BLUE, NEAR_EDGE);
    expectColour(frame, [313, 173], WHITE, NEAR_EDGE);
    expectColour(frame, [150, 84], RED, NEAR_EDGE);
  });

  it('that is contained shows the fill above and below', async () => {
    // 320 x 160 at (0, 10).
    const frame = await renderFrame([{ ...element, fit_mode: 'contain' }]);
    expectColour(frame, [160, 4], FILL, NEAR_EDGE);
    expectColour(frame, [160, 175], FILL, NEAR_EDGE);
    expectColour(frame, [6, 16], RED, NEAR_EDGE);
    expectColour(frame, [313, 163], WHITE, NEAR_EDGE);
  });

  it('that fills is stretched', async () => {
    const frame = await renderFrame([{ ...element, fit_mode: 'fill', x: 20, y: 20, width: 60, height: 140 }]);
    expectColour(frame, [26, 26], RED, NEAR_EDGE);
    expectColour(frame, [73, 26], GREEN, NEAR_EDGE);
    expectColour(frame, [26, 153], BLUE, NEAR_EDGE);
    expectColour(frame, [73, 153], WHITE, NEAR_EDGE);
    expectColour(frame, [14, 90], FILL, NEAR_EDGE);
    expectColour(frame, [86, 90], FILL, NEAR_EDGE);
  });

  it('that is not fitted keeps its size in the middle', async () => {
    // 160 x 80 at (80, 50).
    const frame = await renderFrame([{ ...element, fit_mode: 'none' }]);
    expectColour(frame, [74, 90], FILL, NEAR_EDGE);
    expectColour(frame, [86, 56], RED, NEAR_EDGE);
    expectColour(frame, [233, 123], WHITE, NEAR_EDGE);
    expectColour(frame, [246, 90], FILL, NEAR_EDGE);
  });

  it('is placed by its anchor, in percent', async () => {
    // 80 x 40, its right bottom corner at (300, 170).
    const frame = await renderFrame([{ ...element, width: '25%', x: 300, y: 170, x_anchor: '100%', y_anchor: '100%' }]);
    expectColour(frame, [226, 134], RED, NEAR_EDGE);
    expectColour(frame, [293, 163], WHITE, NEAR_EDGE);
    expectColour(frame, [306, 150], FILL, NEAR_EDGE);
    expectColour(frame, [260, 175], FILL, NEAR_EDGE);
  });

  it('may reach beyond every side of the canvas', async () => {
    const frame = await renderFrame([{ ...element, fit_mode: 'fill', x: -81, y: -41, width: 483, height: 261 }]);
    expectColour(frame, [2, 2], RED, NEAR_EDGE);
    expectColour(frame, [317, 2], GREEN, NEAR_EDGE);
    expectColour(frame, [2, 177], BLUE, NEAR_EDGE);
    expectColour(frame, [317, 177], WHITE, NEAR_EDGE);
  });

  it('stands exactly on odd pixels, with an odd size', async () => {
    await makeMedia(directory, `light.${extension}`, { picture: '#ffffff', widthPx: 64, heightPx: 64 });
    const box = { x: 41, y: 31, width: 51, height: 33 };
    const frame = await renderFrame([{ type, source: sourceOf(`light.${extension}`), fit_mode: 'fill', ...box }], { fill_color: '#000000' });
    for (const [inside, outside] of [[[41, 48], [40, 48]], [[91, 48], [92, 48]], [[66, 31], [66, 30]], [[66, 63], [66, 64]]] as const) {
      expectColour(frame, inside, '#ffffff', 40);
      expectColour(frame, outside, '#000000', 40);
    }
  });
});

describe('orientation', () => {
  // Where the corners of the stored picture are seen: top left, top right, bottom left, bottom right.
  const seen = {
    1: [RED, GREEN, BLUE, WHITE], 2: [GREEN, RED, WHITE, BLUE], 3: [WHITE, BLUE, GREEN, RED], 4: [BLUE, WHITE, RED, GREEN],
    5: [RED, BLUE, GREEN, WHITE], 6: [BLUE, RED, WHITE, GREEN], 7: [WHITE, GREEN, BLUE, RED], 8: [GREEN, WHITE, RED, BLUE],
  } as const;

  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)('%i of a photo and of a video is made upright, also when only a part is shown', async (orientation) => {
    await makeMedia(directory, `o${orientation}.jpg`, { picture: 'quadrants', widthPx: 120, heightPx: 80, orientation });
    await makeMedia(directory, `o${orientation}.mp4`, { picture: 'quadrants', widthPx: 120, heightPx: 80, orientation });
    const isSideways = orientation >= 5;
    const box = { y: 10, width: isSideways ? 100 : 150, height: isSideways ? 150 : 100 };
    const frame = await renderFrame([
      { type: 'image', source: sourceOf(`o${orientation}.jpg`), fit_mode: 'fill', track: 1, x: 0, ...box },
      { type: 'video', source: sourceOf(`o${orientation}.mp4`), fit_mode: 'cover', track: 2, x: 160, y: 10, width: 140, height: 140 },
    ]);
    const [topLeft, topRight, bottomLeft, bottomRight] = seen[orientation];
    for (const [left, right, top, bottom] of [[6, box.width - 7, 16, 10 + box.height - 7], [166, 293, 16, 143]] as const) {
      expectColour(frame, [left, top], topLeft, NEAR_EDGE);
      expectColour(frame, [right, top], topRight, NEAR_EDGE);
      expectColour(frame, [left, bottom], bottomLeft, NEAR_EDGE);
      expectColour(frame, [right, bottom], bottomRight, NEAR_EDGE);
    }
  });

  it('does not get into the output, which is upright already', async () => {
    await makeMedia(directory, 'phone.mp4', { picture: 'quadrants', widthPx: 320, heightPx: 180, orientation: 6 });
    const frame = await renderFrame([{ type: 'video', source: sourceOf('phone.mp4') }], { width: 180, height: 320 });
    expect([frame.widthPx, frame.heightPx]).toEqual([180, 320]);
    expectColour(frame, [6, 6], BLUE, NEAR_EDGE);
    expectColour(frame, [173, 313], GREEN, NEAR_EDGE);
  });
});

describe('sources of every shape', () => {
  it('a video whose pixels are not square is shown in its real shape', async () => {
    await makeMedia(directory, 'dv.mp4', { picture: 'quadrants', widthPx: 120, heightPx: 120, pixelAspect: '4/3' });
    // 160 x 120 in square pixels.
    const frame = await renderFrame([{ type: 'video', source: sourceOf('dv.mp4'), fit_mode: 'none' }]);
    expectColour(frame, [86, 40], RED, NEAR_EDGE);
    expectColour(frame, [233, 40], GREEN, NEAR_EDGE);
    expectColour(frame, [74, 90], FILL, NEAR_EDGE);
    expectColour(frame, [246, 90], FILL, NEAR_EDGE);
  });

  it('odd sizes of source and canvas come out right; an odd canvas grows by one', async () => {
    await makeMedia(directory, 'odd.mp4', { picture: 'quadrants', widthPx: 101, heightPx: 57 });
    await makeMedia(directory, 'odd.png', { picture: 'quadrants', widthPx: 33, heightPx: 17 });
    const frame = await renderFrame(
      [{ type: 'video', source: sourceOf('odd.mp4'), track: 1, fit_mode: 'fill' }, { type: 'image', source: sourceOf('odd.png'), track: 2, x: 11, y: 13, width: 33 }],
      { width: 203, height: 115 },
    );
    expect([frame.widthPx, frame.heightPx]).toEqual([204, 116]);
    expectColour(frame, [198, 6], GREEN, NEAR_EDGE);
    expectColour(frame, [6, 110], BLUE, NEAR_EDGE);
    expectColour(frame, [198, 110], WHITE, NEAR_EDGE);
    expectColour(frame, [18, 17], RED, NEAR_EDGE);
    expectColour(frame, [38, 17], GREEN, NEAR_EDGE);
    expectColour(frame, [38, 25], WHITE, NEAR_EDGE);
  });

  it.each(['half.png', 'half.webp', 'half.webm', 'half8.webm', 'half.mov', 'half.gif'])('what lies behind the transparent half of %s is seen', async (name) => {
    const type = /png|webp/.test(name) ? 'image' : 'video';
    await makeMedia(directory, name, { picture: 'half', widthPx: 120, heightPx: 60, hasAlpha: true, videoCodec: name === 'half8.webm' ? 'libvpx' : undefined });
    await makeMedia(directory, 'ground.mp4', { picture: '#00aa55', widthPx: 320, heightPx: 180 });
    const over = { type, source: sourceOf(name), track: 2, time: 0, x: 20, y: 20, width: 120 };
    const onFill = await renderFrame([over]);
    const onVideo = await renderFrame([{ type: 'video', source: sourceOf('ground.mp4'), track: 1 }, over]);
    for (const [frame, ground] of [[onFill, FILL], [onVideo, '#00aa55']] as const) {
      expectColour(frame, [40, 40], RED, NEAR_EDGE);
      expectColour(frame, [120, 40], ground, 3);
      expectColour(frame, [200, 40], ground, 3);
    }
  });
});

describe('colours', () => {
  const colours = ['#000000', '#ffffff', '#336699', '#ff0000', '#00ff00', '#0000ff', '#c08040', '#7f7f7f', '#ffee00'];

  it.each(colours)('the fill %s is that colour in the output', async (fill) => {
    await makeMedia(directory, 'dot.png', { picture: '#123456', widthPx: 8, heightPx: 8 });
    const frame = await renderFrame([{ type: 'image', source: sourceOf('dot.png'), x: 300, y: 160, width: 8 }], { fill_color: fill });
    expectColour(frame, [60, 60], fill);
  });

  it.each(['#c08040', '#00ff00', '#2040e0'] as const)('%s comes out the same from png, jpeg, webp, tagged video and bt601 video', async (colour) => {
    const suffix = colour.slice(1);
    const size = { widthPx: 64, heightPx: 64 };
    const names = ['png', 'jpg', 'webp', 'mp4', 'webm'].map((extension) => `${suffix}.${extension}`);
    for (const name of names) await makeMedia(directory, name, { picture: colour, ...size });
    await makeMedia(directory, `${suffix}-601.mp4`, { picture: colour, ...size, colorMatrix: 'smpte170m' });
    const sources = [...names, `${suffix}-601.mp4`];
    const frame = await renderFrame(
      sources.map((name, index) => ({ type: /mp4|webm/.test(name) ? 'video' : 'image', source: sourceOf(name), track: index + 1, time: 0, x: 10 + index * 50, y: 20, width: 40, height: 40 })),
    );
    sources.forEach((_, index) => expectColour(frame, [30 + index * 50, 40], colour));
  });
});
