/** What is done to an element's picture beyond placing it: corners, outlines, shadows, colours, blending and masks. */
import { z } from 'zod';
import { BLUR_RADIUS_PX_MAX, COLOR_FACTOR_MAX } from '#lib/composition/limits';
import { BLEND_MODES, COLOR_FILTERS, MASK_MODES } from '#lib/composition/look';
import { animated } from '#lib/composition/schema/animated';
import { alphaColorSchema, colorSchema } from '#lib/composition/schema/color';
import { expected } from '#lib/composition/schema/expected';
import { nonNegativeSizeSchema, positionSchema, sizeSchema } from '#lib/composition/schema/length';
import { ratioUpTo } from '#lib/composition/schema/ratio';

const FLIPS = ['horizontal', 'vertical', 'both'] as const;

const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, { error: expected(`one of ${names.map((name) => `"${name}"`).join(', ')}`) });

/** Of every element that is seen. */
export const lookShape = {
  visible: z.boolean({ error: expected('true or false') }).optional().meta({
    title: 'Visible',
    description: 'False: nothing of the element is seen and it masks nothing; its time on the track and its sound stay.',
    default: true,
    examples: [false],
  }),
  flip: oneOf(FLIPS).optional().meta({
    title: 'Flip',
    description: 'Mirrors the content within its box: horizontal swaps left and right, vertical top and bottom.',
    examples: ['horizontal'],
  }),
  border_radius: nonNegativeSizeSchema.optional().meta({
    title: 'Corner radius',
    description: "Rounds the corners of the drawn picture; percentages are of its smaller side, so that 50% makes a circle of a square.",
    unit: 'px',
    default: 0,
    examples: [24, '50%'],
  }),
  stroke_color: alphaColorSchema.optional().meta({
    title: 'Stroke colour',
    description: 'Colour of a line along the edge of the drawn picture, half of which is on either side of it; none without it.',
    examples: ['#ffffff', '#ffffff80'],
  }),
  stroke_width: sizeSchema.optional().meta({
    title: 'Stroke width',
    description: "Width of that line; percentages are of the canvas's smaller side. Only with a stroke_color.",
    unit: 'px',
    default: 2,
    examples: [6, '1vmin'],
  }),
  shadow_color: alphaColorSchema.optional().meta({
    title: 'Shadow colour',
    description: 'Colour of the shadow that what is seen of the element throws; none without it.',
    examples: ['#00000080'],
  }),
  shadow_blur: nonNegativeSizeSchema.optional().meta({
    title: 'Shadow blur',
    description: `Width of the shadow's soft edge; percentages are of the canvas's smaller side, at most ${BLUR_RADIUS_PX_MAX} pixels. Only with a shadow_color.`,
    unit: 'px',
    default: '2vmin',
    examples: [24, 0],
  }),
  shadow_x: positionSchema.optional().meta({
    title: 'Shadow X',
    description: "How far the shadow lies to the right; percentages are of the canvas's smaller side. Only with a shadow_color.",
    unit: 'px',
    default: 0,
    examples: [8],
  }),
  shadow_y: positionSchema.optional().meta({
    title: 'Shadow Y',
    description: "How far the shadow lies down; percentages are of the canvas's smaller side. Only with a shadow_color.",
    unit: 'px',
    default: 0,
    examples: [12],
  }),
  blur_radius: animated(nonNegativeSizeSchema).optional().meta({
    title: 'Blur radius',
    description: `Blurs the element, edges included, like blur() in CSS; percentages are of the canvas's smaller side, at most ${BLUR_RADIUS_PX_MAX} pixels.`,
    unit: 'px',
    default: 0,
    examples: [8, '1vmin', [{ time: 0, value: 40 }, { time: 1, value: 0 }]],
  }),
  color_filter: oneOf(COLOR_FILTERS).optional().meta({
    title: 'Colour filter',
    description: 'Changes the colours, like the function of that kind in the filter property of CSS.',
    examples: ['grayscale', 'brighten'],
  }),
  color_filter_value: ratioUpTo(COLOR_FACTOR_MAX).optional().meta({
    title: 'Colour filter value',
    description:
      'How much of the filter. brighten, contrast and saturate: a factor, 1 changes nothing. grayscale, invert and sepia: from 0, which changes nothing, to 1. Absent: 1.5 for the former, 1 for the latter. Only with a color_filter.',
    examples: [1.3, '60%'],
  }),
  color_overlay: alphaColorSchema.optional().meta({
    title: 'Colour overlay',
    description: 'Painted over all that is seen of the element; usually with an alpha.',
    examples: ['#0040ff40'],
  }),
  blend_mode: oneOf(BLEND_MODES).optional().meta({
    title: 'Blend mode',
    description: 'How the colours of the element and of what is below it become one.',
    default: 'normal',
    examples: ['multiply', 'screen'],
  }),
  mask_mode: oneOf(MASK_MODES).optional().meta({
    title: 'Mask mode',
    description:
      'The element is not seen itself: as long as it lasts, the track below is seen only where the element is opaque (alpha) or bright (luma), or only where it is not (-inverted).',
    examples: ['alpha', 'luma-inverted'],
  }),
};

const chromaKeySchema = z.strictObject(
  {
    color: colorSchema.meta({ title: 'Colour', description: 'The colour that becomes transparent, whatever its brightness: a green or a blue.', examples: ['#00b140'] }),
    similarity: ratioUpTo(1).optional().meta({
      title: 'Similarity',
      description: 'How far a colour may be from the key colour and be transparent like it: 0 only the colour itself, 1 all.',
      default: 0.15,
      examples: [0.2, '12%'],
    }),
    smoothness: ratioUpTo(1).optional().meta({
      title: 'Smoothness',
      description: 'How far beyond that colours become opaque little by little: 0 makes a hard edge.',
      default: 0.05,
      examples: [0.1],
    }),
  },
  { error: expected('an object with a color') },
);

/** Of elements that show a picture from a file. */
export const chromaKeyShape = {
  chroma_key: chromaKeySchema.optional().meta({
    title: 'Chroma key',
    description: "Makes one colour of the picture transparent: what was filmed in front of a green or blue screen stands free, without the screen's shine on its edges.",
    examples: [{ color: '#00b140' }, { color: '#00b140', similarity: 0.2, smoothness: 0.1 }],
  }),
};

export const lookSchema = z.object({ ...lookShape, ...chromaKeyShape });
/** As it is written; elements without a file have no chroma key. */
export type LookProperties = z.infer<typeof lookSchema>;
