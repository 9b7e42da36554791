/** Places of one canvas on another: shift, turn and scale as one matrix. Pure; angles are clockwise, as y points down. */

export interface CanvasPoint {
  xPx: number;
  yPx: number;
}

/** As a 2D context's `setTransform`: x' = a x + c y + e, y' = b x + d y + f. */
export interface CanvasMatrix {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

export const IDENTITY: CanvasMatrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export function applyMatrix({ a, b, c, d, e, f }: CanvasMatrix, { xPx, yPx }: CanvasPoint): CanvasPoint {
  return { xPx: a * xPx + c * yPx + e, yPx: b * xPx + d * yPx + f };
}

/** First `inner`, then `outer`. */
export function multiplyMatrices(outer: CanvasMatrix, inner: CanvasMatrix): CanvasMatrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  };
}

/** The way back. Nothing that is seen has been scaled to nothing. */
export function invertMatrix({ a, b, c, d, e, f }: CanvasMatrix): CanvasMatrix {
  const area = a * d - b * c;
  return { a: d / area, b: -b / area, c: -c / area, d: a / area, e: (c * f - d * e) / area, f: (b * e - a * f) / area };
}

/** A point turned about another. */
export function turnAbout(point: CanvasPoint, centre: CanvasPoint, degrees: number): CanvasPoint {
  const angle = (degrees * Math.PI) / 180;
  const x = point.xPx - centre.xPx;
  const y = point.yPx - centre.yPx;
  return { xPx: centre.xPx + x * Math.cos(angle) - y * Math.sin(angle), yPx: centre.yPx + x * Math.sin(angle) + y * Math.cos(angle) };
}
