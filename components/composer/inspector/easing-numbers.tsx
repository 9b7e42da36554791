/** An easing by its numbers: the two points of a curve, the count of steps and where they jump, the bounce of a spring. */
'use client';

import { useId, useState } from 'react';
import { INPUT_CLASS } from '#components/composer/inspector/field-row';
import { STEP_JUMPS, type Easing } from '#lib/composition/easing';
import { BEZIER_Y_MAX, EASING_STEPS_MAX, SPRING_BOUNCE_MAX } from '#lib/composition/limits';
import { handlesOf, toBezierText, toEasing } from '#lib/editor/easing-curve';

interface EasingNumbersProps {
  easing: string;
  onChange: (easing: string) => void;
}

const KINDS = { curve: 'Curve', steps: 'Steps', spring: 'Spring' } as const;
type Kind = keyof typeof KINDS;

const kindOf = ({ kind }: Easing): Kind => (kind === 'steps' ? 'steps' : kind === 'spring' ? 'spring' : 'curve');

function beginAs(kind: Kind, easing: Easing): string {
  switch (kind) {
    case 'curve': return toBezierText(handlesOf(easing));
    case 'steps': return 'steps(4)';
    case 'spring': return 'spring(0.5)';
    default: return kind satisfies never;
  }
}

export function EasingNumbers({ easing, onChange }: EasingNumbersProps) {
  const parsed = toEasing(easing);
  return (
    <div className="grid gap-2">
      <div role="group" aria-label="Kind of easing" className="flex rounded-md border border-line bg-sunken p-0.5">
        {(Object.keys(KINDS) as Kind[]).map((kind) => (
          <button key={kind} type="button" aria-pressed={kind === kindOf(parsed)} onClick={() => onChange(beginAs(kind, parsed))} className="flex-1 rounded px-1 py-0.5 text-xs text-ink-soft aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-card">
            {KINDS[kind]}
          </button>
        ))}
      </div>
      <NumbersOf parsed={parsed} onChange={onChange} />
    </div>
  );
}

function NumbersOf({ parsed, onChange }: { parsed: Easing; onChange: (easing: string) => void }) {
  if (parsed.kind === 'steps') {
    const { count, jump } = parsed;
    return (
      <div className="grid grid-cols-2 gap-1.5">
        <SmallNumber label="Steps" value={count} min={1} max={EASING_STEPS_MAX} step={1} onChange={(next) => onChange(`steps(${next}, ${jump})`)} />
        <select aria-label="Where they jump" value={jump} onChange={({ target }) => onChange(`steps(${Math.max(count, target.value === 'jump-none' ? 2 : 1)}, ${target.value})`)} className={`${INPUT_CLASS} h-7 self-end text-xs`}>
          {STEP_JUMPS.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </div>
    );
  }
  if (parsed.kind === 'spring') return <SmallNumber label="Bounce" value={parsed.bounce} min={0} max={SPRING_BOUNCE_MAX} step={0.05} onChange={(next) => onChange(`spring(${next})`)} />;
  const [first, second] = handlesOf(parsed);
  return (
    <div className="grid grid-cols-4 gap-1.5">
      <SmallNumber label="x1" value={first.time} min={0} max={1} step={0.05} onChange={(time) => onChange(toBezierText([{ ...first, time }, second]))} />
      <SmallNumber label="y1" value={first.value} min={-BEZIER_Y_MAX} max={BEZIER_Y_MAX} step={0.05} onChange={(value) => onChange(toBezierText([{ ...first, value }, second]))} />
      <SmallNumber label="x2" value={second.time} min={0} max={1} step={0.05} onChange={(time) => onChange(toBezierText([first, { ...second, time }]))} />
      <SmallNumber label="y2" value={second.value} min={-BEZIER_Y_MAX} max={BEZIER_Y_MAX} step={0.05} onChange={(value) => onChange(toBezierText([first, { ...second, value }]))} />
    </div>
  );
}

interface SmallNumberProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  /** Within the bounds. */
  onChange: (value: number) => void;
}

function SmallNumber({ label, value, min, max, step, onChange }: SmallNumberProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const write = (text: string): void => {
    setDraft(text);
    const number = Number(text);
    if (text.trim() !== '' && Number.isFinite(number)) onChange(Math.round(Math.min(max, Math.max(min, step === 1 ? Math.round(number) : number)) * 100) / 100);
  };
  return (
    <label htmlFor={id} className="grid gap-0.5 text-[11px] text-ink-soft">
      {label}
      <input id={id} type="number" min={min} max={max} step={step} value={draft ?? String(value)} onChange={({ target }) => write(target.value)} onBlur={() => setDraft(null)} className={`${INPUT_CLASS} h-7 px-1.5 tabular-nums`} />
    </label>
  );
}
