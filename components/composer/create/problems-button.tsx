/**
 * What is wrong with the document, or will not be as asked, on a button of the top bar: each leads to its field. Nothing is shown when nothing is.
 */
'use client';

import clsx from 'clsx';
import { Info, TriangleAlert } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useRef, useState } from 'react';
import { useCreation } from '#components/composer/create/creation-context';
import { useEstimate } from '#components/composer/create/estimate-line';
import { listDocumentProblems, type DocumentProblem } from '#components/composer/create/document-problems';
import { useMissingMedia } from '#components/composer/player/player-context';
import { useResolvedTimeline } from '#components/composer/player/resolved-timeline';
import { useShell } from '#components/composer/shell/shell-store';
import { useEditor, useEditorStore } from '#components/composer/store/editor-store';

export function ProblemsButton() {
  const store = useEditorStore();
  const [isOpen, setIsOpen] = useState(false);
  /** The focus goes to the field instead of back to the button. */
  const isFollowing = useRef(false);
  const showPanel = useShell((shell) => shell.showPanel);
  const showResult = useShell((shell) => shell.showResult);
  const problems = useDocumentProblems();
  if (problems.length === 0) return null;
  const follow = ({ path }: DocumentProblem) => {
    setIsOpen(false);
    isFollowing.current = true;
    if (path === null) return showPanel('json');
    // The fields are under the sheet.
    showResult(false);
    store.getState().reveal(path);
  };
  const wrong = problems.filter(({ isWarning }) => !isWarning).length;
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger className={clsx('flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2 text-[13px] font-medium hover:bg-sunken', wrong > 0 ? 'text-danger' : 'text-warning')}>
        <TriangleAlert className="size-4" aria-hidden="true" />
        {wrong > 0 ? counted(wrong, 'problem') : counted(problems.length, 'warning')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Problems"
          onCloseAutoFocus={(event) => {
            if (isFollowing.current) event.preventDefault();
            isFollowing.current = false;
          }}
          className="z-50 w-96 max-w-[calc(100vw-1rem)] animate-rise rounded-xl border border-line bg-surface p-1.5 shadow-pop"
        >
          <ul className="max-h-96 overflow-y-auto">
            {problems.map((problem) => (
              <li key={`${problem.path} ${problem.message}`}>
                <button type="button" onClick={() => follow(problem)} className="flex w-full gap-2.5 rounded-lg px-2.5 py-2 text-left text-[13px] leading-5 hover:bg-sunken">
                  {problem.isWarning ? <Info className="mt-0.5 size-4 shrink-0 text-warning" aria-label="Warning" /> : <TriangleAlert className="mt-0.5 size-4 shrink-0 text-danger" aria-label="Problem" />}
                  <span className="min-w-0 break-words">{problem.message}</span>
                </button>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function useDocumentProblems(): DocumentProblem[] {
  const isDraft = useEditor(({ draftText }) => draftText !== null);
  const { problems } = useResolvedTimeline();
  const { refusals } = useCreation();
  const warnings = useEstimate().data?.warnings ?? [];
  return listDocumentProblems({ isDraft, resolving: problems, missing: useMissingMedia(), refusals, warnings });
}
