/** Motion: keyframes of everything that can move, and ready-made animations to come, to go and on the way. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';
import type { Element } from '#lib/composition/schema/composition';

const paperPlane: Example = {
  id: 'keyframes',
  title: 'Keyframes',
  description: 'A paper plane by keyframes of place, turn and opacity: at seconds, at shares of its time, at its start and end',
  category: 'Motion',
  build: () => ({
    width: 640,
    height: 360,
    duration: 4,
    fill_color: '#bde0fe',
    elements: [
      { id: 'cloud', type: 'shape', shape: 'path', x: [{ time: 'start', value: 420 }, { time: 'end', value: 330 }], y: 60, width: 170, height: 80, path: 'M20 90 A18 18 0 0 1 24 55 A24 24 0 0 1 66 42 A20 20 0 0 1 92 66 A13 13 0 0 1 88 90 Z', fill_color: '#ffffffcc' },
      {
        id: 'plane',
        type: 'shape',
        shape: 'polygon',
        x: [{ time: 0, value: '-15%' }, { time: 1.6, value: '35%', easing: 'ease-out' }, { time: 'end', value: '108%', easing: 'ease-in' }],
        y: [{ time: 0, value: '70%' }, { time: '40%', value: '22%', easing: 'sine-in-out' }, { time: '70%', value: '48%', easing: 'sine-in-out' }, { time: '100%', value: '8%', easing: 'sine-in' }],
        width: 110,
        height: 80,
        points: [[0, 40], [100, 20], [45, 100], [38, 62]],
        rotation: [{ time: 'start', value: -24 }, { time: '40%', value: 8, easing: 'sine-in-out' }, { time: '70%', value: 2, easing: 'sine-in-out' }, { time: 'end', value: -26, easing: 'sine-in' }],
        opacity: [{ time: 0, value: 0 }, { time: 0.5, value: '100%', easing: 'ease-in' }],
        fill: { type: 'linear', angle: 120, stops: [{ offset: 0, color: '#ffffff' }, { offset: '62%', color: '#ffffff' }, { offset: '62%', color: '#a2b5cd' }, { offset: 1, color: '#d8e2ee' }] },
      },
    ],
  }),
};

const ARRIVALS = [
  { id: 'fade', color: '#ef476f', animation: { type: 'fade' } },
  { id: 'slide', color: '#f78c6b', animation: { type: 'slide', direction: 'up', distance: '60%' } },
  { id: 'scale', color: '#ffd166', animation: { type: 'scale', easing: 'back-out' } },
  { id: 'wipe', color: '#06d6a0', animation: { type: 'wipe', direction: 'right' } },
  { id: 'spin', color: '#118ab2', animation: { type: 'spin', turns: 0.5 } },
] as const;

const comingAndGoing: Example = {
  id: 'coming-and-going',
  title: 'Coming and going',
  description: 'Fade, slide, scale, wipe and spin: each tile comes by one of them and goes the same way',
  category: 'Motion',
  build: () => ({
    width: 640,
    height: 360,
    duration: 4,
    fill_color: '#073b4c',
    elements: ARRIVALS.flatMap(({ id, color, animation }, index): Element[] => [
      {
        id,
        type: 'shape',
        shape: 'rectangle',
        x: 22 + 121 * index,
        y: 110,
        width: 112,
        height: 112,
        border_radius: 16,
        fill_color: color,
        animations: [{ ...animation, time: 'start', duration: 0.9 }, { ...animation, time: 'end', duration: 0.9 }, ...(id === 'spin' ? [{ type: 'fade', duration: 0.9 } as const, { type: 'fade', time: 'end', duration: 0.9 } as const] : [])],
      },
      { id: `${id}-words`, type: 'text', x: 22 + 121 * index, y: 250, width: 112, text: id, font_family: 'JetBrains Mono', font_size: 18, fill_color: color },
    ]),
  }),
};

const animationOptions: Example = {
  id: 'animation-options',
  title: 'The same animation, differently',
  description: 'Directions, distances and sizes, an exit in the middle of the time, a curve of its own',
  category: 'Motion',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 4,
    fill_color: '#f8edeb',
    elements: [
      { id: 'from-the-left', type: 'image', x: 20, y: 60, width: 190, height: 240, fit_mode: 'cover', animations: [{ type: 'slide', direction: 'right', distance: 40, duration: 0.8 }, { type: 'fade', duration: 0.8 }], source: sampleUrl(origin, 'alps.jpg') },
      { id: 'from-above', type: 'image', x: 225, y: 60, width: 190, height: 240, fit_mode: 'cover', animations: [{ type: 'slide', direction: 'down', duration: 1.2, easing: 'bounce-out' }, { type: 'scale', scale: '40%', time: 2.4, duration: 0.8, reversed: true, easing: 'back-in' }, { type: 'fade', time: 2.4, duration: 0.8, reversed: true }], source: sampleUrl(origin, 'dunes.jpg') },
      { id: 'uncovered', type: 'image', x: 430, y: 60, width: 190, height: 240, fit_mode: 'cover', animations: [{ type: 'wipe', direction: 'up', time: 0.5, duration: 1, easing: 'cubic-bezier(0.7, 0, 0.2, 1)' }, { type: 'spin', turns: -0.25, time: 'end', duration: 0.8 }, { type: 'slide', direction: 'down', time: 'end', duration: 0.8 }], source: sampleUrl(origin, 'forest.jpg') },
    ],
  }),
};

const bounceAndShake: Example = {
  id: 'bounce-and-shake',
  title: 'Bounce and shake',
  description: 'Motion on the spot: hops that get lower, and swings that get smaller',
  category: 'Motion',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 4,
    fill_color: '#ffe5d9',
    elements: [
      { id: 'floor', type: 'shape', shape: 'rectangle', x: 0, y: 300, width: '100%', height: 60, fill_color: '#f4acb7' },
      { id: 'mug', type: 'image', x: 90, y: 146, width: 170, animations: [{ type: 'bounce', time: 0.4, duration: 1.8, direction: 'up', distance: '30%', count: 4 }], source: sampleUrl(origin, 'mug.png') },
      { id: 'bell', type: 'text', x: 380, y: 145, width: 180, text: '🔔', font_size: 130, animations: [{ type: 'shake', time: 1, duration: 1.2, direction: 'right', distance: 26, count: 6 }] },
    ],
  }),
};

const kenBurns: Example = {
  id: 'ken-burns',
  title: 'Ken Burns',
  description: 'Slow moves over three photos: towards the sun, along the caravan, out of the cabin',
  category: 'Motion',
  build: (origin) => ({
    width: 480,
    height: 270,
    elements: [
      { id: 'alps', type: 'image', track: 1, duration: 2, animations: [{ type: 'pan', start_zoom: 1, end_zoom: 1.7, end_x: '70%', end_y: 0.3 }], source: sampleUrl(origin, 'alps.jpg') },
      { id: 'dunes', type: 'image', track: 1, duration: 2, transition: { type: 'fade' }, animations: [{ type: 'pan', start_zoom: 2, end_zoom: 2, start_x: '90%', start_y: '80%', end_x: '55%', end_y: '75%', easing: 'ease-in-out' }], source: sampleUrl(origin, 'dunes.jpg') },
      { id: 'lake', type: 'image', track: 1, duration: 2, transition: { type: 'fade' }, animations: [{ type: 'pan', start_zoom: 2.6, start_x: 0.1, start_y: 0.62, end_zoom: 1, time: 0.2, duration: 1.7 }], source: sampleUrl(origin, 'lake.jpg') },
    ],
  }),
};

const beforeAndAfter: Example = {
  id: 'before-and-after',
  title: 'Before and after',
  description: 'A slider that moves over a photo: the grey copy on top becomes narrower by keyframes of its width',
  category: 'Motion',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 4,
    elements: [
      { id: 'after', type: 'image', color_filter: 'saturate', color_filter_value: 1.4, source: sampleUrl(origin, 'alps.jpg') },
      { id: 'before', type: 'image', x: 0, y: 0, height: 360, width: [{ time: 0.4, value: 640 }, { time: 2.4, value: 120, easing: 'cubic-in-out' }, { time: 3.6, value: 420, easing: 'cubic-in-out' }], fit_mode: 'cover', x_alignment: 0, color_filter: 'grayscale', source: sampleUrl(origin, 'alps.jpg') },
      { id: 'slider', type: 'shape', shape: 'rectangle', y: 0, x_anchor: 2, width: 4, height: 360, x: [{ time: 0.4, value: 640 }, { time: 2.4, value: 120, easing: 'cubic-in-out' }, { time: 3.6, value: 420, easing: 'cubic-in-out' }], fill_color: '#ffffff' },
    ],
  }),
};

const TEMPERATURES = [38, 62, 85, 54, 97, 71, 46] as const;

const risingBars: Example = {
  id: 'rising-bars',
  title: 'A chart that grows',
  description: 'Bars rise one after the other by keyframes of their height',
  category: 'Motion',
  build: () => ({
    width: 640,
    height: 360,
    duration: 4,
    fill_color: '#1b1b2f',
    elements: [
      ...TEMPERATURES.map((share, index): Element => ({
        id: `bar-${index + 1}`,
        type: 'shape',
        shape: 'rectangle',
        x: 60 + 76 * index,
        y: 310,
        y_anchor: '100%',
        width: 52,
        height: [{ time: 0.15 * index, value: 4 }, { time: 0.15 * index + 1, value: 2.4 * share, easing: 'back-out' }],
        fill: { type: 'linear', stops: [{ offset: 0, color: '#f9c74f' }, { offset: 1, color: '#f3722c' }] },
      })),
      { id: 'ground', type: 'shape', shape: 'rectangle', x: 40, y: 310, width: 560, height: 3, fill_color: '#e0e0ff' },
      { id: 'title', type: 'text', x: 44, y: 20, width: 400, x_alignment: '0%', text: 'Hours of sun', font_family: 'Montserrat', font_weight: 700, font_size: 24, fill_color: '#e0e0ff' },
    ],
  }),
};

const PLANETS = [
  { id: 'inner', radius: 110, size: 8, color: '#ffd166', turns: 3 },
  { id: 'middle', radius: 200, size: 8, color: '#06d6a0', turns: 2 },
  { id: 'outer', radius: 300, size: 7, color: '#8ecae6', turns: 1 },
] as const;

const orbits: Example = {
  id: 'orbits',
  title: 'Orbits',
  description: 'Planets on rings: each ring is one path that turns about its own centre',
  category: 'Motion',
  build: () => ({
    width: 640,
    height: 360,
    duration: 4,
    fill_color: '#03071e',
    elements: [
      { id: 'sun', type: 'shape', shape: 'ellipse', width: 44, height: 44, fill: { type: 'radial', stops: [{ offset: 0, color: '#fffbe6' }, { offset: 1, color: '#ffaa00' }] }, shadow_color: '#ffb703', shadow_blur: 40 },
      ...PLANETS.flatMap(({ id, radius, size, color, turns }): Element[] => [
        { id: `${id}-ring`, type: 'shape', shape: 'ellipse', width: radius, height: radius, stroke_color: '#ffffff26', stroke_width: 1 },
        { id, type: 'shape', shape: 'path', width: radius + 30, height: radius + 30, path: `M ${50 - size / 2} ${100 * (15 / (radius + 30))} a ${size / 2} ${size / 2} 0 1 0 ${size} 0 a ${size / 2} ${size / 2} 0 1 0 ${-size} 0 Z`, fill_color: color, rotation: [{ time: 'start', value: 0 }, { time: 'end', value: 360 * turns }] },
      ]),
    ],
  }),
};

export const motion: readonly Example[] = [paperPlane, comingAndGoing, animationOptions, bounceAndShake, kenBurns, beforeAndAfter, risingBars, orbits];
