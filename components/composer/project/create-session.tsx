/**
 * What can be done with projects, outside of React: an editor store in, a session out, which saves every change while it is not closed. Whatever would take
 * the place of the document first makes sure that it is kept.
 */
import { Saver, type PicturedPreview, type SaverListeners } from '#components/composer/project/saver';
import { findProject, type ProjectVersion } from '#components/composer/project/project-storage';
import { toOpened, type StoredProject } from '#components/composer/project/stored-project';
import type { EditorStoreApi } from '#components/composer/store/editor-store';

export interface Session {
  /** Saves what is open, then opens another project, as it is stored by now. */
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

export interface SessionListeners extends SaverListeners {
  /** What is open cannot be saved: whether another project is to be opened all the same. */
  onUnsaved: () => Promise<boolean>;
}

/** It does nothing by itself until it is started; it can be stopped and started again. */
export function createSession(store: EditorStoreApi, listeners: SessionListeners): { session: Session; start: () => () => void } {
  const saver = new Saver(store, listeners);
  const refuse = (text: string): void => store.getState().say({ kind: 'refusal', text });
  const session: Session = {
    openProject: async (listed) => {
      // Another tab may have saved it since it was listed: to save what was listed would undo that.
      const kept = await findProject(listed.project.id).catch(() => null);
      const opened = toOpened(kept ?? listed);
      if (!(await saver.flush()) && !(await listeners.onUnsaved())) return;
      saver.switchTo(() => store.getState().open(opened), { isStored: kept !== null });
      listeners.onElsewhere(false);
      if (kept === null) await saver.save();
    },
    saveVersion: async () => {
      if (!(await saver.save())) return;
      store.getState().say(SAVED_NOTICES[await saver.keep('Saved')]);
    },
    restoreVersion: async ({ compositionText, draftText, savedAtMs }) => {
      const { id } = store.getState().project;
      if ((await saver.keep('Before going back')) === 'failed') return refuse('This document could not be kept as a version, so it has not gone back');
      const { project, writeText } = store.getState();
      if (project.id !== id) return;
      writeText(compositionText, { label: `Go back to ${new Date(savedAtMs).toLocaleTimeString()}` });
      if (draftText !== undefined) writeText(draftText);
    },
    // A save that comes between would overwrite what is to be taken over.
    takeOver: () => saver.hold(async () => {
      const { id } = store.getState().project;
      const stored = await findProject(id).catch(() => null);
      if (stored === null) return refuse('What the other tab has saved could not be read');
      if ((await saver.keep('Before taking over from the other tab')) === 'failed') return refuse('What is here could not be kept as a version, so nothing was taken over');
      if (store.getState().project.id !== id) return;
      saver.switchTo(() => store.getState().open(toOpened(stored)), { isStored: true });
      listeners.onElsewhere(false);
    }),
    keepOwn: async () => void (await saver.save()),
    takePicturesWith: (preview) => saver.takePicturesWith(preview),
    takeDuePicture: () => void saver.keepPicture(),
  };
  return { session, start: () => saver.start() };
}

const SAVED_NOTICES = {
  kept: { kind: 'news', text: 'Saved, and kept as a version' },
  same: { kind: 'news', text: 'Saved; nothing has changed since the last version' },
  failed: { kind: 'refusal', text: 'Saved, but it could not be kept as a version' },
} as const;
