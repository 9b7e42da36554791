/** How much there is of a text's backgrounds while its words or letters come and go: a box that stood there before them would wait empty. */
import type { TextPartState } from '#lib/composition/text/evaluate-text-parts';
import { listGlyphs } from '#lib/composition/text/split-text';
import type { TextLayer } from '#lib/composition/timeline';

/** For each box of the background, in [0, 1]: as much as of the glyph before it of which there is most. Lines that take their box along count by themselves. */
export function findBoxPresences({ layout, splits }: Pick<TextLayer, 'layout' | 'splits'>, states: readonly (readonly TextPartState[])[]): number[] {
  const boxCount = layout.background?.boxes.length ?? 0;
  const presences = Array.from({ length: boxCount }, () => 0);
  const within = (splits ?? []).flatMap(({ partOf, movesBackground }, split) => (movesBackground ? [] : [{ partOf, ofParts: (states[split] ?? []).map(presenceOf) }]));
  if (within.length === 0) return presences.fill(1);
  const shown = layout.lines.filter(({ runs }) => runs.length > 0);
  for (const [index, { line }] of listGlyphs(layout).entries()) {
    const box = boxCount === 1 ? 0 : shown.indexOf(line);
    const presence = within.reduce((product, { partOf, ofParts }) => product * (ofParts[partOf[index] ?? 0] ?? 1), 1);
    presences[box] = Math.max(presences[box] ?? 0, presence);
  }
  return presences;
}

function presenceOf({ opacity, scaleX, scaleY, clips }: TextPartState): number {
  return clips.reduce((product, { progress }) => product * progress, opacity * Math.min(1, Math.abs(scaleX)) * Math.min(1, Math.abs(scaleY)));
}
