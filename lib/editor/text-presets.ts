/** Ready-made texts: what the Text panel offers. Sizes are shares of the canvas, so that each looks well on any of them. A test holds each to the schema. */
import type { Element } from '#lib/composition/schema/composition';
import type { TextElement } from '#lib/composition/schema/text-element';
import { createTextElement, STILL_SECONDS } from '#lib/editor/create-element';

export interface ElementPreset {
  label: string;
  element: Element;
}

const duration = STILL_SECONDS;
const centred = { x: '50%', x_anchor: '50%', x_alignment: '50%' } as const;
const lowerLeft = { x: '6%', x_alignment: '0%', y_anchor: '100%' } as const;
const text = (label: string, element: Omit<TextElement, 'type' | 'duration'>): ElementPreset => ({ label, element: { type: 'text', ...element, duration } });

export const TEXT_PRESETS: readonly ElementPreset[] = [
  { label: 'Title', element: createTextElement('title', 'Your title') },
  text('Subtitle', { text: 'A line that says more', ...centred, y: '62%', y_anchor: '50%', width: '76%', font_size: '5.5vmin', fill_color: '#ffffffcc' }),
  { label: 'Body', element: createTextElement('body', 'Some words to be read at leisure') },
  text('Bold headline', { text: 'BIG NEWS', ...centred, y: '50%', y_anchor: '50%', width: '90%', font_family: 'Bebas Neue', font_size: '26vmin', line_height: 0.95, animations: [{ type: 'scale', easing: 'back-out', duration: 0.4 }] }),
  text('Serif title', { text: 'A quiet story', ...centred, y: '50%', y_anchor: '50%', width: '84%', font_family: 'Playfair Display', font_style: 'italic', font_size: '13vmin', animations: [{ type: 'fade', duration: 1 }] }),
  {
    label: 'Lower third',
    element: {
      type: 'composition', name: 'Lower third', x: '6%', y: '90%', y_anchor: '100%', width: '56%', height: '24vmin', duration,
      animations: [{ type: 'slide', direction: 'right', distance: '8%' }, { type: 'fade' }, { type: 'fade', time: 'end' }],
      elements: [
        { type: 'shape', shape: 'rectangle', x: 0, y: 0, width: '1.4vw', height: '100%', fill_color: '#f5b83d', track: 1 },
        { type: 'text', text: 'Full Name', x: '6%', y: '10%', width: '92%', font_size: '40vh', font_weight: 700, x_alignment: '0%', text_wrap: false, track: 2 },
        { type: 'text', text: 'What they do', x: '6%', y: '62%', width: '92%', font_size: '24vh', fill_color: '#ffffffcc', x_alignment: '0%', text_wrap: false, track: 3 },
      ],
    },
  },
  { label: 'Caption', element: createTextElement('caption', 'Words under the picture') },
  text('Typed caption', { text: 'Typed letter by letter', ...centred, y: '88%', y_anchor: '100%', width: '80%', font_family: 'JetBrains Mono', font_size: '5vmin', animations: [{ type: 'typewriter', duration: 2 }] }),
  text('Quote', { text: '“Simplicity is the ultimate sophistication.”', ...centred, y: '50%', y_anchor: '50%', width: '72%', font_family: 'Lora', font_style: 'italic', font_size: '8vmin', line_height: 1.35, animations: [{ type: 'fade', split: 'word', duration: 1.6 }] }),
  text('Handwritten', { text: 'See you soon', ...centred, y: '50%', y_anchor: '50%', width: '80%', font_family: 'Caveat', font_weight: 700, font_size: '18vmin', fill_color: '#ffd76a' }),
  text('Outlined', { text: 'OUTLINE', ...centred, y: '50%', y_anchor: '50%', width: '90%', font_family: 'Montserrat', font_weight: 900, font_size: '17vmin', fill_color: '#ffffff00', stroke_color: '#ffffff', stroke_width: '2%' }),
  text('Label', { text: 'NEW', ...lowerLeft, y: '16%', width: '40%', font_weight: 800, font_size: '6vmin', letter_spacing: '8%', fill_color: '#10231b', background_color: '#49cf9f', background_border_radius: '30%' }),
];
