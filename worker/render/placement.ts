/**
 * Where a picture goes: a box with a rotation in; the turned frame, its corner on the canvas and the margins that even it out.
 */
import type { Box } from '#lib/composition/timeline';
import type { Margins, Rotation } from '#worker/render/render-plan';

export interface Placement {
  /** Clockwise, exact. */
  quarterTurns: 0 | 1 | 2 | 3;
  rotation: Rotation | null;
  margins: Margins;
  xPx: number;
  yPx: number;
  widthPx: number;
  heightPx: number;
}

/** Two transparent pixels on each side of a turned picture, so that its edges are smoothed against nothing. */
const SMOOTHED_EDGE_PX = 2;

/** `overlay` takes the mean alpha of a chroma sample's four pixels, but not of the last sample in a row or column: that one is left empty. */
const SPARE_CHROMA_PX = 2;

/**
 * Places a box turned about its centre. With `grid` 2 the result starts and ends on even coordinates: there 4:2:0 pictures blend as exactly
 * as full-colour ones, since no chroma sample is shared with what is beside them.
 */
export function placeBox(box: Box, rotationDegrees: number, { grid, hasAlpha }: { grid: 1 | 2; hasAlpha: boolean }): Placement {
  const { quarterTurns, rotation, frame } = turn(box, rotationDegrees);
  const leftPx = modulo(frame.xPx, grid);
  const topPx = modulo(frame.yPx, grid);
  const oddRightPx = modulo(frame.widthPx + leftPx, grid);
  const oddBottomPx = modulo(frame.heightPx + topPx, grid);
  const isUniform = !hasAlpha && rotation === null && leftPx + topPx + oddRightPx + oddBottomPx === 0;
  const spare = grid === 1 || isUniform ? 0 : SPARE_CHROMA_PX;
  const margins = { leftPx, topPx, rightPx: oddRightPx + spare, bottomPx: oddBottomPx + spare };
  return {
    quarterTurns,
    rotation,
    margins,
    xPx: frame.xPx - leftPx,
    yPx: frame.yPx - topPx,
    widthPx: frame.widthPx + leftPx + margins.rightPx,
    heightPx: frame.heightPx + topPx + margins.bottomPx,
  };
}

export function hasMargins({ leftPx, topPx, rightPx, bottomPx }: Margins): boolean {
  return leftPx + topPx + rightPx + bottomPx > 0;
}

interface TurnedBox extends Pick<Placement, 'quarterTurns' | 'rotation'> {
  frame: Box;
}

function turn(box: Box, degrees: number): TurnedBox {
  const { xPx, yPx, widthPx, heightPx } = box;
  if (degrees % 180 === 0) return { quarterTurns: degrees % 360 === 0 ? 0 : 2, rotation: null, frame: box };
  // A quarter turn is exact unless it would move the picture by half a pixel.
  if (degrees % 90 === 0 && (widthPx - heightPx) % 2 === 0) {
    const shift = (widthPx - heightPx) / 2;
    return { quarterTurns: degrees === 90 ? 1 : 3, rotation: null, frame: { xPx: xPx + shift, yPx: yPx - shift, widthPx: heightPx, heightPx: widthPx } };
  }
  const radians = (degrees * Math.PI) / 180;
  const cos = Math.abs(Math.cos(radians));
  const sin = Math.abs(Math.sin(radians));
  const outerWidth = widthPx + 2 * SMOOTHED_EDGE_PX;
  const outerHeight = heightPx + 2 * SMOOTHED_EDGE_PX;
  // Of the box's parity, so that its centre stays on the same pixel or the same edge.
  const frameWidth = withParityOf(widthPx, Math.ceil(outerWidth * cos + outerHeight * sin));
  const frameHeight = withParityOf(heightPx, Math.ceil(outerWidth * sin + outerHeight * cos));
  return {
    quarterTurns: 0,
    rotation: { degrees, widthPx: frameWidth, heightPx: frameHeight },
    frame: { xPx: xPx + (widthPx - frameWidth) / 2, yPx: yPx + (heightPx - frameHeight) / 2, widthPx: frameWidth, heightPx: frameHeight },
  };
}

const withParityOf = (model: number, size: number): number => size + ((size - model) % 2 === 0 ? 0 : 1);

/** The non-negative remainder, for coordinates left of and above the canvas too. */
const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor;
