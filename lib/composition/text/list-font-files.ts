/** Which font files a composition's texts need: what must be loaded before they can be laid out. Pure. */
import type { Composition } from '#lib/composition/schema/composition';
import type { TextElement } from '#lib/composition/schema/text-element';
import { choosePrimaryFace, createFaceChooser } from '#lib/composition/text/choose-face';
import { ELLIPSIS } from '#lib/composition/text/cut-lines';
import type { FontFamilies } from '#lib/composition/text/font-catalog';
import { listTexts } from '#lib/composition/text/list-texts';
import { listStyledClusters } from '#lib/composition/text/styled-clusters';
import { toStyledText } from '#lib/composition/text/styled-text';

/** Which characters there are does not depend on the canvas. */
const ANY_CANVAS = { widthPx: 1, heightPx: 1 };

/** Each once. */
export function listFontFiles(composition: Composition, families: FontFamilies): string[] {
  return [...new Set(listTexts(composition).flatMap(({ element }) => listFilesOf(element, families)))];
}

function listFilesOf(element: TextElement, families: FontFamilies): string[] {
  const styled = toStyledText(element, ANY_CANVAS, families.defaultFamily);
  const choose = createFaceChooser(families, styled.text);
  const ofWords = listStyledClusters(styled).map(({ cluster, style }) => choose(cluster, style));
  const ofLines = styled.ranges.flatMap(({ style }) => [choosePrimaryFace(families, style), choose(ELLIPSIS, style), choose('-', style)]);
  return [...ofWords, ...ofLines].map(({ file }) => file);
}
