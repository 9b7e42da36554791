/**
 * The choice of light, dark or the system's own look, kept in this browser.
 * `theme-script.tsx` applies it before anything is painted, so that a reload never flashes the other look.
 */
'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useId, useSyncExternalStore } from 'react';
import { THEME_STORAGE_KEY } from '#components/ui/theme-script';

const THEMES = [
  { value: 'system', label: 'Same as the system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const;

type Theme = (typeof THEMES)[number]['value'];

const CHANGED = 'videogen:theme';

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}

function readTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(THEME_STORAGE_KEY);
    else localStorage.setItem(THEME_STORAGE_KEY, theme);
  } catch {
    // A browser that keeps nothing still shows the choice until the next load.
  }
  window.dispatchEvent(new Event(CHANGED));
}

export function ThemeToggle() {
  const name = useId();
  const theme = useSyncExternalStore(subscribe, readTheme, (): Theme => 'system');
  return (
    <div role="radiogroup" aria-label="Theme" className="inline-flex rounded-full border border-line bg-surface p-0.5">
      {THEMES.map(({ value, label, icon: Icon }) => (
        <label
          key={value}
          title={label}
          className="relative grid size-7 place-items-center rounded-full text-ink-faint transition-colors hover:text-ink has-checked:bg-sunken has-checked:text-ink has-focus-visible:outline-2"
        >
          <input type="radio" name={name} aria-label={label} checked={theme === value} onChange={() => applyTheme(value)} className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none" />
          <Icon className="size-3.5" aria-hidden="true" />
        </label>
      ))}
    </div>
  );
}
