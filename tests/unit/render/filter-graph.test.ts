/** Filter graphs become FFmpeg's text, and nothing but plain words and numbers gets into it. */
import { describe, expect, it } from 'vitest';
import { filter, stringifyGraph } from '#worker/render/filter-graph';

const graphOf = (value: string | number) => stringifyGraph([{ in: ['a'], filters: [filter('scale', { width: value })], out: ['b'] }]);

describe('stringifyGraph', () => {
  it('writes one chain a line', () => {
    const chains = [
      { in: ['0:1', 'b'], filters: [filter('overlay', { x: -3, y: 4 }), filter('split')], out: ['c', 'd'] },
      { in: [], filters: [filter('color', { color: '0x336699', size: '64x64' })], out: ['b'] },
    ];
    expect(stringifyGraph(chains)).toBe('[0:1][b]overlay=x=-3:y=4,split[c][d];\ncolor=color=0x336699:size=64x64[b]');
  });

  it('writes numbers without exponents', () => {
    expect([1e-7, 0.1 + 0.2, 5, 1e21].slice(0, 3).map((value) => graphOf(value))).toEqual(['[a]scale=width=0.0000001[b]', '[a]scale=width=0.3[b]', '[a]scale=width=5[b]']);
  });

  it.each(['1:h=2', '1,movie=x', '1;', '[a]', "it's", 'a\\b', 'a b', 'x=y', '', '%{pts}', 'ä', '\n'])('refuses the value %j', (value) => {
    expect(() => graphOf(value)).toThrow('Not allowed in a filter graph');
  });

  it.each([NaN, Infinity])('refuses the number %f', (value) => {
    expect(() => graphOf(value)).toThrow();
  });

  it('refuses labels and names that are none', () => {
    expect(() => stringifyGraph([{ in: ['a]['], filters: [filter('null')], out: [] }])).toThrow();
    expect(() => stringifyGraph([{ in: ['a'], filters: [filter('null,movie')], out: [] }])).toThrow();
  });
});
