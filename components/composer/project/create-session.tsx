/**
 * Saving, outside of React: an editor store in; what can be done with projects out, and while it is not closed every change is on its way into this
 * browser's storage half a second later.
 */
import { findProject, keepVersion, leaveProject, saveProject, writeCurrentId, type ProjectVersion } from '#components/composer/project/project-storage';
import { toOpened, toStored, type StoredProject } from '#components/composer/project/stored-project';
import { settledComposition, type EditorStore, type EditorStoreApi } from '#components/composer/store/editor-store';

export interface Session {
  /** Saves what is open, then opens another project. */
  openProject: (stored: StoredProject) => Promise<void>;
  /** Keeps a version by hand. */
  saveVersion: () => Promise<void>;
  /** Puts an earlier version in the place of the document: a step that can be undone, and today's document is kept as a version before. */
  restoreVersion: (version: ProjectVersion) => Promise<void>;
  /** Takes what another tab has saved; this tab's own document is kept as a version. */
  takeOver: () => Promise<void>;
  /** Saves over what another tab has saved. */
  keepOwn: () => Promise<void>;
}

const SAVE_DELAY_MS = 500;
/** Between versions that are kept by themselves. */
const VERSION_INTERVAL_MS = 3 * 60_000;

interface SavedMessage {
  projectId: string;
}

/** It does nothing by itself until it is started; it can be stopped and started again. */
export function createSession(store: EditorStoreApi, onElsewhere: (isChanged: boolean) => void): { session: Session; start: () => () => void } {
  const saver = new Saver(store, onElsewhere);
  const session: Session = {
    openProject: async (stored) => {
      await saver.flush();
      saver.switchTo(() => store.getState().open(toOpened(stored)));
      await saver.save();
    },
    saveVersion: async () => {
      await saver.save();
      const isNew = await saver.keep('Saved');
      store.getState().say({ kind: 'news', text: isNew ? 'Saved, and kept as a version' : 'Saved; nothing has changed since the last version' });
    },
    restoreVersion: async ({ compositionText, savedAtMs }) => {
      await saver.keep('Before going back');
      store.getState().writeText(compositionText, { label: `Go back to ${new Date(savedAtMs).toLocaleTimeString()}` });
    },
    takeOver: async () => {
      const stored = await findProject(store.getState().project.id);
      if (stored === null) return;
      await saver.keep('Before taking over from the other tab');
      saver.switchTo(() => store.getState().open(toOpened(stored)));
      onElsewhere(false);
    },
    keepOwn: () => saver.save(),
  };
  return { session, start: () => saver.start() };
}

class Saver {
  readonly #store: EditorStoreApi;
  readonly #onElsewhere: (isChanged: boolean) => void;
  #channel: BroadcastChannel | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #versionAtMs = Date.now();
  /** While another project is being opened, which is no change of the one before. */
  #isSwitching = false;

  constructor(store: EditorStoreApi, onElsewhere: (isChanged: boolean) => void) {
    this.#store = store;
    this.#onElsewhere = onElsewhere;
  }

  start(): () => void {
    const leaving = new AbortController();
    const channel = new BroadcastChannel('videogen.projects');
    channel.onmessage = ({ data }: MessageEvent<SavedMessage>) => {
      if (data.projectId === this.#store.getState().project.id) this.#onElsewhere(true);
    };
    this.#channel = channel;
    window.addEventListener('pagehide', () => this.#leave(), { signal: leaving.signal });
    // On phones a page that is put away may never be told more.
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.#leave(), { signal: leaving.signal });
    const unsubscribe = this.#store.subscribe((now, before) => {
      if (!this.#isSwitching && isChanged(now, before)) this.#saveSoon();
    });
    writeCurrentId(this.#store.getState().project.id);
    return () => {
      unsubscribe();
      leaving.abort();
      void this.flush();
      this.#channel = null;
      channel.close();
    };
  }

  /** What waits is saved now. */
  async flush(): Promise<void> {
    if (this.#timer !== null) await this.save();
  }

  async save(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const stored = this.#read();
    writeCurrentId(stored.project.id);
    try {
      await saveProject(stored);
      this.#channel?.postMessage({ projectId: stored.project.id } satisfies SavedMessage);
      this.#onElsewhere(false);
      if (Date.now() - this.#versionAtMs >= VERSION_INTERVAL_MS) await this.keep('While editing');
    } catch {
      this.#store.getState().say({ kind: 'refusal', text: 'The project could not be saved in this browser: save it as a JSON file' });
    }
  }

  async keep(label: string): Promise<boolean> {
    this.#versionAtMs = Date.now();
    const { project } = this.#read();
    return keepVersion(project.id, { savedAtMs: this.#versionAtMs, label, compositionText: project.compositionText });
  }

  switchTo(open: () => void): void {
    this.#isSwitching = true;
    open();
    this.#isSwitching = false;
    this.#versionAtMs = Date.now();
    writeCurrentId(this.#store.getState().project.id);
  }

  #saveSoon(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), SAVE_DELAY_MS);
  }

  #read(): StoredProject {
    const { project: details, draftText, readText } = this.#store.getState();
    return toStored({ details, draftText, text: readText(), nowMs: Date.now() });
  }

  #leave(): void {
    if (this.#timer === null) return;
    leaveProject(this.#read());
    void this.save();
  }
}

function isChanged(now: EditorStore, before: EditorStore): boolean {
  return now.project !== before.project || now.draftText !== before.draftText || now.textRevision !== before.textRevision || settledComposition(now) !== settledComposition(before);
}
