/** The colours that were chosen last, the newest first, kept by this browser across projects. */
'use client';

import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

interface RecentColors {
  colors: readonly string[];
  remember: (color: string) => void;
}

const REMEMBERED_MAX = 16;

export const useRecentColors = create<RecentColors>()(
  persist(
    (set) => ({
      colors: [],
      remember: (color) => set(({ colors }) => ({ colors: [color, ...colors.filter((other) => other !== color)].slice(0, REMEMBERED_MAX) })),
    }),
    { name: 'videogen.recent-colors', storage: createJSONStorage(() => localStorage) },
  ),
);
