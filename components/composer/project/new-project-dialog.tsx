/** A new project: its name and its canvas. */
'use client';

import { useState, type FormEvent } from 'react';
import { fromText } from '#components/composer/project/choose-first-project';
import { useProjectSession } from '#components/composer/project/project-session';
import { NAME_FIELD_CLASS } from '#components/composer/project/rename-dialog';
import { useShell } from '#components/composer/shell/shell-store';
import { Button } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { CANVAS_HEIGHT_PX_MAX, CANVAS_WIDTH_PX_MAX, FRAME_RATE_MAX, FRAME_RATE_MIN } from '#lib/composition/limits';
import { CANVAS_PRESETS, emptyComposition, NAME_LENGTH_MAX, writeComposition } from '#lib/editor/project';

const FRAME_RATE_DEFAULT = 30;

export function NewProjectDialog() {
  const { openProject } = useProjectSession();
  const openDialog = useShell((shell) => shell.openDialog);
  const [size, setSize] = useState<{ width: number; height: number }>({ width: 1920, height: 1080 });
  const create = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [width, height, frameRate] = ['width', 'height', 'frame_rate'].map((name) => Number(fields.get(name)));
    const empty = emptyComposition(width ?? size.width, height ?? size.height);
    const composition = frameRate === FRAME_RATE_DEFAULT ? empty : { ...empty, frame_rate: frameRate };
    openDialog(null);
    void openProject(fromText(writeComposition(composition), String(fields.get('name')).trim() || 'Untitled'));
  };
  return (
    <Dialog isOpen onClose={() => openDialog(null)} title="New project">
      <form onSubmit={create} className="grid gap-5">
        <label className="grid gap-1.5 text-sm font-medium">
          Name
          <input name="name" autoFocus defaultValue="Untitled" maxLength={NAME_LENGTH_MAX} className={NAME_FIELD_CLASS} onFocus={(event) => event.currentTarget.select()} />
        </label>
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium">Canvas</legend>
          <div className="grid grid-cols-4 gap-2">
            {CANVAS_PRESETS.map(({ id, label, width, height }) => (
              <button
                key={id}
                type="button"
                aria-pressed={size.width === width && size.height === height}
                onClick={() => setSize({ width, height })}
                className="grid h-24 content-end justify-items-center gap-2 rounded-lg border border-line p-2 text-[13px] font-medium hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft"
              >
                <span aria-hidden="true" className="m-auto max-h-12 rounded-sm border-2 border-current opacity-60" style={{ aspectRatio: `${width} / ${height}`, [width > height ? 'width' : 'height']: '3rem' }} />
                {label}
              </button>
            ))}
          </div>
          <div className="mt-3 grid grid-cols-3 items-end gap-3">
            <NumberField name="width" label="Width" unit="px" value={size.width} min={1} max={CANVAS_WIDTH_PX_MAX} onChange={(width) => setSize({ ...size, width })} />
            <NumberField name="height" label="Height" unit="px" value={size.height} min={1} max={CANVAS_HEIGHT_PX_MAX} onChange={(height) => setSize({ ...size, height })} />
            <NumberField name="frame_rate" label="Frame rate" unit="fps" initial={FRAME_RATE_DEFAULT} min={FRAME_RATE_MIN} max={FRAME_RATE_MAX} step="any" />
          </div>
        </fieldset>
        <Button type="submit" variant="primary" className="justify-self-end">
          Create project
        </Button>
      </form>
    </Dialog>
  );
}

interface NumberFieldProps {
  name: string;
  label: string;
  unit: string;
  value?: number;
  initial?: number;
  min: number;
  max: number;
  step?: 'any';
  onChange?: (value: number) => void;
}

function NumberField({ name, label, unit, value, initial, min, max, step, onChange }: NumberFieldProps) {
  return (
    <label className="grid gap-1.5 text-[13px] text-ink-soft">
      <span>
        {label} ({unit})
      </span>
      <input type="number" name={name} required min={min} max={max} step={step} value={value} defaultValue={initial} onChange={(event) => onChange?.(event.currentTarget.valueAsNumber || 0)} className={`${NAME_FIELD_CLASS} text-ink tabular-nums`} />
    </label>
  );
}
