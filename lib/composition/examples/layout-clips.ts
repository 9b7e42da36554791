/** Several pictures on one canvas: mirrored, side by side, in front of their own blurred copy, on a table, from an upright phone. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';
import type { Element } from '#lib/composition/schema/composition';

const FLIPS = [undefined, 'horizontal', 'vertical', 'both'] as const;

const mirrors: Example = {
  id: 'mirrors',
  title: 'Mirrored four times',
  description: 'One corner of a photo, flipped to all sides, becomes a kaleidoscope',
  category: 'Layout',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2.5,
    elements: FLIPS.map((flip, index): Element => ({
      id: flip ?? 'as-it-is',
      type: 'image',
      x: 320 * (index % 2),
      y: index < 2 ? 0 : 180,
      width: 320,
      height: 180,
      fit_mode: 'cover',
      ...(flip === undefined ? {} : { flip }),
      crop: { x: '10%', y: '25%', width: '35%' },
      animations: [{ type: 'pan', end_zoom: 1.5 }],
      source: sampleUrl(origin, 'alps.jpg'),
    })),
  }),
};

const splitScreen: Example = {
  id: 'split-screen',
  title: 'Four clips at once',
  description: 'A grid of clips with a gap between them; only one of them is heard',
  category: 'Layout',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2.5,
    fill_color: '#f4f1ea',
    elements: [
      { id: 'harbour', type: 'video', x: 8, y: 8, width: 308, height: 168, fit_mode: 'cover', source: sampleUrl(origin, 'harbour.mp4') },
      { id: 'ridge', type: 'video', x: 324, y: 8, width: 308, height: 168, fit_mode: 'cover', muted: true, source: sampleUrl(origin, 'ridge.mp4') },
      { id: 'lanterns', type: 'video', x: 8, y: 184, width: 308, height: 168, fit_mode: 'cover', y_alignment: 0.8, muted: true, source: sampleUrl(origin, 'lanterns.mp4') },
      { id: 'later-ridge', type: 'video', x: 324, y: 184, width: 308, height: 168, fit_mode: 'cover', flip: 'horizontal', trim_start: 4, muted: true, source: sampleUrl(origin, 'ridge.mp4') },
    ],
  }),
};

const triptych: Example = {
  id: 'triptych',
  title: 'One clip through three windows',
  description: 'Each window shows its third of the same clip and rises a moment after the other',
  category: 'Layout',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2.5,
    fill_color: '#0c0a1d',
    elements: [0, 1, 2].map((third): Element => ({
      id: `window-${third + 1}`,
      type: 'video',
      time: 0.3 * third,
      x: 24 + 202 * third,
      y: 30,
      width: 188,
      height: 300,
      fit_mode: 'cover',
      crop: { x: `${10 + 28 * third}%`, width: '24%' },
      trim_start: 0.3 * third,
      muted: true,
      border_radius: 14,
      animations: [{ type: 'slide', direction: 'up', distance: 60, duration: 0.8 }, { type: 'fade', duration: 0.8 }],
      source: sampleUrl(origin, 'harbour.mp4'),
    })),
  }),
};

const blurredSurround: Example = {
  id: 'blurred-surround',
  title: 'Upright clip on a wide canvas',
  description: 'A clip from a phone in front of a large, blurred and darkened copy of itself',
  category: 'Layout',
  build: (origin) => ({
    width: 640,
    height: 360,
    elements: [
      { id: 'surround', type: 'video', track: 1, trim_duration: 3, fit_mode: 'cover', muted: true, blur_radius: 18, color_filter: 'brighten', color_filter_value: 0.7, x_scale: 1.1, y_scale: 1.1, source: sampleUrl(origin, 'phone.mp4') },
      { id: 'clip', type: 'video', track: 2, trim_duration: 3, height: '100%', shadow_color: '#000000cc', shadow_blur: 24, source: sampleUrl(origin, 'phone.mp4') },
    ],
  }),
};

const PRINTS = [
  { id: 'alps', x: '28%', y: '50%', rotation: -9, time: 0 },
  { id: 'lake', x: '71%', y: '46%', rotation: 7, time: 0.5 },
  { id: 'dunes', x: '49%', y: '55%', rotation: -2.5, time: 1 },
] as const;

const photosOnTable: Example = {
  id: 'photos-on-a-table',
  title: 'Photos on a table',
  description: 'Prints with a white border and a shadow, each dropped at an angle of its own',
  category: 'Layout',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2.5,
    elements: [
      { id: 'table', type: 'shape', shape: 'rectangle', fill: { type: 'radial', stops: [{ offset: 0, color: '#c49a6c' }, { offset: 1, color: '#7a4f2a' }] } },
      ...PRINTS.map(({ id, x, y, rotation, time }): Element => ({
        id,
        type: 'image',
        time,
        x,
        y,
        x_anchor: '50%',
        y_anchor: '50%',
        width: '42%',
        rotation,
        stroke_color: '#fffdf7',
        stroke_width: 12,
        shadow_color: '#2a160499',
        shadow_blur: 22,
        shadow_x: 4,
        shadow_y: 10,
        animations: [{ type: 'scale', scale: 1.5, duration: 0.45, easing: 'cubic-in' }, { type: 'fade', duration: 0.25 }],
        source: sampleUrl(origin, `${id}.jpg`),
      })),
    ],
  }),
};

export const layoutClips: readonly Example[] = [mirrors, splitScreen, triptych, blurredSurround, photosOnTable];
