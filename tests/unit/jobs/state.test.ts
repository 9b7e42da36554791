/** The state machine: its transitions, and how steps become progress. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canTransition, isFinal, JOB_STATUSES, PROCESSING_STEPS, STEPS, toCurrentStep, toProgressPercent } from '#lib/jobs/state';

describe('the state machine', () => {
  it('final statuses lead nowhere, and every job can end', () => {
    const final = JOB_STATUSES.filter(isFinal);
    expect(final).toEqual(['completed', 'failed', 'cancelled', 'timeout']);
    for (const from of final) expect(JOB_STATUSES.filter((to) => canTransition(from, to))).toEqual([]);
    for (const to of final) expect(canTransition('processing', to)).toBe(true);
  });

  it('a job is not completed before it was started', () => {
    expect(canTransition('pending', 'completed')).toBe(false);
    expect(canTransition('pending', 'processing')).toBe(true);
  });

  it('each step starts where the one before it ends, at the contract\'s percentages', () => {
    expect(PROCESSING_STEPS.map((step) => STEPS[step].startPercent)).toEqual([0, 5, 20, 25, 85, 95, 100]);
    for (const [index, step] of PROCESSING_STEPS.slice(1, -1).entries()) expect(STEPS[PROCESSING_STEPS[index]!].endPercent).toBe(STEPS[step].startPercent);
  });

  it('progress stays within its step and never falls while the part done grows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROCESSING_STEPS), fc.double({ noNaN: true }), fc.double({ noNaN: true }), (step, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((fraction) => toProgressPercent(step, fraction)) as [number, number];
        expect(Number.isInteger(less)).toBe(true);
        expect(less).toBeGreaterThanOrEqual(STEPS[step].startPercent);
        expect(more).toBeLessThanOrEqual(STEPS[step].endPercent);
        if (Number.isFinite(a) && Number.isFinite(b)) expect(less).toBeLessThanOrEqual(more);
      }),
    );
    expect(toProgressPercent('processing', Number.NaN)).toBe(25);
  });

  it('people read what happened to a job that ended without a video', () => {
    expect(toCurrentStep('cancelled', 'processing')).toBe('Cancelled');
    expect(toCurrentStep('timeout', 'processing')).toBe('Timed out');
    expect(toCurrentStep('processing', 'processing')).toBe('Processing video elements');
  });
});
