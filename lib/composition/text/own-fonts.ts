/** The fonts that a composition brings: which of them its texts ask for, and each as a file of the catalogue once it has been read. Pure. */
import type { Composition } from '#lib/composition/schema/composition';
import type { Font } from '#lib/composition/schema/font';
import { toFamilyKey, type FontFile } from '#lib/composition/text/font-catalog';
import { listTexts } from '#lib/composition/text/list-texts';

export interface OwnFont {
  /** Where it is in the composition, and its name as a file: "fonts.0". */
  path: string;
  font: Font;
}

/** Those that no text names are not fetched. `defaultFamily`: of the texts that name none. */
export function listOwnFonts(composition: Composition, defaultFamily: string): OwnFont[] {
  const asked = new Set(
    listTexts(composition).flatMap(({ element }) => {
      const family = element.font_family ?? defaultFamily;
      return (element.spans ?? [{}]).map((span: { font_family?: string | undefined }) => toFamilyKey(span.font_family ?? family));
    }),
  );
  return listAllOwnFonts(composition).filter(({ font }) => asked.has(toFamilyKey(font.family)));
}

export function listAllOwnFonts({ fonts = [] }: Pick<Composition, 'fonts'>): OwnFont[] {
  return fonts.map((font, index) => ({ path: `fonts.${index}`, font }));
}

/** What the composition says counts for more than what the file says of itself. */
export function toFontFile({ path, font }: OwnFont, facts: Pick<FontFile, 'coverage' | 'style' | 'weightMin' | 'weightMax'>): FontFile {
  const weights = font.weight === undefined ? {} : { weightMin: font.weight, weightMax: font.weight };
  return { ...facts, ...weights, file: path, family: font.family, style: font.style ?? facts.style };
}
