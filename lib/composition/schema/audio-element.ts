/** The `audio` element: sound from a URL, without a picture. */
import { z } from 'zod';
import { elementBaseShape } from '#lib/composition/schema/element-base';
import { expected } from '#lib/composition/schema/expected';
import { soundPropertiesShape } from '#lib/composition/schema/sound-properties';
import { sourceSchema } from '#lib/composition/schema/source';

export const audioElementSchema = z
  .strictObject({
    type: z.literal('audio').meta({ title: 'Type', description: 'The kind of element.', examples: ['audio'] }),
    ...elementBaseShape,
    source: sourceSchema.meta({
      title: 'Source',
      description: 'URL of the sound (MP3, WAV, M4A, AAC, Ogg, FLAC), or of a video whose sound is meant.',
      examples: ['https://example.com/music.mp3'],
    }),
    ...soundPropertiesShape,
    loop: z.boolean({ error: expected('true or false') }).optional().meta({
      title: 'Loop',
      description: "True repeats the (trimmed) source for as long as the element lasts; without a duration, that is until the next time on its track, else to the composition's end.",
      default: false,
      examples: [true],
    }),
  })
  .meta({ title: 'Audio', description: 'Sound without a picture: music, a voice, an effect.' });

export type AudioElement = z.infer<typeof audioElementSchema>;
