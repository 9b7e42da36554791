/** What only elements have that show a picture from a file. */
import { z } from 'zod';
import { cropShape } from '#lib/composition/schema/framing';
import { chromaKeyShape } from '#lib/composition/schema/look';
import type { VisualProperties } from '#lib/composition/schema/visual-element';

export const pictureShape = { ...cropShape, ...chromaKeyShape };

export const pictureSchema = z.object(pictureShape);
export type PictureProperties = VisualProperties & z.infer<typeof pictureSchema>;
