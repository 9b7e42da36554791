/** The `video` element: a clip from a URL, its picture and its sound. */
import { z } from 'zod';
import { TRIM_SECONDS_MAX, VOLUME_MAX } from '#lib/composition/limits';
import { elementBaseShape } from '#lib/composition/schema/element-base';
import { expected } from '#lib/composition/schema/expected';
import { numberBetween, positiveNumberUpTo } from '#lib/composition/schema/number';
import { ratioUpTo } from '#lib/composition/schema/ratio';
import { sourceSchema } from '#lib/composition/schema/source';
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
    trim_start: numberBetween(0, TRIM_SECONDS_MAX, 'seconds').optional().meta({
      title: 'Trim start',
      description: 'Where in the source the element begins.',
      unit: 's',
      default: 0,
      examples: [1.5],
    }),
    trim_duration: positiveNumberUpTo(TRIM_SECONDS_MAX, 'seconds').optional().meta({
      title: 'Trim duration',
      description: 'How much of the source is used, from trim_start on. Absent: the rest of it. An element that lasts longer holds the last frame, and its sound ends.',
      unit: 's',
      examples: [4],
    }),
    volume: ratioUpTo(VOLUME_MAX).optional().meta({
      title: 'Volume',
      description: 'Factor on the sound: 0 is silent, 1 (or "100%") unchanged.',
      default: 1,
      examples: [0.5, '50%'],
    }),
    muted: z.boolean({ error: expected('true or false') }).optional().meta({
      title: 'Muted',
      description: 'True leaves the sound out, whatever the volume.',
      default: false,
      examples: [true],
    }),
    ...visualElementShape,
  })
  .meta({ title: 'Video', description: 'A clip: its picture and its sound.' });

export type VideoElement = z.infer<typeof videoElementSchema>;
