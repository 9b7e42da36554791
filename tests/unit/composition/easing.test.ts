/** Easings against values of others: CSS's as Chromium computes them, Penner's as easings.net writes them, springs by stepwise integration. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEasing, type Easing } from '#lib/composition/easing';
import { EASING_NAMES, parseEasing } from '#lib/composition/parse-easing';
import { withElement, problemsOf } from '#tests/unit/composition/fixtures';

const FRACTIONS = [0.1, 0.25, 0.5, 0.75, 0.9];

function easingOf(text: string): Easing {
  const outcome = parseEasing(text);
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.easing;
}

function expectValues(text: string, expected: readonly number[], fractions = FRACTIONS): void {
  const easing = easingOf(text);
  for (const [index, fraction] of fractions.entries()) expect(applyEasing(easing, fraction), `${text} at ${fraction}`).toBeCloseTo(expected[index] ?? Number.NaN, 5);
}

const CSS: Array<[string, number[]]> = [
  ['linear', [0.1, 0.25, 0.5, 0.75, 0.9]],
  ['ease', [0.0947963, 0.4085106, 0.8024034, 0.960459, 0.9943165]],
  ['ease-in', [0.0170266, 0.0934647, 0.3153567, 0.6218619, 0.8394278]],
  ['ease-out', [0.1605722, 0.3781381, 0.6846433, 0.9065353, 0.9829734]],
  ['ease-in-out', [0.0197225, 0.1291619, 0.5, 0.8708381, 0.9802775]],
  ['cubic-bezier(0.2, 0, 0, 1)', [0.15625, 0.6072204, 0.8778336, 0.9754801, 0.996459]],
  ['cubic-bezier(.68,-.55,.265,1.55)', [-0.0662915, -0.0828071, 0.6066799, 1.0891658, 1.0623732]],
  ['cubic-bezier(1, 0, 0, 1)', [0.0037617, 0.0297246, 0.5, 0.9702754, 0.9962383]],
  ['cubic-bezier(0, 1, 1, 0)', [0.3874003, 0.4790555, 0.5, 0.5209445, 0.6125997]],
  ['steps(4)', [0, 0.25, 0.5, 0.75, 0.75]],
  ['steps(3, end)', [0, 0, 0.3333333, 0.6666667, 0.6666667]],
  ['steps(4, jump-end)', [0, 0.25, 0.5, 0.75, 0.75]],
  ['steps(4, start)', [0.25, 0.5, 0.75, 1, 1]],
  ['steps(4, jump-none)', [0, 0.3333333, 0.6666667, 1, 1]],
  ['steps(4, jump-both)', [0.2, 0.4, 0.6, 0.8, 0.8]],
];

const PENNER: Array<[string, number[]]> = [
  ['quad-in', [0.01, 0.0625, 0.25, 0.5625, 0.81]],
  ['quad-out', [0.19, 0.4375, 0.75, 0.9375, 0.99]],
  ['quad-in-out', [0.02, 0.125, 0.5, 0.875, 0.98]],
  ['cubic-in', [0.001, 0.015625, 0.125, 0.421875, 0.729]],
  ['cubic-out', [0.271, 0.578125, 0.875, 0.984375, 0.999]],
  ['cubic-in-out', [0.004, 0.0625, 0.5, 0.9375, 0.996]],
  ['quart-in', [0.0001, 0.0039062, 0.0625, 0.3164062, 0.6561]],
  ['quart-out', [0.3439, 0.6835938, 0.9375, 0.9960938, 0.9999]],
  ['quart-in-out', [0.0008, 0.03125, 0.5, 0.96875, 0.9992]],
  ['quint-in', [1e-05, 0.0009766, 0.03125, 0.2373047, 0.59049]],
  ['quint-out', [0.40951, 0.7626953, 0.96875, 0.9990234, 0.99999]],
  ['quint-in-out', [0.00016, 0.015625, 0.5, 0.984375, 0.99984]],
  ['sine-in', [0.0123117, 0.0761205, 0.2928932, 0.6173166, 0.8435655]],
  ['sine-out', [0.1564345, 0.3826834, 0.7071068, 0.9238795, 0.9876883]],
  ['sine-in-out', [0.0244717, 0.1464466, 0.5, 0.8535534, 0.9755283]],
  ['expo-in', [0.0019531, 0.0055243, 0.03125, 0.1767767, 0.5]],
  ['expo-out', [0.5, 0.8232233, 0.96875, 0.9944757, 0.9980469]],
  ['expo-in-out', [0.0019531, 0.015625, 0.5, 0.984375, 0.9980469]],
  ['circ-in', [0.0050126, 0.0317542, 0.1339746, 0.3385622, 0.5641101]],
  ['circ-out', [0.4358899, 0.6614378, 0.8660254, 0.9682458, 0.9949874]],
  ['circ-in-out', [0.0101021, 0.0669873, 0.5, 0.9330127, 0.9898979]],
  ['back-in', [-0.0143142, -0.0641366, -0.0876975, 0.1825903, 0.591172]],
  ['back-out', [0.408828, 0.8174097, 1.0876975, 1.0641366, 1.0143142]],
  ['back-in-out', [-0.0375186, -0.0996818, 0.5, 1.0996818, 1.0375186]],
  ['elastic-in', [0.0019531, -0.0055243, -0.015625, 0.0883883, -0.25]],
  ['elastic-out', [1.25, 0.9116117, 1.015625, 1.0055243, 0.9980469]],
  ['elastic-in-out', [0.0003392, 0.0119694, 0.5, 0.9880306, 0.9996608]],
  ['bounce-in', [0.011875, 0.0273438, 0.234375, 0.5273438, 0.924375]],
  ['bounce-out', [0.075625, 0.4726562, 0.765625, 0.9726562, 0.988125]],
  ['bounce-in-out', [0.03, 0.1171875, 0.5, 0.8828125, 0.97]],
];

describe('applyEasing', () => {
  it.each(CSS)("%s is what Chromium's Web Animations give", expectValues);
  it.each(PENNER)('%s is what easings.net gives', expectValues);

  it.each([
    ['spring(0)', [0.1534, 0.51705, 0.86311, 0.97117]],
    ['spring(0.25)', [0.26386, 0.79029, 1.02844, 1.00769]],
    ['spring', [0.54747, 1.16056, 0.97546, 1.00402]],
    ['spring(0.8)', [1.51103, 1.07134, 1.01682, 0.9938]],
  ])('%s is the way of a damped spring', (text, expected) => {
    const easing = easingOf(text);
    for (const [index, value] of expected.entries()) expect(applyEasing(easing, FRACTIONS[index] ?? 0)).toBeCloseTo(value, 4);
  });

  it('has every name tested', () => {
    expect([...CSS, ...PENNER, ['spring']].map(([name]) => name)).toEqual(expect.arrayContaining([...EASING_NAMES]));
  });

  it.each(EASING_NAMES)('%s begins at 0, ends at 1, and holds both beyond its time', (name) => {
    expect([-1, 0, 1, 2].map((fraction) => applyEasing(easingOf(name), fraction))).toEqual([0, 0, 1, 1]);
  });

  it('a cubic curve is on the curve to a millionth, whatever its handles', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const height = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.record({ x1: unit, y1: height, x2: unit, y2: height }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), ({ x1, y1, x2, y2 }, parameter) => {
        const along = (first: number, second: number, at: number) => 3 * (1 - at) ** 2 * at * first + 3 * (1 - at) * at ** 2 * second + at ** 3;
        const x = along(x1, x2, parameter);
        const slope = 3 * (1 - parameter) ** 2 * x1 + 6 * (1 - parameter) * parameter * (x2 - x1) + 3 * parameter ** 2 * (1 - x2);
        // Where the curve stands upright, a rounding error of x is any height.
        fc.pre(slope > 1e-3);
        expect(Math.abs(applyEasing({ kind: 'cubic-bezier', x1, y1, x2, y2 }, x) - along(y1, y2, parameter))).toBeLessThan(1e-6);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an easing as written', () => {
  const problemOf = (easing: unknown) => problemsOf(withElement({ x: [{ time: 0, value: 0 }, { time: 1, value: 10, easing }] }))['elements.0.x.1.easing'];
  const FORMS = 'must be a name such as "ease-out", "cubic-bezier(x1, y1, x2, y2)", "steps(count, jump)" or "spring(bounce)"';

  it.each([...EASING_NAMES, 'cubic-bezier(0,-10,1,10)', 'steps(1)', 'steps(1000, jump-both)', 'spring(0.95)'])('%s is accepted', (text) => {
    expect(problemOf(text)).toBeUndefined();
  });

  it.each<[unknown, string]>([
    ['easeout', `${FORMS}, not "easeout"; did you mean "ease-out"?`],
    ['easeInOutQuad', `${FORMS}, not "easeInOutQuad"; did you mean "quad-in-out"?`],
    ['bounce-ot', `${FORMS}, not "bounce-ot"; did you mean "bounce-out"?`],
    ['wobble', `${FORMS}, not "wobble"`],
    ['wobble(1)', `${FORMS}, not "wobble(1)"`],
    ['', `${FORMS}, not ""`],
    ['cubic-bezier(2, 0, 0, 1)', 'must have four numbers in cubic-bezier(x1, y1, x2, y2): x1 and x2 from 0 to 1, y1 and y2 from -10 to 10'],
    ['cubic-bezier(0, 0, 1)', 'must have four numbers in cubic-bezier(x1, y1, x2, y2): x1 and x2 from 0 to 1, y1 and y2 from -10 to 10'],
    ['cubic-bezier(0, 0, 1, 1, 1)', 'must have four numbers in cubic-bezier(x1, y1, x2, y2): x1 and x2 from 0 to 1, y1 and y2 from -10 to 10'],
    ['steps(0)', 'must have a whole number from 1 (of jump-none: 2) to 1000 in steps(count) or steps(count, jump), and as jump one of jump-start, jump-end, jump-none, jump-both, start, end'],
    ['steps(1, jump-none)', 'must have a whole number from 1 (of jump-none: 2) to 1000 in steps(count) or steps(count, jump), and as jump one of jump-start, jump-end, jump-none, jump-both, start, end'],
    ['spring(1)', 'must have a number from 0 to 0.95 in spring(bounce)'],
    [3, 'must be an easing such as "ease-out", "cubic-bezier(0.2, 0, 0, 1)", "steps(4)" or "spring", not 3'],
  ])('%j is refused', (text, message) => {
    expect(problemOf(text)).toBe(message);
  });
});
