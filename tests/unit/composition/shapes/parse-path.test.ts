/** SVG path data: every command, every short form, and the words for what is wrong. */
import { describe, expect, it } from 'vitest';
import { PATH_COMMANDS_MAX } from '#lib/composition/limits';
import { parsePath } from '#lib/composition/shapes/parse-path';
import type { PathCommand } from '#lib/composition/shapes/shape';

const commandsOf = (text: string): PathCommand[] => {
  const outcome = parsePath(text);
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.commands;
};

const LETTERS = { move: 'M', line: 'L', curve: 'C', close: 'Z' };

/** As path data again: absolute, with thousandths. */
const rewritten = (text: string): string =>
  commandsOf(text)
    .map(({ type, ...numbers }) => [LETTERS[type], ...Object.values(numbers).map((value: number) => Math.round(value * 1000) / 1000 + 0)].join(' '))
    .join(' ');

const problemOf = (text: string): string => {
  const outcome = parsePath(text);
  return outcome.ok ? 'none' : outcome.problem;
};

describe('parsePath', () => {
  it.each([
    ['lines', 'M 1 2 L 3 4', 'M 1 2 L 3 4'],
    ['relative lines', 'm 1 2 l 3 4 -1 -1', 'M 1 2 L 4 6 L 3 5'],
    ['further pairs of a move, which are lines', 'M1 2 3 4 5 6', 'M 1 2 L 3 4 L 5 6'],
    ['further pairs of a relative move', 'm1 2 3 4', 'M 1 2 L 4 6'],
    ['across and down', 'M 1 2 H 9 V 8 h -2 v -3', 'M 1 2 L 9 2 L 9 8 L 7 8 L 7 5'],
    ['numbers without anything between them', 'M.5.5-1-1L1e1+2', 'M 0.5 0.5 L -1 -1 L 10 2'],
    ['a point at the end of a number', 'M1.L2.,3', 'none: at character 4: a number is expected, not "L"'],
    ['commas and line breaks', 'M1,2\n\t3 ,4', 'M 1 2 L 3 4'],
    ['cubic curves', 'M0 0C1 2 3 4 5 6c1 1 2 2 3 3', 'M 0 0 C 1 2 3 4 5 6 C 6 7 7 8 8 9'],
    ['smooth cubic curves, which mirror the last control point', 'M0 0C1 2 3 4 5 6S8 8 9 9', 'M 0 0 C 1 2 3 4 5 6 C 7 8 8 8 9 9'],
    ['a smooth curve after a line, which mirrors nothing', 'M0 0L5 5S8 8 9 9', 'M 0 0 L 5 5 C 5 5 8 8 9 9'],
    ['quadratic curves as cubic ones', 'M0 0Q3 3 6 0', 'M 0 0 C 2 2 4 2 6 0'],
    ['smooth quadratic curves', 'M0 0Q3 3 6 0T12 0', 'M 0 0 C 2 2 4 2 6 0 C 8 -2 10 -2 12 0'],
    ['a smooth quadratic after a cubic, which mirrors nothing', 'M0 0C0 3 3 3 3 0T9 0', 'M 0 0 C 0 3 3 3 3 0 C 3 0 5 0 9 0'],
    ['closes, after which the next line begins where the outline began', 'M1 1 L5 1 L5 5 Z l 1 1', 'M 1 1 L 5 1 L 5 5 Z M 1 1 L 2 2'],
    ['several outlines', 'M0 0L1 0ZM5 5l1 0z', 'M 0 0 L 1 0 Z M 5 5 L 6 5 Z'],
    ['moves in a row, of which the last counts', 'M1 1M2 2L3 3', 'M 2 2 L 3 3'],
    ['half a circle', 'M 0 0 A 5 5 0 0 1 10 0', 'M 0 0 C 0 -2.761 2.239 -5 5 -5 C 7.761 -5 10 -2.761 10 0'],
    ['half a circle the other way', 'M0 0a5 5 0 0010 0', 'M 0 0 C 0 2.761 2.239 5 5 5 C 7.761 5 10 2.761 10 0'],
    ['an arc whose radii cannot reach, which are enlarged', 'M0 0A1 1 0 0 1 10 0', 'M 0 0 C 0 -2.761 2.239 -5 5 -5 C 7.761 -5 10 -2.761 10 0'],
    ['an arc of no radius, which is a line', 'M0 0A0 5 0 0 1 10 0', 'M 0 0 L 10 0'],
    ['an arc to where it is, which is nothing', 'M0 0A5 5 0 0 1 0 0L1 1', 'M 0 0 L 1 1'],
  ])('reads %s', (_name, text, expected) => {
    expect(expected.startsWith('none: ') ? `none: ${problemOf(text).replace('must be SVG path data; ', '')}` : rewritten(text)).toBe(expected);
  });

  it.each([
    [[0, 0], 1],
    [[0, 1], 1],
    [[1, 0], 3],
    [[1, 1], 3],
  ])('an arc with the flags %j goes the way they say, over %i quarters', ([isLarge, isClockwise], quarters) => {
    // From the right to the bottom of a circle of radius 10 about (0, 0) or about (10, 10).
    const [, ...curves] = commandsOf(`M 10 0 A 10 10 0 ${isLarge} ${isClockwise} 0 10`);
    expect(curves).toHaveLength(quarters);
    const centre = isLarge === isClockwise ? [10, 10] : [0, 0];
    for (const curve of curves) expect(curve.type === 'curve' && Math.hypot(curve.x - centre[0]!, curve.y - centre[1]!)).toBeCloseTo(10, 9);
    expect(curves.at(-1)).toMatchObject({ x: 0, y: 10 });
  });

  it('a turned ellipse passes through its ends and keeps its half axes', () => {
    // Half axes 20 and 10, turned by 90 degrees: it is 10 wide and 20 high on each side.
    const [, first] = commandsOf('M 0 0 A 20 10 90 0 1 20 0');
    expect(first).toMatchObject({ type: 'curve', x: expect.closeTo(10, 9), y: expect.closeTo(-20, 9) });
  });

  it.each([
    ['', 'must be SVG path data that draw something: a move and at least a line or a curve'],
    ['M 1 2', 'must be SVG path data that draw something: a move and at least a line or a curve'],
    ['M 1 2 Z', 'must be SVG path data that draw something: a move and at least a line or a curve'],
    ['L 1 2', 'must be SVG path data; at character 1: a path begins with M'],
    ['10 20', 'must be SVG path data; at character 1: a path begins with M'],
    ['M 1', 'must be SVG path data; at character 4: a number is expected, not the end'],
    ['M 1 2 L 3', 'must be SVG path data; at character 10: a number is expected, not the end'],
    ['M 1 2 X 3 4', 'must be SVG path data; at character 7: "X" is no command; known are M, L, H, V, C, S, Q, T, A or Z'],
    ['M 1 2 L 3 4 #', 'must be SVG path data; at character 13: a number is expected, not "#"'],
    ['M 1 2 L 3,,4', 'must be SVG path data; at character 11: a number is expected, not ","'],
    ['M 1 2, L 3 4', 'must be SVG path data; at character 8: a number is expected, not "L"'],
    ['M 1 2 L 3 4,', 'must be SVG path data; at character 13: a number is expected, not the end'],
    ['M 1 2 Z 3 4', 'must be SVG path data; at character 9: a command is expected: M, L, H, V, C, S, Q, T, A or Z'],
    ['M 0 0 A 5 5 0 2 1 9 9', 'must be SVG path data; at character 15: a flag (0 or 1) is expected, not "2"'],
    ['M 0 0 L NaN 1', 'must be SVG path data; at character 9: a number is expected, not "N"'],
    ['M 0 0 L Infinity 1', 'must be SVG path data; at character 9: a number is expected, not "I"'],
    ['M 0 0 L 1e999 1', 'must be SVG path data; at character 15: coordinates must stay within -1000000 and 1000000'],
    ['M 0 0 l 900000 0 900000 0', 'must be SVG path data; at character 25: coordinates must stay within -1000000 and 1000000'],
    ['M 0 0 L url(#a) 1', 'must be SVG path data; at character 9: a number is expected, not "u"'],
  ])('refuses %j: %s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('refuses more lines and curves than may be drawn', () => {
    expect(problemOf(`M0 0${'h1'.repeat(PATH_COMMANDS_MAX)}`)).toContain(`there are more than ${PATH_COMMANDS_MAX} lines and curves`);
    expect(commandsOf(`M0 0${'h1'.repeat(PATH_COMMANDS_MAX - 1)}`)).toHaveLength(PATH_COMMANDS_MAX);
  });

  it('no number comes out that is not one, whatever the radii', () => {
    for (const radius of ['1e-320', '1e-9', '1e-3', '1e6']) {
      for (const command of commandsOf(`M 0 0 A ${radius} 1 30 1 0 1e6 -1e6 a 1 ${radius} 0 0 1 -1e-9 0`)) {
        for (const value of Object.values(command)) expect(typeof value === 'string' || Number.isFinite(value)).toBe(true);
      }
    }
  });
});
