/**
 * What is kept for this tab alone, over reloads: a name and a value in, the value out. A browser that keeps nothing forgets it with the page.
 */

export function readTab<Kept>(name: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** Null forgets it. */
export function writeTab(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Forbidden or full.
  }
}
