/** Words: size, families, weights, spans, case, spacing, outlines, backgrounds and how lines are broken. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';
import type { Element } from '#lib/composition/schema/composition';

const fittedHeadline: Example = {
  id: 'fitted-headline',
  title: 'A headline that fits',
  description: 'Without a font size the words grow until they fill their box, within two limits',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#ffd60a',
    elements: [
      { id: 'short', type: 'text', x: 24, y: 20, width: 592, height: 130, text: 'SALE', font_family: 'Bebas Neue', fill_color: '#001d3d' },
      { id: 'long', type: 'text', x: 24, y: 160, width: 592, height: 110, text: 'Everything for the balcony, the terrace and the smallest of gardens', font_family: 'Montserrat', font_weight: 700, font_size_maximum: 40, fill_color: '#003566' },
      { id: 'small', type: 'text', x: 24, y: 290, width: 592, height: 48, text: 'While stocks last. Not to be combined with other offers. Our shops are open from nine to six, on Saturdays until four.', font_size_minimum: 14, fill_color: '#003566' },
    ],
  }),
};

const FAMILIES = ['Inter', 'Montserrat', 'Oswald', 'Bebas Neue', 'Playfair Display', 'Lora', 'Caveat', 'JetBrains Mono', 'Noto Sans', 'DejaVu Sans'] as const;

const families: Example = {
  id: 'font-families',
  title: 'Ten families',
  description: 'The bundled families for Latin, Greek and Cyrillic; other scripts find theirs by themselves',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#faf3e7',
    elements: FAMILIES.map((family, index): Element => ({
      id: family.toLowerCase().replaceAll(' ', '-'),
      type: 'text',
      x: index < 5 ? 40 : 340,
      y: 24 + 64 * (index % 5),
      width: 280,
      height: 56,
      x_alignment: '0%',
      text: family,
      font_family: family,
      font_size: 32,
      fill_color: '#3d2c1e',
      animations: [{ type: 'fade', duration: 0.4, time: 0.08 * index }],
    })),
  }),
};

const WEIGHTS = [100, 300, 400, 600, 800, 900] as const;

const weights: Example = {
  id: 'weights',
  title: 'Weights and italics',
  description: 'From hairline to black, upright and slanted',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#141414',
    elements: WEIGHTS.flatMap((weight, index): Element[] => [
      { id: `upright-${weight}`, type: 'text', x: 40, y: 18 + 54 * index, width: 290, height: 54, x_alignment: '0%', text: 'Montserrat', font_family: 'Montserrat', font_weight: weight, font_size: 36, fill_color: '#f5f5f4' },
      { id: `italic-${weight}`, type: 'text', x: 340, y: 18 + 54 * index, width: 280, height: 54, x_alignment: '0%', text: 'in italics', font_family: 'Montserrat', font_style: 'italic', font_weight: weight, font_size: 36, fill_color: '#fbbf24' },
    ]),
  }),
};

const spans: Example = {
  id: 'spans',
  title: 'A sentence in pieces',
  description: 'Each piece of a text has its own family, weight, size and colour, and all break into lines together',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#0f172a',
    elements: [
      {
        id: 'sentence',
        type: 'text',
        width: '84%',
        font_size: 40,
        line_height: '125%',
        fill_color: '#e2e8f0',
        spans: [
          { text: 'Some words are ' },
          { text: 'heavy', font_weight: 900 },
          { text: ', some are ' },
          { text: 'elegant', font_family: 'Playfair Display', font_style: 'italic', fill_color: '#fda4af' },
          { text: ', some are ' },
          { text: 'spaced', letter_spacing: '30%', text_transform: 'uppercase', font_size: 26, fill_color: '#7dd3fc' },
          { text: ' and some are ' },
          { text: 'outlined', font_weight: 800, fill_color: '#0f172a', stroke_color: '#fde047', stroke_width: 2 },
          { text: '.' },
        ],
      },
    ],
  }),
};

const CASES = ['none', 'uppercase', 'lowercase', 'capitalize'] as const;

const letterCase: Example = {
  id: 'letter-case',
  title: 'Letter case',
  description: 'The same words as written, in capitals, in small letters and with a capital at the start of each word',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#e8f0f2',
    elements: CASES.map((textTransform, index): Element => ({
      id: textTransform,
      type: 'text',
      y: 30 + 78 * index,
      height: 66,
      text: 'The Quick brown fox',
      text_transform: textTransform,
      font_family: 'Oswald',
      font_weight: 500,
      font_size: 42,
      fill_color: ['#264653', '#2a9d8f', '#e76f51', '#8a5a83'][index],
    })),
  }),
};

const spacing: Example = {
  id: 'spacing',
  title: 'Letter spacing and line height',
  description: 'Tight, normal and airy: between letters as a share of the font size or in pixels, between lines as a factor',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#2d1b36',
    elements: [
      { id: 'tight', type: 'text', x: 20, width: 190, text: 'Close\ntogether', font_size: 44, letter_spacing: '-5%', line_height: 0.9, fill_color: '#f9a8d4' },
      { id: 'normal', type: 'text', x: 225, width: 190, text: 'Just\nnormal', font_size: 44, fill_color: '#f5d0fe' },
      { id: 'airy', type: 'text', x: 430, width: 190, text: 'Far\naway', font_size: 40, letter_spacing: 12, line_height: 2, fill_color: '#c4b5fd' },
    ],
  }),
};

const outlines: Example = {
  id: 'outlines',
  title: 'Outlines and shadows',
  description: 'Letters that stand out from any picture: a line around them, a soft shadow, a hard one',
  category: 'Text',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2,
    elements: [
      { id: 'photo', type: 'image', source: sampleUrl(origin, 'dunes.jpg') },
      { id: 'outlined', type: 'text', y: 24, text: 'Outlined', font_family: 'Montserrat', font_weight: 900, font_size: 64, stroke_color: '#7c2d12', stroke_width: '8%' },
      { id: 'hollow', type: 'text', y: 104, text: 'Hollow', font_family: 'Montserrat', font_weight: 900, font_size: 64, fill_color: '#ffffff00', stroke_color: '#ffffff', stroke_width: 2 },
      { id: 'soft', type: 'text', y: 184, text: 'Soft shadow', font_family: 'Montserrat', font_weight: 900, font_size: 64, shadow_color: '#000000', shadow_blur: 16 },
      { id: 'hard', type: 'text', y: 264, text: 'Hard shadow', font_family: 'Montserrat', font_weight: 900, font_size: 64, fill_color: '#fde68a', shadow_color: '#9a3412', shadow_blur: 0, shadow_x: 5, shadow_y: 5 },
    ],
  }),
};

const highlights: Example = {
  id: 'highlights',
  title: 'Behind the words',
  description: 'A colour behind each line like a marker, or one block behind all lines',
  category: 'Text',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2,
    elements: [
      { id: 'photo', type: 'image', source: sampleUrl(origin, 'forest.jpg') },
      { id: 'lines', type: 'text', x: 30, y: 40, width: 270, x_alignment: '0%', text: 'Each line has\na colour\nof its own length', font_family: 'Montserrat', font_weight: 700, font_size: 26, line_height: 1.5, background_color: '#14532d', background_mode: 'line', background_x_padding: 12, background_y_padding: 4 },
      { id: 'block', type: 'text', x: 330, y: 180, width: 280, text: 'One block with\nround corners\nbehind them all', font_family: 'Montserrat', font_weight: 700, font_size: 26, fill_color: '#14532d', background_color: '#ffffffd9', background_mode: 'block', background_x_padding: '100%', background_y_padding: '60%', background_border_radius: 20 },
    ],
  }),
};

const STORY = 'When the lighthouse keeper climbed down the stairs that morning, the sea had gone. In its place lay a meadow that reached to the horizon.';

const longTexts: Example = {
  id: 'long-texts',
  title: 'More words than room',
  description: 'Lines are broken in the box; what does not fit ends with an ellipsis, and without wrapping a line just goes on',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2.5,
    fill_color: '#efe9dd',
    elements: [
      { id: 'page', type: 'shape', shape: 'rectangle', x: 40, y: 30, width: 560, height: 200, fill_color: '#ffffff', shadow_color: '#00000026' },
      { id: 'clipped', type: 'text', x: 64, y: 46, width: 512, height: 168, x_alignment: '0%', y_alignment: '0%', text: `${STORY} ${STORY}`, text_clip: true, font_family: 'Lora', font_size: 26, line_height: 1.4, fill_color: '#2f2a24' },
      { id: 'one-line', type: 'text', x: [{ time: 0, value: 640 }, { time: 'end', value: -420 }], y: 275, width: 2000, x_alignment: '0%', text: STORY, text_wrap: false, font_family: 'Lora', font_style: 'italic', font_size: 28, fill_color: '#8a5a2b' },
    ],
  }),
};

export const text: readonly Example[] = [fittedHeadline, families, weights, spans, letterCase, spacing, outlines, highlights, longTexts];
