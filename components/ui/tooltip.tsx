/**
 * A name for what shows only an icon, with the keys that do the same: appears on hover and on focus. One element in; the same out, marked for the page's
 * one `TooltipLayer`, so that hundreds of buttons cost nothing.
 */
import { cloneElement, type ReactElement } from 'react';

export type TooltipSide = 'top' | 'right' | 'bottom' | 'left';

interface Marks {
  'data-tooltip'?: string;
  'data-tooltip-keys'?: string | undefined;
  'data-tooltip-side'?: TooltipSide;
}

interface TooltipProps {
  label: string;
  /** A shortcut as `lib/editor/actions` writes it ("mod+shift+z"). */
  keys?: string | undefined;
  side?: TooltipSide;
  /** An element of the page, or a component that gives it its attributes. */
  children: ReactElement<Marks>;
}

export function Tooltip({ label, keys, side = 'bottom', children }: TooltipProps) {
  return cloneElement(children, { 'data-tooltip': label, 'data-tooltip-keys': keys, 'data-tooltip-side': side });
}
