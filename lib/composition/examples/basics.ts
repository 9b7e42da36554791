/** First steps: one element, several after one another, tracks and times, frame rates. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';

/** What a new visitor sees first. */
export const slideshow: Example = {
  id: 'slideshow',
  title: 'Slideshow',
  description: 'Three photos after one another, a logo in the corner',
  category: 'Basics',
  build: (origin) => ({
    output_format: 'mp4',
    width: 960,
    height: 540,
    elements: [
      { id: 'alps', type: 'image', track: 1, duration: 2, source: sampleUrl(origin, 'alps.jpg') },
      { id: 'dunes', type: 'image', track: 1, duration: 2, source: sampleUrl(origin, 'dunes.jpg') },
      { id: 'forest', type: 'image', track: 1, duration: 2, source: sampleUrl(origin, 'forest.jpg') },
      { id: 'logo', type: 'image', track: 2, x: '3%', y: '4%', width: '17%', source: sampleUrl(origin, 'logo.png') },
    ],
  }),
};

const simpleImage: Example = {
  id: 'simple-image',
  title: 'One photo',
  description: 'The smallest composition, answered at once',
  category: 'Basics',
  build: (origin) => ({
    output_format: 'mp4',
    width: 480,
    height: 640,
    elements: [{ id: 'photo', type: 'image', source: sampleUrl(origin, 'forest.jpg') }],
  }),
};

const helloWorld: Example = {
  id: 'hello-world',
  title: 'Hello, world',
  description: 'Words on a colour: they fill the canvas when nothing says how large they are',
  category: 'Basics',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#0a7558',
    elements: [{ id: 'words', type: 'text', text: 'Hello, world', width: '80%', height: '84%', font_family: 'Playfair Display', font_style: 'italic', fill_color: '#fdf6e3' }],
  }),
};

const oneClip: Example = {
  id: 'one-clip',
  title: 'A part of a clip',
  description: 'Two and a half seconds out of the middle of a clip, at 24 frames a second like in the cinema',
  category: 'Basics',
  build: (origin) => ({
    width: 480,
    height: 270,
    frame_rate: 24,
    elements: [{ id: 'sunrise', type: 'video', trim_start: 2.5, trim_duration: 2.5, source: sampleUrl(origin, 'ridge.mp4') }],
  }),
};

const BLOCKS = [
  { id: 'first', color: '#e76f51', time: 0, duration: 2 },
  { id: 'second', color: '#e9c46a', time: 1, duration: 2 },
  { id: 'third', color: '#2a9d8f', time: 2, duration: 2 },
] as const;

const tracksAndTimes: Example = {
  id: 'tracks-and-times',
  title: 'Tracks and times',
  description: 'Each block says when it comes and how long it stays; higher tracks lie on top',
  category: 'Basics',
  build: () => ({
    width: 640,
    height: 360,
    duration: 4,
    fill_color: '#1d2b38',
    elements: BLOCKS.flatMap(({ id, color, time, duration }, index) => [
      { id, type: 'shape', shape: 'rectangle', track: 2 * index + 1, time, duration, x: 70 + 140 * index, y: 60 + 60 * index, width: 220, height: 120, border_radius: 16, fill_color: color, shadow_color: '#00000066', shadow_y: 6 },
      { id: `${id}-words`, type: 'text', track: 2 * index + 2, time, duration, x: 70 + 140 * index, y: 60 + 60 * index, width: 220, height: 120, text: `${time} s to ${time + duration} s`, font_family: 'Montserrat', font_size: 24, font_weight: 700, fill_color: '#1d2b38' },
    ]),
  }),
};

const smoothMotion: Example = {
  id: 'smooth-motion',
  title: 'Sixty frames a second',
  description: 'The same ride twice: at 12 pictures a second above, at all 60 of the video below',
  category: 'Basics',
  build: () => ({
    width: 640,
    height: 360,
    duration: 3,
    frame_rate: 60,
    fill_color: '#fef3c7',
    elements: [
      { id: 'road', type: 'shape', shape: 'line', y: '50%', width: '100%', height: 4, stroke_color: '#d97706', stroke_width: 2, stroke_dash: [12, 10] },
      { id: 'jerky', type: 'shape', shape: 'ellipse', x: [{ time: 0, value: 40 }, { time: 3, value: 540, easing: 'steps(36)' }], y: 50, width: 60, height: 60, fill_color: '#dc2626' },
      { id: 'jerky-words', type: 'text', y: 118, font_size: 18, font_family: 'JetBrains Mono', fill_color: '#92400e', text: '12 a second' },
      { id: 'smooth', type: 'shape', shape: 'ellipse', x: [{ time: 0, value: 40 }, { time: 3, value: 540 }], y: 225, width: 60, height: 60, fill_color: '#0d9488' },
      { id: 'smooth-words', type: 'text', y: 293, font_size: 18, font_family: 'JetBrains Mono', fill_color: '#92400e', text: '60 a second' },
    ],
  }),
};

const hiddenNotes: Example = {
  id: 'hidden-notes',
  title: 'Names, and a hidden guide',
  description: 'Elements have names for people, and one that is not visible stays in the document, at 25 frames a second',
  category: 'Basics',
  build: (origin) => ({
    width: 360,
    height: 360,
    duration: 2,
    frame_rate: 25,
    elements: [
      { id: 'photo', name: 'Background', type: 'image', source: sampleUrl(origin, 'lake.jpg') },
      { id: 'guide', name: 'Guide for the designer', type: 'shape', shape: 'rectangle', visible: false, width: '80%', height: '80%', stroke_color: '#ff00ff', stroke_width: 2 },
      { id: 'title', name: 'Title', type: 'text', width: '80%', text: 'A square for the feed', font_family: 'Montserrat', font_weight: 800, font_size: 38, line_height: 1.1, shadow_color: '#00000099' },
    ],
  }),
};

export const basics: readonly Example[] = [slideshow, simpleImage, helloWorld, oneClip, tracksAndTimes, smoothMotion, hiddenNotes];
