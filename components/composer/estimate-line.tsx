/**
 * What a click on "Create video" would lead to: how long it takes, and whether the video comes at once or as a job to follow.
 */
'use client';

import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { useDebounced } from '#components/composer/use-debounced';
import { estimateVideo } from '#lib/api/client';
import type { EstimateBody } from '#lib/api/contract';
import { formatEstimate } from '#lib/format';
import type { Composition } from '#lib/composition/schema/composition';

/** Typing is over by then; the answer takes a few milliseconds. */
const SETTLE_MS = 400;

export function EstimateLine({ composition }: { composition: Composition | null }) {
  const settled = useDebounced(composition, SETTLE_MS);
  const estimate = useQuery({
    queryKey: ['estimate', settled],
    queryFn: ({ signal }) => estimateVideo(settled, { signal }),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return (
    <div role="status" className="min-h-11 min-w-0">
      {composition === null ? (
        <Lines first="Not ready yet" second="Solve the problems under the text first." />
      ) : estimate.data !== undefined ? (
        <Lines first={`About ${estimate.data.estimated_completion}`} second={toPromise(estimate.data)} />
      ) : estimate.isError ? (
        <Lines first="No estimate" second={`${estimate.error.message}.`} />
      ) : (
        <Lines first="Estimating…" second=" " />
      )}
    </div>
  );
}

function Lines({ first, second }: { first: string; second: string }) {
  return (
    <>
      <p className="text-[15px] font-semibold tabular-nums">{first}</p>
      <p className="text-[13px] leading-5 text-ink-soft">{second}</p>
    </>
  );
}

function toPromise(estimate: EstimateBody): string {
  const wait = estimate.queue_wait_seconds >= 1 ? ` ${formatEstimate(estimate.queue_wait_seconds)} of it in the queue.` : '';
  return estimate.response_type === 'immediate' ? `The video comes with the answer.${wait}` : `You get a link and follow the progress.${wait}`;
}
