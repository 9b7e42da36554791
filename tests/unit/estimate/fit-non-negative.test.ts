/** The fit: what it finds, and what it never says. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dot, fitNonNegative, median, type FitRow } from '#lib/estimate/fit-non-negative';

const price = fc.double({ min: 0, max: 5, noNaN: true });
const amount = fc.double({ min: 0, max: 20, noNaN: true });
const rowsOf = (inputs: readonly number[][], outputOf: (row: number[], index: number) => number): FitRow[] =>
  inputs.map((row, index) => ({ inputs: row, output: outputOf(row, index), weight: 1 }));

const relativeErrors = (rows: readonly FitRow[], coefficients: readonly number[]) =>
  rows.map(({ inputs, output }) => Math.abs(dot(inputs, coefficients) - output) / Math.max(output, 0.5));

/** Amounts that do not go together, by a fixed sequence: what is tested is the fit, not the luck of the draw. */
const spread = (count: number): number[][] => Array.from({ length: count }, (_, index) => [1, (index * 7919) % 13, (index * 104729) % 17, ((index * 31) % 7) / 2]);

describe('fitNonNegative', () => {
  test('finds the prices that made the outputs', () => {
    fc.assert(
      fc.property(fc.tuple(fc.double({ min: 0.5, max: 5, noNaN: true }), price, price, price), (prices) => {
        const rows = rowsOf(spread(80), (row) => dot(row, prices));
        expect(Math.max(...relativeErrors(rows, fitNonNegative(rows)))).toBeLessThan(0.03);
      }),
      { numRuns: 50 },
    );
  });

  test('finds them as well when every tenth output is ten times too large or too small', () => {
    fc.assert(
      fc.property(fc.tuple(fc.double({ min: 0.5, max: 5, noNaN: true }), price, price, price), (prices) => {
        const clean = rowsOf(spread(120), (row) => dot(row, prices));
        const dirty = clean.map(({ inputs, output }, index) => ({ inputs, weight: 1, output: index % 10 !== 3 ? output : index % 20 === 3 ? output * 10 : output / 10 }));
        expect(median(relativeErrors(clean, fitNonNegative(dirty)))).toBeLessThan(0.1);
      }),
      { numRuns: 50 },
    );
  });

  test('no coefficient is negative, infinite or NaN, whatever the rows', () => {
    const anyRows = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.record({ inputs: fc.array(amount, { minLength: width, maxLength: width }), output: fc.double({ min: 0, max: 1e6, noNaN: true }), weight: fc.double({ min: 1e-6, max: 1, noNaN: true }) }), { maxLength: 40 }));
    fc.assert(
      fc.property(anyRows, (rows) => {
        const coefficients = fitNonNegative(rows);
        expect(coefficients).toHaveLength(rows[0]?.inputs.length ?? 0);
        for (const coefficient of coefficients) expect(Number.isFinite(coefficient) && coefficient >= 0, String(coefficient)).toBe(true);
      }),
    );
  });

  test('where a negative price would fit best, it is 0', () => {
    const rows = rowsOf(spread(60), (row) => 20 - (row[1] ?? 0));
    expect(fitNonNegative(rows)[1]).toBe(0);
  });

  test('inputs that always go together share their price', () => {
    const rows = spread(60).map((row) => ({ inputs: [...row, row[1] ?? 0], output: 1 + 3 * (row[1] ?? 0), weight: 1 }));
    expect(Math.max(...relativeErrors(rows, fitNonNegative(rows)))).toBeLessThan(0.03);
  });
});
