/** What is done to a picture beyond placing it: corners, outlines, shadows, blur, colours, blending. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';
import { BLEND_MODES, COLOR_FILTERS } from '#lib/composition/look';
import type { Element } from '#lib/composition/schema/composition';

const corners: Example = {
  id: 'rounded-corners',
  title: 'Rounded corners and borders',
  description: 'A radius in pixels or in percent, up to a circle, and a line along the edge',
  category: 'Looks',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#fefae0',
    elements: [
      { id: 'rounded', type: 'image', x: 30, y: 80, width: 180, height: 200, fit_mode: 'cover', border_radius: 28, source: sampleUrl(origin, 'alps.jpg') },
      { id: 'circle', type: 'image', x: 230, y: 90, width: 180, height: 180, fit_mode: 'cover', border_radius: '50%', stroke_color: '#bc6c25', stroke_width: 8, source: sampleUrl(origin, 'portrait.svg') },
      { id: 'bordered', type: 'image', x: 430, y: 80, width: 180, height: 200, fit_mode: 'cover', border_radius: '10%', stroke_color: '#283618', stroke_width: '2%', source: sampleUrl(origin, 'forest.jpg') },
    ],
  }),
};

const shadows: Example = {
  id: 'shadows',
  title: 'Shadows',
  description: 'Soft, wide and coloured, or hard like cut paper: a shadow follows what is opaque',
  category: 'Looks',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#e9edc9',
    elements: [
      { id: 'soft', type: 'image', x: 40, y: 90, width: 160, height: 180, fit_mode: 'cover', border_radius: 16, shadow_color: '#00000073', shadow_blur: 30, shadow_y: 14, source: sampleUrl(origin, 'dunes.jpg') },
      { id: 'mug', type: 'image', x: 225, y: 85, width: 190, shadow_color: '#7f4f24', shadow_blur: 0, shadow_x: 10, shadow_y: 8, source: sampleUrl(origin, 'mug.png') },
      { id: 'glow', type: 'shape', shape: 'ellipse', x: 450, y: 100, width: 150, height: 150, fill_color: '#ffb703', shadow_color: '#fb8500', shadow_blur: '12vmin' },
    ],
  }),
};

const focusPull: Example = {
  id: 'focus-pull',
  title: 'A focus pull',
  description: 'The photo becomes blurred while the words in front of it become sharp',
  category: 'Looks',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 3,
    elements: [
      { id: 'photo', type: 'image', x_scale: 1.08, y_scale: 1.08, blur_radius: [{ time: 0.8, value: 0 }, { time: 2, value: 12, easing: 'ease-in-out' }], source: sampleUrl(origin, 'alps.jpg') },
      { id: 'words', type: 'text', text: 'In focus', font_family: 'Playfair Display', font_size: 84, blur_radius: [{ time: 0.8, value: '4vmin' }, { time: 2, value: 0, easing: 'ease-in-out' }], animations: [{ type: 'fade', time: 0.4, duration: 1.4 }] },
    ],
  }),
};

const colorFilters: Example = {
  id: 'color-filters',
  title: 'Colour filters',
  description: 'Six functions of CSS on the same photo, each as strong as it comes',
  category: 'Looks',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2,
    elements: COLOR_FILTERS.flatMap((filter, index): Element[] => [
      { id: filter, type: 'image', x: 214 * (index % 3), y: index < 3 ? 0 : 180, width: 213, height: 180, fit_mode: 'cover', color_filter: filter, source: sampleUrl(origin, 'alps.jpg') },
      { id: `${filter}-words`, type: 'text', x: 214 * (index % 3), y: index < 3 ? 145 : 325, width: 213, height: 30, text: filter, font_family: 'JetBrains Mono', font_size: 17, background_color: '#000000a6', background_border_radius: 6 },
    ]),
  }),
};

const SATURATIONS = [0, 0.5, 1, '200%', '400%'] as const;

const filterValues: Example = {
  id: 'filter-values',
  title: 'How much of a filter',
  description: 'Saturation from none to four times as much, across one photo',
  category: 'Looks',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2,
    elements: SATURATIONS.flatMap((value, index): Element[] => [
      { id: `strip-${index}`, type: 'image', x: 128 * index, y: 0, width: 128, height: 360, fit_mode: 'fill', crop: { x: `${20 * index}%`, width: '20%' }, color_filter: 'saturate', color_filter_value: value, source: sampleUrl(origin, 'dunes.jpg') },
      { id: `words-${index}`, type: 'text', x: 128 * index, y: 315, width: 128, text: String(value), font_family: 'JetBrains Mono', font_size: 20, shadow_color: '#000000cc', shadow_blur: 8 },
    ]),
  }),
};

const colorOverlay: Example = {
  id: 'color-overlay',
  title: 'A brand colour over everything',
  description: 'A grey photo under a translucent colour, and words on it that are easy to read',
  category: 'Looks',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2,
    elements: [
      { id: 'photo', type: 'image', color_filter: 'grayscale', color_overlay: '#5b21b699', animations: [{ type: 'pan', end_zoom: 1.15 }], source: sampleUrl(origin, 'forest.jpg') },
      { id: 'words', type: 'text', x: '8%', width: '60%', x_alignment: '0%', text: 'Annual\nreport', font_family: 'Montserrat', font_weight: 800, font_size: 72, line_height: 1 },
    ],
  }),
};

const blendModes: Example = {
  id: 'blend-modes',
  title: 'Blend modes',
  description: 'Twelve ways in which the colours of an element and of the photo below become one',
  category: 'Looks',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 2,
    elements: [
      { id: 'photo', type: 'image', source: sampleUrl(origin, 'alps.jpg') },
      ...BLEND_MODES.flatMap((mode, index): Element[] => {
        const [x, y] = [160 * (index % 4), 120 * Math.floor(index / 4)];
        return [
          { id: mode, type: 'shape', shape: 'ellipse', x: x + 34, y: y + 6, width: 92, height: 92, blend_mode: mode, fill: { type: 'linear', angle: 135, stops: [{ offset: 0, color: '#f97316' }, { offset: 1, color: '#0ea5e9' }] } },
          { id: `${mode}-words`, type: 'text', x, y: y + 96, width: 160, height: 22, text: mode, font_family: 'JetBrains Mono', font_size: 14, background_color: '#00000099', background_border_radius: 4 },
        ];
      }),
    ],
  }),
};

const lightLeak: Example = {
  id: 'light-leak',
  title: 'A light leak',
  description: 'Warm light wanders over a clip: a gradient on it with the blend mode screen',
  category: 'Looks',
  build: (origin) => ({
    width: 480,
    height: 270,
    elements: [
      { id: 'clip', type: 'video', track: 1, trim_duration: 3, muted: true, source: sampleUrl(origin, 'harbour.mp4') },
      {
        id: 'leak',
        type: 'shape',
        shape: 'ellipse',
        track: 2,
        x: [{ time: 0, value: '-60%' }, { time: 'end', value: '60%', easing: 'sine-in-out' }],
        y: '-40%',
        width: '90%',
        height: '180%',
        blend_mode: 'screen',
        opacity: [{ time: 0, value: 0 }, { time: '40%', value: '90%', easing: 'ease-out' }, { time: 'end', value: 0, easing: 'ease-in' }],
        fill: { type: 'radial', stops: [{ offset: 0, color: '#ffb45e' }, { offset: '30%', color: '#e8573a99' }, { offset: '70%', color: '#e8573a00' }, { offset: 1, color: '#e8573a00' }] },
      },
    ],
  }),
};

export const looks: readonly Example[] = [corners, shadows, focusPull, colorFilters, filterValues, colorOverlay, blendModes, lightLeak];
