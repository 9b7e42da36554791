/**
 * The composition: the request body of a video, and the one source of its types, validation, JSON Schema, forms and documentation.
 * Nothing here fills in a default or changes a value; defaults are applied by `resolve` and told by `meta()`.
 */
import { z } from 'zod';
import { CANVAS_HEIGHT_PX_MAX, CANVAS_WIDTH_PX_MAX, ELEMENTS_MAX, FRAME_RATE_MAX, FRAME_RATE_MIN, OUTPUT_SECONDS_MAX } from '#lib/composition/limits';
import { audioElementSchema } from '#lib/composition/schema/audio-element';
import { colorSchema } from '#lib/composition/schema/color';
import { expected } from '#lib/composition/schema/expected';
import { imageElementSchema } from '#lib/composition/schema/image-element';
import { numberBetween, positiveNumberUpTo, wholeNumberBetween } from '#lib/composition/schema/number';
import { shapeElementSchema } from '#lib/composition/schema/shape-element';
import { textElementSchema } from '#lib/composition/schema/text-element';
import { videoElementSchema } from '#lib/composition/schema/video-element';

/** Every element type; the keys are the values of `type`. A new type is added here, and the compiler points at the rest. */
export const ELEMENT_SCHEMAS = { image: imageElementSchema, video: videoElementSchema, audio: audioElementSchema, text: textElementSchema, shape: shapeElementSchema } as const;

export const elementSchema = z.discriminatedUnion('type', [ELEMENT_SCHEMAS.image, ELEMENT_SCHEMAS.video, ELEMENT_SCHEMAS.audio, ELEMENT_SCHEMAS.text, ELEMENT_SCHEMAS.shape], {
  error: expected('an object with a type'),
});

export const OUTPUT_FORMATS = ['mp4'] as const;

const elementsError = expected(`a list of 1 to ${ELEMENTS_MAX} elements`);

export const compositionSchema = z
  .strictObject(
    {
      output_format: z.enum(OUTPUT_FORMATS, { error: expected(`one of ${OUTPUT_FORMATS.map((format) => `"${format}"`).join(', ')}`) }).optional().meta({
        title: 'Output format',
        description: 'Container and codecs of the finished video. mp4: H.264 and AAC.',
        default: 'mp4',
        examples: ['mp4'],
      }),
      width: wholeNumberBetween(1, CANVAS_WIDTH_PX_MAX, 'pixels').meta({
        title: 'Width',
        description: 'Width of the video. Video has even sizes only: an odd one grows by a pixel.',
        unit: 'px',
        examples: [1280],
      }),
      height: wholeNumberBetween(1, CANVAS_HEIGHT_PX_MAX, 'pixels').meta({
        title: 'Height',
        description: 'Height of the video. Video has even sizes only: an odd one grows by a pixel.',
        unit: 'px',
        examples: [720],
      }),
      frame_rate: numberBetween(FRAME_RATE_MIN, FRAME_RATE_MAX, 'frames a second').optional().meta({
        title: 'Frame rate',
        description: 'Frames a second. 23.976, 29.97 and 59.94 mean 24000/1001, 30000/1001 and 60000/1001.',
        unit: 'fps',
        default: 30,
        examples: [25, 29.97],
      }),
      duration: positiveNumberUpTo(OUTPUT_SECONDS_MAX, 'seconds').optional().meta({
        title: 'Duration',
        description: 'Length of the video; what lasts longer is cut. Absent: until the last element ends.',
        unit: 's',
        examples: [12],
      }),
      fill_color: colorSchema.optional().meta({
        title: 'Fill colour',
        description: 'Colour of the canvas where no element covers it.',
        default: '#000000',
        examples: ['#ffffff', '#123'],
      }),
      elements: z.array(elementSchema, { error: elementsError }).min(1, { error: elementsError }).max(ELEMENTS_MAX, { error: elementsError }).meta({
        title: 'Elements',
        description: 'What is seen and heard.',
        examples: [[{ id: 'photo', type: 'image', source: 'https://example.com/photo.jpg' }]],
      }),
    },
    { error: expected('an object with width, height and elements') },
  )
  .meta({ title: 'Composition', description: 'A video, described.' });

export type Composition = z.infer<typeof compositionSchema>;
export type Element = z.infer<typeof elementSchema>;
export type ElementType = Element['type'];
