/** Points of a shape, in percent of its box, edited: moved, added on the edge that is nearest, taken away. Whole percents, as a person would write them. Pure. */

export type SharePoint = readonly [across: number, down: number];

const toShare = (percent: number): number => Math.round(Math.min(100, Math.max(0, percent)));

export function movePoint(points: readonly SharePoint[], index: number, [across, down]: SharePoint): SharePoint[] {
  return points.map((point, place) => (place === index ? [toShare(across), toShare(down)] : point));
}

/** Between the two neighbours whose edge it is nearest to; and its place in the list. */
export function addPoint(points: readonly SharePoint[], point: SharePoint): { points: SharePoint[]; index: number } {
  const distances = points.map((from, index) => distanceToEdge(point, from, points[(index + 1) % points.length] ?? from));
  const index = distances.indexOf(Math.min(...distances)) + 1;
  return { points: points.toSpliced(index, 0, [toShare(point[0]), toShare(point[1])]), index };
}

/** The same points when a shape needs them all. */
export function removePoint(points: readonly SharePoint[], index: number, countMin: number): SharePoint[] {
  return points.length <= countMin ? [...points] : points.toSpliced(index, 1);
}

function distanceToEdge([x, y]: SharePoint, [x1, y1]: SharePoint, [x2, y2]: SharePoint): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - part * dx, y - y1 - part * dy);
}
