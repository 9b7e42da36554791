/**
 * Where projects and their versions are kept: IndexedDB of this browser. A browser that keeps nothing (private windows, full disks) makes these
 * throw; the page then says so and goes on with what it has.
 */
'use client';

import { del, get, set, update, values } from 'idb-keyval';
import { forgetLeft, forgetLeftProject, listLeftProjects } from '#components/composer/project/local-memory';
import { openList } from '#components/composer/project/open-list';
import { readStoredProject, type StoredProject } from '#components/composer/project/stored-project';
import { NAME_LENGTH_MAX } from '#lib/editor/project';

export interface ProjectVersion {
  savedAtMs: number;
  label: string;
  compositionText: string;
  /** What was typed and was no composition; absent where the text was the document's. */
  draftText?: string;
  /** A data URL; absent where none could be taken. */
  picture?: string;
}

/** Enough for some hours of work. */
const VERSIONS_MAX = 20;

const projects = () => openList('projects');
const versions = () => openList('versions');
const pictures = () => openList('pictures');

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

/** What is stored, changed in one go, so that nothing another tab stores meanwhile is undone. What is gone is not brought back. */
async function changeStored(id: string, edit: (stored: StoredProject) => StoredProject): Promise<void> {
  await update<unknown>(id, (value) => {
    const stored = readStoredProject(value);
    if (stored === null) throw new Error('The project is not there any more');
    return edit(stored);
  }, projects());
}

/** Of a project that is not the open one. */
export async function renameProject(id: string, name: string): Promise<void> {
  await changeStored(id, (stored) => ({ ...stored, project: { ...stored.project, name } }));
}

export async function deleteProject(id: string): Promise<void> {
  // Else the next load would bring it back.
  forgetLeftProject(id);
  await Promise.all([del(id, projects()), del(id, versions()), del(id, pictures()), del(id, openList('media'))]);
}

/** What the preview showed when the project was saved last: a data URL; null of one that was never seen. */
export async function findPicture(projectId: string): Promise<string | null> {
  return (await get<string>(projectId, pictures())) ?? null;
}

export async function savePicture(projectId: string, picture: string): Promise<void> {
  await set(projectId, picture, pictures());
}

const COPY = ' copy';

/** As it is stored by now, under an id of its own, without the videos and the versions of the first. */
export async function duplicateProject(listed: StoredProject): Promise<void> {
  const { project, draftText } = (await findProject(listed.project.id)) ?? listed;
  const [id, nowMs, picture] = [crypto.randomUUID(), Date.now(), await findPicture(project.id)];
  const name = `${project.name.slice(0, NAME_LENGTH_MAX - COPY.length)}${COPY}`;
  await saveProject({ project: { ...project, id, name, createdAtMs: nowMs, updatedAtMs: nowMs }, draftText, jobIds: [] });
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
  await changeStored(projectId, (stored) => ({ ...stored, jobIds: withJob(stored.jobIds, jobId) }));
}

/** The newest first. */
export async function listVersions(projectId: string): Promise<ProjectVersion[]> {
  return (await get<ProjectVersion[]>(projectId, versions())) ?? [];
}

/** False when the newest one is the same already. */
export async function keepVersion(projectId: string, version: ProjectVersion): Promise<boolean> {
  let isNew = false;
  await update<ProjectVersion[]>(projectId, (kept = []) => {
    isNew = kept[0]?.compositionText !== version.compositionText || kept[0].draftText !== version.draftText;
    return isNew ? [version, ...kept].slice(0, VERSIONS_MAX) : kept;
  }, versions());
  return isNew;
}

/** Puts what closed pages left into the database, unless there is something newer. What could not be stored stays where it is, and is given back. */
export async function takeUpLeftProjects(): Promise<StoredProject[]> {
  const refused: StoredProject[] = [];
  for (const left of listLeftProjects()) {
    const { stored } = left;
    try {
      if (stored !== null) await saveUnlessNewer(stored);
      forgetLeft(left);
    } catch {
      if (stored !== null) refused.push(stored);
    }
  }
  return refused;
}

async function saveUnlessNewer(stored: StoredProject): Promise<void> {
  await update<unknown>(stored.project.id, (value) => {
    const kept = readStoredProject(value);
    return kept !== null && kept.project.updatedAtMs > stored.project.updatedAtMs ? value : stored;
  }, projects());
}
