/** What shapes an element's box and chooses the part of its picture that is in it, beyond place and size. */
import { z } from 'zod';
import { ASPECT_RATIO_MAX, CROP_PX_MAX, SCALE_MAX } from '#lib/composition/limits';
import { animated } from '#lib/composition/schema/animated';
import { expected } from '#lib/composition/schema/expected';
import { ratioUpTo } from '#lib/composition/schema/ratio';

/** Two numbers greater than 0, each of at most five digits before the point. */
const ASPECT_PATTERN = /^(?=.*[1-9].*:)(?=.*:.*[1-9])\d{1,5}(\.\d{1,6})? ?: ?\d{1,5}(\.\d{1,6})?$/;
const aspectError = expected(`width to height as "16:9" or as a number greater than 0 and at most ${ASPECT_RATIO_MAX}`);

const aspectRatioSchema = z.union(
  [z.number().positive({ error: aspectError }).max(ASPECT_RATIO_MAX, { error: aspectError }), z.string().regex(ASPECT_PATTERN, { error: aspectError })],
  { error: aspectError },
);
export type AspectRatio = z.infer<typeof aspectRatioSchema>;

const scaleSchema = animated(ratioUpTo(SCALE_MAX));

/** Of every element that is seen. */
export const framingShape = {
  aspect_ratio: aspectRatioSchema.optional().meta({
    title: 'Aspect ratio',
    description:
      "Width to height of the element's box. With one of width and height it gives the other; with neither the box is the largest of this shape inside the canvas. Not together with both.",
    examples: ['16:9', '1:1', 1.85],
  }),
  x_alignment: ratioUpTo(1).optional().meta({
    title: 'X alignment',
    description: 'Where the content stands across the box when it is narrower, and which part is kept when it is wider: 0 is left, 1 (or "100%") right.',
    default: '50%',
    examples: ['0%', 0.25],
  }),
  y_alignment: ratioUpTo(1).optional().meta({
    title: 'Y alignment',
    description: 'Where the content stands down the box when it is lower, and which part is kept when it is higher: 0 is the top, 1 (or "100%") the bottom.',
    default: '50%',
    examples: ['0%', '100%'],
  }),
  x_scale: scaleSchema.optional().meta({
    title: 'X scale',
    description: 'Stretches the element across, with all it looks like, about the centre of the drawn picture.',
    default: 1,
    examples: [1.5, '80%', [{ time: 'start', value: 1 }, { time: 'end', value: 1.2 }]],
  }),
  y_scale: scaleSchema.optional().meta({
    title: 'Y scale',
    description: 'Stretches the element down, with all it looks like, about the centre of the drawn picture.',
    default: 1,
    examples: [1.5, '80%'],
  }),
};

const MAGNITUDE = String.raw`\d{1,5}(\.\d{1,6})?`;
/** At most 100%. */
const PERCENT = String.raw`(100(\.0{1,6})?|\d{1,2}(\.\d{1,6})?) ?%`;
const OFFSET_PATTERN = new RegExp(`^(${MAGNITUDE} ?px|${PERCENT})$`);
const EXTENT_PATTERN = new RegExp(`^(?=.*[1-9])(${MAGNITUDE} ?px|${PERCENT})$`);
const offsetError = expected(`a number of pixels or a string with a unit: "40px", "25%" (from 0 to ${CROP_PX_MAX} pixels, to 100%)`);
const extentError = expected(`a number of pixels or a string with a unit: "40px", "25%" (greater than 0, at most ${CROP_PX_MAX} pixels, 100%)`);

const offsetSchema = z.union(
  [z.number().min(0, { error: offsetError }).max(CROP_PX_MAX, { error: offsetError }), z.string().regex(OFFSET_PATTERN, { error: offsetError })],
  { error: offsetError },
);
const extentSchema = z.union(
  [z.number().positive({ error: extentError }).max(CROP_PX_MAX, { error: extentError }), z.string().regex(EXTENT_PATTERN, { error: extentError })],
  { error: extentError },
);

export const cropSchema = z.strictObject(
  {
    x: offsetSchema.optional().meta({
      title: 'X', description: "Left edge of what is kept; percentages are of the source's width.", unit: 'px', default: 0, examples: ['25%'],
    }),
    y: offsetSchema.optional().meta({
      title: 'Y', description: "Top edge of what is kept; percentages are of the source's height.", unit: 'px', default: 0, examples: [120],
    }),
    width: extentSchema.optional().meta({
      title: 'Width', description: "Width of what is kept; percentages are of the source's width. Absent: to the right edge.", unit: 'px', examples: ['50%'],
    }),
    height: extentSchema.optional().meta({
      title: 'Height', description: "Height of what is kept; percentages are of the source's height. Absent: to the bottom edge.", unit: 'px', examples: [480],
    }),
  },
  { error: expected('an object with x, y, width and height') },
);
export type SourceCrop = z.infer<typeof cropSchema>;

/** Of elements that show a picture from a file. */
export const cropShape = {
  crop: cropSchema.optional().meta({
    title: 'Crop',
    description: 'The part of the upright source that is used, before it is fitted into the box: as if the rest of it were not there.',
    examples: [{ x: '25%', width: '50%' }, { x: 100, y: 50, width: 640, height: 360 }],
  }),
};
