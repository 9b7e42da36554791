/** The editor of curves: presets, the curve with handles to drag, the same as numbers, steps and springs, and a dot that moves by it. */
'use client';

import { useEffect, useRef } from 'react';
import { curvePoints, EasingCurve } from '#components/composer/inspector/easing-curve';
import { EasingNumbers } from '#components/composer/inspector/easing-numbers';
import { EASING_DIRECTIONS, PENNER_FAMILIES } from '#lib/composition/easing';
import { EASING_PRESETS, handlesOf, sampleEasing, toBezierText, toEasing, type CurvePoint } from '#lib/editor/easing-curve';

interface EasingEditorProps {
  easing: string;
  onChange: (easing: string) => void;
}

export function EasingEditor({ easing, onChange }: EasingEditorProps) {
  return (
    <div className="grid gap-3">
      <CurveHandles easing={easing} onChange={onChange} />
      <MovingDot easing={easing} />
      <EasingNumbers easing={easing} onChange={onChange} />
      <ul aria-label="Easings" className="grid grid-cols-4 gap-1.5">
        {EASING_PRESETS.map((preset) => (
          <li key={preset}>
            <button
              type="button"
              aria-pressed={preset === easing}
              title={preset}
              onClick={() => onChange(preset)}
              className="grid w-full justify-items-center gap-0.5 rounded-md border border-line px-0.5 py-1 text-ink-soft hover:border-line-strong hover:text-ink aria-pressed:border-accent aria-pressed:text-accent-strong"
            >
              <EasingCurve easing={preset} className="size-7" />
              <span className="w-full truncate text-center text-[10px] leading-3">{preset}</span>
            </button>
          </li>
        ))}
      </ul>
      <PennerSelect easing={easing} onChange={onChange} />
    </div>
  );
}

function PennerSelect({ easing, onChange }: EasingEditorProps) {
  const isPenner = toEasing(easing).kind === 'penner';
  return (
    <select
      aria-label="Penner’s easings"
      value={isPenner ? easing : ''}
      onChange={({ target }) => onChange(target.value)}
      className="h-7 rounded-md border border-line bg-surface px-1.5 text-xs text-ink-soft"
    >
      <option value="" disabled>More: Penner’s easings</option>
      {PENNER_FAMILIES.map((family) => (
        <optgroup key={family} label={family}>
          {EASING_DIRECTIONS.map((direction) => (
            <option key={direction}>{`${family}-${direction}`}</option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

const CURVE_SAMPLES = 120;
/** What of the plane is shown: room for what overshoots. */
const VIEW = { left: -0.08, top: -0.45, width: 1.16, height: 1.9 };

/** Dragged handles make a Bézier curve of whatever it was. The number fields below are the same for the keyboard. */
function CurveHandles({ easing, onChange }: EasingEditorProps) {
  const plane = useRef<SVGSVGElement>(null);
  const handles = handlesOf(toEasing(easing));
  const move = (index: 0 | 1, clientX: number, clientY: number): void => {
    const { left = 0, top = 0, width = 1, height = 1 } = plane.current?.getBoundingClientRect() ?? {};
    const point: CurvePoint = { time: VIEW.left + ((clientX - left) / width) * VIEW.width, value: 1 - (VIEW.top + ((clientY - top) / height) * VIEW.height) };
    onChange(toBezierText(index === 0 ? [point, handles[1]] : [handles[0], point]));
  };
  return (
    <svg ref={plane} viewBox={`${VIEW.left} ${VIEW.top} ${VIEW.width} ${VIEW.height}`} preserveAspectRatio="none" className="h-40 w-full touch-none rounded-lg bg-sunken" role="img" aria-label={`Curve of ${easing}`}>
      <rect x={0} y={0} width={1} height={1} fill="none" stroke="var(--line)" vectorEffect="non-scaling-stroke" />
      <polyline points={curvePoints(easing, CURVE_SAMPLES)} fill="none" stroke="var(--accent)" strokeWidth={2} vectorEffect="non-scaling-stroke" />
      {handles.map(({ time, value }, index) => (
        <g key={index}>
          <line x1={index} y1={1 - index} x2={time} y2={1 - value} stroke="var(--line-strong)" vectorEffect="non-scaling-stroke" />
          {/* A line of no length with round ends: a dot that no stretching makes an ellipse. */}
          <path
            d={`M ${time} ${1 - value} h 0.0001`}
            stroke="var(--ink)"
            strokeWidth={12}
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
            className="cursor-grab"
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && move(index === 0 ? 0 : 1, event.clientX, event.clientY)}
          />
        </g>
      ))}
    </svg>
  );
}

const DOT_SAMPLES = 60;
const DOT_MS = 1_400;

function MovingDot({ easing }: { easing: string }) {
  const dot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const keyframes = sampleEasing(toEasing(easing), DOT_SAMPLES).map(({ value }) => ({ left: `${10 + value * 80}%` }));
    // A rest at the end, so that the way is seen to be over.
    const animation = dot.current?.animate([...keyframes, ...Array.from({ length: DOT_SAMPLES / 3 }, () => ({ left: '90%' }))], { duration: DOT_MS, iterations: Infinity });
    return () => animation?.cancel();
  }, [easing]);
  return (
    <div aria-hidden="true" className="relative h-4 overflow-hidden rounded-full bg-sunken">
      <div ref={dot} className="absolute top-0.5 left-[10%] size-3 -translate-x-1/2 rounded-full bg-accent" />
    </div>
  );
}
