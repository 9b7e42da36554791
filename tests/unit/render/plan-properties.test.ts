// What holds for the plan of every timeline, tried with hundreds of compositions that nobody would think of.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import type { Timeline } from '#lib/composition/timeline';
import { AppError } from '#lib/errors';
import { accept, smallBody, smallFacts } from '#tests/unit/composition/arbitraries';
import { factsOf, resolveWith } from '#tests/unit/composition/fixtures';
import { stringifyGraph } from '#worker/render/filter-graph';
import { buildGraph } from '#worker/render/graph';
import { planRender } from '#worker/render/plan';
import type { RenderPlan } from '#worker/render/render-plan';

describe('for every timeline that is resolved', () => {
  it('there is a plan of spans without gaps, a graph of real numbers, and nothing that is not plain data', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(smallBody, smallFacts, (value, media) => {
        const composition = accept(value);
        const result = composition === null ? null : resolveWith(composition, media);
        if (composition === null || result === null || !result.ok) return;
        const plan = planOrNull(result.timeline, factsOf(composition, media));
        if (plan === null) return;
        expect(plan.spans[0]?.startFrame).toBe(0);
        expect(plan.spans.at(-1)?.endFrame).toBe(plan.frameCount);
        for (const [index, span] of plan.spans.entries()) if (index > 0) expect(span.startFrame).toBe(plan.spans[index - 1]?.endFrame);
        expect(stringifyGraph(buildGraph(plan))).not.toMatch(/NaN|undefined|Infinity/);
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
      }),
      { numRuns: 500 },
    );
  });
});

/** Null for what needs more memory than there may be. */
function planOrNull(timeline: Timeline, media: MediaFactsBySource): RenderPlan | null {
  try {
    return planRender(timeline, media);
  } catch (error) {
    if (error instanceof AppError && error.code === 'OUTPUT_TOO_COMPLEX') return null;
    throw error;
  }
}
