/** An easing as a small picture of its curve. */
import { useMemo } from 'react';
import { sampleEasing, toEasing } from '#lib/editor/easing-curve';

const SAMPLES = 32;

export function EasingCurve({ easing, className }: { easing: string; className: string }) {
  const points = useMemo(() => curvePoints(easing, SAMPLES), [easing]);
  return (
    <svg viewBox="-0.1 -0.3 1.2 1.6" preserveAspectRatio="none" className={className} aria-hidden="true">
      <polyline points={points} fill="none" stroke="currentColor" strokeWidth={1.5} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** For a `polyline`: time to the right from 0 to 1, the way upwards from 1 to 0. */
export function curvePoints(easing: string, count: number): string {
  return sampleEasing(toEasing(easing), count).map(({ time, value }) => `${time.toFixed(4)},${(1 - value).toFixed(4)}`).join(' ');
}
