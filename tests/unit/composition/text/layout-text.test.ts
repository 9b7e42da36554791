/** Lines of text: where they break in the world's scripts, how wide they are, and what fits a box. */
import { describe, expect, it } from 'vitest';
import { layOut, readLines, readOrder } from '#tests/unit/composition/text/layout-of';

const ENGLISH = 'Words on a video must be read in a moment, so lines are short (and letters large).';

describe('lines break', () => {
  it.each([
    ['English', ENGLISH, ['Words on a video must', 'be read in a moment, so', 'lines are short (and', 'letters large).']],
    ['Greek', 'Ξεσκεπάζω τὴν ψυχοφθόρα βδελυγμία', ['Ξεσκεπάζω τὴν', 'ψυχοφθόρα βδελυγμία']],
    ['Cyrillic', 'Съешь же ещё этих мягких французских булок', ['Съешь же ещё этих', 'мягких французских', 'булок']],
    ['Arabic', 'هذا نص عربي طويل بما يكفي ليمتد على عدة أسطر', ['هذا نص عربي طويل بما يكفي', 'ليمتد على عدة أسطر']],
    ['Hebrew', 'כל בני האדם נולדו בני חורין ושווים בערכם', ['כל בני האדם נולדו בני חורין', 'ושווים בערכם']],
    ['Devanagari', 'सभी मनुष्य जन्म से स्वतन्त्र हैं और समान', ['सभी मनुष्य जन्म से स्वतन्त्र हैं', 'और समान']],
    ['Korean', '모든 인간은 태어날 때부터 자유로우며', ['모든 인간은 태어날 때부터', '자유로우며']],
  ])('between words in %s', async (_script, text, expected) => {
    const { layer } = await layOut({ text, font_size: 40, width: 460 });
    expect(readLines(layer.layout.lines, text)).toEqual(expected);
  });

  it('anywhere in Japanese, but not before a full stop or after an opening bracket', async () => {
    const text = '日本語の文章。長い文「かぎ括弧」です';
    // Eight characters are as wide as the box, and the ninth is the bracket that opens.
    const lines = readLines((await layOut({ text, font_size: 50, width: 420 })).layer.layout.lines, text);
    expect(lines.join('')).toBe(text);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).not.toMatch(/^[。」]|「$/);
  });

  it('anywhere in Chinese, but not before a comma', async () => {
    const text = '人人生而自由，在尊严和权利上一律平等';
    const lines = readLines((await layOut({ text, font_size: 50, width: 310 })).layer.layout.lines, text);
    expect(lines).toEqual(['人人生而自', '由，在尊严和', '权利上一律平', '等']);
  });

  it('inside a word that is wider than the box, between letters and their marks, never within', async () => {
    const text = 'e\u0302\u0323'.repeat(40);
    const { layer } = await layOut({ text, font_size: 60, width: 300 });
    const { lines } = layer.layout;
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.widthPx).toBeLessThanOrEqual(300);
  });

  it('where the text says so, and nowhere else when it is not to wrap', async () => {
    const text = `${ENGLISH}\n\nEnd`;
    const { layer } = await layOut({ text, font_size: 40, width: 300, text_wrap: false });
    expect(layer.layout.lines).toHaveLength(3);
    expect(layer.layout.lines[1]?.runs).toEqual([]);
  });

  it('not at a no-break space, and with a hyphen at a soft one', async () => {
    const { layer } = await layOut({ text: 'soft\u00ADhyphen A\u00A0B', font_size: 40, width: 150 });
    const { lines, glyphShapes } = layer.layout;
    expect(lines.map(({ runs }) => runs.flatMap(({ glyphs }) => glyphs).length)).toEqual([5, 6, 3]);
    const last = lines[0]?.runs.at(-1)?.glyphs.at(-1)?.shape ?? '';
    expect(glyphShapes[last]).toMatchObject({ kind: 'outline', path: expect.stringMatching(/^M/) });
  });
});

describe('the width of a line', () => {
  it.each([
    ['Inter', 'AVATAR Wave', 400],
    ['Lora', 'Tonight', 700],
    ['Noto Sans Arabic', 'مرحبا', 400],
    ['Noto Sans JP', 'カタカナ', 500],
  ])('in %s is the sum of the advances of its glyphs', async (font_family, text, font_weight) => {
    const { layer, fonts } = await layOut({ text, font_family, font_weight, font_size: 100, text_wrap: false });
    const [line] = layer.layout.lines;
    const isRightToLeft = /\p{Script=Arabic}/u.test(text);
    const script = isRightToLeft ? 'Arab' : /\p{Script=Katakana}/u.test(text) ? 'Kana' : 'Latn';
    const file = line?.runs[0]?.glyphs[0]?.shape.split('@')[0] ?? '';
    const glyphs = fonts.shape({ face: { file, weight: font_weight }, text, isRightToLeft, script, hasLigatures: true });
    const advance = glyphs.reduce((sum, { advanceEm }) => sum + advanceEm * 100, 0);
    expect(advance).toBeGreaterThan(100);
    expect(line?.widthPx).toBeCloseTo(advance, 6);
  });

  it('grows with letter spacing between letters, and not after the last', async () => {
    const plain = (await layOut({ text: 'wide', font_size: 50 })).layer.layout.lines[0]!;
    const spaced = (await layOut({ text: 'wide', font_size: 50, letter_spacing: '20%' })).layer.layout.lines[0]!;
    expect(spaced.widthPx - plain.widthPx).toBeCloseTo(3 * 10, 6);
  });

  it('of Arabic is what it was: its letters stay joined', async () => {
    const plain = (await layOut({ text: 'مرحبا', font_size: 50 })).layer.layout.lines[0]!;
    expect((await layOut({ text: 'مرحبا', font_size: 50, letter_spacing: 8 })).layer.layout.lines[0]?.widthPx).toBe(plain.widthPx);
  });
});

describe('order', () => {
  it('of Hebrew with a number is from right to left, the number from left to right', async () => {
    const text = 'אבג 123 דה';
    const { layer } = await layOut({ text, font_size: 50 });
    expect(readOrder(layer.layout.lines[0]!)).toEqual([9, 8, 7, 4, 5, 6, 3, 2, 1, 0]);
  });

  it('of English with Hebrew in it is from left to right, but for the Hebrew', async () => {
    const { layer } = await layOut({ text: 'ab אבג cd', font_size: 50 });
    expect(readOrder(layer.layout.lines[0]!)).toEqual([0, 1, 2, 5, 4, 3, 6, 7, 8]);
  });

  it('is found line by line: each line of a mixed paragraph reads from its own start', async () => {
    const text = 'אבג דהו abc זחט';
    const { layer } = await layOut({ text, font_size: 50, width: 230 });
    expect(readLines(layer.layout.lines, text)).toEqual(['אבג דהו', 'abc זחט']);
    expect(readOrder(layer.layout.lines[1]!)).toEqual([14, 13, 12, 11, 8, 9, 10]);
  });
});

describe('an ellipsis', () => {
  it('ends the last line that fits the height', async () => {
    const { layer } = await layOut({ text: ENGLISH, font_size: 40, width: 460, height: 100, text_clip: true });
    const { lines } = layer.layout;
    expect(lines).toHaveLength(2);
    expect(lines[1]?.widthPx).toBeLessThanOrEqual(460.5);
    const whole = await layOut({ text: '…', font_size: 40 });
    expect(lines[1]?.runs.at(-1)?.glyphs.at(-1)?.shape).toBe(whole.layer.layout.lines[0]?.runs[0]?.glyphs[0]?.shape);
  });

  it('ends a line that is not to wrap', async () => {
    const { layer } = await layOut({ text: ENGLISH, font_size: 40, width: 460, text_wrap: false, text_clip: true });
    expect(layer.layout.lines).toHaveLength(1);
    expect(layer.layout.lines[0]?.widthPx).toBeGreaterThan(400);
    expect(layer.layout.lines[0]?.widthPx).toBeLessThanOrEqual(460.5);
  });

  it('stands at the left end of Hebrew', async () => {
    const { layer } = await layOut({ text: 'כל בני האדם נולדו בני חורין ושווים בערכם', font_size: 40, width: 300, text_wrap: false, text_clip: true });
    const order = readOrder(layer.layout.lines[0]!);
    expect(order[0]).toBe(Math.max(...order));
  });

  it('is not there when all fits', async () => {
    const clipped = await layOut({ text: ENGLISH, font_size: 20, text_clip: true, height: 400 });
    expect(clipped.layer.layout).toEqual((await layOut({ text: ENGLISH, font_size: 20, height: 400 })).layer.layout);
  });
});

describe('without a font size', () => {
  it('the text is as large as its box allows: a little more no longer fits', async () => {
    const box = { text: ENGLISH, width: 400, height: 200 };
    const { layout } = (await layOut(box)).layer;
    const heightOf = (lines: typeof layout.lines) => lines.reduce((sum, { heightPx }) => sum + heightPx, 0);
    expect(heightOf(layout.lines)).toBeLessThanOrEqual(200.01);
    const larger = (await layOut({ ...box, font_size: layout.fontSizePx + 0.25 })).layer.layout;
    expect(heightOf(larger.lines)).toBeGreaterThan(200);
  });

  it('no word is torn', async () => {
    const text = 'Incomprehensibilities';
    const { layout } = (await layOut({ text, width: 300, height: 300 })).layer;
    expect(layout.lines).toHaveLength(1);
    expect(layout.lines[0]?.widthPx).toBeLessThanOrEqual(300.01);
    expect(layout.lines[0]?.widthPx).toBeGreaterThan(290);
  });

  it('it stays between the smallest and the largest', async () => {
    const largest = await layOut({ text: 'Hi', font_size_maximum: 60 });
    expect(largest.layer.layout.fontSizePx).toBe(60);
    const smallest = await layOut({ text: ENGLISH, width: 40, height: 20, font_size_minimum: 16 });
    expect(smallest.layer.layout.fontSizePx).toBe(16);
  });
});

describe('the box', () => {
  it('is as wide as the canvas and as high as the lines when only the size of the letters is given', async () => {
    const { layer } = await layOut({ text: 'One\nTwo', font_size: 50 });
    expect(layer.box).toEqual({ xPx: 0, yPx: 190, widthPx: 1000, heightPx: 120 });
  });

  it('is made larger by the padding of a background, and the lines stand inside', async () => {
    const { layer } = await layOut({ text: 'One', font_size: 50, background_color: '#000000', background_y_padding: 10, background_x_padding: 20 });
    expect(layer.box.heightPx).toBe(80);
    const [line] = layer.layout.lines;
    expect(layer.layout.background?.boxes).toEqual([{ xPx: line!.xPx - 20, yPx: 0, widthPx: line!.widthPx + 40, heightPx: 80, radiusPx: 0 }]);
  });

  it.each([
    ['0%', '0%', 0, 0],
    ['100%', '100%', 1, 1],
    [0.5, 0.25, 0.5, 0.25],
  ])('has its lines at x_alignment %s and y_alignment %s', async (x_alignment, y_alignment, shareX, shareY) => {
    const { layout } = (await layOut({ text: 'Place', font_size: 50, width: 400, height: 300, x_alignment, y_alignment })).layer;
    const [line] = layout.lines;
    expect(line?.xPx).toBeCloseTo((400 - line!.widthPx) * shareX, 6);
    expect(line?.yPx).toBeCloseTo((300 - line!.heightPx) * shareY, 6);
  });

  it('one background for the block covers all lines', async () => {
    const { layout } = (await layOut({ text: 'Short\nA longer line', font_size: 40, background_color: '#ff0000', background_mode: 'block', background_border_radius: 12 })).layer;
    expect(layout.background?.boxes).toHaveLength(1);
    expect(layout.background?.boxes[0]).toMatchObject({ radiusPx: 12, heightPx: 96 + 8 });
  });
});

describe('styles', () => {
  it('of spans are their own, and the element gives the rest', async () => {
    const { layer } = await layOut({
      spans: [{ text: 'big ', font_size: 80 }, { text: 'red', fill_color: '#f00' }, { text: ' ruled', stroke_color: '#00ff00', stroke_width: '10%' }],
      font_size: 40,
      fill_color: '#0000ff',
    });
    expect(layer.layout.lines[0]?.runs.map(({ fontSizePx, fillColor, stroke }) => [fontSizePx, fillColor, stroke])).toEqual([
      [80, '#0000ff', null],
      [40, '#ff0000', null],
      [40, '#0000ff', { color: '#00ff00', widthPx: 4 }],
    ]);
    expect(layer.layout.lines[0]?.heightPx).toBeCloseTo(96, 0);
  });

  it.each([
    ['uppercase', 'straße', 'STRASSE'],
    ['lowercase', 'ÀÉ', 'àé'],
    ['capitalize', "it's élan vital", "It's Élan Vital"],
  ])('%s shows %s as %s', async (text_transform, text, shown) => {
    const shapes = async (properties: Record<string, unknown>) =>
      (await layOut({ font_size: 30, ...properties })).layer.layout.lines[0]?.runs.flatMap(({ glyphs }) => glyphs.map(({ shape }) => shape));
    expect(await shapes({ text, text_transform })).toEqual(await shapes({ text: shown }));
  });

  it('a family without an italic has its letters slanted', async () => {
    const slanted = async (font_family: string) => (await layOut({ text: 'Lean', font_size: 30, font_style: 'italic', font_family })).layer.layout.lines[0]?.runs[0]?.isSlanted;
    expect([await slanted('Oswald'), await slanted('Lora')]).toEqual([true, false]);
  });
});
