/** The `image` element: a still picture from a URL. */
import { z } from 'zod';
import { pictureAnimationsSchema } from '#lib/composition/schema/animation';
import { elementBaseShape } from '#lib/composition/schema/element-base';
import { sourceSchema } from '#lib/composition/schema/source';
import { pictureShape } from '#lib/composition/schema/picture';
import { visualElementShape } from '#lib/composition/schema/visual-element';

export const imageElementSchema = z
  .strictObject({
    type: z.literal('image').meta({ title: 'Type', description: 'The kind of element.', examples: ['image'] }),
    ...elementBaseShape,
    source: sourceSchema.meta({
      title: 'Source',
      description: 'URL of the picture (PNG, JPEG, WebP, GIF, SVG). Of an animated one the first frame is shown.',
      examples: ['https://example.com/photo.jpg'],
    }),
    ...visualElementShape,
    ...pictureShape,
    animations: pictureAnimationsSchema,
  })
  .meta({ title: 'Image', description: 'A still picture.' });

export type ImageElement = z.infer<typeof imageElementSchema>;
