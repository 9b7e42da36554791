/** Texts whose parts move, and fonts of a composition's own, in rendered videos. */
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FONT_FILES } from '#tests/support/font-files';
import { colourAt, readFrames, type Frame } from '#tests/support/read-frame';
import { makeRenderDirectory, renderComposition, sourceOf } from '#tests/support/render-composition';

let directory = '';
let remove = async (): Promise<void> => {};

beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  await Promise.all([copyFile(FONT_FILES.woff2, path.join(directory, 'own.woff2')), copyFile(FONT_FILES.ttf, path.join(directory, 'own.ttf'))]);
});
afterAll(() => remove());

const CANVAS = { width: 320, height: 120, frame_rate: 10, fill_color: '#102030' };
const WORDS = { type: 'text', font_size: 40, font_weight: 900, fill_color: '#ffcc00' };

/** How many pixels are of the letters' colour. */
function inkOf(frame: Frame): number {
  let count = 0;
  for (let y = 0; y < frame.heightPx; y += 1) for (let x = 0; x < frame.widthPx; x += 1) if (colourAt(frame, x, y)[0] > 180) count += 1;
  return count;
}

async function renderInk(name: string, elements: unknown[], more: Record<string, unknown> = {}): Promise<{ ink: number[]; engines: string[] }> {
  const { path: filePath, plan } = await renderComposition(directory, name, { ...CANVAS, ...more, elements });
  return { ink: (await readFrames(filePath)).map(inkOf), engines: plan.spans.map(({ engine }) => engine) };
}

describe('a typewriter', () => {
  it('adds letter after letter, and is a still once all are there', async () => {
    const { ink, engines } = await renderInk('typed', [{ ...WORDS, text: 'MMMMMM', duration: 4, animations: [{ type: 'typewriter', duration: 1.2 }] }]);
    expect(engines.at(-1)).toBe('still');
    expect(engines.length).toBe(2);
    expect(ink[0]).toBe(0);
    const whole = ink[39] ?? 0;
    const typed = [2, 4, 6, 8, 10, 12].map((frame) => (ink[frame] ?? 0) / whole);
    for (const [index, share] of typed.entries()) expect(Math.abs(share - (index + 1) / 6), `letter ${index + 1}`).toBeLessThan(0.02);
  });
});

describe('letters that fade', () => {
  it('come one after the other, and go one after the other', async () => {
    const { ink } = await renderInk('faded', [
      { ...WORDS, text: 'MMMMMM', duration: 3, animations: [{ type: 'fade', split: 'letter', duration: 1, overlap: 0 }, { type: 'fade', split: 'letter', time: 'end', duration: 1, overlap: 0 }] },
    ]);
    const half = (ink[15] ?? 0) / 2;
    expect(ink[0]).toBe(0);
    expect(Math.abs((ink[5] ?? 0) - half)).toBeLessThan(half * 0.1);
    expect(Math.abs((ink[25] ?? 0) - half)).toBeLessThan(half * 0.1);
    expect(ink[29] ?? 0).toBeLessThan(half * 0.5);
  });
});

describe('words that slide in', () => {
  it('do so inside a group as well', async () => {
    const words = { ...WORDS, text: 'MM MM', animations: [{ type: 'slide', direction: 'left', split: 'word', distance: 400, duration: 1, overlap: 0, easing: 'linear' }] };
    const { ink } = await renderInk('grouped', [{ type: 'composition', duration: 2, elements: [{ ...words, duration: 2 }] }]);
    expect(ink[0]).toBe(0);
    expect(Math.abs((ink[5] ?? 0) / (ink[15] ?? 1) - 0.5)).toBeLessThan(0.05);
  });
});

describe("a composition's own font", () => {
  it('is what its texts are set in', async () => {
    const set = async (name: string, fonts: unknown[]): Promise<number> => {
      const { ink } = await renderInk(name, [{ ...WORDS, font_weight: 400, text: 'NNNNNN', font_family: 'Own', duration: 0.2 }], { fonts });
      return ink[0] ?? 0;
    };
    const [narrow, wide] = [await set('narrow', [{ family: 'Own', source: sourceOf('own.woff2') }]), await set('wide', [{ family: 'Own', weight: 400, style: 'normal', source: sourceOf('own.ttf') }])];
    expect(narrow).toBeGreaterThan(300);
    expect(wide).toBeGreaterThan(narrow * 1.3);
  });
});
