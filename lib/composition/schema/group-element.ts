/** The `composition` element, a group: elements of its own on a canvas and a clock of its own. What it holds is added in `composition.ts`, where all types are known. */
import { z } from 'zod';
import { alphaColorSchema } from '#lib/composition/schema/color';
import { elementBaseShape } from '#lib/composition/schema/element-base';
import { expected } from '#lib/composition/schema/expected';
import { visualElementShape } from '#lib/composition/schema/visual-element';

/** What a picture has and a group has not: its canvas is as large as its box, so there is nothing to fit. */
const { fit_mode: _fitMode, x_alignment: _xAlignment, y_alignment: _yAlignment, ...groupVisualShape } = visualElementShape;

/** All properties of a group but its elements. */
export const groupShape = {
  type: z.literal('composition').meta({ title: 'Type', description: 'The kind of element.', examples: ['composition'] }),
  ...elementBaseShape,
  duration: elementBaseShape.duration.meta({
    title: 'Duration',
    description:
      'How long the group lasts; what in it lasts longer is cut. Absent: until the last of its elements ends; like an image when it loops, or when nothing in it has an end of its own.',
    unit: 's',
    examples: [5, 0.5],
  }),
  ...groupVisualShape,
  fill_color: alphaColorSchema.optional().meta({
    title: 'Fill colour',
    description: "Colour of the group's canvas behind its elements. Absent: it is transparent.",
    examples: ['#ffffff', '#00000080'],
  }),
  loop: z.boolean({ error: expected('true or false') }).optional().meta({
    title: 'Loop',
    description: 'True repeats what is in the group, picture and sound, for as long as the group lasts.',
    default: false,
    examples: [true],
  }),
};

export const groupPropertiesSchema = z.object(groupShape);
export type GroupProperties = z.infer<typeof groupPropertiesSchema>;
