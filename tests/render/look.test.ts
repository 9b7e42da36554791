/** Every visual property in finished videos: the same colours at the same places, whether of an image (drawn once) or of a video (frame by frame). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectColour } from '#tests/support/expect-colour';
import { makeMedia } from '#tests/support/make-media';
import { readFrames } from '#tests/support/read-frame';
import { makeRenderDirectory, renderComposition, sourceOf } from '#tests/support/render-composition';

let directory = '';
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  for (const name of ['quadrants.png', 'quadrants.mp4']) await makeMedia(directory, name, { picture: 'quadrants', widthPx: 320, heightPx: 180, seconds: 3 });
  await makeMedia(directory, 'half.png', { picture: 'half', widthPx: 320, heightPx: 180, hasAlpha: true });
});
afterAll(() => remove());

const CANVAS = { width: 640, height: 360, frame_rate: 10, fill_color: '#808080' };
const BOX = { x: 160, y: 90, width: 320, height: 180, fit_mode: 'fill' };
const [RED, GREEN, BLUE, WHITE, GREY] = ['#ff0000', '#00ff00', '#0000ff', '#ffffff', '#808080'] as const;

/** The middles of the quarters of the picture in its box, clockwise from the upper left. */
const QUARTERS = [[240, 135], [400, 135], [400, 225], [240, 225]] as const;
type Place = readonly [x: number, y: number];
type Colours = ReadonlyArray<readonly [Place, string]>;
const quarters = (...colours: string[]): Colours => QUARTERS.map((place, index) => [place, colours[index] ?? GREY]);

/** One look for 3 frames, and the colours in the middle of them. */
type Step = [name: string, look: Record<string, unknown>, colours: Colours];

const FRAMES_A_STEP = 3;

/** Bare pictures: FFmpeg's filters do it. */
const PLACED: Step[] = [
  ['nothing', {}, quarters(RED, GREEN, WHITE, BLUE)],
  ['flip', { flip: 'horizontal' }, quarters(GREEN, RED, BLUE, WHITE)],
  ['flip of a turned picture', { flip: 'vertical', rotation: 180 }, quarters(GREEN, RED, BLUE, WHITE)],
  ['crop', { crop: { x: '50%' } }, quarters(GREEN, GREEN, WHITE, WHITE)],
  ['alignment of a cover', { width: 160, height: 180, fit_mode: 'cover', x_alignment: 0 }, [[[200, 135], RED], [[280, 135], RED], [[400, 135], GREY]]],
  ['alignment of a contain', { height: 260, y: 50, fit_mode: 'contain', y_alignment: 1 }, [[[240, 100], GREY], [[240, 180], RED], [[240, 290], BLUE]]],
  ['aspect ratio', { height: undefined, aspect_ratio: '2:1' }, [[[240, 120], RED], [[240, 240], BLUE], [[240, 262], GREY]]],
  ['scale', { x_scale: 0.5, y_scale: 0.5 }, [[[280, 160], RED], [[360, 200], WHITE], [[220, 180], GREY]]],
];

/** What is drawn by canvases. */
const DRAWN: Step[] = [
  ['corner radius', { border_radius: '50%' }, [...quarters(RED, GREEN, WHITE, BLUE), [[170, 100], GREY], [[470, 260], GREY]]],
  ['stroke', { stroke_color: '#102030', stroke_width: 32 }, [...quarters(RED, GREEN, WHITE, BLUE), [[152, 180], '#102030'], [[168, 180], '#102030'], [[136, 180], GREY]]],
  ['shadow', { shadow_color: '#00000080', shadow_blur: 0, shadow_x: 40, shadow_y: 40 }, [...quarters(RED, GREEN, WHITE, BLUE), [[500, 200], '#404040'], [[300, 290], '#404040'], [[180, 290], GREY]]],
  ['blur', { blur_radius: 12 }, [...quarters(RED, GREEN, WHITE, BLUE), [[160, 90], '#a06060']]],
  ['filter', { color_filter: 'invert' }, quarters('#00ffff', '#ff00ff', '#000000', '#ffff00')],
  ['overlay', { color_overlay: '#00000080' }, quarters('#7f0000', '#007f00', '#7f7f7f', '#00007f')],
  ['blend mode', { blend_mode: 'multiply' }, quarters('#800000', '#008000', '#808080', '#000080')],
  ['chroma key', { chroma_key: { color: '#00ff00' } }, quarters(RED, GREY, WHITE, BLUE)],
  ['opacity over a shadow', { opacity: 0.5, shadow_color: '#000000', shadow_blur: 0, shadow_x: 40 }, [[[240, 135], '#c04040'], [[500, 200], '#404040']]],
];

async function renderSteps(name: string, type: 'image' | 'video', steps: readonly Step[]) {
  const source = sourceOf(type === 'image' ? 'quadrants.png' : 'quadrants.mp4');
  const elements = steps.map(([, look], index) => ({ type, source, track: 1, time: (index * FRAMES_A_STEP) / 10, duration: FRAMES_A_STEP / 10, ...BOX, ...look }));
  const { path, plan } = await renderComposition(directory, name, { ...CANVAS, elements: JSON.parse(JSON.stringify(elements)) as unknown });
  const frames = await readFrames(path);
  for (const [index, [step, , colours]] of steps.entries()) {
    const frame = frames[index * FRAMES_A_STEP + 1];
    if (frame === undefined) throw new Error(`no frame of ${step}`);
    for (const [place, colour] of colours) expectColour(frame, place, colour, 8);
  }
  return new Set(plan.spans.map(({ engine }) => engine));
}

describe('visual properties in a finished video', () => {
  it('that only place an image are done by the cheapest engine', async () => {
    expect(await renderSteps('placed-images', 'image', PLACED)).toEqual(new Set(['still']));
  });

  it('that only place a video are done by FFmpeg', async () => {
    expect(await renderSteps('placed-videos', 'video', PLACED)).toEqual(new Set(['graph']));
  });

  it('that change an image are drawn once', async () => {
    expect(await renderSteps('drawn-images', 'image', DRAWN)).toEqual(new Set(['still']));
  });

  it('that change a video are drawn frame by frame', async () => {
    expect(await renderSteps('drawn-videos', 'video', DRAWN)).toEqual(new Set(['overlay', 'canvas']));
  });

  it.each(['image', 'video'])('masks show what they should of an %s', async (type) => {
    const source = sourceOf(type === 'image' ? 'quadrants.png' : 'quadrants.mp4');
    const elements = ['alpha', 'alpha-inverted', 'luma', 'luma-inverted'].flatMap((mask_mode, index) => {
      const times = { time: (index * FRAMES_A_STEP) / 10, duration: FRAMES_A_STEP / 10 };
      return [
        { type, source, track: 1, ...times, ...BOX },
        { type: 'image', source: sourceOf('half.png'), track: 2, ...times, ...BOX, mask_mode },
      ];
    });
    const { path } = await renderComposition(directory, `masked-${type}`, { ...CANVAS, elements });
    const frames = await readFrames(path);
    // The mask is red on the left and nothing on the right; a red is 0.2126 bright.
    const expected = [quarters(RED, GREY, GREY, BLUE), quarters(GREY, GREEN, WHITE, GREY), quarters('#9b6565', GREY, GREY, '#65659b'), quarters('#e51b1b', GREEN, WHITE, '#1b1be5')];
    for (const [index, colours] of expected.entries()) for (const [place, colour] of colours) expectColour(frames[index * FRAMES_A_STEP + 1]!, place, colour, 8);
  });
});
