/** The `video` element: a clip from a URL, its picture and its sound. */
import { z } from 'zod';
import { pictureAnimationsSchema } from '#lib/composition/schema/animation';
import { elementBaseShape } from '#lib/composition/schema/element-base';
import { expected } from '#lib/composition/schema/expected';
import { soundPropertiesShape } from '#lib/composition/schema/sound-properties';
import { sourceSchema } from '#lib/composition/schema/source';
import { pictureShape } from '#lib/composition/schema/picture';
import { visualElementShape } from '#lib/composition/schema/visual-element';

export const videoElementSchema = z
  .strictObject({
    type: z.literal('video').meta({ title: 'Type', description: 'The kind of element.', examples: ['video'] }),
    ...elementBaseShape,
    source: sourceSchema.meta({
      title: 'Source',
      description: 'URL of the clip (MP4, MOV, WebM, MKV, GIF).',
      examples: ['https://example.com/clip.mp4'],
    }),
    ...soundPropertiesShape,
    loop: z.boolean({ error: expected('true or false') }).optional().meta({
      title: 'Loop',
      description: "True repeats the (trimmed) source, picture and sound, for as long as the element lasts; without a duration, that is until the next time on its track, else to the composition's end.",
      default: false,
      examples: [true],
    }),
    ...visualElementShape,
    ...pictureShape,
    animations: pictureAnimationsSchema,
  })
  .meta({ title: 'Video', description: 'A clip: its picture and its sound.' });

export type VideoElement = z.infer<typeof videoElementSchema>;
