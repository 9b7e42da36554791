/**
 * A gradient: none, along a line or around a point; its colours on a bar, on which a press adds one, a drag moves one, and Delete takes one away. What else its
 * kind has follows as fields.
 */
'use client';

import { ArrowLeftRight, Trash2 } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { ChoiceButtons } from '#components/composer/inspector/choice-field';
import { ColorSwatch } from '#components/composer/inspector/color-swatch';
import { FieldRow } from '#components/composer/inspector/field-row';
import { CHEQUERS } from '#components/composer/inspector/swatch';
import { useField, type Field, type FieldProps } from '#components/composer/inspector/use-field';
import { IconButton } from '#components/ui/icon-button';
import type { Gradient } from '#lib/composition/schema/fill';
import { normalizeColor, ratioToNumber } from '#lib/composition/units';
import type { JsonPath } from '#lib/editor/change-element';
import type { PropertyDescription, PropertyVariant } from '#lib/editor/describe-properties';
import { addStop, moveStop, removeStop, reverseStops, stopsToCss, type GradientStop } from '#lib/editor/gradient-stops';
import { switchVariant } from '#lib/editor/switch-variant';

const NONE = 'none';
const KINDS = [{ value: NONE, label: 'None' }, { value: 'linear', label: 'Linear' }, { value: 'radial', label: 'Radial' }] as const;

interface GradientFieldProps extends FieldProps {
  variants: readonly PropertyVariant[];
  /** Draws the properties of its kind that are not colours. */
  fieldsOf: (properties: readonly PropertyDescription[], gradient: Gradient) => ReactNode;
}

export function GradientField({ property, path, value, isMixed, variants, fieldsOf }: GradientFieldProps) {
  const field = useField(path);
  const gradient = isMixed ? undefined : (value as Gradient | undefined);
  const variant = variants.find(({ name }) => name === gradient?.type);
  const choose = (kind: unknown): void => {
    const chosen = variants.find(({ name }) => name === kind);
    field.commit(chosen === undefined ? undefined : switchVariant(chosen, gradient));
  };
  return (
    <>
      <FieldRow {...{ property, path, field }} isSet={value !== undefined} isGroup>
        <ChoiceButtons labelledBy={`${field.id}-label`} choices={KINDS} current={isMixed ? undefined : (gradient?.type ?? NONE)} onChoose={choose} isQuiet={value === undefined} />
      </FieldRow>
      {gradient !== undefined && (
        <div className="grid gap-1 pb-1">
          <Stops field={field} path={path} stops={gradient.stops} />
          {fieldsOf((variant?.properties ?? []).filter(({ name }) => name !== 'stops'), gradient)}
        </div>
      )}
    </>
  );
}

const STEP = 0.01;

function Stops({ field, path, stops }: { field: Field; path: JsonPath; stops: readonly GradientStop[] }) {
  const bar = useRef<HTMLDivElement>(null);
  const dragged = useRef<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const index = Math.min(chosen, stops.length - 1);
  const stop = stops[index];
  const { target } = field;
  const stopsPath: JsonPath = [...path, 'stops'];
  const write = (next: readonly GradientStop[], mergeKey?: string): void => void target.set(stopsPath, next, mergeKey === undefined ? undefined : `${mergeKey} of ${path.join('.')}`);
  const offsetAt = ({ clientX }: PointerEvent): number => {
    const { left = 0, width = 1 } = bar.current?.getBoundingClientRect() ?? {};
    return Math.min(1, Math.max(0, (clientX - left) / width));
  };
  const add = (event: PointerEvent): void => {
    if (event.target !== event.currentTarget) return;
    const added = addStop(stops, offsetAt(event));
    write(added.stops);
    setChosen(added.index);
  };
  const take = (event: PointerEvent, place: number): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = place;
    setChosen(place);
    target.begin('Move colour');
  };
  const follow = (event: PointerEvent): void => {
    if (dragged.current !== null) target.preview(stopsPath, moveStop(stops, dragged.current, offsetAt(event)));
  };
  const settle = (finish: () => void) => (): void => {
    if (dragged.current !== null) finish();
    dragged.current = null;
  };
  const press = (event: KeyboardEvent, place: number): void => {
    const by = event.key === 'ArrowLeft' ? -STEP : event.key === 'ArrowRight' ? STEP : 0;
    if (by !== 0) write(moveStop(stops, place, ratioToNumber(stops[place]?.offset ?? 0) + by * (event.shiftKey ? 10 : 1)), 'move stop');
    else if (event.key === 'Delete' || event.key === 'Backspace') write(removeStop(stops, place));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div role="group" aria-label="Colours of the gradient" className="grid gap-2 px-3 py-1">
      <div className="px-2">
        <div ref={bar} onPointerDown={add} title="Press to add a colour" className="relative h-6 cursor-copy rounded-md border border-line-strong" style={{ background: `${stopsToCss(stops)}, ${CHEQUERS}` }}>
          {stops.map(({ offset, color }, place) => (
            <button
              key={place}
              type="button"
              aria-label={`Colour ${place + 1}: ${normalizeColor(color)} at ${Math.round(ratioToNumber(offset) * 100)} percent`}
              aria-pressed={place === index}
              onFocus={() => setChosen(place)}
              onPointerDown={(event) => take(event, place)}
              onPointerMove={follow}
              onPointerUp={settle(target.end)}
              onPointerCancel={settle(target.cancel)}
              onKeyDown={(event) => press(event, place)}
              className="absolute top-1/2 h-7 w-3 -translate-x-1/2 -translate-y-1/2 cursor-ew-resize touch-none rounded-sm border-2 border-white shadow-[0_0_0_1px_rgb(0_0_0/0.45)] aria-pressed:shadow-[0_0_0_2px_var(--color-accent)]"
              style={{ left: `${ratioToNumber(offset) * 100}%`, background: color }}
            />
          ))}
        </div>
      </div>
      {stop !== undefined && (
        <div className="flex items-center gap-2">
          <ColorSwatch
            label={`Choose colour ${index + 1}`}
            title={`Colour ${index + 1}`}
            color={stop.color}
            hasAlpha
            edit={{
              set: (color, isSmall) => write(stops.with(index, { ...stop, color }), isSmall ? `color of stop ${index}` : undefined),
              preview: (color) => target.preview(stopsPath, stops.with(index, { ...stop, color })),
              begin: () => target.begin('Change colour'),
              end: target.end,
            }}
          />
          <span className="font-mono text-xs">{stop.color}</span>
          <span className="flex-1 text-xs text-ink-soft tabular-nums">at {Math.round(ratioToNumber(stop.offset) * 100)} %</span>
          <IconButton label="Turn the colours round" icon={ArrowLeftRight} size="small" side="top" onClick={() => write(reverseStops(stops))} />
          <IconButton label={`Remove colour ${index + 1}`} icon={Trash2} size="small" side="left" disabled={stops.length <= 2} onClick={() => write(removeStop(stops, index))} />
        </div>
      )}
    </div>
  );
}
