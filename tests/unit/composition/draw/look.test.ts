/** Every effect of a look at pixels whose colours can be worked out by hand. */
import { describe, expect, it } from 'vitest';
import { drawFrame, plain, QUARTERS, type Rgba } from '#tests/unit/composition/draw/draw-scene';

/** A picture of 100 x 100 in the left half of a black canvas of 200 x 100. */
const placed = { id: 'a', x: 0, y: 0, width: 100, height: 100 };
const drawQuarters = (look: Record<string, unknown>) => drawFrame([{ ...placed, ...look }], { a: QUARTERS });
const drawColor = (color: string, look: Record<string, unknown>) => drawFrame([{ ...placed, ...look }], { a: plain(color) });

const RED: Rgba = [255, 0, 0, 255];
const GREEN: Rgba = [0, 255, 0, 255];
const BLUE: Rgba = [0, 0, 255, 255];
const WHITE: Rgba = [255, 255, 255, 255];
const BLACK: Rgba = [0, 0, 0, 255];

const expectNear = (found: Rgba, expected: Rgba, distance = 1) => {
  for (const [index, value] of expected.entries()) expect(Math.abs((found[index] ?? 0) - value), `${found.join()} is not ${expected.join()}`).toBeLessThanOrEqual(distance);
};

describe('flip', () => {
  it.each<[string, Rgba[]]>([
    ['horizontal', [GREEN, RED, WHITE, BLUE]],
    ['vertical', [BLUE, WHITE, RED, GREEN]],
    ['both', [WHITE, BLUE, GREEN, RED]],
  ])('%s mirrors the picture in its box', (flip, quarters) => {
    const { at } = drawQuarters({ flip });
    expect([at(20, 20), at(80, 20), at(20, 80), at(80, 80)]).toEqual(quarters);
  });

  it('is before the turn of the element', () => {
    const { at } = drawQuarters({ flip: 'horizontal', rotation: 90 });
    expect([at(20, 20), at(80, 20), at(20, 80), at(80, 80)]).toEqual([WHITE, GREEN, BLUE, RED]);
  });
});

describe('corners and edges', () => {
  it('a radius takes the corners away and leaves the rest', () => {
    const { at } = drawColor('#ff0000', { border_radius: 40 });
    expect([at(2, 2), at(97, 2), at(2, 97), at(97, 97)]).toEqual([BLACK, BLACK, BLACK, BLACK]);
    expect([at(50, 0), at(0, 50), at(20, 20)]).toEqual([RED, RED, RED]);
  });

  it('a radius of half the side and of more is a circle', () => {
    const [half, more] = [drawColor('#ff0000', { border_radius: '50%' }), drawColor('#ff0000', { border_radius: 900 })];
    for (const [x, y, color] of [[13, 13, BLACK], [17, 17, RED], [50, 1, RED]] as const) {
      expect(half.at(x, y)).toEqual(color);
      expect(more.at(x, y)).toEqual(color);
    }
  });

  it('a stroke is half inside and half outside the edge', () => {
    const { at } = drawColor('#ff0000', { x: 50, width: 100, stroke_color: '#0000ff', stroke_width: 10 });
    expect([at(44, 50), at(45, 50), at(54, 50), at(55, 50)]).toEqual([BLACK, BLUE, BLUE, RED]);
  });

  it('a faded stroke does not let the picture under it shine through', () => {
    const { at } = drawColor('#ff0000', { stroke_color: '#0000ff', stroke_width: 20, opacity: 0.5 });
    expectNear(at(5, 50), [0, 0, 128, 255]);
    expectNear(at(50, 50), [128, 0, 0, 255]);
  });
});

describe('shadow and blur', () => {
  const shadow = { x: 20, y: 20, width: 40, height: 40, shadow_color: '#00ff0080', shadow_blur: 0 };

  it('a shadow lies behind the picture, as far as it is asked to and as opaque as its colour', () => {
    const { at } = drawColor('#ff0000', { ...shadow, shadow_x: 30, shadow_y: 10 });
    expect([at(25, 25), at(75, 25), at(15, 40)]).toEqual([RED, BLACK, BLACK]);
    expectNear(at(75, 45), [0, 128, 0, 255]);
  });

  it('a shadow turns and grows with its element', () => {
    const { at } = drawColor('#ff0000', { ...shadow, x_scale: 0.5, y_scale: 0.5, rotation: 90, shadow_x: 60 });
    // Half of 60, to the right of the element, which has been turned to point down.
    expectNear(at(40, 70), [0, 128, 0, 255]);
    expect([at(70, 40), at(40, 40)]).toEqual([BLACK, RED]);
  });

  it('a faded element and its shadow are faded as one', () => {
    const { at } = drawColor('#ff0000', { ...shadow, shadow_color: '#00ff00', shadow_x: 20, opacity: 0.5 });
    // Where both are, the shadow is behind.
    expectNear(at(50, 40), [128, 0, 0, 255]);
    expectNear(at(70, 40), [0, 128, 0, 255]);
  });

  it('a soft shadow is half as opaque on its edge', () => {
    const { at } = drawColor('#ff0000', { ...shadow, x: -40, width: 80, y: 0, height: 100, shadow_color: '#00ff00', shadow_blur: 20, shadow_x: 40 });
    expectNear(at(79, 50), [0, 130, 0, 255], 10);
    expect(at(115, 50)).toEqual(BLACK);
  });

  it('a blur softens the edges of the box, too', () => {
    const { at } = drawColor('#ff0000', { x: 50, blur_radius: 10 });
    expectNear(at(49, 50), [124, 0, 0, 255], 6);
    expect(at(5, 50)).toEqual(BLACK);
    expectNear(at(100, 50), RED, 2);
  });

  it('a blur takes in what is outside the canvas', () => {
    const { at } = drawColor('#ff0000', { x: -50, width: 300, y: -50, height: 200, blur_radius: 10 });
    expectNear(at(0, 0), RED);
  });
});

describe('colours', () => {
  it.each<[string, number | string | undefined, string, Rgba]>([
    ['brighten', 2, '#204060', [64, 128, 192, 255]],
    ['brighten', undefined, '#204060', [48, 96, 144, 255]],
    ['contrast', 2, '#4060a0', [1, 65, 193, 255]],
    ['saturate', 0, '#ff0000', [54, 54, 54, 255]],
    ['grayscale', undefined, '#00ff00', [182, 182, 182, 255]],
    ['grayscale', '50%', '#00ff00', [91, 219, 91, 255]],
    ['invert', 1, '#204060', [223, 191, 159, 255]],
    ['sepia', undefined, '#ffffff', [255, 255, 239, 255]],
  ])('%s %s of %s', (color_filter, color_filter_value, color, expected) => {
    expectNear(drawColor(color, { color_filter, color_filter_value }).at(50, 50), expected, 2);
  });

  it('a filter changes neither what is around the picture nor what is transparent', () => {
    const { at } = drawFrame([{ ...placed, border_radius: '50%', color_filter: 'invert' }], { a: plain('#000000') });
    expect([at(2, 2), at(50, 50), at(150, 50)]).toEqual([BLACK, WHITE, BLACK]);
  });

  it('an overlay tints what is seen and nothing else', () => {
    const { at } = drawColor('#0000ff', { border_radius: '50%', color_overlay: '#ff000080' });
    expectNear(at(50, 50), [128, 0, 127, 255]);
    expect(at(2, 2)).toEqual(BLACK);
  });

  it('the order is: chroma key, filter, overlay, stroke', () => {
    const { at } = drawQuarters({ chroma_key: { color: '#00ff00' }, color_filter: 'invert', color_overlay: '#00000080', stroke_color: '#ff0000', stroke_width: 10 });
    // Green is gone before it could be inverted; red became cyan, then half as bright.
    expect(at(75, 25)).toEqual(BLACK);
    expectNear(at(25, 25), [0, 127, 127, 255]);
    expect(at(2, 50)).toEqual(RED);
  });
});

describe('chroma key', () => {
  const over = (color: string, chroma_key: Record<string, unknown>) =>
    drawFrame([{ ...placed, id: 'below' }, { ...placed, id: 'a', chroma_key }], { below: plain('#ffffff'), a: plain(color) }).at(50, 50);

  it.each<[string, string, Rgba]>([
    ['the key colour', '#00b140', WHITE],
    ['the key colour in shade', '#008a32', WHITE],
    ['a red', '#c02020', [192, 32, 32, 255]],
    ['a skin', '#e0ac69', [224, 172, 105, 255]],
    ['a grey', '#808080', [128, 128, 128, 255]],
  ])('%s', (_name, color, expected) => {
    expect(over(color, { color: '#00b140' })).toEqual(expected);
  });

  it('between similar and different the picture fades', () => {
    const key = { color: '#00ff00', similarity: 0, smoothness: 1 };
    const [near, far] = [over('#20ff20', key), over('#c0ffc0', key)];
    // Red is 32 in the picture and 255 below: the more is keyed, the more of it.
    expect(near[0]).toBeGreaterThan(200);
    expect(far[0]).toBeLessThan(255);
    expect(near).not.toEqual(WHITE);
  });

  it.each<[string, string, Rgba]>([
    // A fifth, or a quarter, of #00b140 and the rest of the colour.
    ['a grey with a fifth of the screen on it', '#668a73', [102, 102, 102, 255]],
    ['a dark hair before the screen', '#202f1f', [32, 24, 16, 255]],
  ])('%s loses the colour of the screen', (_name, color, expected) => {
    expectNear(over(color, { color: '#00b140' }), expected, 13);
  });

  it.each(['#808080', '#b0a898'])('a key without a colour of its own (%s) takes none from anything', (key) => {
    for (const color of ['#c02020', '#e0ac69', '#409040']) expect(over(color, { color: key, similarity: 0.1, smoothness: 0 })).toEqual([1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)).concat(255));
  });

  it('the shine is taken less and less from colours that are farther from the key', () => {
    const lost = ['#b0d080', '#c0d090', '#d0d0a0', '#e0ac69'].map((color) => Number.parseInt(color.slice(3, 5), 16) - over(color, { color: '#00b140', smoothness: 0 })[1]);
    expect(lost).toEqual(lost.toSorted((a, b) => b - a));
    expect(lost.at(-1)).toBe(0);
  });

  it('a similarity of 1 keys everything, one of 0 the very colour', () => {
    expect(over('#c02020', { color: '#00b140', similarity: 1 })).toEqual(WHITE);
    expect(over('#10b140', { color: '#00b140', similarity: 0, smoothness: 0 })).toEqual([16, 177, 64, 255]);
  });
});

describe('blend modes', () => {
  // Source (128, 64, 255) on backdrop (64, 192, 128), by the formulas of W3C Compositing.
  it.each<[string, Rgba]>([
    ['normal', [128, 64, 255, 255]],
    ['multiply', [32, 48, 128, 255]],
    ['screen', [160, 208, 255, 255]],
    ['overlay', [64, 161, 255, 255]],
    ['darken', [64, 64, 128, 255]],
    ['lighten', [128, 192, 255, 255]],
    ['color-dodge', [128, 255, 255, 255]],
    ['color-burn', [0, 4, 128, 255]],
    ['hard-light', [65, 96, 255, 255]],
    ['soft-light', [64, 168, 181, 255]],
    ['difference', [64, 128, 127, 255]],
    ['exclusion', [128, 159, 127, 255]],
  ])('%s', (blend_mode, expected) => {
    const { at } = drawFrame([{ ...placed, id: 'below', width: 200, fit_mode: 'fill' }, { ...placed, blend_mode }], { below: plain('#40c080'), a: plain('#8040ff') });
    expectNear(at(50, 50), expected, 2);
    expect(at(150, 50)).toEqual([64, 192, 128, 255]);
  });

  it('a blended element with a stroke is blended as one', () => {
    const { at } = drawFrame([{ ...placed, id: 'below' }, { ...placed, blend_mode: 'screen', stroke_color: '#000000', stroke_width: 20 }], { below: plain('#400000'), a: plain('#ff0000') });
    expectNear(at(5, 50), [64, 0, 0, 255]);
  });
});
