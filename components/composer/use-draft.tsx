/**
 * The composition in the making, as text: kept in this browser, so that a reload or a visit to a result loses nothing.
 */
'use client';

import { useSyncExternalStore } from 'react';

const STORAGE_KEY = 'videogen.draft';

/** Also the draft of a browser that keeps nothing. Null as long as nothing was written. */
let current: string | null = null;
let isRead = false;
const listeners = new Set<() => void>();

function readDraft(): string | null {
  if (!isRead) {
    isRead = true;
    try {
      current = localStorage.getItem(STORAGE_KEY);
    } catch {
      current = null;
    }
  }
  return current;
}

export function writeDraft(text: string): void {
  current = text;
  isRead = true;
  try {
    localStorage.setItem(STORAGE_KEY, text);
  } catch {
    // Full or forbidden: the draft lives as long as the page.
  }
  for (const listener of listeners) listener();
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

/** The draft, `initialText` when there is none; the server always renders the latter. */
export function useDraft(initialText: string): string {
  return useSyncExternalStore(subscribe, () => readDraft() ?? initialText, () => initialText);
}
