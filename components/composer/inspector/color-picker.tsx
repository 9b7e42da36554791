/** What a swatch opens: hue, lightness and alpha to drag, which the preview follows, and the colours that are used already. A drag is one step of the history. */
'use client';

import { useRef } from 'react';
import { HexAlphaColorPicker, HexColorPicker } from 'react-colorful';
import type { EditTarget } from '#components/composer/inspector/edit-target';
import { Swatch } from '#components/composer/inspector/swatch';
import { useEditorStore } from '#components/composer/store/editor-store';
import { normalizeColor } from '#lib/composition/units';
import type { JsonPath } from '#lib/editor/change-element';
import { presentOf } from '#lib/editor/history';
import { listColors } from '#lib/editor/list-colors';

interface ColorPickerProps {
  color: string;
  hasAlpha: boolean;
  label: string;
  path: JsonPath;
  target: EditTarget;
}

const OFFERED_MAX = 16;

export function ColorPicker({ color, hasAlpha, label, path, target }: ColorPickerProps) {
  const store = useEditorStore();
  const isDragging = useRef(false);
  const used = useRef(listColors(presentOf(store.getState().history).composition).filter((other) => hasAlpha || other.length === 7).slice(0, OFFERED_MAX));
  const begin = (): void => {
    isDragging.current = true;
    target.begin(`Change ${label.toLowerCase()}`);
    const end = (): void => {
      isDragging.current = false;
      target.end();
    };
    window.addEventListener('pointerup', end, { once: true });
  };
  // By the arrow keys each change is one, by a drag all of it.
  const change = (next: string): void => {
    const written = normalizeColor(next);
    if (written === normalizeColor(color)) return;
    if (isDragging.current) target.preview(path, written);
    else target.set(path, written, `color ${path.join('.')}`);
  };
  const Picker = hasAlpha ? HexAlphaColorPicker : HexColorPicker;
  return (
    <>
      <div onPointerDownCapture={begin}>
        <Picker color={normalizeColor(color)} onChange={change} style={{ width: '100%', height: 160 }} />
      </div>
      {used.current.length > 0 && (
        <section aria-label="Colours of this composition" className="mt-3">
          <ul className="flex flex-wrap gap-1.5">
            {used.current.map((other) => (
              <li key={other}>
                <button type="button" aria-label={other} title={other} onClick={() => target.set(path, other)} className="block size-6 rounded-md">
                  <Swatch color={other} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
