/**
 * A project as the browser keeps it, and as the editor opens it: one to the other and back, both ways without loss.
 */
import type { OpenedProject, ProjectDetails } from '#components/composer/store/editor-store';
import type { EditorState } from '#lib/editor/editor-state';
import { emptyComposition, MARKERS_MAX, NAME_LENGTH_MAX, parseProject, readCompositionText, type Project } from '#lib/editor/project';

export interface StoredProject {
  project: Project;
  /** What was typed and is no composition yet. */
  draftText: string | null;
  jobIds: readonly string[];
}

/** Milliseconds of the clock on the wall. */
export function createStoredProject({ id, name, text, nowMs }: { id: string; name: string; text: string; nowMs: number }): StoredProject {
  const isDocument = readCompositionText(text).ok;
  const project: Project = { version: 1, id, name: name.slice(0, NAME_LENGTH_MAX), compositionText: isDocument ? text : EMPTY_TEXT, markers: [], lockedTracks: [], createdAtMs: nowMs, updatedAtMs: nowMs };
  return { project, draftText: isDocument ? null : text, jobIds: [] };
}

/** In place of a text that is no document. */
const EMPTY_TEXT = JSON.stringify(emptyComposition(1280, 720), null, 2);

/** What was kept; null when it is no project. One whose text is no document (any more) is one with a draft: nothing is thrown away. */
export function readStoredProject(value: unknown): StoredProject | null {
  if (typeof value !== 'object' || value === null || !('project' in value)) return null;
  const draftText = 'draftText' in value && typeof value.draftText === 'string' ? value.draftText : null;
  const jobIds = 'jobIds' in value && Array.isArray(value.jobIds) ? value.jobIds.filter((jobId) => typeof jobId === 'string') : [];
  if (typeof value.project !== 'object' || value.project === null) return null;
  const project = withinLimits(value.project);
  const parsed = parseProject(project);
  if (parsed.ok) return { project: parsed.project, draftText, jobIds };
  if (!('compositionText' in project) || typeof project.compositionText !== 'string') return null;
  const emptied = parseProject({ ...project, compositionText: EMPTY_TEXT });
  return emptied.ok ? { project: emptied.project, draftText: draftText ?? project.compositionText, jobIds } : null;
}

/** Earlier ones were stored with names and markers beyond what a project may have: they are to be found all the same. */
function withinLimits(project: object): object {
  return {
    ...project,
    ...('name' in project && typeof project.name === 'string' ? { name: project.name.slice(0, NAME_LENGTH_MAX) } : {}),
    ...('markers' in project && Array.isArray(project.markers) ? { markers: project.markers.slice(0, MARKERS_MAX) } : {}),
  };
}

export function toOpened({ project, draftText, jobIds }: StoredProject): OpenedProject {
  const { id, name, compositionText, markers, lockedTracks, createdAtMs } = project;
  const reading = readCompositionText(compositionText);
  if (!reading.ok) throw new Error('A stored project has a document');
  const state: EditorState = { composition: reading.composition, selection: [], scope: null };
  return { details: { id, name, createdAtMs, markers, lockedTracks, jobIds }, state, text: compositionText, draftText, label: `Open ${name}` };
}

interface Opened {
  details: ProjectDetails;
  text: string;
  draftText: string | null;
  nowMs: number;
}

export function toStored({ details: { jobIds, markers, lockedTracks, ...details }, text, draftText, nowMs }: Opened): StoredProject {
  const project: Project = { version: 1, ...details, compositionText: text, markers: [...markers], lockedTracks: [...lockedTracks], updatedAtMs: nowMs };
  return { project, draftText, jobIds };
}
