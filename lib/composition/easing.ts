/**
 * Easings: how a value goes from one keyframe to the next. An easing and the elapsed share of the way in, the eased share out
 * (it may leave 0 to 1 on the way: back, elastic, spring). Pure; `schema/easing.ts` says how they are written.
 */

export const PENNER_FAMILIES = ['quad', 'cubic', 'quart', 'quint', 'sine', 'expo', 'circ', 'back', 'elastic', 'bounce'] as const;
export type PennerFamily = (typeof PENNER_FAMILIES)[number];

export const EASING_DIRECTIONS = ['in', 'out', 'in-out'] as const;
export type EasingDirection = (typeof EASING_DIRECTIONS)[number];

/** Where the jumps of `steps` are, in CSS's words (`start` and `end` are its short names of the first two). */
export const STEP_JUMPS = ['jump-start', 'jump-end', 'jump-none', 'jump-both'] as const;
export type StepJump = (typeof STEP_JUMPS)[number];

export type Easing =
  | { kind: 'linear' }
  /** CSS's: a curve from (0, 0) to (1, 1) with two control points; x1 and x2 are within 0 to 1. */
  | { kind: 'cubic-bezier'; x1: number; y1: number; x2: number; y2: number }
  /** `count` is at least 1; at least 2 for `jump-none`. */
  | { kind: 'steps'; count: number; jump: StepJump }
  /** A spring that is at rest when the time is over. `bounce` is in [0, 1): 0 does not overshoot; 1 - bounce is the damping ratio. */
  | { kind: 'spring'; bounce: number }
  | { kind: 'penner'; family: PennerFamily; direction: EasingDirection };

export const LINEAR: Easing = { kind: 'linear' };

/** `fraction` of the time, cut to 0 to 1, as the fraction of the way. All but `steps` are exactly 0 at 0 and 1 at 1. */
export function applyEasing(easing: Easing, fraction: number): number {
  const time = Math.min(1, Math.max(0, fraction));
  if (easing.kind === 'steps') return applySteps(time, easing.count, easing.jump);
  if (time === 0 || time === 1) return time;
  switch (easing.kind) {
    case 'linear': return time;
    case 'cubic-bezier': return bezier(solveBezier(time, easing.x1, easing.x2), easing.y1, easing.y2);
    case 'spring': return applySpring(time, easing.bounce);
    case 'penner': return applyPenner(time, easing.family, easing.direction);
    default: return easing satisfies never;
  }
}

/** CSS Easing Functions Level 2, section 2.3; a jump happens at the moment it is due. */
function applySteps(time: number, count: number, jump: StepJump): number {
  const jumpCount = { 'jump-start': count, 'jump-end': count, 'jump-none': count - 1, 'jump-both': count + 1 }[jump];
  const jumpsAtOnce = jump === 'jump-start' || jump === 'jump-both' ? 1 : 0;
  // The billionth keeps a time such as 0.1 + 0.2 at the step it stands for.
  const done = Math.floor(time * count + 1e-9) + jumpsAtOnce;
  return Math.min(done, jumpCount) / jumpCount;
}

/** One coordinate of the curve from 0 to 1 with control values `first` and `second`. */
function bezier(parameter: number, first: number, second: number): number {
  const rest = 1 - parameter;
  return parameter * (3 * rest * (rest * first + parameter * second) + parameter * parameter);
}

/** What `bezier(t)` rises by at `parameter`. */
function bezierSlope(parameter: number, first: number, second: number): number {
  const rest = 1 - parameter;
  return 3 * (rest * (rest * first + 2 * parameter * (second - first)) + parameter * parameter * (1 - second));
}

/**
 * The parameter at which the curve is at `x`: Newton's method, halving the bracket instead where a step would leave it (flat curves).
 * x1 and x2 within 0 to 1 make x rise with the parameter, so there is one.
 */
function solveBezier(x: number, x1: number, x2: number): number {
  let low = 0;
  let high = 1;
  let parameter = x;
  // 60 halvings are all the digits of a double; Newton needs about 5 steps.
  for (let step = 0; step < 60; step += 1) {
    const error = bezier(parameter, x1, x2) - x;
    if (error > 0) high = parameter;
    else low = parameter;
    const newton = parameter - error / bezierSlope(parameter, x1, x2);
    const next = newton >= low && newton <= high ? newton : (low + high) / 2;
    if (Math.abs(next - parameter) < 1e-12) return next;
    parameter = next;
  }
  return parameter;
}

/** ln 1000: the swing has fallen to a thousandth when the time is over. */
const SPRING_DECAY = Math.log(1000);

/** The step response of a damped harmonic oscillator (natural frequency 1); the last thousandth is made up for evenly over the way. */
function applySpring(time: number, bounce: number): number {
  const damping = 1 - bounce;
  const end = SPRING_DECAY / damping;
  return swing(time * end, damping) + time * (1 - swing(end, damping));
}

function swing(time: number, damping: number): number {
  const decay = Math.exp(-damping * time);
  if (damping >= 1) return 1 - decay * (1 + time);
  const frequency = Math.sqrt(1 - damping * damping);
  return 1 - decay * (Math.cos(frequency * time) + (damping / frequency) * Math.sin(frequency * time));
}

/** Robert Penner's equations ("Programming Macromedia Flash MX", 2002) in the form of easings.net: `out` is `in` backwards, `in-out` is half of each. */
function applyPenner(time: number, family: PennerFamily, direction: EasingDirection): number {
  switch (direction) {
    case 'in': return easeIn(time, family, false);
    case 'out': return 1 - easeIn(1 - time, family, false);
    case 'in-out': return time < 0.5 ? easeIn(2 * time, family, true) / 2 : 1 - easeIn(2 - 2 * time, family, true) / 2;
    default: return direction satisfies never;
  }
}

/** Penner's overshoot of a tenth, and his factor on it where in and out share the time. */
const BACK_OVERSHOOT = 1.70158;
const BACK_HALF_FACTOR = 1.525;
/** The swing's period in tenths of the time, and where in and out share it. */
const ELASTIC_PERIOD = 3;
const ELASTIC_HALF_PERIOD = 4.5;

function easeIn(time: number, family: PennerFamily, isHalf: boolean): number {
  switch (family) {
    case 'quad': return time ** 2;
    case 'cubic': return time ** 3;
    case 'quart': return time ** 4;
    case 'quint': return time ** 5;
    case 'sine': return 1 - Math.cos((time * Math.PI) / 2);
    case 'expo': return 2 ** (10 * time - 10);
    case 'circ': return 1 - Math.sqrt(1 - time * time);
    case 'back': return backIn(time, BACK_OVERSHOOT * (isHalf ? BACK_HALF_FACTOR : 1));
    case 'elastic': return elasticIn(time, isHalf ? ELASTIC_HALF_PERIOD : ELASTIC_PERIOD);
    case 'bounce': return 1 - bounceOut(1 - time);
    default: return family satisfies never;
  }
}

const backIn = (time: number, overshoot: number): number => time * time * ((overshoot + 1) * time - overshoot);

const elasticIn = (time: number, period: number): number => -(2 ** (10 * time - 10)) * Math.sin((10 * time - 10 - period / 4) * ((2 * Math.PI) / period));

/** Four parabolas, each a quarter as high as the one before: 7.5625 = (11 / 4) squared. */
function bounceOut(time: number): number {
  const parabola = (centre: number, floor: number): number => 7.5625 * (time - centre / 11) ** 2 + floor;
  if (time < 4 / 11) return parabola(0, 0);
  if (time < 8 / 11) return parabola(6, 3 / 4);
  if (time < 10 / 11) return parabola(9, 15 / 16);
  return parabola(10.5, 63 / 64);
}
