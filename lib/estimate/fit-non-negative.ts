/**
 * Fits a linear model without negative coefficients: rows of inputs with what came out in, coefficients out. Pure.
 * Least squares on the relative error, with a little ridge against inputs that always go together, and with Huber's weights
 * (iteratively reweighted), so that the few jobs that went quite differently do not bend it.
 */

export interface FitRow {
  /** Finite and not negative; all rows have equally many. */
  inputs: readonly number[];
  /** Finite and not negative. */
  output: number;
  /** How much the row counts beside others; above 0. */
  weight: number;
}

/** An error of half of this is as bad at outputs below it: nobody sees 0.1 s at a job of 0.2 s. */
const OUTPUT_FLOOR = 0.5;
/** As a part of each input's own square: a bias of a thousandth. */
const RIDGE = 1e-3;
/** Huber's constant: 95 % as sharp as least squares where errors are normal. */
const HUBER = 1.345;
/** From the median of absolute deviations to the standard deviation of a normal distribution. */
const MAD_TO_SIGMA = 1.4826;
/** Errors below 2 % are never outliers. */
const SCALE_MIN = 0.02;
const REWEIGHTINGS = 12;
const SWEEPS_MAX = 200;
/** In seconds, as scaled inputs are of size 1: nobody sees less. */
const STEP_MIN = 1e-4;

/** One coefficient for each input, each finite and at least 0; none for no rows. */
export function fitNonNegative(rows: readonly FitRow[]): number[] {
  const inputCount = rows[0]?.inputs.length ?? 0;
  // In units of their own size, so that one ridge and one smallest step serve all.
  const sizes = Array.from({ length: inputCount }, (_, index) => rootMeanSquare(rows.map(({ inputs }) => inputs[index] ?? 0)));
  const scaled = rows.map(({ inputs, output, weight }) => ({ inputs: inputs.map((value, index) => ratio(value, sizes[index] ?? 0)), output, weight }));
  let coefficients: number[] = new Array<number>(inputCount).fill(0);
  // In the first round relative to what came out, then to what should have: else jobs that were too short by chance would weigh the most.
  let units = rows.map(({ output }) => Math.max(output, OUTPUT_FLOOR));
  let trusts = rows.map(() => 1);
  for (let round = 0; round < REWEIGHTINGS; round += 1) {
    coefficients = solve(scaled, scaled.map(({ weight }, index) => ratio(weight * (trusts[index] ?? 0), (units[index] ?? 0) ** 2)), coefficients);
    const predictions = scaled.map(({ inputs }) => dot(inputs, coefficients));
    units = predictions.map((prediction) => Math.max(prediction, OUTPUT_FLOOR));
    trusts = toTrusts(scaled.map(({ output }, index) => ((predictions[index] ?? 0) - output) / (units[index] ?? 1)));
  }
  return coefficients.map((coefficient, index) => ratio(coefficient, sizes[index] ?? 0));
}

/** The prediction of the fitted model. */
export function dot(inputs: readonly number[], coefficients: readonly number[]): number {
  return inputs.reduce((sum, value, index) => sum + value * (coefficients[index] ?? 0), 0);
}

/** Weighted least squares by coordinate descent on the normal equations: convex, so it ends at the one minimum, from wherever it starts. */
function solve(rows: readonly FitRow[], weights: readonly number[], start: readonly number[]): number[] {
  const { squares, products } = toNormalEquations(rows, weights, start.length);
  const coefficients = [...start];
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep += 1) {
    let largestStep = 0;
    for (const [index, line] of squares.entries()) {
      const known = coefficients[index] ?? 0;
      const own = line[index] ?? 0;
      const ridge = RIDGE * own;
      const gradient = (products[index] ?? 0) - dot(line, coefficients) + own * known;
      const next = own > 0 ? Math.max(0, gradient / (own + ridge)) : 0;
      largestStep = Math.max(largestStep, Math.abs(next - known));
      coefficients[index] = next;
    }
    if (largestStep < STEP_MIN) break;
  }
  return coefficients;
}

function toNormalEquations(rows: readonly FitRow[], weights: readonly number[], inputCount: number): { squares: number[][]; products: number[] } {
  const squares = Array.from({ length: inputCount }, () => new Array<number>(inputCount).fill(0));
  const products = new Array<number>(inputCount).fill(0);
  for (const [index, { inputs, output }] of rows.entries()) {
    const weight = weights[index] ?? 0;
    for (const [row, line] of squares.entries()) {
      const own = weight * (inputs[row] ?? 0);
      if (own === 0) continue;
      for (const [column, value] of inputs.entries()) line[column] = (line[column] ?? 0) + own * value;
      products[row] = (products[row] ?? 0) + own * output;
    }
  }
  return { squares, products };
}

/** 1 for what is near the model, less the further away: an outlier pulls as hard as an error at the edge, not with its whole length. */
function toTrusts(errors: readonly number[]): number[] {
  const edge = HUBER * Math.max(SCALE_MIN, MAD_TO_SIGMA * median(errors.map(Math.abs)));
  return errors.map((error) => Math.min(1, ratio(edge, Math.abs(error), 1)));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

const rootMeanSquare = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length));
const ratio = (value: number, divisor: number, otherwise = 0): number => (divisor === 0 ? otherwise : value / divisor);
