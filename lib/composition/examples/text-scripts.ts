/** The world's scripts: many languages, right to left, colour emoji, and where lines stand in their box. */
import type { Example } from '#lib/composition/examples/example';
import type { Element } from '#lib/composition/schema/composition';

const GREETINGS = [
  { id: 'english', text: 'Welcome' },
  { id: 'greek', text: 'Καλώς ήρθατε' },
  { id: 'ukrainian', text: 'Ласкаво просимо' },
  { id: 'arabic', text: 'أهلاً وسهلاً' },
  { id: 'hebrew', text: 'ברוכים הבאים' },
  { id: 'hindi', text: 'स्वागत है' },
  { id: 'japanese', text: 'ようこそ' },
  { id: 'korean', text: '환영합니다' },
  { id: 'chinese', text: '欢迎' },
  { id: 'vietnamese', text: 'Chào mừng' },
] as const;

const languages: Example = {
  id: 'languages',
  title: 'Ten languages',
  description: 'Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Japanese, Korean and Chinese without naming a font',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 3,
    fill_color: '#0b3954',
    elements: GREETINGS.map(({ id, text }, index): Element => ({
      id,
      type: 'text',
      x: index < 5 ? 20 : 330,
      y: 24 + 64 * (index % 5),
      width: 290,
      height: 58,
      text,
      font_size: 31,
      font_weight: 600,
      fill_color: index % 2 === 0 ? '#fefefa' : '#ffb84d',
      animations: [{ type: 'fade', time: 0.15 * index, duration: 0.5 }, { type: 'slide', time: 0.15 * index, duration: 0.5, direction: 'up', distance: 16 }],
    })),
  }),
};

const rightToLeft: Example = {
  id: 'right-to-left',
  title: 'Right to left',
  description: 'Arabic and Hebrew lines with numbers and Latin names in them, each in its own direction',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#f7f3e9',
    elements: [
      { id: 'arabic', type: 'text', x: 50, y: 40, width: 540, height: 120, x_alignment: '100%', text: 'يعمل videogen في المتصفح، وفي 25 لغة مختلفة على الأقل.', font_size: 34, line_height: 1.5, fill_color: '#1b4332' },
      { id: 'rule', type: 'shape', shape: 'line', y: '50%', width: 540, height: 2, stroke_color: '#d4a373' },
      { id: 'hebrew', type: 'text', x: 50, y: 200, width: 540, height: 120, x_alignment: '100%', text: 'הסרטון מוכן תוך 30 שניות, ו־FFmpeg עושה את העבודה.', font_size: 34, line_height: 1.5, fill_color: '#6a040f' },
    ],
  }),
};

const emoji: Example = {
  id: 'emoji',
  title: 'Colour emoji',
  description: 'Emoji in their own colours, joined ones and flags too, between words of any font',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#fff1e6',
    elements: [
      { id: 'row', type: 'text', y: 60, text: '🌋 🏕️ 🧭 🥾 🦊', font_size: 72, animations: [{ type: 'bounce', duration: 1.4, distance: '12%' }] },
      { id: 'words', type: 'text', y: 180, text: 'Packed ✅ and off we go 🚐💨', font_family: 'Caveat', font_weight: 700, font_size: 50, fill_color: '#5f0f40' },
      { id: 'joined', type: 'text', y: 270, text: '👩‍🚀 🧑‍🍳 👍🏽 🏳️‍🌈 🇳🇿', font_size: 40 },
    ],
  }),
};

const PLACES = [
  { id: 'top-left', x: '0%', y: '0%' },
  { id: 'top', x: '50%', y: '0%' },
  { id: 'top-right', x: '100%', y: '0%' },
  { id: 'left', x: '0%', y: '50%' },
  { id: 'middle', x: '50%', y: '50%' },
  { id: 'right', x: '100%', y: '50%' },
  { id: 'bottom-left', x: '0%', y: '100%' },
  { id: 'bottom', x: '50%', y: '100%' },
  { id: 'bottom-right', x: '100%', y: '100%' },
] as const;

const textAlignment: Example = {
  id: 'text-alignment',
  title: 'Where lines stand',
  description: 'Two alignments place the lines in their box: to a side, to a corner, or in the middle',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#22223b',
    elements: [
      { id: 'box', type: 'shape', shape: 'rectangle', width: 580, height: 310, border_radius: 12, stroke_color: '#4a4e69', stroke_width: 3 },
      ...PLACES.map(({ id, x, y }): Element => ({ id, type: 'text', width: 548, height: 278, x_alignment: x, y_alignment: y, text: id.replace('-', '\n'), font_family: 'JetBrains Mono', font_size: 22, fill_color: '#f2e9e4' })),
    ],
  }),
};

export const textScripts: readonly Example[] = [languages, rightToLeft, emoji, textAlignment];
