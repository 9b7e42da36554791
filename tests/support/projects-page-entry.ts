/**
 * What runs in a page of `projects-page.ts`: the composer's own session, editor store and storage, called by the test, and a disk that can be full.
 * What goes in and out is copied, so the session itself stays in here.
 */
import { keys, set } from 'idb-keyval';
import { createSession, type Session } from '#components/composer/project/create-session';
import { leaveProject, listLeftProjects } from '#components/composer/project/local-memory';
import { openList } from '#components/composer/project/open-list';
import { addJobToProject, deleteProject, duplicateProject, findProject, listProjects, listVersions, renameProject, saveProject, takeUpLeftProjects, type ProjectVersion } from '#components/composer/project/project-storage';
import { toOpened, type StoredProject } from '#components/composer/project/stored-project';
import { createEditorStore, type EditorStoreApi, type Notice } from '#components/composer/store/editor-store';
import { emptyComposition } from '#lib/editor/project';

/** As the saver has it. */
const SAVE_DELAY_MS = 500;

interface Begun {
  editor: EditorStoreApi;
  session: Session;
  told: { timesAsked: number; isElsewhere: boolean };
}

let begun: Begun | null = null;

function open(): Begun {
  if (begun === null) throw new Error('No project is open');
  return begun;
}

/** A session with `stored` open in it, which is not in the storage by that. Asked whether to leave what cannot be stored, it `goesOn` or stays. */
function begin(stored: StoredProject, { goesOn = false } = {}): void {
  const editor = createEditorStore({ composition: emptyComposition(100, 100), selection: [], scope: null });
  editor.getState().open(toOpened(stored));
  const told = { timesAsked: 0, isElsewhere: false };
  const { session, start } = createSession(editor, {
    onElsewhere: (isChanged) => void (told.isElsewhere = isChanged),
    onSaveProblem: () => undefined,
    onUnsaved: async () => {
      told.timesAsked += 1;
      return goesOn;
    },
  });
  start();
  begun = { editor, session, told };
}

export interface OpenDocument {
  projectId: string;
  text: string;
  draftText: string | null;
  notice: Notice | null;
  /** How often it was asked whether to leave what cannot be stored. */
  timesAsked: number;
  /** Another tab has saved the same project since. */
  isElsewhere: boolean;
}

function readOpen(): OpenDocument {
  const { editor, told } = open();
  const { project, readText, draftText, notice } = editor.getState();
  return { projectId: project.id, text: readText(), draftText, notice, ...told };
}

/** When a save that came by itself is refused, but the saver does not know yet. */
function openOnRefusal(stored: StoredProject): Promise<void> {
  return new Promise((resolve, reject) => disk.addEventListener('refusal', () => void open().session.openProject(stored).then(resolve, reject), { once: true }));
}

/** Types, and takes over at the very moment when that is about to be saved: of two timers of one length, the one set first is first. */
function takeOverWhenSaveIsDue(typedText: string): Promise<void> {
  const { editor, session } = open();
  const taking = new Promise((resolve) => setTimeout(resolve, SAVE_DELAY_MS)).then(() => session.takeOver());
  editor.getState().writeText(typedText);
  return taking;
}

const disk = new EventTarget();
const { put } = IDBObjectStore.prototype;

/** No browser can be given a full disk: its own error comes from where it would, as in tests/e2e/composer-opening.test.ts. */
function setFull(isFull: boolean): void {
  const refuse = (): never => {
    disk.dispatchEvent(new Event('refusal'));
    throw new DOMException('There is no room', 'QuotaExceededError');
  };
  IDBObjectStore.prototype.put = isFull ? refuse : put;
}

type ListName = Parameters<typeof openList>[0];

const api = {
  addJobToProject, deleteProject, duplicateProject, findProject, listProjects, listVersions, renameProject, saveProject, takeUpLeftProjects,
  leaveProject, listLeftProjects,
  begin, readOpen, openOnRefusal, takeOverWhenSaveIsDue, setFull,
  writeText: (text: string): void => open().editor.getState().writeText(text),
  openProject: (stored: StoredProject): Promise<void> => open().session.openProject(stored),
  saveVersion: (): Promise<void> => open().session.saveVersion(),
  restoreVersion: (version: ProjectVersion): Promise<void> => open().session.restoreVersion(version),
  takeOver: (): Promise<void> => open().session.takeOver(),
  /** Past the product, which may keep no such thing any more. */
  writeLocal: (key: string, text: string): void => localStorage.setItem(key, text),
  putEntry: (list: ListName, key: string, value: unknown): Promise<void> => set(key, value, openList(list)),
  listKeys: (list: ListName): Promise<IDBValidKey[]> => keys(openList(list)),
};

export type ProjectsPageApi = typeof api;

Object.assign(window, { projectsPage: api });
