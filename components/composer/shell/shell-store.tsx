/**
 * What of the composer is open and how large its panels are. Sizes are kept in this browser; what is open is of the moment.
 */
'use client';

import { create } from 'zustand';

export const PANEL_IDS = ['media', 'text', 'shapes', 'sound', 'gallery', 'json'] as const;
export type PanelId = (typeof PANEL_IDS)[number];

export type DialogId = 'projects' | 'new-project' | 'rename' | 'versions' | 'palette' | 'shortcuts';

export interface PanelSizes {
  leftPx: number;
  rightPx: number;
  timelinePx: number;
}

interface ShellStore {
  panel: PanelId;
  dialog: DialogId | null;
  /** The sheet with the videos made here. */
  isResultOpen: boolean;
  sizes: PanelSizes;
  showPanel: (panel: PanelId) => void;
  openDialog: (dialog: DialogId | null) => void;
  showResult: (isShown: boolean) => void;
  resize: (sizes: Partial<PanelSizes>) => void;
  /** When a panel has the size it was to have. */
  keepSizes: () => void;
}

const STORAGE_KEY = 'videogen.panels';
const SIZES_DEFAULT: PanelSizes = { leftPx: 320, rightPx: 304, timelinePx: 280 };
export const SIZE_LIMITS_PX: Readonly<Record<keyof PanelSizes, readonly [number, number]>> = { leftPx: [240, 640], rightPx: [248, 480], timelinePx: [140, 560] };

/** One for the page. Nothing of it is rendered by the server. */
export const useShell = create<ShellStore>()((set, get) => ({
  panel: 'media',
  dialog: null,
  isResultOpen: false,
  sizes: readSizes(),
  showPanel: (panel) => set({ panel }),
  openDialog: (dialog) => set({ dialog }),
  showResult: (isResultOpen) => set({ isResultOpen }),
  resize: (changed) => set(({ sizes }) => ({ sizes: { ...sizes, ...changed } })),
  keepSizes: () => {
    try {
      localStorage.setItem(STORAGE_KEY, JSON.stringify(get().sizes));
    } catch {
      // A browser that keeps nothing shows the size until the next load.
    }
  },
}));

/** What was kept, within the limits there are now. */
function readSizes(): PanelSizes {
  try {
    const kept = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as Partial<Record<keyof PanelSizes, unknown>>;
    const sizeOf = (panel: keyof PanelSizes): number => {
      const [minPx, maxPx] = SIZE_LIMITS_PX[panel];
      const size = kept[panel];
      return typeof size === 'number' ? Math.min(maxPx, Math.max(minPx, size)) : SIZES_DEFAULT[panel];
    };
    return { leftPx: sizeOf('leftPx'), rightPx: sizeOf('rightPx'), timelinePx: sizeOf('timelinePx') };
  } catch {
    return SIZES_DEFAULT;
  }
}
