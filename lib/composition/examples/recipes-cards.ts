/** Real-life videos, part two: cards, advertisements and titles that need no camera. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';
import type { Element } from '#lib/composition/schema/composition';

const quoteCard: Example = {
  id: 'quote-card',
  title: 'Quote card',
  description: 'Two lines that come after one another over a slow photo, and who said them',
  category: 'Recipes',
  build: (origin) => ({
    width: 480,
    height: 480,
    duration: 4,
    elements: [
      { id: 'photo', type: 'image', color_filter: 'brighten', color_filter_value: 0.55, animations: [{ type: 'pan', end_zoom: 1.15 }], source: sampleUrl(origin, 'lake.jpg') },
      { id: 'mark', type: 'text', x: 48, y: 60, width: 80, x_alignment: '0%', text: '“', font_family: 'Playfair Display', font_size: 140, line_height: 1, fill_color: '#2dd4bf', animations: [{ type: 'fade' }] },
      { id: 'first-line', type: 'text', time: 0.4, x: 48, y: 170, width: 390, x_alignment: '0%', text: 'The stars are not', font_family: 'Playfair Display', font_style: 'italic', font_size: 42, animations: [{ type: 'fade', duration: 0.6 }, { type: 'slide', direction: 'up', distance: 20, duration: 0.6 }] },
      { id: 'second-line', type: 'text', time: 0.8, x: 48, y: 224, width: 390, x_alignment: '0%', text: 'in a hurry, either.', font_family: 'Playfair Display', font_style: 'italic', font_size: 42, animations: [{ type: 'fade', duration: 0.6 }, { type: 'slide', direction: 'up', distance: 20, duration: 0.6 }] },
      { id: 'rule', type: 'shape', shape: 'rectangle', time: 1.6, x: 48, y: 306, width: 80, height: 3, fill_color: '#2dd4bf', animations: [{ type: 'wipe' }] },
      { id: 'author', type: 'text', time: 1.8, x: 48, y: 324, width: 390, x_alignment: '0%', text: 'A fisherman at Lake Inari', font_size: 18, fill_color: '#ccfbf1', animations: [{ type: 'fade' }] },
    ],
  }),
};

const productAd: Example = {
  id: 'product-ad',
  title: 'Product ad',
  description: 'The product drops in, its name and price follow, and a button asks to be pressed',
  category: 'Recipes',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 4,
    elements: [
      { id: 'background', type: 'shape', shape: 'rectangle', fill: { type: 'linear', angle: 120, stops: [{ offset: 0, color: '#ffedd8' }, { offset: 1, color: '#f3b391' }] } },
      { id: 'disc', type: 'shape', shape: 'ellipse', x: 30, y: 40, width: 280, height: 280, fill_color: '#fff7ed', animations: [{ type: 'scale', duration: 0.6, easing: 'back-out' }] },
      { id: 'mug', type: 'image', x: 66, y: 76, width: 220, animations: [{ type: 'slide', direction: 'down', time: 0.3, duration: 0.9, easing: 'bounce-out' }, { type: 'shake', time: 3, duration: 0.7, distance: 6 }], source: sampleUrl(origin, 'mug.png') },
      { id: 'name', type: 'text', time: 0.8, x: 340, y: 70, width: 270, x_alignment: '0%', text: 'Summit mug', font_family: 'Montserrat', font_weight: 800, font_size: 36, fill_color: '#5c2a1d', animations: [{ type: 'fade' }, { type: 'slide', distance: 40 }] },
      { id: 'claim', type: 'text', time: 1.1, x: 340, y: 125, width: 260, x_alignment: '0%', text: 'Enamel, 400 ml, survives the drop from the tent roof.', font_size: 18, line_height: 1.4, fill_color: '#7c4a36', animations: [{ type: 'fade' }, { type: 'slide', distance: 40 }] },
      { id: 'price', type: 'text', time: 1.6, x: 340, y: 200, width: 150, x_alignment: '0%', font_size: 26, spans: [{ text: '€ ' }, { text: '18', font_size: 56, font_weight: 800 }, { text: '.50' }], fill_color: '#c2410c', animations: [{ type: 'scale', duration: 0.5, easing: 'elastic-out' }] },
      { id: 'button', type: 'text', time: 2.2, x: 340, y: 290, width: 190, text: 'Take me along', font_weight: 700, font_size: 18, background_color: '#c2410c', background_x_padding: 18, background_y_padding: 10, background_border_radius: 22, animations: [{ type: 'fade' }, { type: 'bounce', time: 1.2, duration: 0.9, distance: 10 }] },
    ],
  }),
};

const countdown: Example = {
  id: 'countdown',
  title: 'Countdown',
  description: 'Three, two, one: a number a second, a hand that goes round it, a click for each',
  category: 'Recipes',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 4,
    fill_color: '#e8e4da',
    elements: [
      // Each face is uncovered by a hand that goes round once a second.
      ...[1, 2, 2, 1].map((duration, index): Element => ({
        id: `face-${index + 1}`,
        type: 'shape',
        shape: 'ellipse',
        track: 1,
        duration,
        width: 280,
        height: 280,
        fill_color: index % 2 === 0 ? '#d3ccba' : '#b7ae97',
        ...(index === 0 ? {} : { transition: { type: 'radial', duration: 1, easing: 'linear' } }),
      })),
      ...[3, 2, 1].flatMap((number): Element[] => [
        { id: `number-${number}`, type: 'text', track: 4, time: 3 - number, duration: 1, text: String(number), font_family: 'Bebas Neue', font_size: 220, fill_color: '#2b2a27', animations: [{ type: 'scale', scale: 1.3, duration: 0.25 }] },
        { id: `click-${number}`, type: 'audio', track: 5, time: 3 - number, source: sampleUrl(origin, 'click.wav') },
      ]),
      { id: 'ring', type: 'shape', shape: 'ellipse', track: 2, duration: 3, width: 280, height: 280, stroke_color: '#2b2a27', stroke_width: 4 },
      { id: 'cross', type: 'shape', shape: 'path', track: 3, duration: 3, path: 'M0 50 H100 M50 -50 V150', path_fit: 'fill', stroke_color: '#2b2a2766', stroke_width: 2, fill_color: '#00000000' },
      { id: 'go', type: 'text', track: 6, time: 3, text: 'Go!', font_family: 'Bebas Neue', font_size: 220, fill_color: '#b91c1c', animations: [{ type: 'scale', duration: 0.4, easing: 'back-out' }] },
      { id: 'bell', type: 'audio', track: 7, time: 3, source: sampleUrl(origin, 'bell.ogg') },
    ],
  }),
};

const invitation: Example = {
  id: 'invitation',
  title: 'Invitation',
  description: 'An upright card with a clip of lanterns in an arch, a name and a date',
  category: 'Recipes',
  build: (origin) => ({
    width: 360,
    height: 640,
    fill_color: '#fbf3e4',
    elements: [
      { id: 'lanterns', type: 'video', track: 1, trim_duration: 4, x: 50, y: 50, width: 260, height: 340, fit_mode: 'cover', muted: true, source: sampleUrl(origin, 'lanterns.mp4') },
      { id: 'arch', type: 'shape', shape: 'path', track: 2, x: 50, y: 50, width: 260, height: 340, view_box: [0, 0, 260, 340], path: 'M0 340 V130 A130 130 0 0 1 260 130 V340 Z', mask_mode: 'alpha' },
      { id: 'frame', type: 'shape', shape: 'path', track: 3, x: 40, y: 40, width: 280, height: 360, view_box: [0, 0, 280, 360], path: 'M4 356 V140 A136 136 0 0 1 276 140 V356 Z', stroke_color: '#b08968', stroke_width: 2 },
      { id: 'names', type: 'text', track: 4, y: 418, text: 'Ines & Jakob', font_family: 'Caveat', font_weight: 700, font_size: 52, fill_color: '#7f5539', animations: [{ type: 'wipe', duration: 1.2 }] },
      { id: 'what', type: 'text', track: 5, time: 0.9, y: 494, text: 'Lantern night', text_transform: 'uppercase', letter_spacing: 5, font_size: 15, fill_color: '#9c6644', animations: [{ type: 'fade', duration: 0.8 }] },
      { id: 'when', type: 'text', track: 6, time: 1.2, y: 530, text: '21 June, at sunset\nby the old mill', font_family: 'Lora', font_style: 'italic', font_size: 20, line_height: 1.4, fill_color: '#7f5539', animations: [{ type: 'fade', duration: 0.8 }] },
    ],
  }),
};

const endCard: Example = {
  id: 'end-card',
  title: 'End card',
  description: 'The logo, two places for the next videos, and a bell that rings',
  category: 'Recipes',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 4,
    elements: [
      { id: 'background', type: 'video', muted: true, trim_start: 3, blur_radius: 14, color_overlay: '#0b1026a6', x_scale: 1.08, y_scale: 1.08, source: sampleUrl(origin, 'harbour.mp4') },
      { id: 'logo', type: 'image', y: 34, width: 220, animations: [{ type: 'fade', duration: 0.8 }, { type: 'slide', direction: 'down', distance: 20, duration: 0.8 }], source: sampleUrl(origin, 'logo.png') },
      { id: 'next', type: 'image', time: 0.5, x: 60, y: 130, width: 240, aspect_ratio: '16:9', fit_mode: 'cover', border_radius: 10, stroke_color: '#ffffff', stroke_width: 3, animations: [{ type: 'scale', scale: 0.7, easing: 'back-out' }, { type: 'fade' }], source: sampleUrl(origin, 'alps.jpg') },
      { id: 'best', type: 'image', time: 0.7, x: 340, y: 130, width: 240, aspect_ratio: '16:9', fit_mode: 'cover', border_radius: 10, stroke_color: '#ffffff', stroke_width: 3, animations: [{ type: 'scale', scale: 0.7, easing: 'back-out' }, { type: 'fade' }], source: sampleUrl(origin, 'dunes.jpg') },
      { id: 'next-words', type: 'text', time: 0.9, x: 60, y: 274, width: 240, text: 'Up next', font_weight: 600, font_size: 17, animations: [{ type: 'fade' }] },
      { id: 'best-words', type: 'text', time: 0.9, x: 340, y: 274, width: 240, text: 'Most watched', font_weight: 600, font_size: 17, animations: [{ type: 'fade' }] },
      { id: 'subscribe', type: 'text', time: 1.2, y: 312, text: 'Subscribe 🔔', font_weight: 700, font_size: 18, background_color: '#dc2626', background_x_padding: 18, background_y_padding: 6, background_border_radius: 18, animations: [{ type: 'fade' }, { type: 'shake', time: 1, duration: 0.8, distance: 8 }] },
      { id: 'chime', type: 'audio', time: 1.6, volume: 0.7, source: sampleUrl(origin, 'chime.flac') },
    ],
  }),
};

const titleSequence: Example = {
  id: 'title-sequence',
  title: 'Title sequence',
  description: 'Wide letters between two bars on a clip: the spacing is generous, the bars open like a curtain',
  category: 'Recipes',
  build: (origin) => ({
    width: 640,
    height: 360,
    frame_rate: 23.976,
    elements: [
      { id: 'clip', type: 'video', track: 1, trim_duration: 4, muted: true, color_filter: 'contrast', color_filter_value: 1.15, source: sampleUrl(origin, 'ridge.mp4') },
      { id: 'upper-bar', type: 'shape', shape: 'rectangle', track: 2, x: 0, y: 0, width: '100%', height: [{ time: 0, value: 180 }, { time: 1, value: 44, easing: 'cubic-in-out' }], fill_color: '#000000' },
      { id: 'lower-bar', type: 'shape', shape: 'rectangle', track: 3, x: 0, y: '100%', y_anchor: '100%', width: '100%', height: [{ time: 0, value: 180 }, { time: 1, value: 44, easing: 'cubic-in-out' }], fill_color: '#000000' },
      { id: 'title', type: 'text', track: 4, time: 0.7, duration: 3, text: 'First light', text_transform: 'uppercase', letter_spacing: '40%', font_family: 'Montserrat', font_weight: 400, font_size: 40, shadow_color: '#000000a6', shadow_blur: 12, x_scale: [{ time: 0, value: 0.94 }, { time: 'end', value: 1.06 }], y_scale: [{ time: 0, value: 0.94 }, { time: 'end', value: 1.06 }], animations: [{ type: 'fade', duration: 1 }, { type: 'fade', time: 'end', duration: 0.6 }] },
    ],
  }),
};

export const recipesCards: readonly Example[] = [quoteCard, productAd, countdown, invitation, endCard, titleSequence];
