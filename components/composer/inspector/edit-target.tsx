/**
 * What a form changes: the selected elements, or the composition itself. Fields get the functions from here and read nothing of the document while they
 * are idle, so that a field is drawn again only when its own value changes.
 */
'use client';

import { createContext, useContext, useMemo } from 'react';
import { playheadSecondsOf } from '#components/composer/commands/action-context';
import { usePlayer } from '#components/composer/player/player-context';
import { useEditorStore, type EditorStoreApi } from '#components/composer/store/editor-store';
import { setAt, type JsonPath } from '#lib/editor/change-element';
import { setCanvas } from '#lib/editor/commands/set-canvas';
import { setValue } from '#lib/editor/commands/set-value';
import type { Command, EditOutcome } from '#lib/editor/edit-outcome';
import { presentOf } from '#lib/editor/history';

export interface EditTarget {
  /** One step of the history; undefined takes the value away. Steps with one `mergeKey` soon after each other become one. */
  set: (path: JsonPath, value: unknown, mergeKey?: string) => EditOutcome;
  /** Within a gesture, which `begin` starts and `end` or `cancel` ends. */
  preview: (path: JsonPath, value: unknown) => EditOutcome;
  begin: (label: string) => void;
  end: () => void;
  cancel: () => void;
}

export const EditTargetContext = createContext<EditTarget | null>(null);

export function useEditTarget(): EditTarget {
  const target = useContext(EditTargetContext);
  if (target === null) throw new Error('There is nothing to edit around this field');
  return target;
}

/** The playhead on the clock of the open scope, at the moment it is asked for. */
export function useReadPlayhead(): () => number {
  const store = useEditorStore();
  const player = usePlayer();
  return useMemo(() => () => playheadSecondsOf({ store, player }), [store, player]);
}

export function useElementsTarget(): EditTarget {
  const store = useEditorStore();
  const readPlayhead = useReadPlayhead();
  return useMemo(() => {
    const readKeys = () => presentOf(store.getState().history).selection;
    const target = toTarget(store, (path, value) => ({ command: setValue, args: { keys: readKeys(), path, value, atSeconds: readPlayhead() } }));
    // The same field of other elements is another step.
    const set: EditTarget['set'] = (path, value, mergeKey) => target.set(path, value, mergeKey === undefined ? undefined : `${readKeys().join(' ')} ${mergeKey}`);
    return { ...target, set };
  }, [store, readPlayhead]);
}

export function useCanvasTarget(): EditTarget {
  const store = useEditorStore();
  return useMemo(
    () =>
      toTarget(store, (path, value) => {
        const [property] = path;
        const changed = setAt(presentOf(store.getState().history).composition, path, value);
        return { command: setCanvas, args: { [String(property)]: Reflect.get(changed, String(property)) as unknown } };
      }),
    [store],
  );
}

function toTarget<Args>(store: EditorStoreApi, editOf: (path: JsonPath, value: unknown) => { command: Command<Args>; args: Args }): EditTarget {
  return {
    set: (path, value, mergeKey) => {
      const { command, args } = editOf(path, value);
      const outcome = store.getState().run(command, args, mergeKey);
      // It is told where it was typed.
      if (!outcome.ok) store.getState().say(null);
      return outcome;
    },
    preview: (path, value) => {
      const { command, args } = editOf(path, value);
      return store.getState().preview(command, args);
    },
    begin: (label) => store.getState().begin(label),
    end: () => store.getState().end(),
    cancel: () => store.getState().cancel(),
  };
}
