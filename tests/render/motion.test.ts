/** What moves is where it should be in the rendered frames: every transition and animation half way, by the colours at known places. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectColour } from '#tests/support/expect-colour';
import { makeMedia } from '#tests/support/make-media';
import { loudness, readFrames, readSamples, type Frame } from '#tests/support/read-frame';
import { makeRenderDirectory, renderComposition, sourceOf } from '#tests/support/render-composition';
import { QUADRANT_COLOURS } from '#tests/support/test-pictures';

const A = '#c83c28';
const B = '#2878c8';
/** Half of each. */
const BOTH = '#785a78';
const FILL = '#101010';
/** H.264 of plain colours, near edges too. */
const TOLERANCE = 12;

type Place = readonly [x: number, y: number];
const MIDDLE: Place = [160, 90];
const LEFT: Place = [40, 90];
const RIGHT: Place = [280, 90];
const TOP: Place = [160, 20];
const BOTTOM: Place = [160, 160];
const CORNER: Place = [6, 6];

/** What is shown for a step of 2 s, at 10 frames a second, and the colours in the middle of it. */
type Step = [name: string, elements: object[], colours: Array<[Place, string]>];

const FRAMES_A_STEP = 20;

let directory = '';
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  await makeMedia(directory, 'a.png', { picture: A, widthPx: 64, heightPx: 64 });
  await makeMedia(directory, 'b.png', { picture: B, widthPx: 64, heightPx: 64 });
  await makeMedia(directory, 'quadrants.png', { picture: 'quadrants', widthPx: 320, heightPx: 180 });
  await makeMedia(directory, 'quadrants.mp4', { picture: 'quadrants', widthPx: 320, heightPx: 180, seconds: 2 });
});
afterAll(() => remove());

/** One step after the other in one video. */
async function renderSteps(name: string, steps: readonly Step[]): Promise<Frame[]> {
  const elements = steps.flatMap(([, list]) => list);
  const { path } = await renderComposition(directory, name, { width: 320, height: 180, frame_rate: 10, fill_color: FILL, duration: steps.length * 2, elements });
  return readFrames(path);
}

function expectColours(frame: Frame | undefined, colours: ReadonlyArray<[Place, string]>): void {
  for (const [place, colour] of colours) expectColour(frame!, place, colour, TOLERANCE);
}

const image = (name: string, properties: object) => ({ type: 'image', source: sourceOf(name), fit_mode: 'fill', track: 1, ...properties });

/** From 0.5 s to 1.5 s of its step. */
const transitionStep = (transition: { type: string; direction?: string }, colours: Array<[Place, string]>, index: number): Step => [
  Object.values(transition).join(' '),
  [image('a.png', { time: 2 * index, duration: 1.5 }), image('b.png', { duration: 1.5, transition: { duration: 1, easing: 'linear', ...transition } })],
  colours,
];

const TRANSITIONS = [
  transitionStep({ type: 'fade' }, [[MIDDLE, BOTH], [CORNER, BOTH]], 0),
  transitionStep({ type: 'fade-black' }, [[MIDDLE, '#000000']], 1),
  transitionStep({ type: 'fade-white' }, [[MIDDLE, '#ffffff']], 2),
  transitionStep({ type: 'wipe', direction: 'left' }, [[LEFT, A], [RIGHT, B]], 3),
  transitionStep({ type: 'wipe', direction: 'down' }, [[TOP, B], [BOTTOM, A]], 4),
  transitionStep({ type: 'slide', direction: 'right' }, [[LEFT, B], [RIGHT, A]], 5),
  transitionStep({ type: 'slide', direction: 'up' }, [[TOP, A], [BOTTOM, B]], 6),
  transitionStep({ type: 'push', direction: 'left' }, [[LEFT, A], [RIGHT, B]], 7),
  transitionStep({ type: 'push', direction: 'down' }, [[TOP, B], [BOTTOM, A]], 8),
  transitionStep({ type: 'circle-open' }, [[MIDDLE, B], [CORNER, A]], 9),
  transitionStep({ type: 'circle-close' }, [[MIDDLE, A], [CORNER, B]], 10),
  transitionStep({ type: 'radial' }, [[RIGHT, B], [LEFT, A]], 11),
  transitionStep({ type: 'zoom' }, [[MIDDLE, BOTH], [CORNER, BOTH]], 12),
];

describe('half of a transition', () => {
  let frames: Frame[] = [];
  beforeAll(async () => {
    frames = await renderSteps('transitions', TRANSITIONS);
  });

  it.each(TRANSITIONS.map(([name, , colours], index) => ({ name, colours, index })))('$name', ({ colours, index }) => {
    const first = index * FRAMES_A_STEP;
    expectColours(frames[first], [[MIDDLE, A], [CORNER, A]]);
    expectColours(frames[first + 10], colours);
    expectColours(frames[first + 19], [[MIDDLE, B], [CORNER, B]]);
  });
});

/** A square of 60 in the middle that comes by the animation from 0.5 s to 1.5 s of its step. */
const animationStep = (animation: { type: string; direction?: string; turns?: number }, colours: Array<[Place, string]>, index: number): Step => [
  animation.type,
  [image('b.png', { time: 2 * index + 0.5, duration: 1.5, width: 60, height: 60, animations: [{ duration: 1, easing: 'linear', ...animation }] })],
  colours,
];

const way = (from: unknown, to: unknown) => [{ time: 0, value: from }, { time: 1, value: to }];
const moved = image('a.png', {
  time: 10.5, duration: 1.5, x: way('0%', '100%'), y: '50%', x_anchor: '50%', y_anchor: '50%', width: way(20, 100), height: 40, rotation: way(0, 180),
});

const ANIMATIONS: Step[] = [
  animationStep({ type: 'fade' }, [[MIDDLE, '#1c446c']], 0),
  animationStep({ type: 'slide', direction: 'right' }, [[[15, 90], B], [MIDDLE, FILL]], 1),
  animationStep({ type: 'scale' }, [[[150, 90], B], [[140, 90], FILL], [[138, 68], FILL]], 2),
  animationStep({ type: 'wipe' }, [[[140, 90], B], [[180, 90], FILL]], 3),
  animationStep({ type: 'spin', turns: 0.25 }, [[[160, 53], B], [[136, 66], FILL]], 4),
  // Half way: 60 wide and 40 high about the middle, on its side.
  ['keyframes', [moved], [[[160, 66], A], [[160, 114], A], [[146, 90], A], [[174, 90], A], [[136, 90], FILL], [[184, 90], FILL], [[160, 54], FILL], [[160, 126], FILL]]],
];

describe('half of an animation', () => {
  let frames: Frame[] = [];
  beforeAll(async () => {
    frames = await renderSteps('animations', ANIMATIONS);
  });

  it.each(ANIMATIONS.map(([name, , colours], index) => ({ name, colours, index })))('$name', ({ colours, index }) => {
    expectColours(frames[index * FRAMES_A_STEP + 10], colours);
  });
});

describe('a pan', () => {
  it('shows the corner it goes to, of a picture and of a video', async () => {
    const animations = [{ type: 'pan', duration: 1, start_zoom: 1, end_zoom: 2.5, end_x: 1, end_y: 1 }];
    const shown = { track: 1, duration: 2, animations };
    const steps: Step[] = [
      ['picture', [{ type: 'image', source: sourceOf('quadrants.png'), ...shown }], []],
      ['video', [{ type: 'video', source: sourceOf('quadrants.mp4'), ...shown }], []],
    ];
    const frames = await renderSteps('pan', steps);
    for (const first of [0, FRAMES_A_STEP]) {
      expectColours(frames[first], [[CORNER, QUADRANT_COLOURS.topLeft], [[300, 170], QUADRANT_COLOURS.bottomRight]]);
      expectColours(frames[first + 19], [CORNER, MIDDLE, [300, 170] as const].map((place) => [place, QUADRANT_COLOURS.bottomRight]));
    }
  });
});

describe('sound under a transition', () => {
  it('is as loud in the middle as before and after', async () => {
    await makeMedia(directory, 'low.mp4', { picture: A, widthPx: 64, heightPx: 64, seconds: 3, sound: { hz: 400 } });
    await makeMedia(directory, 'high.mp4', { picture: B, widthPx: 64, heightPx: 64, seconds: 3, sound: { hz: 1100 } });
    const clip = (name: string, more: object = {}) => ({ type: 'video', source: sourceOf(name), track: 1, ...more });
    const elements = [clip('low.mp4'), clip('high.mp4', { transition: { type: 'fade', duration: 2 } })];
    const { path } = await renderComposition(directory, 'sound', { width: 64, height: 64, frame_rate: 10, elements });
    const [left] = (await readSamples(path)) ?? [];
    const levelOf = (from: number, to: number) => loudness(left!, from, to);
    for (const [from, to] of [[1.2, 1.6], [1.8, 2.2], [2.4, 2.8], [3.2, 3.8]] as const) expect(levelOf(from, to) / levelOf(0.2, 0.9)).toBeCloseTo(1, 1);
  });
});
