/**
 * What a page writes down at once, as it may be gone before a database has answered: which project is open, and what of one was not in the database when
 * the page was left. A browser that keeps nothing forgets it.
 */
import { readStoredProject, type StoredProject } from '#components/composer/project/stored-project';

const CURRENT_KEY = 'videogen.project';
/** One for each project, as tabs may leave several; the bare one is of pages before that. */
const LEFT_KEY = 'videogen.left-project';
const leftKeyOf = (projectId: string): string => `${LEFT_KEY}.${projectId}`;

/** The project this browser had open last. */
export function readCurrentId(): string | null {
  return attempt(() => localStorage.getItem(CURRENT_KEY)) ?? null;
}

export function writeCurrentId(id: string): void {
  attempt(() => localStorage.setItem(CURRENT_KEY, id));
}

/** For a page that is being closed: what waits for no answer. */
export function leaveProject(stored: StoredProject): void {
  attempt(() => localStorage.setItem(leftKeyOf(stored.project.id), JSON.stringify(stored)));
}

/** With `upToMs`, unless it was changed after that: another tab may have left it meanwhile. */
export function forgetLeftProject(projectId: string, upToMs = Infinity): void {
  const left = { key: leftKeyOf(projectId), stored: readLeft(leftKeyOf(projectId)) };
  if (left.stored === null || left.stored.project.updatedAtMs <= upToMs) forgetLeft(left);
}

export interface LeftProject {
  key: string;
  /** Null of what is no project. */
  stored: StoredProject | null;
}

export function listLeftProjects(): LeftProject[] {
  const keys = attempt(() => Object.keys(localStorage)) ?? [];
  return keys.filter((key) => key === LEFT_KEY || key.startsWith(leftKeyOf(''))).map((key) => ({ key, stored: readLeft(key) }));
}

function readLeft(key: string): StoredProject | null {
  return readStoredProject(attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null') as unknown));
}

export function forgetLeft({ key }: LeftProject): void {
  attempt(() => localStorage.removeItem(key));
}

/** Undefined when the browser forbids it, has no room for it, or has no such thing. */
function attempt<Result>(use: () => Result): Result | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
