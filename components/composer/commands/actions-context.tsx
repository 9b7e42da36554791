/**
 * The actions, bound: the registry's ids to what they do here, whether each can be done now, and the keys that start them.
 * `<ActionButton>` and `<ActionItem>` are made of this, and so are palette and help.
 */
'use client';

import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ActionContext } from '#components/composer/commands/action-context';
import { readConditions } from '#components/composer/commands/read-conditions';
import type { Actions } from '#components/composer/commands/shortcuts';
import { useCreation } from '#components/composer/create/creation-context';
import { usePlayer } from '#components/composer/player/player-context';
import { useResolvedTimeline } from '#components/composer/player/resolved-timeline';
import { useProjectSession } from '#components/composer/project/project-session';
import { afterTracks } from '#components/composer/shell/after-tracks';
import { lazyPart } from '#components/composer/shell/lazy-part';
import { useStageViewStore } from '#components/composer/stage/stage-view';
import { useEditorStore, type EditorStoreApi } from '#components/composer/store/editor-store';
import { isActionEnabled, type ActionId } from '#lib/editor/actions';

const Shortcuts = lazyPart(afterTracks(async () => (await import('#components/composer/commands/shortcuts')).Shortcuts));

interface BoundActions extends Actions {
  /** What can be done changes with it; also with `isCreating`, which the one button that it is about reads itself. */
  store: EditorStoreApi;
}

const ActionsContext = createContext<BoundActions | null>(null);

export function ActionsProvider({ children }: { children: ReactNode }) {
  const context: ActionContext = {
    store: useEditorStore(), stage: useStageViewStore(), session: useProjectSession(), player: usePlayer(), resolved: useResolvedTimeline(), ...useCreation(),
  };
  // Read when something is done: the actions stay the same while the document changes.
  const current = useRef(context);
  current.current = context;
  const { store } = context;
  const effects = useRef<Awaited<ReturnType<typeof loadEffects>> | null>(null);
  useEffect(() => void afterTracks(loadEffects)().then((loaded) => (effects.current = loaded), () => undefined), []);
  const bound = useMemo((): BoundActions => {
    const isEnabled = (id: ActionId) => isActionEnabled(id, readConditions(current.current));
    const perform = (id: ActionId) => {
      if (!isEnabled(id)) return;
      if (effects.current !== null) return effects.current.bindActions(current.current)[id]();
      loadEffects().then(
        ({ bindActions }) => bindActions(current.current)[id](),
        () => store.getState().say({ kind: 'refusal', text: 'A part of the composer could not be loaded: try again when the connection is back' }),
      );
    };
    return { perform, isEnabled, store };
  }, [store]);
  return (
    <ActionsContext value={bound}>
      <Shortcuts actions={bound} />
      {children}
    </ActionsContext>
  );
}

// What the actions do is most of the editor's code: it comes right after the tracks, or when it is asked for.
const loadEffects = () => import('#components/composer/commands/bind-actions');

function useBound(): BoundActions {
  const bound = useContext(ActionsContext);
  if (bound === null) throw new Error('There are no actions around this component');
  return bound;
}

export function useActions(): Actions {
  return useBound();
}

/** Whether an action can be done now; renders again only when that changes. */
export function useIsEnabled(id: ActionId): boolean {
  const { store, isEnabled } = useBound();
  return useStore(store, () => isEnabled(id));
}
