/** The inspector while nothing is selected: size, rate, length, colour and fonts of the composition. */
'use client';

import { EditTargetContext, useCanvasTarget } from '#components/composer/inspector/edit-target';
import { InspectorSection } from '#components/composer/inspector/inspector-section';
import { PropertyField } from '#components/composer/inspector/property-field';
import { useEditor, useEditorStore } from '#components/composer/store/editor-store';
import { valueAt } from '#lib/composition/schema-at';
import { setCanvas } from '#lib/editor/commands/set-canvas';
import { describeCanvas, type PropertyDescription } from '#lib/editor/describe-properties';
import { presentOf } from '#lib/editor/history';
import { CANVAS_PRESETS } from '#lib/editor/project';

export function CanvasInspector() {
  const target = useCanvasTarget();
  const composition = useEditor(({ history }) => presentOf(history).composition);
  return (
    <EditTargetContext value={target}>
      <header className="border-b border-line px-3 py-2.5">
        <h2 className="text-sm font-semibold">Canvas</h2>
        <p className="text-xs text-ink-soft">Select an element to see what it has.</p>
      </header>
      {describeCanvas().map(({ group, properties }) => (
        <InspectorSection key={group} title={group}>
          <SizePresets width={composition.width} height={composition.height} />
          {properties.filter(isChoosable).map((property) => (
            <PropertyField key={property.name} property={property} path={[property.name]} value={valueAt(composition, [property.name])} isMixed={false} />
          ))}
        </InspectorSection>
      ))}
    </EditTargetContext>
  );
}

/** What has one value alone is no choice. */
const isChoosable = ({ control }: PropertyDescription): boolean => control.kind !== 'choice' || control.options.length > 1;

function SizePresets({ width, height }: { width: number; height: number }) {
  const store = useEditorStore();
  return (
    <div role="group" aria-label="Sizes" className="flex gap-1.5 px-3 py-1.5">
      {CANVAS_PRESETS.map((preset) => {
        const scale = 20 / Math.max(preset.width, preset.height);
        return (
          <button
            key={preset.id}
            type="button"
            aria-pressed={preset.width === width && preset.height === height}
            title={`${preset.width} × ${preset.height}`}
            onClick={() => store.getState().run(setCanvas, { width: preset.width, height: preset.height })}
            className="grid flex-1 justify-items-center gap-1 rounded-lg border border-line py-1.5 text-xs text-ink-soft hover:border-line-strong hover:text-ink aria-pressed:border-accent aria-pressed:text-accent-strong"
          >
            <span className="grid size-6 place-items-center">
              <span aria-hidden="true" className="rounded-[3px] border-[1.5px] border-current" style={{ width: preset.width * scale, height: preset.height * scale }} />
            </span>
            {preset.label}
          </button>
        );
      })}
    </div>
  );
}
