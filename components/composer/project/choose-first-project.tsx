/**
 * What the composer opens with: the address in, a project out. `/?example=<id>` and `/?job=<id>` begin a new project, so that nothing is overwritten;
 * without them it is the one that was open last, and for who has none the first example.
 */
'use client';

import { readCurrentId } from '#components/composer/project/local-memory';
import { findProject, saveProject, takeUpLeftProjects } from '#components/composer/project/project-storage';
import { createStoredProject, type StoredProject } from '#components/composer/project/stored-project';
import { getCompositionText } from '#lib/api/client';
import type { Example } from '#lib/composition/examples/example';
import { formatJson } from '#lib/composition/format-json';

export interface FirstProject {
  stored: StoredProject;
  /** What could not be done as asked: a sentence. */
  problem: string | null;
}

const KEEPS_NOTHING = 'This browser keeps no projects: save your work as a JSON file';
const NOT_STORED = 'Your last changes could not be stored in this browser: save them as a JSON file';

/** Rejects when code that it needs does not come. */
export async function chooseFirstProject(origin: string): Promise<FirstProject> {
  const wishes = new URLSearchParams(window.location.search);
  const wished = await makeWished(wishes, origin);
  // A reload must not begin another project.
  if (wishes.size > 0) window.history.replaceState(null, '', '/');
  const unstored = await takeUpLeftProjects();
  if (wished.stored === null) {
    const last = await findLast(unstored);
    return { stored: last.stored ?? (await makeFirst(origin)), problem: wished.problem ?? last.problem };
  }
  const isKept = await saveProject(wished.stored).then(() => true, () => false);
  return { stored: wished.stored, problem: isKept ? wished.problem : KEEPS_NOTHING };
}

/** What was open last. What a closed page has left and could not be stored is newer than what is stored. */
async function findLast(unstored: readonly StoredProject[]): Promise<{ stored: StoredProject | null; problem: string | null }> {
  const currentId = readCurrentId();
  if (currentId === null) return { stored: null, problem: null };
  const left = unstored.find(({ project }) => project.id === currentId);
  if (left !== undefined) return { stored: left, problem: NOT_STORED };
  try {
    return { stored: await findProject(currentId), problem: null };
  } catch {
    return { stored: null, problem: KEEPS_NOTHING };
  }
}

async function makeWished(wishes: URLSearchParams, origin: string): Promise<{ stored: StoredProject | null; problem: string | null }> {
  const exampleId = wishes.get('example');
  if (exampleId !== null) {
    const example = (await loadExamples()).findExample(exampleId);
    return example === null ? { stored: null, problem: 'There is no example of that name' } : { stored: fromExample(example, origin), problem: null };
  }
  const jobId = wishes.get('job');
  if (jobId === null) return { stored: null, problem: null };
  try {
    const text = await getCompositionText(jobId);
    return { stored: fromText(text, `Remix of video ${jobId.slice(0, 8)}`), problem: null };
  } catch (error) {
    return { stored: null, problem: `The composition of that video could not be opened: ${error instanceof Error ? error.message : String(error)}` };
  }
}

// All of them are many: they come when they are wanted.
const loadExamples = () => import('#lib/composition/examples/examples');

async function makeFirst(origin: string): Promise<StoredProject> {
  return fromExample((await import('#lib/composition/examples/first-example')).FIRST_EXAMPLE, origin);
}

export function fromExample(example: Example, origin: string): StoredProject {
  return fromText(formatJson(example.build(origin)), example.title);
}

export function fromText(text: string, name: string): StoredProject {
  return createStoredProject({ id: crypto.randomUUID(), name, text, nowMs: Date.now() });
}
