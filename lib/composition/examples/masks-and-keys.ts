/** Masks, which show a track only in part, and keys, which make one colour of a picture transparent. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';
import type { Element } from '#lib/composition/schema/composition';

const wordsOfFire: Example = {
  id: 'words-as-window',
  title: 'A clip inside words',
  description: 'The letters mask the clip below them: it is seen only where they are opaque',
  category: 'Masks and keys',
  build: (origin) => ({
    width: 640,
    height: 360,
    fill_color: '#fff8ef',
    elements: [
      { id: 'lanterns', type: 'video', track: 1, trim_duration: 3, fit_mode: 'cover', y_alignment: '70%', muted: true, source: sampleUrl(origin, 'lanterns.mp4') },
      { id: 'letters', type: 'text', track: 2, text: 'DUSK', font_family: 'Montserrat', font_weight: 900, font_size: 190, mask_mode: 'alpha' },
    ],
  }),
};

const porthole: Example = {
  id: 'hole-in-a-card',
  title: 'A hole that grows',
  description: 'A circle cuts a hole into the card above a clip: an inverted mask, larger from frame to frame',
  category: 'Masks and keys',
  build: (origin) => ({
    width: 640,
    height: 360,
    elements: [
      { id: 'clip', type: 'video', track: 1, trim_duration: 4, muted: true, source: sampleUrl(origin, 'ridge.mp4') },
      { id: 'card', type: 'shape', shape: 'rectangle', track: 2, fill: { type: 'linear', angle: 135, stops: [{ offset: 0, color: '#0f4c5c' }, { offset: 1, color: '#5f0f40' }] } },
      {
        id: 'hole',
        type: 'shape',
        shape: 'ellipse',
        track: 3,
        x: '50%',
        y: '50%',
        x_anchor: '50%',
        y_anchor: '50%',
        width: [{ time: 0.4, value: 2 }, { time: 1.4, value: 220, easing: 'back-out' }, { time: 2.4, value: 220 }, { time: 3.6, value: 800, easing: 'cubic-in-out' }],
        height: [{ time: 0.4, value: 2 }, { time: 1.4, value: 220, easing: 'back-out' }, { time: 2.4, value: 220 }, { time: 3.6, value: 800, easing: 'cubic-in-out' }],
        mask_mode: 'alpha-inverted',
      },
    ],
  }),
};

const softEdges: Example = {
  id: 'soft-edges',
  title: 'Soft edges',
  description: 'A gradient from white to black as a mask of brightness: the photo fades into the colour of the canvas',
  category: 'Masks and keys',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 3,
    fill_color: '#05101f',
    elements: [
      { id: 'photo', type: 'image', track: 1, x: 240, width: 400, height: 360, fit_mode: 'cover', x_alignment: '20%', animations: [{ type: 'pan', end_zoom: 1.2 }], source: sampleUrl(origin, 'lake.jpg') },
      { id: 'fade-out', type: 'shape', shape: 'rectangle', track: 2, mask_mode: 'luma', fill: { type: 'linear', angle: 90, stops: [{ offset: '38%', color: '#000000' }, { offset: '75%', color: '#ffffff' }] } },
      { id: 'words', type: 'text', track: 3, x: 40, width: 300, x_alignment: '0%', text: 'A cabin under the northern lights', font_family: 'Playfair Display', font_size: 40, fill_color: '#d9f2ec', animations: [{ type: 'fade', duration: 1 }] },
    ],
  }),
};

const inkReveal: Example = {
  id: 'ink-reveal',
  title: 'Ink on paper',
  description: 'White ink runs over black in a clip that is a mask: where it has been, the paper is gone',
  category: 'Masks and keys',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 3,
    elements: [
      { id: 'photo', type: 'image', track: 1, color_filter: 'sepia', color_filter_value: 0.35, source: sampleUrl(origin, 'forest.jpg') },
      { id: 'paper', type: 'shape', shape: 'rectangle', track: 2, duration: 2.5, fill_color: '#f3ead7' },
      { id: 'ink', type: 'video', track: 3, mask_mode: 'luma-inverted', source: sampleUrl(origin, 'ink.mp4') },
    ],
  }),
};

const greenScreen: Example = {
  id: 'green-screen',
  title: 'Green screen',
  description: 'A balloon filmed in front of a green screen rises over a photo of mountains',
  category: 'Masks and keys',
  build: (origin) => ({
    width: 640,
    height: 360,
    elements: [
      { id: 'sky', type: 'image', track: 1, duration: 4, source: sampleUrl(origin, 'alps.jpg') },
      { id: 'balloon', type: 'video', track: 2, x: 380, y: [{ time: 0, value: 150 }, { time: 'end', value: 10, easing: 'ease-out' }], width: 230, muted: true, chroma_key: { color: '#00b140' }, source: sampleUrl(origin, 'balloon.mp4') },
    ],
  }),
};

const SETTINGS = [
  { id: 'too-strict', similarity: 0.02, smoothness: 0, words: 'too strict' },
  { id: 'right', similarity: 0.15, smoothness: '5%', words: 'right' },
  { id: 'too-generous', similarity: '32%', smoothness: 0.1, words: 'too generous' },
] as const;

const keySettings: Example = {
  id: 'key-settings',
  title: 'How near is green',
  description: 'Similarity says which colours go, smoothness how softly: too strict, right, and too generous',
  category: 'Masks and keys',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#1e3a8a',
    elements: SETTINGS.flatMap(({ id, similarity, smoothness, words }, index): Element[] => [
      { id, type: 'video', x: 10 + 210 * index, y: 50, width: 200, muted: true, chroma_key: { color: '#00b140', similarity, smoothness }, source: sampleUrl(origin, 'balloon.mp4') },
      { id: `${id}-words`, type: 'text', x: 10 + 210 * index, y: 280, width: 200, text: words, font_family: 'JetBrains Mono', font_size: 18, fill_color: '#dbeafe' },
    ]),
  }),
};

export const masksAndKeys: readonly Example[] = [wordsOfFire, porthole, softEdges, inkReveal, greenScreen, keySettings];
