/**
 * Frames that are drawn while FFmpeg runs: the streams of a plan in, one link for each piece, numbered from 0 and of exactly its frames, out.
 *
 * A blank frame stands before each piece and after the last. Before the first: FFmpeg configures a graph once it has a frame of every stream, and would
 * read all others to their end while it waits. After each: a filter learns that its piece is over from what follows, and must not have to wait for
 * the next one.
 */
import type { Rational } from '#lib/composition/media-facts';
import { filter, type Filter, type FilterChain } from '#worker/render/filter-graph';
import { DRAWN_TO_LAID, RGB_TO_OUTPUT } from '#worker/render/picture-filters';
import type { PlannedPiece, PlannedStream, PlannedPart } from '#worker/render/render-plan';

export function buildDrawnChains({ drawing, frameRate }: Pick<PlannedPart, 'drawing' | 'frameRate'>): FilterChain[] {
  if (drawing === null || drawing.frameInputIndex === null) return [];
  const { frameInputIndex, streams } = drawing;
  return streams.flatMap((stream, index) => buildStreamChains(stream, `${frameInputIndex}:${index}`, frameRate));
}

/** Each piece is a link of its own name. */
export function listPieceIds({ drawing }: Pick<PlannedPart, 'drawing'>): ReadonlySet<string> {
  return new Set((drawing?.streams ?? []).flatMap(({ pieces }) => pieces.map(({ id }) => id)));
}

function buildStreamChains({ pieces, isOpaque }: PlannedStream, from: string, { numerator, denominator }: Rational): FilterChain[] {
  const number = [filter('settb', { expr: `${denominator}/${numerator}` }), filter('setpts', { expr: 'N' })];
  const convert = [...number, ...(isOpaque ? RGB_TO_OUTPUT : DRAWN_TO_LAID)];
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return [{ in: [from], filters: [dropBlanks(only), ...convert], out: [only.id] }];
  let frames = 0;
  const edges = pieces.slice(0, -1).map(({ startFrame, endFrame }) => (frames += 1 + endFrame - startFrame));
  const cut: FilterChain = { in: [from], filters: [filter('segment', { frames: edges.join('|') })], out: pieces.map(({ id }) => `${id}s`) };
  return [cut, ...pieces.map((piece): FilterChain => ({ in: [`${piece.id}s`], filters: [dropBlanks(piece), ...convert], out: [piece.id] }))];
}

const dropBlanks = ({ startFrame, endFrame }: PlannedPiece): Filter => filter('trim', { start_frame: 1, end_frame: 1 + endFrame - startFrame });
