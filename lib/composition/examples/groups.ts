/** Groups: elements with a canvas and a clock of their own, placed, moved, joined and repeated as one; and clips that repeat. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';
import type { Element } from '#lib/composition/schema/composition';

const cardAsOne: Example = {
  id: 'card-as-one',
  title: 'A card as a group',
  description: 'Photo, title and price are one card: it has round corners and a shadow, and swings in as a whole',
  category: 'Groups',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 3,
    fill_color: '#dde5b6',
    elements: [
      {
        id: 'card',
        type: 'composition',
        width: 260,
        height: 300,
        fill_color: '#ffffff',
        border_radius: 18,
        shadow_color: '#283618a6',
        shadow_blur: 26,
        shadow_y: 10,
        rotation: -3,
        animations: [{ type: 'slide', direction: 'up', duration: 0.9, easing: 'back-out' }, { type: 'spin', turns: 0.1, duration: 0.9 }, { type: 'slide', direction: 'left', time: 'end' }],
        elements: [
          { id: 'photo', type: 'image', x: 0, y: 0, width: '100%', height: '60%', fit_mode: 'cover', source: sampleUrl(origin, 'dunes.jpg') },
          { id: 'place', type: 'text', x: 18, y: 194, width: 224, x_alignment: '0%', text: 'Three days of sand', font_family: 'Montserrat', font_weight: 700, font_size: 21, fill_color: '#283618' },
          { id: 'details', type: 'text', x: 18, y: 228, width: 224, x_alignment: '0%', text: 'with camels and a guide', font_size: 16, fill_color: '#606c38' },
          { id: 'price', type: 'text', time: 1, x: 18, y: 254, width: 224, x_alignment: '0%', text: '€ 240', font_weight: 700, font_size: 22, fill_color: '#bc6c25', animations: [{ type: 'fade' }] },
        ],
      },
    ],
  }),
};

const GONDOLAS = ['#e63946', '#f4a261', '#e9c46a', '#2a9d8f', '#457b9d', '#9d4edd'] as const;

const ferrisWheel: Example = {
  id: 'ferris-wheel',
  title: 'A Ferris wheel',
  description: 'The wheel is a group that turns; each gondola is a group in it that turns back and so stays upright',
  category: 'Groups',
  build: () => ({
    width: 640,
    height: 360,
    duration: 3,
    fill_color: '#fde2e4',
    elements: [
      { id: 'stand', type: 'shape', shape: 'polygon', y: 180, width: 150, height: 170, points: [[46, 0], [54, 0], [100, 100], [92, 100], [50, 12], [8, 100], [0, 100]], fill_color: '#6d597a' },
      {
        id: 'wheel',
        type: 'composition',
        y: 10,
        width: 340,
        height: 340,
        rotation: [{ time: 'start', value: 0 }, { time: 'end', value: 75 }],
        elements: [
          { id: 'rim', type: 'shape', shape: 'ellipse', width: 260, height: 260, stroke_color: '#6d597a', stroke_width: 5 },
          ...[0, 60, 120].map((angle): Element => ({ id: `spoke-${angle}`, type: 'shape', shape: 'rectangle', width: 260, height: 4, rotation: angle, fill_color: '#b56576' })),
          ...GONDOLAS.map((color, index): Element => ({
            id: `gondola-${index + 1}`,
            type: 'composition',
            x: Math.round(170 + 130 * Math.cos((index * Math.PI) / 3)),
            y: Math.round(170 + 130 * Math.sin((index * Math.PI) / 3)),
            x_anchor: '50%',
            y_anchor: '50%',
            width: 56,
            height: 56,
            rotation: [{ time: 'start', value: 0 }, { time: 'end', value: -75 }],
            elements: [
              { id: `roof-${index + 1}`, type: 'shape', shape: 'polygon', x: 6, y: 20, width: 44, height: 12, points: [[50, 0], [100, 100], [0, 100]], fill_color: '#355070' },
              { id: `cabin-${index + 1}`, type: 'shape', shape: 'rectangle', x: 9, y: 32, width: 38, height: 20, border_radius: 6, fill_color: color },
            ],
          })),
          { id: 'hub', type: 'shape', shape: 'ellipse', width: 28, height: 28, fill_color: '#355070' },
        ],
      },
    ],
  }),
};

const scenes: Example = {
  id: 'scenes',
  title: 'Scenes',
  description: 'Three groups on one track are three scenes with clocks of their own, and one pushes the other away',
  category: 'Groups',
  build: (origin) => ({
    width: 640,
    height: 360,
    elements: [
      {
        id: 'question',
        type: 'composition',
        track: 1,
        duration: 2,
        fill_color: '#ffba08',
        elements: [{ id: 'question-words', type: 'text', width: '80%', text: 'Where do you sleep tonight?', font_family: 'Montserrat', font_weight: 800, font_size: 54, fill_color: '#370617', animations: [{ type: 'slide', direction: 'up', distance: 40 }, { type: 'fade' }] }],
      },
      {
        id: 'cabin',
        type: 'composition',
        track: 1,
        duration: 2.6,
        transition: { type: 'push', direction: 'left', duration: 0.6 },
        elements: [
          { id: 'cabin-photo', type: 'image', crop: { x: '5%', y: '40%', width: '45%', height: '38%' }, fit_mode: 'cover', animations: [{ type: 'pan', end_zoom: 1.2 }], source: sampleUrl(origin, 'lake.jpg') },
          { id: 'cabin-words', type: 'text', time: 0.6, y: '74%', text: 'A cabin on the lake', font_family: 'Montserrat', font_weight: 700, font_size: 32, animations: [{ type: 'fade' }] },
        ],
      },
      {
        id: 'answer',
        type: 'composition',
        track: 1,
        duration: 2.2,
        fill_color: '#370617',
        transition: { type: 'push', direction: 'up', duration: 0.6 },
        elements: [
          { id: 'answer-words', type: 'text', y: '34%', text: 'from € 39', font_family: 'Montserrat', font_weight: 800, font_size: 64, fill_color: '#ffba08', animations: [{ type: 'scale', time: 0.4, easing: 'back-out' }] },
          { id: 'answer-logo', type: 'image', y: '66%', width: '30%', source: sampleUrl(origin, 'logo.png') },
        ],
      },
    ],
  }),
};

const beacon: Example = {
  id: 'looping-group',
  title: 'A group that repeats',
  description: 'One second of rings around a dot on a map, repeated for as long as the group lasts',
  category: 'Groups',
  build: () => ({
    width: 640,
    height: 360,
    duration: 4,
    fill_color: '#0b2545',
    elements: [
      { id: 'coast', type: 'shape', shape: 'path', x: 0, y: 0, width: '100%', height: '100%', path_fit: 'fill', path: 'M0 62 C12 50 18 66 28 56 S44 30 56 40 S70 62 80 46 S94 30 100 36 V100 H0 Z', fill_color: '#13315c' },
      {
        id: 'beacon',
        type: 'composition',
        x: 260,
        y: 80,
        width: 200,
        height: 200,
        duration: 4,
        loop: true,
        elements: [
          { id: 'ring', type: 'shape', shape: 'ellipse', track: 1, duration: 1.25, width: '90%', height: '90%', stroke_color: '#8da9c4', stroke_width: 4, animations: [{ type: 'scale', scale: 0.1, duration: 1.25 }, { type: 'fade', time: 'end', duration: 0.9 }] },
          { id: 'dot', type: 'shape', shape: 'ellipse', track: 2, duration: 1.25, width: 22, height: 22, fill_color: '#ff5e5b' },
        ],
      },
      { id: 'words', type: 'text', x: 375, y: 166, width: 220, x_alignment: '0%', text: 'You are here', font_family: 'Montserrat', font_weight: 700, font_size: 24, fill_color: '#eef4ed' },
    ],
  }),
};

const loopedClip: Example = {
  id: 'looped-clip',
  title: 'A clip that repeats',
  description: 'Four seconds of a balloon go on without a seam for as long as the photo below',
  category: 'Groups',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 5,
    elements: [
      { id: 'desert', type: 'image', source: sampleUrl(origin, 'dunes.jpg') },
      { id: 'balloon', type: 'video', x: [{ time: 0, value: 20 }, { time: 'end', value: 360 }], y: 20, width: 210, loop: true, muted: true, chroma_key: { color: '#00b140' }, source: sampleUrl(origin, 'balloon.mp4') },
    ],
  }),
};

export const groups: readonly Example[] = [cardAsOne, ferrisWheel, scenes, beacon, loopedClip];
