/** The human formats read exactly as the contract says. */
import { describe, expect, it } from 'vitest';
import { formatDuration, formatEstimate, formatFileSize, formatPercent } from '#lib/format';

describe('formats', () => {
  it.each([
    [null, '0 KB'],
    [0, '0 KB'],
    [1_258_291, '1.2 MB'],
    [1024, '0.0 MB'],
    [104_857_600, '100.0 MB'],
  ])('file size of %s bytes is %s', (bytes, words) => expect(formatFileSize(bytes)).toBe(words));

  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [4.4, '4 seconds'],
    [59.6, '1 minute'],
    [60, '1 minute'],
    [65, '1 minute 5 seconds'],
    [121, '2 minutes 1 second'],
    [600, '10 minutes'],
  ])('%s seconds read "%s"', (seconds, words) => expect(formatDuration(seconds)).toBe(words));

  it.each([
    [0.2, '1 second'],
    [45, '45 seconds'],
    [59.4, '59 seconds'],
    [59.6, '1 minute'],
    [61, '2 minutes'],
    [180, '3 minutes'],
  ])('an estimate of %s seconds reads "%s"', (seconds, words) => expect(formatEstimate(seconds)).toBe(words));

  it('percentages are whole', () => expect(formatPercent(60)).toBe('60%'));
});
