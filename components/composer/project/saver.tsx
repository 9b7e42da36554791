/**
 * Keeps the open project in this browser: an editor store in; half a second after every change, and when the page is left, it is in the storage, with a
 * picture and versions on the way.
 */
import { forgetLeftProject, leaveProject, writeCurrentId } from '#components/composer/project/local-memory';
import { findPicture, isStorageFull, keepVersion, savePicture, saveProject } from '#components/composer/project/project-storage';
import { toStored, type StoredProject } from '#components/composer/project/stored-project';
import { settledComposition, type EditorStore, type EditorStoreApi } from '#components/composer/store/editor-store';

export interface PicturedPreview {
  /** It shows the document as it is by now, and is not about to show another moment of it. */
  isReady: () => boolean;
  /** A data URL; null when none can be had. */
  take: () => string | null;
}

/** Why nothing is saved: there is no room, or the browser keeps nothing. */
export type SaveProblem = 'full' | 'refused';

/** Told when it changes. */
export interface SaverListeners {
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
export class Saver {
  readonly #store: EditorStoreApi;
  readonly #listeners: SaverListeners;
  #preview: PicturedPreview | null = null;
  #isPictureDue = false;
  #hasProblem = false;
  #channel: BroadcastChannel | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Changes are counted, so that it is known whether all of them are in the storage: one that is on its way may be lost with the page. */
  #changes = 0;
  #savedChanges = 0;
  /** Of which project a copy was left for the next page. */
  #leftId: string | null = null;
  #versionAtMs = Date.now();
  /** While another project is being opened, which is no change of the one before. */
  #isSwitching = false;
  /** While nothing is to be saved by itself. */
  #isHeld = false;

  constructor(store: EditorStoreApi, listeners: SaverListeners) {
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

  /** What is not saved yet is saved now. False when it could not be. */
  async flush(): Promise<boolean> {
    while (!this.#isAllSaved() || this.#hasProblem) if (!(await this.save())) return false;
    return true;
  }

  /** Nothing is saved by itself until `work` is done. */
  async hold(work: () => Promise<void>): Promise<void> {
    this.#isHeld = true;
    this.#stopTimer();
    try {
      await work();
    } finally {
      this.#isHeld = false;
      if (!this.#isAllSaved()) this.#startTimer();
    }
  }

  takePicturesWith(preview: PicturedPreview | null): void {
    this.#preview = preview;
  }

  /** False when it could not be: that is told, and the next change tries again. */
  async save(): Promise<boolean> {
    this.#stopTimer();
    const stored = this.#read();
    const changes = this.#changes;
    writeCurrentId(stored.project.id);
    try {
      await saveProject(stored);
      this.#savedChanges = Math.max(this.#savedChanges, changes);
      this.#forgetLeft(stored);
      this.#channel?.postMessage({ projectId: stored.project.id } satisfies SavedMessage);
      this.#listeners.onElsewhere(false);
      this.#tellProblem(null);
      this.#isPictureDue = true;
      await this.keepPicture();
      if (Date.now() - this.#versionAtMs >= VERSION_INTERVAL_MS) await this.keep('While editing');
      return true;
    } catch (error) {
      // A later save, which has these changes too, may have gone through.
      if (changes < this.#savedChanges) return true;
      this.#tellProblem(isStorageFull(error) ? 'full' : 'refused');
      return false;
    }
  }

  /** Of what was saved last; there may be nothing to see yet. */
  async keepPicture(): Promise<void> {
    if (this.#preview === null || !this.#isPictureDue || !this.#preview.isReady()) return;
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

  /** A version of the document as it is, and of what was typed; `same`: the last one is the same. */
  async keep(label: string): Promise<'kept' | 'same' | 'failed'> {
    this.#versionAtMs = Date.now();
    const savedAtMs = this.#versionAtMs;
    const { project, draftText } = this.#read();
    try {
      const taken = this.#preview?.isReady() === true ? this.#preview.take() : null;
      const picture = taken ?? (await findPicture(project.id));
      const version = { savedAtMs, label, compositionText: project.compositionText, ...(draftText === null ? {} : { draftText }), ...(picture === null ? {} : { picture }) };
      return (await keepVersion(project.id, version)) ? 'kept' : 'same';
    } catch (error) {
      this.#tellProblem(isStorageFull(error) ? 'full' : 'refused');
      return 'failed';
    }
  }

  /** To another project, which is stored or shall be: what of the one before is not saved by now is left behind. */
  switchTo(open: () => void, { isStored }: { isStored: boolean }): void {
    this.#isSwitching = true;
    try {
      open();
    } finally {
      this.#isSwitching = false;
    }
    this.#stopTimer();
    this.#changes += 1;
    this.#savedChanges = isStored ? this.#changes : 0;
    this.#tellProblem(null);
    this.#isPictureDue = false;
    this.#versionAtMs = Date.now();
    writeCurrentId(this.#store.getState().project.id);
  }

  #saveSoon(): void {
    this.#changes += 1;
    if (!this.#isHeld) this.#startTimer();
  }

  #startTimer(): void {
    this.#stopTimer();
    this.#timer = setTimeout(() => void this.save(), SAVE_DELAY_MS);
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #isAllSaved(): boolean {
    return this.#savedChanges === this.#changes;
  }

  #read(): StoredProject {
    const { project: details, draftText, readText } = this.#store.getState();
    return toStored({ details, draftText, text: readText(), nowMs: Date.now() });
  }

  #leave(): void {
    if (this.#isAllSaved()) return;
    const stored = this.#read();
    leaveProject(stored);
    this.#leftId = stored.project.id;
    void this.save();
  }

  /** The storage has what was left of a project, and nothing newer is on its way. */
  #forgetLeft({ project: { id, updatedAtMs } }: StoredProject): void {
    if (this.#leftId !== id || !this.#isAllSaved()) return;
    forgetLeftProject(id, updatedAtMs);
    this.#leftId = null;
  }
}

function isChanged(now: EditorStore, before: EditorStore): boolean {
  return now.project !== before.project || now.draftText !== before.draftText || now.textRevision !== before.textRevision || settledComposition(now) !== settledComposition(before);
}
