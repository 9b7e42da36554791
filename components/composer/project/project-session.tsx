/**
 * The life of the open project: saved soon after every change and when the page is left, versions kept on the way, and a look at what other tabs do
 * to it. Gives what projects can be done with: `useProjectSession`.
 */
'use client';

import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { createSession, type SaveProblem, type Session } from '#components/composer/project/create-session';
import { useEditorStore } from '#components/composer/store/editor-store';

export interface ProjectSessionValue extends Session {
  /** Another tab has saved the same project since this one did. */
  isChangedElsewhere: boolean;
  /** Why the project cannot be saved in this browser; null when it can. */
  saveProblem: SaveProblem | null;
}

const ProjectSessionContext = createContext<ProjectSessionValue | null>(null);

export function ProjectSession({ children }: { children: ReactNode }) {
  const store = useEditorStore();
  const [isChangedElsewhere, setIsChangedElsewhere] = useState(false);
  const [saveProblem, setSaveProblem] = useState<SaveProblem | null>(null);
  const [{ session, start }] = useState(() => createSession(store, { onElsewhere: setIsChangedElsewhere, onSaveProblem: setSaveProblem }));
  useEffect(() => start(), [start]);
  const value = useMemo(() => ({ ...session, isChangedElsewhere, saveProblem }), [session, isChangedElsewhere, saveProblem]);
  return <ProjectSessionContext value={value}>{children}</ProjectSessionContext>;
}

export function useProjectSession(): ProjectSessionValue {
  const session = useContext(ProjectSessionContext);
  if (session === null) throw new Error('There is no project around this component');
  return session;
}
