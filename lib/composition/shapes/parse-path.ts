/**
 * SVG path data as text in; moves, lines, cubic curves and closes in absolute coordinates out, or words for the first thing that is wrong.
 * Strict where browsers draw as far as they understand: what is refused is told.
 */
import { PATH_COMMANDS_MAX, PATH_COORDINATE_MAX } from '#lib/composition/limits';
import { arcToCurves } from '#lib/composition/shapes/arc-to-curves';
import { PathReader, PathSyntaxError } from '#lib/composition/shapes/path-reader';
import type { PathCommand } from '#lib/composition/shapes/shape';

export type PathOutcome = { ok: true; commands: PathCommand[] } | { ok: false; problem: string };

const LETTERS = 'M, L, H, V, C, S, Q, T, A or Z';

/** Problems read on from the path: "must be ...". */
export function parsePath(text: string): PathOutcome {
  const reader = new PathReader(text);
  const builder = new PathBuilder(reader);
  try {
    while (!reader.isAtEnd()) builder.addCommand();
  } catch (error) {
    if (error instanceof PathSyntaxError) return { ok: false, problem: `must be SVG path data; ${error.message}` };
    throw error;
  }
  const isSomething = builder.commands.some(({ type }) => type === 'line' || type === 'curve');
  if (!isSomething) return { ok: false, problem: 'must be SVG path data that draw something: a move and at least a line or a curve' };
  return { ok: true, commands: builder.commands };
}

/** The point where the pen is, and what later commands lean on. */
class PathBuilder {
  readonly commands: PathCommand[] = [];
  readonly #reader: PathReader;
  #letter: string | null = null;
  #x = 0;
  #y = 0;
  /** Where the outline in hand began. */
  #startX = 0;
  #startY = 0;
  /** The last control point, and of which kind of curve: S and T mirror it. */
  #control: { kind: 'cubic' | 'quadratic'; x: number; y: number } | null = null;
  /** A drawing command after Z begins anew where the outline began. */
  #isClosed = false;

  constructor(reader: PathReader) {
    this.#reader = reader;
  }

  addCommand(): void {
    const letter = this.#nextLetter();
    const isRelative = letter === letter.toLowerCase();
    const kind = letter.toUpperCase();
    const control = this.#control;
    this.#control = null;
    if (this.#isClosed && kind !== 'M' && kind !== 'Z') this.#push({ type: 'move', x: this.#x, y: this.#y });
    if (kind !== 'Z') this.#isClosed = false;
    switch (kind) {
      case 'M': return this.#move(isRelative);
      case 'L': return this.#line(this.#take(isRelative));
      case 'H': return this.#line([this.#takeAlong(isRelative ? this.#x : 0), this.#y]);
      case 'V': return this.#line([this.#x, this.#takeAlong(isRelative ? this.#y : 0)]);
      case 'C': return this.#curve(this.#take(isRelative), this.#take(isRelative), this.#take(isRelative));
      case 'S': return this.#curve(this.#mirror(control, 'cubic'), this.#take(isRelative), this.#take(isRelative));
      case 'Q': return this.#quadratic(this.#take(isRelative), this.#take(isRelative));
      case 'T': return this.#quadratic(this.#mirror(control, 'quadratic'), this.#take(isRelative));
      case 'A': return this.#arc(isRelative);
      case 'Z': return this.#close();
      default: throw this.#reader.letterProblem(`"${letter}" is no command; known are ${LETTERS}`);
    }
  }

  #nextLetter(): string {
    const written = this.#reader.takeLetter();
    const isFirst = this.#letter === null;
    if (isFirst && written?.toUpperCase() !== 'M') throw this.#reader.letterProblem('a path begins with M');
    if (written === null && this.#letter?.toUpperCase() === 'Z') throw this.#reader.problem(`a command is expected: ${LETTERS}`);
    // Further pairs after a move are lines.
    const repeated = this.#letter === 'M' ? 'L' : this.#letter === 'm' ? 'l' : this.#letter;
    this.#letter = written ?? repeated;
    return this.#letter ?? '';
  }

  #move(isRelative: boolean): void {
    const [x, y] = this.#take(isRelative);
    // Of moves in a row only the last one counts.
    if (this.commands.at(-1)?.type === 'move') this.commands.pop();
    this.#push({ type: 'move', x, y });
    [this.#startX, this.#startY] = [x, y];
    this.#goTo(x, y);
  }

  #line([x, y]: [number, number]): void {
    this.#push({ type: 'line', x, y });
    this.#goTo(x, y);
  }

  #curve([x1, y1]: [number, number], [x2, y2]: [number, number], [x, y]: [number, number]): void {
    this.#push({ type: 'curve', x1, y1, x2, y2, x, y });
    this.#control = { kind: 'cubic', x: x2, y: y2 };
    this.#goTo(x, y);
  }

  /** The cubic curve that is the same: its control points are two thirds of the way to the one. */
  #quadratic([controlX, controlY]: [number, number], [x, y]: [number, number]): void {
    const towards = (from: number, control: number): number => from + (2 / 3) * (control - from);
    this.#push({ type: 'curve', x1: towards(this.#x, controlX), y1: towards(this.#y, controlY), x2: towards(x, controlX), y2: towards(y, controlY), x, y });
    this.#control = { kind: 'quadratic', x: controlX, y: controlY };
    this.#goTo(x, y);
  }

  #arc(isRelative: boolean): void {
    const radiusX = Math.abs(this.#takeAlong(0));
    const radiusY = Math.abs(this.#takeAlong(0));
    const rotationDegrees = this.#takeAlong(0);
    const isLarge = this.#reader.takeFlag();
    const isClockwise = this.#reader.takeFlag();
    const [x, y] = this.#take(isRelative);
    const curves = arcToCurves({ fromX: this.#x, fromY: this.#y, radiusX, radiusY, rotationDegrees, isLarge, isClockwise, x, y });
    for (const command of curves) this.#push(command);
    this.#goTo(x, y);
  }

  #close(): void {
    if (!this.#isClosed) this.#push({ type: 'close' });
    this.#isClosed = true;
    this.#goTo(this.#startX, this.#startY);
  }

  /** A point, made absolute. */
  #take(isRelative: boolean): [number, number] {
    return [this.#takeAlong(isRelative ? this.#x : 0), this.#takeAlong(isRelative ? this.#y : 0)];
  }

  #takeAlong(from: number): number {
    const value = from + this.#reader.takeNumber();
    if (Math.abs(value) <= PATH_COORDINATE_MAX) return value;
    throw this.#reader.problem(`coordinates must stay within -${PATH_COORDINATE_MAX} and ${PATH_COORDINATE_MAX}`);
  }

  #mirror(control: { kind: string; x: number; y: number } | null, kind: 'cubic' | 'quadratic'): [number, number] {
    return control?.kind === kind ? [2 * this.#x - control.x, 2 * this.#y - control.y] : [this.#x, this.#y];
  }

  #goTo(x: number, y: number): void {
    [this.#x, this.#y] = [x, y];
  }

  #push(command: PathCommand): void {
    if (this.commands.length >= PATH_COMMANDS_MAX) throw this.#reader.problem(`there are more than ${PATH_COMMANDS_MAX} lines and curves`);
    this.commands.push(command);
  }
}
