/**
 * Reads SVG path data piece by piece: letters, numbers and flags as the grammar of SVG 1.1 (section 8.3.9) has them. A piece that is not
 * there is a PathSyntaxError that names the place.
 */
import { quoteValue } from '#lib/composition/schema/expected';

/** Reads on from "at character 12: ". */
export class PathSyntaxError extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'PathSyntaxError';
  }
}

const SPACE = /[ \t\n\r\f]*/y;
const SEPARATOR = /[ \t\n\r\f]*,?[ \t\n\r\f]*/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;

export class PathReader {
  readonly #text: string;
  #place = 0;
  #letterPlace = 0;
  /** A comma was read, which promises a number. */
  #isAfterComma = false;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    this.#take(SPACE);
    const isAtEnd = this.#place >= this.#text.length;
    if (isAtEnd && this.#isAfterComma) throw this.#missing('a number');
    return isAtEnd;
  }

  /** The letter of a command; null when a number is next, which repeats the command before. */
  takeLetter(): string | null {
    const letter = this.#text[this.#place] ?? '';
    if (!/^[a-z]$/i.test(letter)) return null;
    if (this.#isAfterComma) throw this.#missing('a number');
    this.#letterPlace = this.#place;
    this.#place += 1;
    this.#take(SPACE);
    return letter;
  }

  takeNumber(): number {
    const text = this.#take(NUMBER);
    if (text === '') throw this.#missing('a number');
    this.#takeSeparator();
    return Number(text);
  }

  /** Of an arc: 0 or 1, which may stand without anything between it and what follows. */
  takeFlag(): boolean {
    const flag = this.#text[this.#place];
    if (flag !== '0' && flag !== '1') throw this.#missing('a flag (0 or 1)');
    this.#place += 1;
    this.#takeSeparator();
    return flag === '1';
  }

  /** At the next piece. Characters are counted from 1. */
  problem(words: string): PathSyntaxError {
    return new PathSyntaxError(`at character ${this.#place + 1}: ${words}`);
  }

  /** At the letter that was taken last. */
  letterProblem(words: string): PathSyntaxError {
    return new PathSyntaxError(`at character ${this.#letterPlace + 1}: ${words}`);
  }

  #missing(what: string): PathSyntaxError {
    const next = this.#text[this.#place];
    return this.problem(`${what} is expected, not ${next === undefined ? 'the end' : quoteValue(next)}`);
  }

  #takeSeparator(): void {
    this.#isAfterComma = this.#take(SEPARATOR).includes(',');
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#place;
    const [text = ''] = pattern.exec(this.#text) ?? [];
    this.#place += text.length;
    return text;
  }
}
