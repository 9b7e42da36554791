/** The `text` element: words set in lines inside the element's box. */
import { z } from 'zod';
import { LINE_HEIGHT_MAX, SPANS_MAX, TEXT_LENGTH_MAX } from '#lib/composition/limits';
import { textAnimationsSchema } from '#lib/composition/schema/animation';
import { alphaColorSchema } from '#lib/composition/schema/color';
import { elementBaseShape } from '#lib/composition/schema/element-base';
import { expected } from '#lib/composition/schema/expected';
import { nonNegativeSizeSchema, sizeSchema } from '#lib/composition/schema/length';
import { ratioUpTo } from '#lib/composition/schema/ratio';
import { textStyleShape } from '#lib/composition/schema/text-style';
import { visualElementShape } from '#lib/composition/schema/visual-element';

const textError = expected(`a text of 1 to ${TEXT_LENGTH_MAX} characters`);
const words = z.string({ error: textError }).min(1, { error: textError }).max(TEXT_LENGTH_MAX, { error: textError });
const spansError = expected(`a list of 1 to ${SPANS_MAX} spans`);
const trueOrFalse = expected('true or false');
const BACKGROUND_MODES = ['line', 'block'] as const;

export const textSpanSchema = z.strictObject(
  {
    text: words.meta({ title: 'Text', description: 'The words; a line break starts a new line.', examples: ['bold '] }),
    ...textStyleShape,
  },
  { error: expected('an object with a text') },
);

/** What a picture has and letters have not: their background has corners of its own. */
const { fit_mode: _fitMode, border_radius: _borderRadius, ...textVisualShape } = visualElementShape;

export const textElementSchema = z
  .strictObject({
    type: z.literal('text').meta({ title: 'Type', description: 'The kind of element.', examples: ['text'] }),
    ...elementBaseShape,
    ...textVisualShape,
    height: visualElementShape.height.meta({
      title: 'Height',
      description: "Height of the element's box; percentages are of the canvas's height. Absent: what the lines need when font_size is set, else the canvas's.",
      unit: 'px',
      examples: [180, '25%'],
    }),
    width: visualElementShape.width.meta({
      title: 'Width',
      description: "Width of the element's box, in which lines are broken; percentages are of the canvas's width. Absent: the canvas's.",
      unit: 'px',
      examples: [320, '80%'],
    }),
    animations: textAnimationsSchema,
    text: words.optional().meta({
      title: 'Text',
      description: 'The words; a line break starts a new line. Either this or spans.',
      examples: ['Hello world'],
    }),
    spans: z.array(textSpanSchema, { error: spansError }).min(1, { error: spansError }).max(SPANS_MAX, { error: spansError }).optional().meta({
      title: 'Spans',
      description: 'The words in pieces, each with a style of its own; what a piece does not say it has from the element.',
      examples: [[{ text: 'Hello ' }, { text: 'world', font_weight: 700 }]],
    }),
    ...textStyleShape,
    font_size_minimum: sizeSchema.optional().meta({
      title: 'Smallest font size',
      description: "When font_size is absent: not smaller than this; percentages are of the canvas's smaller side.",
      unit: 'px',
      default: '1vmin',
      examples: [12],
    }),
    font_size_maximum: sizeSchema.optional().meta({
      title: 'Largest font size',
      description: "When font_size is absent: not larger than this; percentages are of the canvas's smaller side.",
      unit: 'px',
      default: '100vmin',
      examples: ['12vmin'],
    }),
    line_height: ratioUpTo(LINE_HEIGHT_MAX).optional().meta({
      title: 'Line height',
      description: 'Distance from line to line, as a factor of the font size.',
      default: 1.2,
      examples: [1, '150%'],
    }),
    text_wrap: z.boolean({ error: trueOrFalse }).optional().meta({
      title: 'Wrap',
      description: 'False: lines end only where the text says so.',
      default: true,
      examples: [false],
    }),
    text_clip: z.boolean({ error: trueOrFalse }).optional().meta({
      title: 'Clip with an ellipsis',
      description: 'True: lines that do not fit into the box are left out, and the last one ends with an ellipsis.',
      default: false,
      examples: [true],
    }),
    background_color: alphaColorSchema.optional().meta({
      title: 'Background colour',
      description: 'Colour behind the lines; none without it. Where words or letters are animated one by one, it comes with the first and goes with the last of them.',
      examples: ['#000000'],
    }),
    background_mode: z.enum(BACKGROUND_MODES, { error: expected('"line" or "block"') }).optional().meta({
      title: 'Background',
      description: 'line: behind each line, as long as the line; block: one rectangle behind all lines.',
      default: 'line',
      examples: ['block'],
    }),
    background_x_padding: nonNegativeSizeSchema.optional().meta({
      title: 'Background padding across',
      description: 'How far the background reaches out of the line, left and right; percentages are of the font size.',
      unit: 'px',
      default: '25%',
      examples: [16],
    }),
    background_y_padding: nonNegativeSizeSchema.optional().meta({
      title: 'Background padding down',
      description: 'How far the background reaches out of the line, above and below; percentages are of the font size.',
      unit: 'px',
      default: '10%',
      examples: [8],
    }),
    background_border_radius: nonNegativeSizeSchema.optional().meta({
      title: 'Background radius',
      description: "Radius of the background's corners; percentages are of the font size.",
      unit: 'px',
      default: 0,
      examples: ['25%'],
    }),
  })
  .refine(({ text, spans }) => (text === undefined) !== (spans === undefined), {
    path: ['text'],
    error: ({ input }) => ((input as { text?: unknown }).text === undefined ? 'is required: either a text or a list of spans' : 'must not be given together with spans'),
  })
  .meta({ title: 'Text', description: 'Words, set in lines.' });

export type TextElement = z.infer<typeof textElementSchema>;
