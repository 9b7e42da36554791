/** What every element that is seen has: its box on the canvas, and how a picture fills it. */
import { z } from 'zod';
import { ROTATION_DEGREES_MAX } from '#lib/composition/limits';
import { animationsSchema, type Animation } from '#lib/composition/schema/animation';
import { animated, type Still } from '#lib/composition/schema/animated';
import { expected } from '#lib/composition/schema/expected';
import { framingShape } from '#lib/composition/schema/framing';
import { positionSchema, sizeSchema } from '#lib/composition/schema/length';
import { lookShape } from '#lib/composition/schema/look';
import { numberBetween } from '#lib/composition/schema/number';
import { ratioUpTo } from '#lib/composition/schema/ratio';
import { transitionSchema } from '#lib/composition/schema/transition';

const FIT_MODES = ['auto', 'cover', 'contain', 'fill', 'none'] as const;

export type FitMode = (typeof FIT_MODES)[number];

export const visualElementShape = {
  x: animated(positionSchema).optional().meta({
    title: 'X',
    description: "Where the element's anchor is, from the left edge; percentages are of the canvas's width. Absent: the element is centred across the canvas.",
    unit: 'px',
    examples: [120, '10%', '50vw', [{ time: 0, value: '-25%' }, { time: 1, value: '10%', easing: 'ease-out' }]],
  }),
  y: animated(positionSchema).optional().meta({
    title: 'Y',
    description: "Where the element's anchor is, from the top edge; percentages are of the canvas's height. Absent: the element is centred down the canvas.",
    unit: 'px',
    examples: [80, '70%', '50vh'],
  }),
  width: animated(sizeSchema).optional().meta({
    title: 'Width',
    description: "Width of the element's box; percentages are of the canvas's width. Absent: the canvas's, or what the picture's aspect gives when height is set.",
    unit: 'px',
    examples: [320, '25%', '40vmin'],
  }),
  height: animated(sizeSchema).optional().meta({
    title: 'Height',
    description: "Height of the element's box; percentages are of the canvas's height. Absent: the canvas's, or what the picture's aspect gives when width is set.",
    unit: 'px',
    examples: [180, '25%', '40vmin'],
  }),
  x_anchor: positionSchema.optional().meta({
    title: 'X anchor',
    description: "The point of the element that x places, from the element's left edge; percentages are of the element's own width.",
    unit: 'px',
    default: '0%',
    examples: ['50%', '100%'],
  }),
  y_anchor: positionSchema.optional().meta({
    title: 'Y anchor',
    description: "The point of the element that y places, from the element's top edge; percentages are of the element's own height.",
    unit: 'px',
    default: '0%',
    examples: ['50%', '100%'],
  }),
  fit_mode: z.enum(FIT_MODES, { error: expected(`one of ${FIT_MODES.map((mode) => `"${mode}"`).join(', ')}`) }).optional().meta({
    title: 'Fit',
    description:
      'How the picture fills the box. cover: all of the box, cutting what is too much; contain: all of the picture, inside the box; fill: stretched to the box; none: at its own size, cut by the box; auto: cover when the box is at least as large as the canvas, else contain.',
    default: 'auto',
    examples: ['cover'],
  }),
  rotation: animated(numberBetween(-ROTATION_DEGREES_MAX, ROTATION_DEGREES_MAX, 'degrees')).optional().meta({
    title: 'Rotation',
    description: 'Clockwise turn about the centre of the drawn picture.',
    unit: 'deg',
    default: 0,
    examples: [90, -12.5, [{ time: 'start', value: 0 }, { time: 'end', value: 360 }]],
  }),
  opacity: animated(ratioUpTo(1)).optional().meta({
    title: 'Opacity',
    description: '0 is invisible, 1 (or "100%") opaque.',
    default: 1,
    examples: [0.5, '80%', [{ time: '0%', value: 0 }, { time: '20%', value: 1 }]],
  }),
  ...framingShape,
  ...lookShape,
  animations: animationsSchema,
  transition: transitionSchema,
};

export const visualElementSchema = z.object(visualElementShape);

/** The properties of any element that is seen; pictures and texts have animations that others have not. */
export type VisualProperties = Omit<z.infer<typeof visualElementSchema>, 'animations'> & { animations?: readonly Animation[] | undefined };

/** The properties at one moment, without keyframes and animations. */
export type StillProperties = Still<Omit<VisualProperties, 'animations' | 'transition'>>;
