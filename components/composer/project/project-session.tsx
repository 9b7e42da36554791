/**
 * The life of the open project: saved soon after every change and when the page is left, versions kept on the way, and a look at what other tabs do
 * to it. Gives what projects can be done with: `useProjectSession`.
 */
'use client';

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createSession, type Session } from '#components/composer/project/create-session';
import type { SaveProblem } from '#components/composer/project/saver';
import { lazyPart } from '#components/composer/shell/lazy-part';
import { useEditorStore } from '#components/composer/store/editor-store';

export interface ProjectSessionValue extends Session {
  /** Another tab has saved the same project since this one did. */
  isChangedElsewhere: boolean;
  /** Why the project cannot be saved in this browser; null when it can. */
  saveProblem: SaveProblem | null;
}

const UnsavedQuestion = lazyPart(async () => (await import('#components/composer/project/unsaved-question')).UnsavedQuestion);

const ProjectSessionContext = createContext<ProjectSessionValue | null>(null);

/** What a question waits for. */
interface Answer {
  give: (goesOn: boolean) => void;
}

export function ProjectSession({ children }: { children: ReactNode }) {
  const store = useEditorStore();
  const [isChangedElsewhere, setIsChangedElsewhere] = useState(false);
  const [saveProblem, setSaveProblem] = useState<SaveProblem | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [{ session, start }] = useState(() => {
    const onUnsaved = () => new Promise<boolean>((resolve) => setAnswer({ give: resolve }));
    return createSession(store, { onElsewhere: setIsChangedElsewhere, onSaveProblem: setSaveProblem, onUnsaved });
  });
  useEffect(() => start(), [start]);
  const value = useMemo(() => ({ ...session, isChangedElsewhere, saveProblem }), [session, isChangedElsewhere, saveProblem]);
  const take = (goesOn: boolean) => {
    answer?.give(goesOn);
    setAnswer(null);
  };
  return (
    <ProjectSessionContext value={value}>
      {children}
      {answer !== null && <UnsavedQuestion onAnswer={take} />}
    </ProjectSessionContext>
  );
}

export function useProjectSession(): ProjectSessionValue {
  const session = useContext(ProjectSessionContext);
  if (session === null) throw new Error('There is no project around this component');
  return session;
}
