/**
 * Saving, outside of React: an editor store in; what can be done with projects out, and while it is not closed every change is on its way into this
 * browser's storage half a second later.
 */
import { findPicture, findProject, isStorageFull, keepVersion, leaveProject, savePicture, saveProject, writeCurrentId, type ProjectVersion } from '#components/composer/project/project-storage';
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
  /** What pictures of the project are taken of when it is saved. */
  takePicturesWith: (preview: PicturedPreview | null) => void;
  /** The preview has changed: takes the picture that could not be taken when the project was saved. */
  takeDuePicture: () => void;
}

export interface PicturedPreview {
  /** It shows the document, and is not about to show another moment of it. */
  isReady: () => boolean;
  /** A data URL; null when none can be had. */
  take: () => string | null;
}

/** Why nothing is saved: there is no room, or the browser keeps nothing. */
export type SaveProblem = 'full' | 'refused';

/** Told when it changes. */
export interface SessionListeners {
  /** Another tab has saved the same project since this one did. */
  onElsewhere: (isChanged: boolean) => void;
  onSaveProblem: (problem: SaveProblem | null) => void;
}

const SAVE_DELAY_MS = 500;
/** Between versions that are kept by themselves. */
const VERSION_INTERVAL_MS = 3 * 60_000;

interface SavedMessage {
  projectId: string;
}

/** It does nothing by itself until it is started; it can be stopped and started again. */
export function createSession(store: EditorStoreApi, listeners: SessionListeners): { session: Session; start: () => () => void } {
  const saver = new Saver(store, listeners);
  const session: Session = {
    openProject: async (stored) => {
      await saver.flush();
      saver.switchTo(() => store.getState().open(toOpened(stored)));
      await saver.save();
    },
    saveVersion: async () => {
      if (!(await saver.save())) return;
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
      listeners.onElsewhere(false);
    },
    keepOwn: async () => void (await saver.save()),
    takePicturesWith: (preview) => saver.takePicturesWith(preview),
    takeDuePicture: () => void saver.keepPicture(),
  };
  return { session, start: () => saver.start() };
}

class Saver {
  readonly #store: EditorStoreApi;
  readonly #listeners: SessionListeners;
  #preview: PicturedPreview | null = null;
  #isPictureDue = false;
  /** The preview still shows the project before, until it has begun to draw this one. */
  #isPictureStale = false;
  #hasProblem = false;
  #channel: BroadcastChannel | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Changes are counted, so that it is known whether all of them are in the storage: one that is on its way may be lost with the page. */
  #changes = 0;
  #savedChanges = 0;
  #versionAtMs = Date.now();
  /** While another project is being opened, which is no change of the one before. */
  #isSwitching = false;

  constructor(store: EditorStoreApi, listeners: SessionListeners) {
    this.#store = store;
    this.#listeners = listeners;
  }

  start(): () => void {
    const leaving = new AbortController();
    const channel = new BroadcastChannel('videogen.projects');
    channel.onmessage = ({ data }: MessageEvent<SavedMessage>) => {
      if (data.projectId === this.#store.getState().project.id) this.#listeners.onElsewhere(true);
    };
    this.#channel = channel;
    window.addEventListener('beforeunload', (event) => this.#hasProblem && event.preventDefault(), { signal: leaving.signal });
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
    if (this.#timer !== null || this.#hasProblem) await this.save();
  }

  takePicturesWith(preview: PicturedPreview | null): void {
    this.#preview = preview;
  }

  /** False when it could not be: that is told, and the next change tries again. */
  async save(): Promise<boolean> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const stored = this.#read();
    const changes = this.#changes;
    writeCurrentId(stored.project.id);
    try {
      await saveProject(stored);
      this.#savedChanges = Math.max(this.#savedChanges, changes);
      this.#channel?.postMessage({ projectId: stored.project.id } satisfies SavedMessage);
      this.#listeners.onElsewhere(false);
      this.#tellProblem(null);
      this.#isPictureDue = true;
      await this.keepPicture();
      if (Date.now() - this.#versionAtMs >= VERSION_INTERVAL_MS) await this.keep('While editing');
      return true;
    } catch (error) {
      this.#tellProblem(isStorageFull(error) ? 'full' : 'refused');
      return false;
    }
  }

  /** Of what was saved last; there may be nothing to see yet. */
  async keepPicture(): Promise<void> {
    if (this.#preview === null) return;
    const isReady = this.#preview.isReady();
    if (!isReady) this.#isPictureStale = false;
    if (!this.#isPictureDue || !isReady || this.#isPictureStale) return;
    const picture = this.#preview.take();
    if (picture === null) return;
    this.#isPictureDue = false;
    // Without it the project is as safe as with it.
    await savePicture(this.#store.getState().project.id, picture).catch(() => undefined);
  }

  #tellProblem(problem: SaveProblem | null): void {
    this.#hasProblem = problem !== null;
    this.#listeners.onSaveProblem(problem);
  }

  /** False when the last one is the same, or when it could not be kept. */
  async keep(label: string): Promise<boolean> {
    this.#versionAtMs = Date.now();
    const { project } = this.#read();
    try {
      const taken = this.#preview?.isReady() === true && !this.#isPictureStale ? this.#preview.take() : null;
      const picture = taken ?? (await findPicture(project.id));
      return await keepVersion(project.id, { savedAtMs: this.#versionAtMs, label, compositionText: project.compositionText, ...(picture === null ? {} : { picture }) });
    } catch (error) {
      this.#tellProblem(isStorageFull(error) ? 'full' : 'refused');
      return false;
    }
  }

  switchTo(open: () => void): void {
    this.#isSwitching = true;
    open();
    this.#isSwitching = false;
    this.#isPictureStale = true;
    this.#versionAtMs = Date.now();
    writeCurrentId(this.#store.getState().project.id);
  }

  #saveSoon(): void {
    this.#changes += 1;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), SAVE_DELAY_MS);
  }

  #read(): StoredProject {
    const { project: details, draftText, readText } = this.#store.getState();
    return toStored({ details, draftText, text: readText(), nowMs: Date.now() });
  }

  #leave(): void {
    if (this.#savedChanges === this.#changes) return;
    leaveProject(this.#read());
    void this.save();
  }
}

function isChanged(now: EditorStore, before: EditorStore): boolean {
  return now.project !== before.project || now.draftText !== before.draftText || now.textRevision !== before.textRevision || settledComposition(now) !== settledComposition(before);
}
