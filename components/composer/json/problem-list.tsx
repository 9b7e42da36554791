/**
 * What is wrong with the composition, under the editor: each problem leads to its place. One calm line when nothing is.
 */
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { DraftProblem } from '#components/composer/json/read-draft';

interface ProblemListProps {
  problems: readonly DraftProblem[];
  onSelect: (problem: DraftProblem) => void;
}

export function ProblemList({ problems, onSelect }: ProblemListProps) {
  const count = problems.length;
  return (
    <section aria-label="Problems" className="border-t border-line">
      <p role="status" className="flex items-center gap-2 px-4 py-2.5 text-[13px]">
        {count === 0 ? (
          <>
            <CircleCheck className="size-4 text-accent" aria-hidden="true" />
            <span className="text-ink-soft">Valid composition</span>
          </>
        ) : (
          <>
            <TriangleAlert className="size-4 text-danger" aria-hidden="true" />
            <span className="font-medium text-danger">
              {count} {count === 1 ? 'problem' : 'problems'}
            </span>
          </>
        )}
      </p>
      {count > 0 && (
        <ul className="max-h-44 overflow-y-auto border-t border-line pb-1.5">
          {problems.map((problem) => (
            <li key={`${problem.path} ${problem.message}`}>
              <button
                type="button"
                onClick={() => onSelect(problem)}
                className="grid w-full grid-cols-[3.25rem_minmax(0,1fr)] gap-x-3 px-4 py-1.5 text-left text-[13px] leading-5 hover:bg-sunken focus-visible:-outline-offset-2"
              >
                <span className="text-ink-faint tabular-nums">Line {problem.line}</span>
                <span className="break-words">
                  {problem.path !== '' && <code className="font-mono text-xs font-medium">{problem.path}</code>} {problem.message}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
