/** A transition's type, direction and length: what there is to choose is read from the schema. Every change is a step of the history at once. */
'use client';

import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useEditorStore } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { TRANSITION_SECONDS_DEFAULT, transitionSchema, type Transition } from '#lib/composition/schema/transition';
import { setTransition } from '#lib/editor/commands/set-transition';
import { describeProperty, type PropertyVariant } from '#lib/editor/describe-properties';

const FIELD_CLASS = 'h-8 w-full rounded-md border border-line-strong bg-surface px-2 text-sm font-normal';
const STEP_SECONDS = 0.1;

interface TransitionFormProps {
  /** The later clip. */
  laterKey: string;
  transition: Transition;
  onRemoved: () => void;
}

export function TransitionForm({ laterKey, transition, onRemoved }: TransitionFormProps) {
  const store = useEditorStore();
  const [problem, setProblem] = useState<string | null>(null);
  const set = (changes: Record<string, unknown>) => {
    const parsed = transitionSchema.safeParse({ ...transition, ...changes });
    if (!parsed.success || parsed.data === undefined) return;
    const outcome = store.getState().run(setTransition, { key: laterKey, transition: parsed.data }, `transition ${laterKey}`);
    setProblem(outcome.ok ? null : outcome.reason);
  };
  const directions = directionsOf(transition.type);
  return (
    <div className="grid gap-3 text-[13px] font-medium">
      <label className="grid gap-1">
        Transition
        <select value={transition.type} onChange={({ target }) => set({ type: target.value, ...(directionsOf(target.value).length === 0 ? { direction: undefined } : {}) })} className={FIELD_CLASS}>
          {listTypes().map(({ name }) => (
            <option key={name} value={name}>
              {toWords(name)}
            </option>
          ))}
        </select>
      </label>
      {directions.length > 0 && (
        <label className="grid gap-1">
          Direction
          <select value={'direction' in transition ? (transition.direction ?? 'left') : 'left'} onChange={({ target }) => set({ direction: target.value })} className={FIELD_CLASS}>
            {directions.map((name) => (
              <option key={name} value={name}>
                {toWords(String(name))}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="grid gap-1">
        Length in seconds
        <input
          type="number"
          min={STEP_SECONDS}
          step={STEP_SECONDS}
          value={transition.duration ?? TRANSITION_SECONDS_DEFAULT}
          onChange={({ target }) => set({ duration: target.valueAsNumber })}
          className={FIELD_CLASS}
        />
      </label>
      {problem !== null && (
        <p role="alert" className="font-normal text-danger">
          {problem}.
        </p>
      )}
      <Button
        size="small"
        variant="danger"
        onClick={() => {
          onRemoved();
          store.getState().run(setTransition, { key: laterKey, transition: null });
        }}
      >
        <Trash2 aria-hidden="true" />
        Remove
      </Button>
    </div>
  );
}

function listTypes(): readonly PropertyVariant[] {
  const control = describeProperty('image', 'transition')?.control;
  return control?.kind === 'variants' ? control.variants : [];
}

/** None where the type has no direction. */
function directionsOf(type: string): readonly (string | number)[] {
  const control = listTypes().find(({ name }) => name === type)?.properties.find(({ name }) => name === 'direction')?.control;
  return control?.kind === 'choice' ? control.options : [];
}

const toWords = (name: string): string => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('-', ' ');
