/**
 * What a swatch opens: hue, lightness and alpha to drag, which the preview follows, and the colours that are used already or were chosen last. A drag is one
 * step of the history.
 */
'use client';

import { useEffect, useRef } from 'react';
import { HexAlphaColorPicker, HexColorPicker } from 'react-colorful';
import { useRecentColors } from '#components/composer/inspector/recent-colors';
import { Swatch } from '#components/composer/inspector/swatch';
import { useEditorStore } from '#components/composer/store/editor-store';
import { normalizeColor } from '#lib/composition/units';
import { presentOf } from '#lib/editor/history';
import { listColors } from '#lib/editor/list-colors';

/** What is done with a colour. */
export interface ColorEdit {
  /** A step of its own; small ones, by the keys, may become one. */
  set: (color: string, isSmall: boolean) => void;
  /** Between `begin` and `end`, of a drag. */
  preview: (color: string) => void;
  begin: () => void;
  end: () => void;
}

interface ColorPickerProps {
  color: string;
  hasAlpha: boolean;
  edit: ColorEdit;
}

const OFFERED_MAX = 16;

export function ColorPicker({ color, hasAlpha, edit }: ColorPickerProps) {
  const store = useEditorStore();
  const isDragging = useRef(false);
  const isAllowed = (other: string): boolean => hasAlpha || other.length === 7;
  const used = useRef(listColors(presentOf(store.getState().history).composition).filter(isAllowed).slice(0, OFFERED_MAX));
  const recent = useRef(useRecentColors.getState().colors.filter((other) => isAllowed(other) && !used.current.includes(other)));
  const chosen = useRef<string | null>(null);
  // What a drag comes to is known when it is left.
  useEffect(() => () => void (chosen.current !== null && useRecentColors.getState().remember(chosen.current)), []);
  const begin = (): void => {
    isDragging.current = true;
    edit.begin();
    const end = (): void => {
      isDragging.current = false;
      edit.end();
    };
    window.addEventListener('pointerup', end, { once: true });
  };
  // By the arrow keys each change is one, by a drag all of it.
  const change = (next: string): void => {
    const written = normalizeColor(next);
    if (written === normalizeColor(color)) return;
    chosen.current = written;
    if (isDragging.current) edit.preview(written);
    else edit.set(written, true);
  };
  const choose = (next: string): void => {
    chosen.current = next;
    edit.set(next, false);
  };
  const Picker = hasAlpha ? HexAlphaColorPicker : HexColorPicker;
  return (
    <>
      <div onPointerDownCapture={begin}>
        <Picker color={normalizeColor(color)} onChange={change} style={{ width: '100%', height: 160 }} />
      </div>
      <Offered title="In this composition" colors={used.current} onChoose={choose} />
      <Offered title="Chosen last" colors={recent.current} onChoose={choose} />
    </>
  );
}

function Offered({ title, colors, onChoose }: { title: string; colors: readonly string[]; onChoose: (color: string) => void }) {
  if (colors.length === 0) return null;
  return (
    <section aria-label={title} className="mt-3">
      <h4 className="mb-1 text-[11px] text-ink-faint">{title}</h4>
      <ul className="flex flex-wrap gap-1.5">
        {colors.map((color) => (
          <li key={color}>
            <button type="button" aria-label={color} title={color} onClick={() => onChoose(color)} className="block size-6 rounded-md">
              <Swatch color={color} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
