/** Slots and waits of the two lanes. */
import { describe, expect, it } from 'vitest';
import { expectedWaitSeconds, splitSlots } from '#lib/jobs/lanes';

describe('the lanes', () => {
  it.each([
    [1, { quick: 1, long: 1 }],
    [2, { quick: 1, long: 1 }],
    [5, { quick: 3, long: 2 }],
    [64, { quick: 32, long: 32 }],
  ])('%i slots are split so that each lane has one and quick jobs have the larger half', (concurrentMax, slots) => {
    expect(splitSlots(concurrentMax)).toEqual(slots);
  });

  it('nobody waits while a slot is free; else the work is shared by the slots', () => {
    expect(expectedWaitSeconds({ jobCount: 2, workSeconds: 100 }, 3)).toBe(0);
    expect(expectedWaitSeconds({ jobCount: 3, workSeconds: 90 }, 3)).toBe(30);
  });
});
