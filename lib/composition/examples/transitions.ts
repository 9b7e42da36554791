/** Transitions: every kind and direction in which an element takes over from the one before it on its track. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';
import { DIRECTIONS } from '#lib/composition/schema/animation';
import type { Element } from '#lib/composition/schema/composition';
import type { Transition } from '#lib/composition/schema/transition';

const PHOTOS = ['alps', 'dunes', 'lake', 'forest'] as const;

/** Photos after one another, joined by these. */
function showPhotos(origin: string, transitions: readonly Transition[]): Element[] {
  return [undefined, ...transitions].map((transition, index): Element => {
    const photo = PHOTOS[index % PHOTOS.length];
    return { id: index < PHOTOS.length ? `${photo}` : `${photo}-again`, type: 'image', track: 1, duration: 1.4, ...(transition === undefined ? {} : { transition }), source: sampleUrl(origin, `${photo}.jpg`) };
  });
}

interface TransitionExample {
  id: string;
  title: string;
  description: string;
  transitions: readonly Transition[];
}

function toExample({ id, title, description, transitions }: TransitionExample): Example {
  return { id, title, description, category: 'Transitions', build: (origin) => ({ width: 480, height: 270, elements: showPhotos(origin, transitions) }) };
}

const photoTransitions = [
  { id: 'fades', title: 'Fades', description: 'One photo becomes the other: directly, through black, through white', transitions: [{ type: 'fade', duration: 0.7 }, { type: 'fade-black', duration: 0.7 }, { type: 'fade-white', duration: 0.7 }] },
  { id: 'wipes', title: 'Wipes', description: 'An edge moves over the canvas and uncovers the next photo: left, right, up, down', transitions: DIRECTIONS.map((direction) => ({ type: 'wipe', direction, duration: 0.7 }) as const) },
  { id: 'slides', title: 'Slides', description: 'The next photo moves over the one before it: left, right, up, down', transitions: DIRECTIONS.map((direction) => ({ type: 'slide', direction, duration: 0.7 }) as const) },
  { id: 'pushes', title: 'Pushes', description: 'The next photo pushes the one before it away: left, right, up, down', transitions: DIRECTIONS.map((direction) => ({ type: 'push', direction, duration: 0.7, easing: 'expo-in-out' }) as const) },
  { id: 'circles', title: 'Circles', description: 'A circle opens on the next photo, another one closes on the one that goes', transitions: [{ type: 'circle-open', duration: 0.7 }, { type: 'circle-close', duration: 0.7 }] },
  { id: 'zoom-and-radial', title: 'Zoom and radial', description: 'A photo grows while it goes, and a hand goes round like that of a clock', transitions: [{ type: 'zoom', duration: 0.7 }, { type: 'radial', duration: 0.7, easing: 'linear' }] },
] as const satisfies readonly TransitionExample[];

const clipsThatCross: Example = {
  id: 'clips-that-cross',
  title: 'Clips that cross',
  description: 'Two clips overlap for a second, in picture and in sound',
  category: 'Transitions',
  build: (origin) => ({
    width: 480,
    height: 270,
    elements: [
      { id: 'sunrise', type: 'video', track: 1, trim_duration: 2.2, source: sampleUrl(origin, 'ridge.mp4') },
      { id: 'harbour', type: 'video', track: 1, trim_duration: 2.2, transition: { type: 'fade', duration: 1 }, source: sampleUrl(origin, 'harbour.mp4') },
    ],
  }),
};

const wordsThatPush: Example = {
  id: 'words-that-push',
  title: 'Words that take turns',
  description: 'Texts have transitions too: each word pushes the one before it up and out',
  category: 'Transitions',
  build: () => ({
    width: 640,
    height: 360,
    fill_color: '#f2542d',
    elements: ['Think.', 'Draw.', 'Build.', 'Share.'].map((word, index): Element => ({
      id: word.toLowerCase().replace('.', ''),
      type: 'text',
      track: 1,
      duration: 1.3,
      text: word,
      font_family: 'Oswald',
      font_weight: 700,
      font_size: 150,
      fill_color: '#fff7e8',
      ...(index === 0 ? {} : { transition: { type: 'push', direction: 'up', duration: 0.5, easing: 'quint-in-out' } }),
    })),
  }),
};

export const transitions: readonly Example[] = [...photoTransitions.map(toExample), clipsThatCross, wordsThatPush];
