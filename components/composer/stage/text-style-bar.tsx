/** The bar over a text that is written in: bold, italic, size and colour of what is selected, or, of nothing, of what is typed next. */
'use client';

import { Bold, Italic, Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { ColorSwatch } from '#components/composer/inspector/color-swatch';
import { INPUT_CLASS } from '#components/composer/inspector/field-row';
import { useStageView } from '#components/composer/stage/stage-view';
import { isBold, toggleBold, toggleItalic } from '#components/composer/stage/text-keys';
import type { TextSession } from '#components/composer/stage/use-text-session';
import { IconButton } from '#components/ui/icon-button';
import { fontSizeToPx } from '#lib/composition/text/styled-text';
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import { styleOf } from '#lib/editor/rich-words';

interface TextStyleBarProps {
  session: TextSession;
  /** Of what has no size of its own. */
  fittedPx: number;
  /** Of the scope. */
  canvas: Size;
  /** The text in the window. */
  around: Box;
  onFocusText: () => void;
}

/** The whole of it is one step of the history anyway. */
const nothing = (): void => undefined;

const BAR: Size = { widthPx: 236, heightPx: 40 };
const GAP_PX = 12;

export function TextStyleBar({ session, fittedPx, canvas, around, onFocusText }: TextStyleBarProps) {
  const windowSize = useStageView((view) => view.windowSize);
  const style = { ...styleOf(session.element, session.range), ...session.pending };
  const sizePx = style.font_size === null ? null : Math.round(style.font_size === undefined ? fittedPx : fontSizeToPx(style.font_size, canvas));
  const color = (next: string): void => session.style({ fill_color: next });
  return (
    <div
      role="toolbar"
      aria-label="Style of what is selected"
      data-text-editor=""
      // The text keeps the focus while its buttons are pressed.
      onMouseDown={(event) => event.target instanceof HTMLInputElement || event.preventDefault()}
      onKeyDown={({ key }) => key === 'Escape' && onFocusText()}
      className="absolute z-10 flex items-center gap-0.5 rounded-xl border border-line bg-surface px-1 shadow-pop"
      style={{ ...placeOf(around, windowSize ?? BAR), height: BAR.heightPx }}
    >
      <IconButton label="Bold" keys="mod+b" icon={Bold} side="top" isPressed={isBold(style.font_weight)} onClick={() => toggleBold(session)} />
      <IconButton label="Italic" keys="mod+i" icon={Italic} side="top" isPressed={style.font_style === 'italic'} onClick={() => toggleItalic(session)} />
      <span aria-hidden="true" className="mx-1 h-5 border-l border-line" />
      <SizeField sizePx={sizePx} onChange={(size) => session.style({ font_size: size })} onDone={onFocusText} />
      <span aria-hidden="true" className="mx-1 h-5 border-l border-line" />
      <ColorSwatch label="Colour of what is selected" title="Colour" side="bottom" color={style.fill_color ?? null} hasAlpha edit={{ set: color, preview: color, begin: nothing, end: nothing }} onClosed={onFocusText} />
    </div>
  );
}

/** Above the text, below it where there is no room, else within. */
function placeOf({ xPx, yPx, widthPx, heightPx }: Box, window: Size): { left: number; top: number } {
  const above = yPx - BAR.heightPx - GAP_PX;
  const below = yPx + heightPx + GAP_PX;
  const top = above >= GAP_PX ? above : below + BAR.heightPx <= window.heightPx ? below : GAP_PX;
  const left = Math.min(window.widthPx - BAR.widthPx - GAP_PX, Math.max(GAP_PX, xPx + widthPx / 2 - BAR.widthPx / 2));
  return { left, top };
}

const SIZE_PX_MAX = 4000;

function SizeField({ sizePx, onChange, onDone }: { sizePx: number | null; onChange: (sizePx: number) => void; onDone: () => void }) {
  const [draft, setDraft] = useState<string | null>(null);
  const set = (next: number): void => onChange(Math.min(SIZE_PX_MAX, Math.max(1, Math.round(next))));
  // A tenth, as a step that is seen at any size.
  const step = (by: 1 | -1): void => set((sizePx ?? 0) + by * Math.max(1, Math.round((sizePx ?? 0) / 10)));
  const take = (): void => {
    if (draft !== null && Number.parseFloat(draft) > 0) set(Number.parseFloat(draft));
    setDraft(null);
  };
  return (
    <>
      <IconButton label="Smaller" icon={Minus} side="top" size="small" disabled={sizePx === null} onClick={() => step(-1)} />
      <input
        aria-label="Size in pixels"
        inputMode="decimal"
        value={draft ?? sizePx ?? ''}
        placeholder="Mixed"
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={take}
        onKeyDown={({ key }) => {
          // Before the bar takes the focus away: nothing is left then for the blur to take.
          if (key === 'Escape') flushSync(() => setDraft(null));
          if (key !== 'Enter') return;
          take();
          onDone();
        }}
        className={`${INPUT_CLASS} h-7 w-14! text-center tabular-nums`}
      />
      <IconButton label="Larger" icon={Plus} side="top" size="small" disabled={sizePx === null} onClick={() => step(1)} />
    </>
  );
}
