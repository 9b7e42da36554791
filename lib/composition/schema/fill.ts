/** Gradients: colours that change across a shape, along a line or around a point. */
import { z } from 'zod';
import { GRADIENT_STOPS_MAX, ROTATION_DEGREES_MAX } from '#lib/composition/limits';
import { alphaColorSchema } from '#lib/composition/schema/color';
import { expected } from '#lib/composition/schema/expected';
import { numberBetween } from '#lib/composition/schema/number';
import { pointSchema } from '#lib/composition/schema/point';
import { ratioUpTo } from '#lib/composition/schema/ratio';
import { ratioToNumber } from '#lib/composition/units';

const stopsError = expected(`a list of 2 to ${GRADIENT_STOPS_MAX} stops`);

const stopSchema = z.strictObject(
  {
    offset: ratioUpTo(1).meta({ title: 'Offset', description: 'Where the colour is: 0 at the start of the gradient, 1 (or "100%") at its end.', examples: [0, '50%'] }),
    color: alphaColorSchema.meta({ title: 'Colour', description: 'The colour there.', examples: ['#ff7a18', '#ff7a1800'] }),
  },
  { error: expected('an object with an offset and a color') },
);

const stopsSchema = z
  .array(stopSchema, { error: stopsError })
  .min(2, { error: stopsError })
  .max(GRADIENT_STOPS_MAX, { error: stopsError })
  .superRefine((stops, context) => {
    for (const [index, stop] of stops.entries()) {
      const before = stops[index - 1];
      if (before === undefined || ratioToNumber(stop.offset) >= ratioToNumber(before.offset)) continue;
      context.addIssue({ code: 'custom', path: [index, 'offset'], message: 'must not be less than the offset before it', input: stop.offset });
    }
  })
  .meta({
    title: 'Stops',
    description: 'The colours on the way, in order of their offsets; between them they blend.',
    examples: [[{ offset: 0, color: '#ff7a18' }, { offset: 1, color: '#af002d' }]],
  });

const linearGradientSchema = z.strictObject({
  type: z.literal('linear').meta({ title: 'Type', description: 'Along a line.', examples: ['linear'] }),
  angle: numberBetween(-ROTATION_DEGREES_MAX, ROTATION_DEGREES_MAX, 'degrees').optional().meta({
    title: 'Angle',
    description: 'Direction the colours go in, clockwise from up: 90 is to the right, 180 down.',
    unit: 'deg',
    default: 180,
    examples: [90, 45],
  }),
  stops: stopsSchema,
});

const radialGradientSchema = z.strictObject({
  type: z.literal('radial').meta({ title: 'Type', description: 'Around a point.', examples: ['radial'] }),
  center: pointSchema.optional().meta({
    title: 'Centre',
    description: 'Where the gradient starts, across and down in percent of the box; it ends at the farthest corner.',
    unit: '%',
    default: [50, 50],
    examples: [[30, 20]],
  }),
  stops: stopsSchema,
});

export const gradientSchema = z.discriminatedUnion('type', [linearGradientSchema, radialGradientSchema], { error: expected('an object with type and stops') });

export type Gradient = z.infer<typeof gradientSchema>;
