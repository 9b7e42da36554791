/** Words that move in parts: by letters, words and lines, and a font that the composition brings itself. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';

const typewriter: Example = {
  id: 'typewriter',
  title: 'Typewriter',
  description: 'Letters appear one after the other, the answer word by word, and the question is taken back at the end',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 5,
    fill_color: '#101418',
    elements: [
      { id: 'prompt', type: 'text', x: 48, y: 80, width: 560, x_alignment: '0%', text: '> make a video of the sea', font_family: 'JetBrains Mono', font_size: 30, fill_color: '#7ee787', animations: [{ type: 'typewriter', duration: 1.4 }, { type: 'typewriter', time: 'end', duration: 0.6, reversed: true }] },
      { id: 'answer', type: 'text', time: 1.7, x: 48, y: 140, width: 540, x_alignment: '0%', text: 'Waves, gulls and a horizon. It will take nine seconds.', font_family: 'JetBrains Mono', font_size: 26, line_height: 1.5, fill_color: '#d1d9e0', animations: [{ type: 'typewriter', split: 'word', duration: 1.6, easing: 'ease-in-out' }] },
    ],
  }),
};

const wordsThatRise: Example = {
  id: 'words-that-rise',
  title: 'Word by word',
  description: 'Each word rises and fades in a moment after the one before it, and they go from the last to the first',
  category: 'Text',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 4,
    elements: [
      { id: 'photo', type: 'image', color_filter: 'brighten', color_filter_value: 0.6, animations: [{ type: 'pan', end_zoom: 1.15 }], source: sampleUrl(origin, 'forest.jpg') },
      {
        id: 'words',
        type: 'text',
        width: '80%',
        text: 'Go to the woods, and leave your watch at home.',
        font_family: 'Playfair Display',
        font_size: 52,
        animations: [
          { type: 'slide', direction: 'up', distance: '60%', split: 'word', overlap: 0.7, duration: 1.8, easing: 'cubic-out' },
          { type: 'fade', split: 'word', overlap: '70%', order: 'forward', duration: 1.8 },
          { type: 'fade', time: 'end', split: 'word', order: 'backward', duration: 1 },
        ],
      },
    ],
  }),
};

const lettersThatDance: Example = {
  id: 'letters-that-dance',
  title: 'Letter by letter',
  description: 'Letters spin and grow into their place, then hop one after the other like a wave',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 4,
    fill_color: '#ff5d8f',
    elements: [
      {
        id: 'word',
        type: 'text',
        text: 'Hooray!',
        font_family: 'Montserrat',
        font_weight: 900,
        font_size: 120,
        fill_color: '#fff0f3',
        animations: [
          { type: 'spin', turns: -0.5, split: 'letter', overlap: 0.6, duration: 1.2, easing: 'back-out' },
          { type: 'scale', split: 'letter', overlap: 0.6, duration: 1.2, easing: 'back-out' },
          { type: 'bounce', time: 1.6, distance: '40%', count: 2, split: 'letter', overlap: 0.8, duration: 2 },
        ],
      },
    ],
  }),
};

const linesThatUnroll: Example = {
  id: 'lines-that-unroll',
  title: 'Line by line',
  description: 'Three lines of a poem are uncovered as if somebody wrote them, then shiver in the wind',
  category: 'Text',
  build: () => ({
    width: 640,
    height: 360,
    duration: 5,
    fill_color: '#f6efe2',
    elements: [
      {
        id: 'poem',
        type: 'text',
        width: '84%',
        text: 'An old silent pond.\nA frog jumps into the pond:\nsplash! Silence again.',
        font_family: 'Caveat',
        font_weight: 600,
        font_size: 52,
        line_height: 1.5,
        fill_color: '#3a5a40',
        animations: [{ type: 'wipe', split: 'line', overlap: 0, duration: 3, easing: 'linear' }, { type: 'shake', split: 'word', overlap: 0.9, time: 3.4, duration: 1.2, distance: 4, count: 3 }],
      },
    ],
  }),
};

const ownFont: Example = {
  id: 'own-font',
  title: 'A font of your own',
  description: 'Two files of one family by their addresses, one of them bold, one in italics',
  category: 'Text',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#f3efe6',
    fonts: [
      { family: 'Almanac', weight: 700, style: 'normal', source: sampleUrl(origin, 'serif-bold.woff2') },
      { family: 'Almanac', style: 'italic', source: sampleUrl(origin, 'serif-italic.woff2') },
    ],
    elements: [
      { id: 'title', type: 'text', y: 84, text: 'The Almanac', font_family: 'Almanac', font_weight: 700, font_size: 76, fill_color: '#22223b' },
      { id: 'rules', type: 'shape', shape: 'rectangle', y: 186, width: 480, height: 7, stroke_color: '#22223b', stroke_width: 1 },
      { id: 'subtitle', type: 'text', y: 212, text: 'weather, tides and remarkable days', font_family: 'Almanac', font_style: 'italic', font_size: 30, fill_color: '#9a031e' },
    ],
  }),
};

export const textAnimations: readonly Example[] = [typewriter, wordsThatRise, lettersThatDance, linesThatUnroll, ownFont];
