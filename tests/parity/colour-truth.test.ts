/** A #rrggbb of the composition is that colour in the finished video, within 2 of 255: on whatever element, by whatever engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectColour } from '#tests/support/expect-colour';
import { makeMedia } from '#tests/support/make-media';
import { readFrame } from '#tests/support/read-frame';
import { makeRenderDirectory, renderComposition, sourceOf } from '#tests/support/render-composition';

let directory = '';
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  for (const colour of COLOURS) {
    const name = colour.slice(1);
    await makeMedia(directory, `${name}.png`, { picture: `#${name}`, widthPx: 64, heightPx: 64 });
    await makeMedia(directory, `${name}.mp4`, { picture: `#${name}`, widthPx: 64, heightPx: 64, seconds: 1 });
  }
  await makeMedia(directory, 'ground.mp4', { picture: '#406080', widthPx: 512, heightPx: 320, seconds: 1 });
});
afterAll(() => remove());

/** Full and pale, dark and light; what a wrong matrix or a wrong range changes most. */
const COLOURS = ['#ff0000', '#00ff00', '#0000ff', '#c83c28', '#00b140', '#fff7ed', '#101418', '#808080'] as const;
const CELL_PX = 64;

/** A column of cells of each colour: the row of a kind, and the element that fills its cell. */
const KINDS: Record<string, (colour: string) => object> = {
  image: (colour) => ({ type: 'image', source: sourceOf(`${colour.slice(1)}.png`) }),
  video: (colour) => ({ type: 'video', source: sourceOf(`${colour.slice(1)}.mp4`), muted: true }),
  shape: (colour) => ({ type: 'shape', shape: 'rectangle', fill_color: colour }),
  'text background': (colour) => ({ type: 'text', text: 'x', fill_color: colour, background_color: colour, background_mode: 'block', background_x_padding: 40, background_y_padding: 40 }),
  text: (colour) => ({ type: 'text', text: '■', font_family: 'DejaVu Sans', font_size: 120, text_wrap: false, fill_color: colour }),
};

function cells(kinds: readonly string[], properties: object = {}): object[] {
  return kinds.flatMap((kind, row) =>
    COLOURS.map((colour, column) => ({
      ...KINDS[kind]!(colour),
      x: column * CELL_PX, y: row * CELL_PX, width: CELL_PX, height: CELL_PX, time: 0, duration: 1, track: 2 + row * COLOURS.length + column, ...properties,
    })),
  );
}

const canvas = { width: COLOURS.length * CELL_PX, height: 5 * CELL_PX, duration: 1, frame_rate: 10, fill_color: '#204060' };
const STILLS = ['image', 'shape', 'text background', 'text'];
/** Slow enough that the middle of a cell stays in it. */
const MOVING = { opacity: [{ time: 0, value: 1 }, { time: 0.9, value: 1 }, { time: 1, value: 0 }] };

const CASES: Array<[what: string, engine: string, kinds: string[], elements: object[]]> = [
  ['that stand still', 'still', STILLS, cells(STILLS)],
  ['over a video', 'graph', STILLS, [{ type: 'video', source: sourceOf('ground.mp4'), track: 1 }, ...cells(STILLS)]],
  ['that are videos', 'graph', ['video'], cells(['video'])],
  ['that move', 'canvas', Object.keys(KINDS), cells(Object.keys(KINDS), MOVING)],
];

describe('colours of elements', () => {
  it.each(CASES)('%s are those of the composition (%s)', async (what, engine, kinds, elements) => {
    const { path, plan } = await renderComposition(directory, what.replaceAll(' ', '-'), { ...canvas, elements });
    expect(plan.spans.map((span) => span.engine)).toContain(engine);
    const frame = await readFrame(path, 4);
    for (const [row] of kinds.entries()) {
      for (const [column, colour] of COLOURS.entries()) expectColour(frame, [column * CELL_PX + CELL_PX / 2, row * CELL_PX + CELL_PX / 2], colour);
    }
  });

  it('keep to it where there is nothing but the fill colour', async () => {
    for (const colour of COLOURS) {
      const { path } = await renderComposition(directory, `fill-${colour.slice(1)}`, { ...canvas, fill_color: colour, duration: 0.2, elements: [{ type: 'shape', shape: 'rectangle', fill_color: '#000000', x: 0, y: 0, width: 2, height: 2 }] });
      expectColour(await readFrame(path, 0), [256, 160], colour);
    }
  });
});
