/** A font of the composition's own: where it is, and under which name the texts ask for it. */
import { z } from 'zod';
import { expected } from '#lib/composition/schema/expected';
import { sourceSchema } from '#lib/composition/schema/source';
import { fontFamilySchema, fontStyleSchema, fontWeightSchema } from '#lib/composition/schema/text-style';

export const fontSchema = z
  .strictObject(
    {
      family: fontFamilySchema.meta({
        title: 'Family',
        description: 'The name that font_family asks for, in any case. Several files may be one family: weights, styles, alphabets.',
        examples: ['Brand'],
      }),
      weight: fontWeightSchema.optional().meta({
        title: 'Weight',
        description: 'The boldness that the file is taken for. Absent: what the file says of itself; of a variable font all it has.',
        examples: [700],
      }),
      style: fontStyleSchema.optional().meta({
        title: 'Style',
        description: 'The style that the file is taken for. Absent: what the file says of itself.',
        examples: ['italic'],
      }),
      source: sourceSchema.meta({
        title: 'Source',
        description: 'URL of a TrueType, OpenType, WOFF or WOFF2 file of at most 10 MB, as it comes and unpacked.',
        examples: ['https://example.com/brand.woff2'],
      }),
    },
    { error: expected('an object with a family and a source') },
  )
  .meta({ title: 'Font', description: 'A font of your own.' });

export type Font = z.infer<typeof fontSchema>;
