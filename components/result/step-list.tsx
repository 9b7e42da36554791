/**
 * The steps of a job in their order: done, at work, to come.
 */
import clsx from 'clsx';
import { Check } from 'lucide-react';
import { PROCESSING_STEPS, STEPS, type ProcessingStep } from '#lib/jobs/state';

const SHOWN_STEPS = PROCESSING_STEPS.filter((step) => step !== 'completed');

type Stage = 'done' | 'current' | 'ahead';

const SPOKEN: Readonly<Record<Stage, string>> = { done: 'done', current: 'in progress', ahead: 'to come' };

export function StepList({ step }: { step: ProcessingStep }) {
  const currentIndex = PROCESSING_STEPS.indexOf(step);
  return (
    <ol className="space-y-0" aria-label="Steps">
      {SHOWN_STEPS.map((shown, index) => {
        const stage: Stage = index < currentIndex ? 'done' : index === currentIndex ? 'current' : 'ahead';
        return (
          <li key={shown} aria-current={stage === 'current' ? 'step' : undefined} className="group relative flex items-center gap-3 py-1.5">
            <span
              aria-hidden="true"
              className={clsx(
                'absolute top-1/2 left-[9px] h-full w-px group-last:hidden',
                stage === 'done' ? 'bg-accent' : 'bg-line-strong/60',
              )}
            />
            <StepMark stage={stage} />
            <span className={clsx('text-sm', stage === 'current' ? 'font-medium text-ink' : stage === 'done' ? 'text-ink-soft' : 'text-ink-faint')}>
              {STEPS[shown].label}
              <span className="sr-only">, {SPOKEN[stage]}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function StepMark({ stage }: { stage: Stage }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'relative z-10 grid size-[19px] shrink-0 place-items-center rounded-full border',
        stage === 'done' && 'border-accent bg-accent text-on-accent',
        stage === 'current' && 'border-accent bg-surface',
        stage === 'ahead' && 'border-line-strong bg-surface',
      )}
    >
      {stage === 'done' && <Check className="size-3" strokeWidth={3} />}
      {stage === 'current' && <span className="size-2 animate-breathe rounded-full bg-accent" />}
    </span>
  );
}
