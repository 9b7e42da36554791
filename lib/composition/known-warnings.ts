/** What will not look as asked though nothing is wrong: families that are not there, characters that no font draws. Known before anything is fetched. Pure. */
import { toPath } from '#lib/composition/composition-problem';
import { MISSING_CHARACTERS_TOLD_MAX } from '#lib/composition/limits';
import { findNearestName } from '#lib/composition/nearest-name';
import type { Composition } from '#lib/composition/schema/composition';
import { quoteValue } from '#lib/composition/schema/expected';
import type { TextElement } from '#lib/composition/schema/text-element';
import { createFaceChooser } from '#lib/composition/text/choose-face';
import { hasFamily, listFamilyNames, type FontFamilies } from '#lib/composition/text/font-catalog';
import { listStyledClusters } from '#lib/composition/text/styled-clusters';
import { toStyledText } from '#lib/composition/text/styled-text';

export interface CompositionWarning {
  /** Dotted: `elements.0.font_family`. */
  path: string;
  /** Reads on from the path, as a problem's. */
  message: string;
  code: 'unknown_font_family' | 'missing_glyph';
}

/** Which characters there are does not depend on the canvas. */
const ANY_CANVAS = { widthPx: 1, heightPx: 1 };

export function findKnownWarnings(composition: Composition, families: FontFamilies): CompositionWarning[] {
  return composition.elements.flatMap((element, index) => (element.type === 'text' ? findTextWarnings(element, index, families) : []));
}

function findTextWarnings(element: TextElement, index: number, families: FontFamilies): CompositionWarning[] {
  const places = [{ path: ['elements', index], family: element.font_family }];
  for (const [span, { font_family: family }] of (element.spans ?? []).entries()) places.push({ path: ['elements', index, 'spans', span], family });
  const unknown = places.flatMap(({ path, family }): CompositionWarning[] =>
    family === undefined || hasFamily(families, family) ? [] : [{ path: toPath([...path, 'font_family']), message: explainFamily(family, families), code: 'unknown_font_family' }],
  );
  const missing = findMissing(element, families);
  if (missing.length === 0) return unknown;
  const path = toPath(['elements', index, element.spans === undefined ? 'text' : 'spans']);
  return [...unknown, { path, message: explainMissing(missing), code: 'missing_glyph' }];
}

function explainFamily(family: string, families: FontFamilies): string {
  const names = listFamilyNames(families);
  const nearest = findNearestName(family, names);
  return `is not a known family (${quoteValue(family)}), so ${families.defaultFamily} is used; ${nearest === null ? `known are ${names.join(', ')}` : `did you mean "${nearest}"?`}`;
}

/** Each once, in the order of the text. */
function findMissing(element: TextElement, families: FontFamilies): string[] {
  const styled = toStyledText(element, ANY_CANVAS, families.defaultFamily);
  const choose = createFaceChooser(families, styled.text);
  return [...new Set(listStyledClusters(styled).flatMap(({ cluster, style }) => (choose(cluster, style).isComplete ? [] : [cluster])))];
}

function explainMissing(clusters: readonly string[]): string {
  const told = clusters.slice(0, MISSING_CHARACTERS_TOLD_MAX).map((cluster) => `"${cluster}" (${[...cluster].map(toCodePoint).join(' ')})`);
  const untold = clusters.length - told.length;
  return `has characters that no font draws: ${told.join(', ')}${untold > 0 ? ` and ${untold} more` : ''}`;
}

const toCodePoint = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
