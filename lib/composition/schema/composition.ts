/**
 * The composition: the request body of a video, and the one source of its types, validation, JSON Schema, forms and documentation.
 * Nothing here fills in a default or changes a value; defaults are applied by `resolve` and told by `meta()`.
 */
import { z } from 'zod';
import { CANVAS_HEIGHT_PX_MAX, CANVAS_WIDTH_PX_MAX, ELEMENTS_MAX, FONTS_MAX, FRAME_RATE_MAX, FRAME_RATE_MIN, OUTPUT_SECONDS_MAX } from '#lib/composition/limits';
import { audioElementSchema } from '#lib/composition/schema/audio-element';
import { colorSchema } from '#lib/composition/schema/color';
import { expected } from '#lib/composition/schema/expected';
import { fontSchema } from '#lib/composition/schema/font';
import { groupShape, type GroupProperties } from '#lib/composition/schema/group-element';
import { imageElementSchema } from '#lib/composition/schema/image-element';
import { numberBetween, positiveNumberUpTo, wholeNumberBetween } from '#lib/composition/schema/number';
import { shapeElementSchema } from '#lib/composition/schema/shape-element';
import { textElementSchema } from '#lib/composition/schema/text-element';
import { videoElementSchema } from '#lib/composition/schema/video-element';

const groupElementsError = expected(`a list of 1 to ${ELEMENTS_MAX} elements`);

type LeafElement = z.infer<typeof imageElementSchema | typeof videoElementSchema | typeof audioElementSchema | typeof textElementSchema | typeof shapeElementSchema>;

/** Written out, as a type that holds itself cannot be inferred. */
export interface GroupElement extends GroupProperties {
  elements: Element[];
}

export type Element = LeafElement | GroupElement;

/** A group: it holds elements of every type, groups among them. */
const groupElementSchema = z
  .strictObject({
    ...groupShape,
    get elements(): z.ZodArray<z.ZodType<Element>> {
      return z.array(elementSchema, { error: groupElementsError }).min(1, { error: groupElementsError }).max(ELEMENTS_MAX, { error: groupElementsError }).meta({
        title: 'Elements',
        description: "What is seen and heard in the group. Its canvas is the group's box as it begins: percentages and vw, vh, vmin and vmax are of that, times count from the group's start, tracks are its own, and what sticks out of it is cut off.",
        examples: [[{ type: 'shape', shape: 'ellipse', width: '50%', height: '50%' }]],
      });
    },
  })
  .meta({ title: 'Group', description: 'Elements that are placed, moved, faded and repeated as one.' });

/** Every element type; the keys are the values of `type`. A new type is added here, and the compiler points at the rest. */
export const ELEMENT_SCHEMAS = { image: imageElementSchema, video: videoElementSchema, audio: audioElementSchema, text: textElementSchema, shape: shapeElementSchema, composition: groupElementSchema } as const;

export const elementSchema = z.discriminatedUnion('type', [ELEMENT_SCHEMAS.image, ELEMENT_SCHEMAS.video, ELEMENT_SCHEMAS.audio, ELEMENT_SCHEMAS.text, ELEMENT_SCHEMAS.shape, ELEMENT_SCHEMAS.composition], {
  error: expected('an object with a type'),
});

export const OUTPUT_FORMATS = ['mp4'] as const;

const fontsError = expected(`a list of at most ${FONTS_MAX} fonts`);
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
      fonts: z.array(fontSchema, { error: fontsError }).max(FONTS_MAX, { error: fontsError }).optional().meta({
        title: 'Fonts',
        description: 'Fonts of your own, for font_family of the texts. A family takes the place of a bundled one of the same name; only those that a text names are fetched.',
        examples: [[{ family: 'Brand', source: 'https://example.com/brand.woff2' }]],
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
export type ElementType = Element['type'];
