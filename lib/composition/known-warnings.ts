/** What will not look as asked though nothing is wrong: families that are not there, characters that no font draws. Known before anything is fetched. Pure. */
import { toPath } from '#lib/composition/composition-problem';
import { MISSING_CHARACTERS_TOLD_MAX } from '#lib/composition/limits';
import { findNearestName } from '#lib/composition/nearest-name';
import type { Composition } from '#lib/composition/schema/composition';
import { quoteValue } from '#lib/composition/schema/expected';
import type { TextElement } from '#lib/composition/schema/text-element';
import { createFaceChooser } from '#lib/composition/text/choose-face';
import { hasFamily, listFamilyNames, toFamilyKey, type FontFamilies } from '#lib/composition/text/font-catalog';
import { listTexts } from '#lib/composition/text/list-texts';
import { listAllOwnFonts, listOwnFonts } from '#lib/composition/text/own-fonts';
import { listStyledClusters } from '#lib/composition/text/styled-clusters';
import { toStyledText } from '#lib/composition/text/styled-text';

export interface CompositionWarning {
  /** Dotted: `elements.0.font_family`. */
  path: string;
  /** Reads on from the path, as a problem's. */
  message: string;
  code: 'unknown_font_family' | 'missing_glyph' | 'unused_font';
}

/** Which characters there are does not depend on the canvas. */
const ANY_CANVAS = { widthPx: 1, heightPx: 1 };

/** `families` may be without the composition's own fonts, as long as those have not been fetched: which characters they draw is not known then, and nothing is said of it. */
export function findKnownWarnings(composition: Composition, families: FontFamilies): CompositionWarning[] {
  const own = listAllOwnFonts(composition);
  const used = new Set(listOwnFonts(composition, families.defaultFamily).map(({ path }) => path));
  const context: FontContext = { families, ownNames: [...new Set(own.map(({ font }) => font.family))] };
  const unused = own.filter(({ path }) => !used.has(path));
  return [
    ...unused.map(({ path, font }): CompositionWarning => ({ path, message: `is not used: no text has the font_family ${quoteValue(font.family)}`, code: 'unused_font' })),
    ...listTexts(composition).flatMap(({ element, path }) => findTextWarnings(element, path, context)),
  ];
}

interface FontContext {
  families: FontFamilies;
  /** Families that the composition brings, as it writes them. */
  ownNames: readonly string[];
}

function findTextWarnings(element: TextElement, elementPath: readonly PropertyKey[], context: FontContext): CompositionWarning[] {
  const places = [{ path: elementPath, family: element.font_family }];
  for (const [span, { font_family: family }] of (element.spans ?? []).entries()) places.push({ path: [...elementPath, 'spans', span], family });
  const unknown = places.flatMap(({ path, family }): CompositionWarning[] =>
    family === undefined || hasFamily(context.families, family) || isOwn(family, context)
      ? []
      : [{ path: toPath([...path, 'font_family']), message: explainFamily(family, context), code: 'unknown_font_family' }],
  );
  const missing = findMissing(element, context);
  if (missing.length === 0) return unknown;
  const path = toPath([...elementPath, element.spans === undefined ? 'text' : 'spans']);
  return [...unknown, { path, message: explainMissing(missing), code: 'missing_glyph' }];
}

const isOwn = (family: string, { ownNames }: FontContext): boolean => ownNames.some((name) => toFamilyKey(name) === toFamilyKey(family));

function explainFamily(family: string, { families, ownNames }: FontContext): string {
  const names = [...new Set([...ownNames, ...listFamilyNames(families)])];
  const nearest = findNearestName(family, names);
  return `is not a known family (${quoteValue(family)}), so ${families.defaultFamily} is used; ${nearest === null ? `known are ${names.join(', ')}` : `did you mean "${nearest}"?`}`;
}

/** Each once, in the order of the text. */
function findMissing(element: TextElement, context: FontContext): string[] {
  const { families } = context;
  const isUnread = (family: string): boolean => isOwn(family, context) && !families.ownFamilies.has(toFamilyKey(family));
  const styled = toStyledText(element, ANY_CANVAS, families.defaultFamily);
  const choose = createFaceChooser(families, styled.text);
  return [...new Set(listStyledClusters(styled).flatMap(({ cluster, style }) => (isUnread(style.family) || choose(cluster, style).isComplete ? [] : [cluster])))];
}

function explainMissing(clusters: readonly string[]): string {
  const told = clusters.slice(0, MISSING_CHARACTERS_TOLD_MAX).map((cluster) => `"${cluster}" (${[...cluster].map(toCodePoint).join(' ')})`);
  const untold = clusters.length - told.length;
  return `has characters that no font draws: ${told.join(', ')}${untold > 0 ? ` and ${untold} more` : ''}`;
}

const toCodePoint = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
