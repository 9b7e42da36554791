/** Gains over time as FFmpeg's arithmetic. */
import { describe, expect, it } from 'vitest';
import { gainExpression } from '#worker/render/gain-expression';

/** FFmpeg's `if` and `lt` are all that is not JavaScript. */
function evaluate(text: string, n: number): number {
  const asJs = text.replaceAll('if(', 'choose(').replaceAll('lt(', 'isLess(');
  return new Function('choose', 'isLess', 'n', `return ${asJs}`)((a: boolean, b: number, c: number) => (a ? b : c), (a: number, b: number) => a < b, n) as number;
}

const depthOf = (text: string): number => [...text].reduce(({ depth, most }, letter) => ({ depth: depth + Number(letter === '(') - Number(letter === ')'), most: Math.max(most, depth) }), { depth: 0, most: 0 }).most;

describe('gainExpression', () => {
  const points = [{ sample: 100, gain: 0.5 }, { sample: 300, gain: 1.5 }, { sample: 400, gain: 0 }];

  it.each([[-50, 0.5], [0, 0.5], [100, 0.5], [200, 1], [300, 1.5], [350, 0.75], [400, 0], [9_000_000, 0]])('at sample %d is %d', (n, gain) => {
    expect(evaluate(gainExpression(points).expression, n)).toBeCloseTo(gain, 9);
  });

  it('of a thousand points is no deeper than FFmpeg reads, and right at each', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({ sample: index * 48, gain: (index * 7919) % 100 / 50 }));
    const { expression } = gainExpression(many);
    expect(depthOf(expression)).toBeLessThan(30);
    for (const { sample, gain } of many) expect(evaluate(expression, sample)).toBeCloseTo(gain, 9);
  });

  it('that rises over ten minutes ends where it should', () => {
    expect(evaluate(gainExpression([{ sample: 0, gain: 0 }, { sample: 28_800_000, gain: 1 }]).expression, 28_799_999)).toBeCloseTo(1, 6);
  });
});
