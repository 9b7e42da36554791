/**
 * What a click on "Create video" would lead to: how long it takes, and whether the video comes at once or as a job to follow.
 */
'use client';

import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { settledComposition, useEditor } from '#components/composer/store/editor-store';
import { useDebounced } from '#components/composer/use-debounced';
import { estimateVideo } from '#lib/api/client';
import type { EstimateBody } from '#lib/api/contract';
import type { Composition } from '#lib/composition/schema/composition';

/** Typing is over by then; the answer takes a few milliseconds. */
const SETTLE_MS = 400;

/** In place of a document in the key of a query: a whole one would be written out each time it is looked for. */
const documentNumbers = new WeakMap<Composition, number>();
let lastNumber = 0;

function numberOf(composition: Composition): number {
  const number = documentNumbers.get(composition) ?? (lastNumber += 1);
  documentNumbers.set(composition, number);
  return number;
}

/** The server's estimate and warnings; nothing is asked of a document that cannot be made. */
export function useEstimate() {
  const composition = useEditor(settledComposition);
  const isDraft = useEditor(({ draftText }) => draftText !== null);
  const settled = useDebounced<Composition | null>(isDraft || composition.elements.length === 0 ? null : composition, SETTLE_MS);
  return useQuery({
    queryKey: ['estimate', settled === null ? null : numberOf(settled)],
    queryFn: ({ signal }) => estimateVideo(settled, { signal }),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 10_000,
  });
}

export function EstimateLine() {
  const isEmpty = useEditor((store) => settledComposition(store).elements.length === 0);
  const isDraft = useEditor(({ draftText }) => draftText !== null);
  const { data, error } = useEstimate();
  return (
    <div role="status" className="w-36 shrink-0 text-right text-xs leading-4 max-sm:hidden">
      {isDraft ? (
        <Lines first="Not ready yet" second="the JSON has problems" />
      ) : isEmpty ? (
        <Lines first="Nothing to make yet" second="add something first" />
      ) : data !== undefined ? (
        <Lines first={`About ${data.estimated_completion}`} second={toPromise(data)} />
      ) : error !== null ? (
        <Lines first="No estimate" second={error.message} />
      ) : (
        <Lines first="Estimating…" second=" " />
      )}
    </div>
  );
}

function Lines({ first, second }: { first: string; second: string }) {
  return (
    <>
      <p className="truncate font-semibold tabular-nums">{first}</p>
      <p className="truncate text-ink-soft" title={second}>
        {second}
      </p>
    </>
  );
}

function toPromise(estimate: EstimateBody): string {
  if (estimate.queue_wait_seconds >= 1) return `${Math.round(estimate.queue_wait_seconds)} s of it in the queue`;
  return estimate.response_type === 'immediate' ? 'answers at once' : 'you get a link';
}
