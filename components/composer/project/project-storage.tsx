/**
 * Where projects and their versions are kept: IndexedDB of this browser. A browser that keeps nothing (private windows, full disks) makes these
 * throw; the page then says so and goes on with what it has.
 */
'use client';

import { createStore, del, get, set, update, values, type UseStore } from 'idb-keyval';
import { readStoredProject, type StoredProject } from '#components/composer/project/stored-project';

export interface ProjectVersion {
  savedAtMs: number;
  label: string;
  compositionText: string;
  /** A data URL; absent where none could be taken. */
  picture?: string;
}

/** Enough for some hours of work. */
const VERSIONS_MAX = 20;
const CURRENT_KEY = 'videogen.project';
/** What a page that was closed had not got into the database yet. */
const LEFT_KEY = 'videogen.left-project';

// A database of their own each, as idb-keyval has one list a database; opened when first used, as the server has none.
const opened = new Map<string, UseStore>();
function listIn(name: string): UseStore {
  const store = opened.get(name) ?? createStore(name, 'entries');
  opened.set(name, store);
  return store;
}
const projects = () => listIn('videogen-projects');
const versions = () => listIn('videogen-versions');
const pictures = () => listIn('videogen-pictures');

/** The one changed last first. */
export async function listProjects(): Promise<StoredProject[]> {
  const stored = await values<unknown>(projects());
  return stored.flatMap((value) => readStoredProject(value) ?? []).toSorted((a, b) => b.project.updatedAtMs - a.project.updatedAtMs);
}

export async function findProject(id: string): Promise<StoredProject | null> {
  return readStoredProject(await get<unknown>(id, projects()));
}

export async function saveProject(stored: StoredProject): Promise<void> {
  await set(stored.project.id, stored, projects());
}

export async function deleteProject(id: string): Promise<void> {
  await Promise.all([del(id, projects()), del(id, versions()), del(id, pictures())]);
}

/** What the preview showed when the project was saved last: a data URL; null of one that was never seen. */
export async function findPicture(projectId: string): Promise<string | null> {
  return (await get<string>(projectId, pictures())) ?? null;
}

export async function savePicture(projectId: string, picture: string): Promise<void> {
  await set(projectId, picture, pictures());
}

/** Under an id of its own, without the videos and the versions of the first. */
export async function duplicateProject({ project, draftText }: StoredProject): Promise<void> {
  const [id, nowMs, picture] = [crypto.randomUUID(), Date.now(), await findPicture(project.id)];
  await saveProject({ project: { ...project, id, name: `${project.name} copy`, createdAtMs: nowMs, updatedAtMs: nowMs }, draftText, jobIds: [] });
  if (picture !== null) await savePicture(id, picture);
}

/** Whether what could not be stored would have been with more room. */
export const isStorageFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

/** Of those made of a project, as many are kept at hand. */
const JOBS_MAX = 20;

/** The newest first. */
export function withJob(jobIds: readonly string[], jobId: string): string[] {
  return [jobId, ...jobIds.filter((other) => other !== jobId)].slice(0, JOBS_MAX);
}

/** To a project that is not the open one. */
export async function addJobToProject({ projectId, jobId }: { projectId: string; jobId: string }): Promise<void> {
  const stored = await findProject(projectId).catch(() => null);
  if (stored !== null) await saveProject({ ...stored, jobIds: withJob(stored.jobIds, jobId) });
}

/** The newest first. */
export async function listVersions(projectId: string): Promise<ProjectVersion[]> {
  return (await get<ProjectVersion[]>(projectId, versions())) ?? [];
}

/** False when the newest one is the same already. */
export async function keepVersion(projectId: string, version: ProjectVersion): Promise<boolean> {
  let isNew = false;
  await update<ProjectVersion[]>(projectId, (kept = []) => {
    isNew = kept[0]?.compositionText !== version.compositionText;
    return isNew ? [version, ...kept].slice(0, VERSIONS_MAX) : kept;
  }, versions());
  return isNew;
}

/** The project this browser had open last. */
export function readCurrentId(): string | null {
  return readLocal(CURRENT_KEY);
}

export function writeCurrentId(id: string): void {
  writeLocal(CURRENT_KEY, id);
}

/** For a page that is being closed: what waits for no answer. */
export function leaveProject(stored: StoredProject): void {
  writeLocal(LEFT_KEY, JSON.stringify(stored));
}

/** Puts what a closed page left into the database, unless there is something newer. */
export async function takeUpLeftProject(): Promise<void> {
  const left = readLocal(LEFT_KEY);
  if (left === null) return;
  const stored = readStoredProject(JSON.parse(left));
  if (stored !== null) {
    const kept = await findProject(stored.project.id);
    if (kept === null || kept.project.updatedAtMs <= stored.project.updatedAtMs) await saveProject(stored);
  }
  localStorage.removeItem(LEFT_KEY);
}

function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeLocal(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Forbidden or full: what is in the database is there all the same.
  }
}
