/** An easing as written ("ease-out", "cubic-bezier(0.2, 0, 0, 1)", "steps(4)", "spring(0.3)") becomes an `Easing`, or words for what is wrong with it. */
import { EASING_DIRECTIONS, LINEAR, PENNER_FAMILIES, STEP_JUMPS, type Easing } from '#lib/composition/easing';
import { BEZIER_Y_MAX, EASING_LENGTH_MAX, EASING_STEPS_MAX, SPRING_BOUNCE_MAX } from '#lib/composition/limits';
import { findNearestName } from '#lib/composition/nearest-name';
import { quoteValue } from '#lib/composition/schema/expected';

export type EasingOutcome = { ok: true; easing: Easing } | { ok: false; problem: string };

const cubicBezier = (x1: number, y1: number, x2: number, y2: number): Easing => ({ kind: 'cubic-bezier', x1, y1, x2, y2 });

/** Of a spring without a number: two swings that can be seen. */
const SPRING_BOUNCE_DEFAULT = 0.5;

/** Every easing that has a name. The curves of CSS's names are from CSS Easing Functions Level 2, section 2.2. */
const NAMED_EASINGS: ReadonlyMap<string, Easing> = new Map<string, Easing>([
  ['linear', LINEAR],
  ['ease', cubicBezier(0.25, 0.1, 0.25, 1)],
  ['ease-in', cubicBezier(0.42, 0, 1, 1)],
  ['ease-out', cubicBezier(0, 0, 0.58, 1)],
  ['ease-in-out', cubicBezier(0.42, 0, 0.58, 1)],
  ['spring', { kind: 'spring', bounce: SPRING_BOUNCE_DEFAULT }],
  ...PENNER_FAMILIES.flatMap((family) => EASING_DIRECTIONS.map((direction): [string, Easing] => [`${family}-${direction}`, { kind: 'penner', family, direction }])),
]);

/** In the order of the documentation. */
export const EASING_NAMES: readonly string[] = [...NAMED_EASINGS.keys()];

/** What other systems call Penner's equations ("easeInQuad"), so that they lead to the name here. */
const NAMES_ELSEWHERE: ReadonlyMap<string, string> = new Map(
  PENNER_FAMILIES.flatMap((family) => EASING_DIRECTIONS.map((direction): [string, string] => [`ease-${direction}-${family}`, `${family}-${direction}`])),
);

const NAME_PATTERN = /^[a-z-]+$/i;
/** A name and what is between its parentheses. */
const CALL_PATTERN = /^([a-z-]+)\(([^()]*)\)$/;
const NUMBER_PATTERN = /^-?(\d{1,6}(\.\d{1,10})?|\.\d{1,10})$/;

const FORMS = 'a name such as "ease-out", "cubic-bezier(x1, y1, x2, y2)", "steps(count, jump)" or "spring(bounce)"';

/** Problems read on from the path: "must be ...". */
export function parseEasing(text: string): EasingOutcome {
  const named = NAMED_EASINGS.get(text);
  if (named !== undefined) return { ok: true, easing: named };
  const call = text.length > EASING_LENGTH_MAX ? null : CALL_PATTERN.exec(text);
  if (call === null) return explainName(text);
  const [, name, inside = ''] = call;
  const values = inside.split(',').map((value) => value.trim());
  switch (name) {
    case 'cubic-bezier': return parseBezier(values);
    case 'steps': return parseSteps(values);
    case 'spring': return parseSpring(values);
    default: return explainName(text);
  }
}

function parseBezier(values: readonly string[]): EasingOutcome {
  const [x1, y1, x2, y2, ...others] = values.map(toNumber);
  const isCurve = isWithin(x1, 0, 1) && isWithin(y1, -BEZIER_Y_MAX, BEZIER_Y_MAX) && isWithin(x2, 0, 1) && isWithin(y2, -BEZIER_Y_MAX, BEZIER_Y_MAX);
  if (isCurve && others.length === 0) return { ok: true, easing: cubicBezier(x1, y1, x2, y2) };
  return { ok: false, problem: `must have four numbers in cubic-bezier(x1, y1, x2, y2): x1 and x2 from 0 to 1, y1 and y2 from -${BEZIER_Y_MAX} to ${BEZIER_Y_MAX}` };
}

function parseSteps([countText = '', jumpText = 'jump-end', ...others]: readonly string[]): EasingOutcome {
  const count = toNumber(countText);
  const longName = jumpText === 'start' || jumpText === 'end' ? `jump-${jumpText}` : jumpText;
  const jump = STEP_JUMPS.find((name) => name === longName);
  const countMin = jump === 'jump-none' ? 2 : 1;
  if (jump !== undefined && Number.isInteger(count) && isWithin(count, countMin, EASING_STEPS_MAX) && others.length === 0) {
    return { ok: true, easing: { kind: 'steps', count, jump } };
  }
  return {
    ok: false,
    problem: `must have a whole number from 1 (of jump-none: 2) to ${EASING_STEPS_MAX} in steps(count) or steps(count, jump), and as jump one of ${STEP_JUMPS.join(', ')}, start, end`,
  };
}

function parseSpring([bounceText = '', ...others]: readonly string[]): EasingOutcome {
  const bounce = toNumber(bounceText);
  if (isWithin(bounce, 0, SPRING_BOUNCE_MAX) && others.length === 0) return { ok: true, easing: { kind: 'spring', bounce } };
  return { ok: false, problem: `must have a number from 0 to ${SPRING_BOUNCE_MAX} in spring(bounce)` };
}

function explainName(text: string): EasingOutcome {
  const known = [...EASING_NAMES, ...NAMES_ELSEWHERE.keys()];
  const nearest = NAME_PATTERN.test(text) ? findNearestName(text, known) : null;
  const meant = nearest === null ? null : (NAMES_ELSEWHERE.get(nearest) ?? nearest);
  return { ok: false, problem: `must be ${FORMS}, not ${quoteValue(text)}${meant === null ? '' : `; did you mean "${meant}"?`}` };
}

const toNumber = (text: string): number => (NUMBER_PATTERN.test(text) ? Number(text) : Number.NaN);

/** False for NaN and for what is not there. */
function isWithin(value: number | undefined, min: number, max: number): value is number {
  return value !== undefined && value >= min && value <= max;
}
