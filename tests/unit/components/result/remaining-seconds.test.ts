/** What is left of a job follows the estimate at first and the real pace later, and is never made longer by a wait. */
import { describe, expect, it } from 'vitest';
import { toRemainingSeconds } from '#components/result/remaining-seconds';

describe('toRemainingSeconds', () => {
  it('is what is left of the estimate as long as nothing is rendered', () => {
    expect(toRemainingSeconds({ estimatedSeconds: 38, elapsedSeconds: 4, progressPercent: 20 })).toBe(34);
  });

  it('is nothing known when the estimate is used up before the render has begun', () => {
    expect(toRemainingSeconds({ estimatedSeconds: 10, elapsedSeconds: 10, progressPercent: 5 })).toBeNull();
  });

  it('is shortened by a render that is quicker than estimated', () => {
    expect(toRemainingSeconds({ estimatedSeconds: 38, elapsedSeconds: 4, progressPercent: 50 })).toBe(4);
  });

  it('is not lengthened by a pace that a wait in the queue made slow', () => {
    expect(toRemainingSeconds({ estimatedSeconds: 100, elapsedSeconds: 80, progressPercent: 40 })).toBe(20);
  });

  it('follows the pace when the estimate is used up', () => {
    expect(toRemainingSeconds({ estimatedSeconds: 20, elapsedSeconds: 60, progressPercent: 75 })).toBe(20);
  });
});
