/** How letters look: what a text and each of its spans can say. Units: percentages are of the font size, but that of the font size itself. */
import { z } from 'zod';
import { FONT_FAMILY_LENGTH_MAX, FONT_WEIGHT_MAX, FONT_WEIGHT_MIN } from '#lib/composition/limits';
import { alphaColorSchema } from '#lib/composition/schema/color';
import { expected } from '#lib/composition/schema/expected';
import { positionSchema, sizeSchema } from '#lib/composition/schema/length';
import { wholeNumberBetween } from '#lib/composition/schema/number';

export const FONT_STYLES = ['normal', 'italic'] as const;
export const TEXT_TRANSFORMS = ['none', 'uppercase', 'lowercase', 'capitalize'] as const;
export type TextTransform = (typeof TEXT_TRANSFORMS)[number];

/** What letters look like where nothing is said of it. */
export const TEXT_STYLE_DEFAULTS = { font_weight: 400, font_style: 'normal', letter_spacing: 0, text_transform: 'none', fill_color: '#ffffff', stroke_width: '5%' } as const;

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const familyError = expected(`the name of a font family, 1 to ${FONT_FAMILY_LENGTH_MAX} characters`);

export const fontFamilySchema = z.string({ error: familyError }).min(1, { error: familyError }).max(FONT_FAMILY_LENGTH_MAX, { error: familyError });
export const fontWeightSchema = wholeNumberBetween(FONT_WEIGHT_MIN, FONT_WEIGHT_MAX);
export const fontStyleSchema = z.enum(FONT_STYLES, { error: expected(`one of ${quoted(FONT_STYLES)}`) });

export const textStyleShape = {
  font_family: fontFamilySchema.optional().meta({
    title: 'Font family',
    description:
      "Name of a bundled family, or of one of the composition's fonts. What it does not draw comes from the families for other scripts (Chinese characters: Japanese forms in a text with kana, Korean ones with hangul, else Chinese ones); a name that is not known gives a warning and the default.",
    default: 'Inter',
    examples: ['Lora', 'Noto Sans JP'],
  }),
  font_weight: fontWeightSchema.optional().meta({
    title: 'Font weight',
    description: 'Boldness: 400 is regular, 700 bold. A family that ends earlier gives its nearest.',
    default: TEXT_STYLE_DEFAULTS.font_weight,
    examples: [700],
  }),
  font_style: fontStyleSchema.optional().meta({
    title: 'Font style',
    description: 'italic: the italic of the family, or its letters slanted when it has none.',
    default: TEXT_STYLE_DEFAULTS.font_style,
    examples: ['italic'],
  }),
  font_size: sizeSchema.optional().meta({
    title: 'Font size',
    description: "Size of the letters; percentages are of the canvas's smaller side. Absent: as large as the text fits into its box, between font_size_minimum and font_size_maximum.",
    unit: 'px',
    examples: [64, '8vmin'],
  }),
  letter_spacing: positionSchema.optional().meta({
    title: 'Letter spacing',
    description: 'Added between letters; percentages are of the font size. Joined scripts (Arabic) are not spaced.',
    unit: 'px',
    default: TEXT_STYLE_DEFAULTS.letter_spacing,
    examples: [2, '5%'],
  }),
  text_transform: z.enum(TEXT_TRANSFORMS, { error: expected(`one of ${quoted(TEXT_TRANSFORMS)}`) }).optional().meta({
    title: 'Letter case',
    description: 'Case in which the letters are shown; capitalize: the first letter of each word.',
    default: TEXT_STYLE_DEFAULTS.text_transform,
    examples: ['uppercase'],
  }),
  fill_color: alphaColorSchema.optional().meta({
    title: 'Fill colour',
    description: 'Colour of the letters. Emoji have colours of their own.',
    default: TEXT_STYLE_DEFAULTS.fill_color,
    examples: ['#ffcc00', '#ffffff80'],
  }),
  stroke_color: alphaColorSchema.optional().meta({
    title: 'Stroke colour',
    description: 'Colour of the line around each letter; none without it.',
    examples: ['#000000'],
  }),
  stroke_width: sizeSchema.optional().meta({
    title: 'Stroke width',
    description: 'How far the line reaches out of the letters; percentages are of the font size. Only with a stroke_color.',
    unit: 'px',
    default: TEXT_STYLE_DEFAULTS.stroke_width,
    examples: [4, '6%'],
  }),
};

export const textStyleSchema = z.object(textStyleShape);
export type TextStyleProperties = z.infer<typeof textStyleSchema>;
