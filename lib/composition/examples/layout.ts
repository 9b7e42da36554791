/** Where things are and how they fill their place: boxes, units, anchors, fits, crops, clips side by side. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';
import type { Element } from '#lib/composition/schema/composition';

const pictureInPicture: Example = {
  id: 'picture-in-picture',
  title: 'Picture in picture',
  description: 'A clip, a second one in its corner from 1 s to 4 s, a logo on top',
  category: 'Layout',
  build: (origin) => ({
    output_format: 'mp4',
    width: 480,
    height: 270,
    elements: [
      { id: 'harbour', type: 'video', track: 1, trim_duration: 4.5, source: sampleUrl(origin, 'harbour.mp4') },
      {
        id: 'inset',
        type: 'video',
        track: 2,
        time: 1,
        trim_duration: 3,
        muted: true,
        x: '97%',
        y: '95%',
        x_anchor: '100%',
        y_anchor: '100%',
        width: '30%',
        source: sampleUrl(origin, 'ridge.mp4'),
      },
      { id: 'logo', type: 'image', track: 3, x: '3%', y: '4%', width: '20%', opacity: 0.9, source: sampleUrl(origin, 'logo.png') },
    ],
  }),
};

const clipWithOverlays: Example = {
  id: 'clip-with-overlays',
  title: 'Clip with overlays',
  description: 'Full HD with two pictures on top; you get a job and follow it',
  category: 'Layout',
  build: (origin) => ({
    output_format: 'mp4',
    width: 1920,
    height: 1080,
    elements: [
      { id: 'harbour', type: 'video', track: 1, trim_duration: 1.2, source: sampleUrl(origin, 'harbour.mp4') },
      { id: 'first', type: 'image', track: 2, x: '10%', y: '10%', width: '25%', source: sampleUrl(origin, 'dunes.jpg') },
      { id: 'second', type: 'image', track: 3, x: '70%', y: '70%', width: '20%', source: sampleUrl(origin, 'logo.png') },
    ],
  }),
};

const FITS = ['cover', 'contain', 'fill', 'none', 'auto'] as const;

const fitModes: Example = {
  id: 'fit-modes',
  title: 'Five ways to fill a box',
  description: 'The same photo in the same upright box: cover, contain, fill, none and auto',
  category: 'Layout',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#f5efe6',
    elements: FITS.flatMap((fit, index): Element[] => [
      { id: `${fit}-box`, type: 'shape', shape: 'rectangle', x: 20 + 122 * index, y: 50, width: 112, height: 220, fill_color: '#e2d5c0' },
      { id: fit, type: 'image', x: 20 + 122 * index, y: 50, width: 112, height: 220, fit_mode: fit, source: sampleUrl(origin, 'dunes.jpg') },
      { id: `${fit}-words`, type: 'text', x: 20 + 122 * index, y: 285, width: 112, text: fit, font_family: 'JetBrains Mono', font_size: 18, fill_color: '#6b4f2a' },
    ]),
  }),
};

const ANCHORS = [
  { id: 'top-left', at: '0%', color: '#fb7185' },
  { id: 'centre', at: '50%', color: '#fbbf24' },
  { id: 'bottom-right', at: '100%', color: '#34d399' },
] as const;

const anchors: Example = {
  id: 'anchors',
  title: 'Anchors',
  description: 'The place of an element is that of its anchor: its top left corner, its centre, its bottom right corner',
  category: 'Layout',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#18181b',
    elements: ANCHORS.flatMap(({ id, at, color }, index): Element[] => [
      { id, type: 'shape', shape: 'rectangle', x: `${20 + 30 * index}%`, y: '50%', x_anchor: at, y_anchor: at, width: 120, height: 90, border_radius: 10, fill_color: `${color}55`, stroke_color: color },
      { id: `${id}-dot`, type: 'shape', shape: 'ellipse', x: `${20 + 30 * index}%`, y: '50%', x_anchor: '50%', y_anchor: '50%', width: 14, height: 14, fill_color: color },
      { id: `${id}-words`, type: 'text', x: `${20 + 30 * index}%`, y: '88%', x_anchor: '50%', y_anchor: '50%', width: 190, text: id, font_family: 'JetBrains Mono', font_size: 17, fill_color: color },
    ]),
  }),
};

const UNITS = ['240px', '240', '37.5%', '37.5vw', '66.67vh', '66.67vmin', '37.5vmax'] as const;

const units: Example = {
  id: 'units',
  title: 'Units of length',
  description: 'One length in seven ways: pixels as a string or a number, and shares of the canvas',
  category: 'Layout',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#083344',
    elements: UNITS.flatMap((unit, index): Element[] => [
      { id: `bar-${index}`, type: 'shape', shape: 'rectangle', x: 300, y: 24 + 46 * index, width: unit === '240' ? 240 : unit, height: 36, border_radius: 6, fill: { type: 'linear', angle: 90, stops: [{ offset: 0, color: '#06b6d4' }, { offset: 1, color: '#a5f3fc' }] } },
      { id: `words-${index}`, type: 'text', x: 60, y: 24 + 46 * index, width: 220, height: 36, x_alignment: '100%', text: unit, font_family: 'JetBrains Mono', font_size: 20, fill_color: '#a5f3fc' },
    ]),
  }),
};

const alignments: Example = {
  id: 'alignments',
  title: 'Which part is kept',
  description: 'A photo too wide for its box keeps its left side, its middle or its right side',
  category: 'Layout',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#0b1320',
    elements: (['0%', 0.5, '100%'] as const).flatMap((alignment, index): Element[] => [
      { id: `part-${index + 1}`, type: 'image', x: 20 + 204 * index, y: 20, width: 192, height: 290, fit_mode: 'cover', x_alignment: alignment, source: sampleUrl(origin, 'dunes.jpg') },
      { id: `words-${index + 1}`, type: 'text', x: 20 + 204 * index, y: 316, width: 192, height: 34, text: String(alignment), font_family: 'JetBrains Mono', font_size: 18, fill_color: '#f3d9b1' },
    ]),
  }),
};

const crop: Example = {
  id: 'crop',
  title: 'Crop to a detail',
  description: 'The whole photo, and the caravan that is cut out of its middle',
  category: 'Layout',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 3,
    fill_color: '#7c2d12',
    elements: [
      { id: 'whole', type: 'image', x: 24, y: 24, width: 250, source: sampleUrl(origin, 'dunes.jpg') },
      { id: 'mark', type: 'shape', shape: 'rectangle', x: 172, y: 138, width: 42, height: 14, stroke_color: '#ffffff', stroke_width: 2 },
      {
        id: 'caravan',
        type: 'image',
        x: 616,
        y: 336,
        x_anchor: '100%',
        y_anchor: '100%',
        width: 480,
        crop: { x: '59%', y: 870, width: '17%', height: 110 },
        stroke_color: '#ffffff',
        stroke_width: 4,
        animations: [{ type: 'scale', time: 0.6, duration: 0.6, easing: 'back-out' }],
        source: sampleUrl(origin, 'dunes.jpg'),
      },
    ],
  }),
};

const RATIOS = [
  { id: 'cinema', ratio: 1.85, x: 58, y: 24, height: 140 },
  { id: 'television', ratio: '16:9', x: 333, y: 24, height: 140 },
  { id: 'panorama', ratio: '21:9', x: 27, y: 196, height: 124 },
  { id: 'square', ratio: '1:1', x: 332, y: 196, height: 124 },
  { id: 'portrait', ratio: '4:5', x: 472, y: 196, height: 124 },
] as const;

const aspectRatios: Example = {
  id: 'aspect-ratios',
  title: 'Aspect ratios',
  description: 'A height and a ratio make a box, and the photo covers it',
  category: 'Layout',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#10231c',
    elements: RATIOS.flatMap(({ id, ratio, x, y, height }): Element[] => [
      { id, type: 'image', x, y, height, aspect_ratio: ratio, fit_mode: 'cover', border_radius: 8, source: sampleUrl(origin, 'forest.jpg') },
      { id: `${id}-words`, type: 'text', x: x + 10, y: y + 8, width: 90, x_alignment: '0%', text: String(ratio), font_family: 'JetBrains Mono', font_size: 20, font_weight: 700, fill_color: '#0f3d2b' },
    ]),
  }),
};

export const layout: readonly Example[] = [pictureInPicture, clipWithOverlays, fitModes, anchors, units, alignments, crop, aspectRatios];
