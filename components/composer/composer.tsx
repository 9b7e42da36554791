/**
 * The composer: opens the project it begins with, then puts the store, the player and the actions around the editor's panels.
 */
'use client';

import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { ActionsProvider } from '#components/composer/commands/actions-context';
import { CreationProvider } from '#components/composer/create/creation-context';
import { PlayerProvider } from '#components/composer/player/player-context';
import { chooseFirstProject, type FirstProject } from '#components/composer/project/choose-first-project';
import { ProjectSession } from '#components/composer/project/project-session';
import { toOpened } from '#components/composer/project/stored-project';
import { EmptyShell } from '#components/composer/shell/empty-shell';
import { Shell } from '#components/composer/shell/shell';
import { StageViewProvider } from '#components/composer/stage/stage-view';
import { createEditorStore, EditorStoreContext } from '#components/composer/store/editor-store';
import { emptyComposition } from '#lib/editor/project';

interface ComposerProps {
  /** Where this page, and with it the sample media, is reached. */
  origin: string;
}

export function Composer({ origin }: ComposerProps) {
  const [first, setFirst] = useState<FirstProject | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const choosing = useRef<Promise<FirstProject> | null>(null);
  const choose = useCallback(() => {
    setFailed(false);
    // Once, also where React tries every effect twice: it may begin a project.
    choosing.current ??= chooseFirstProject(origin);
    choosing.current.then(setFirst, () => {
      choosing.current = null;
      setFailed(true);
    });
  }, [origin]);
  useEffect(choose, [choose]);
  if (first === null) return <EmptyShell onRetry={hasFailed ? choose : null} />;
  return (
    <EditorProvider first={first}>
      <ProjectSession>
        <StageViewProvider>
          <PlayerProvider>
            <CreationProvider>
              <ActionsProvider>
                <Shell origin={origin} />
              </ActionsProvider>
            </CreationProvider>
          </PlayerProvider>
        </StageViewProvider>
      </ProjectSession>
    </EditorProvider>
  );
}

function EditorProvider({ first: { stored, problem }, children }: { first: FirstProject; children: ReactNode }) {
  const [store] = useState(() => {
    const made = createEditorStore({ composition: emptyComposition(1280, 720), selection: [], scope: null });
    made.getState().open(toOpened(stored));
    if (problem !== null) made.getState().say({ kind: 'refusal', text: problem });
    return made;
  });
  return <EditorStoreContext value={store}>{children}</EditorStoreContext>;
}
