/**
 * FFmpeg's filter graphs as data: chains of filters between labelled links in, the text of a filter script out.
 * Only numbers and names of ours come in; a value that could end an argument is refused, never escaped.
 */

/** Arithmetic with functions and their commas; it is quoted. */
export interface FilterExpression {
  expression: string;
}

export interface Filter {
  name: string;
  args: Readonly<Record<string, string | number | FilterExpression>>;
}

/** Filters one after the other, from the links `in` to the links `out`. */
export interface FilterChain {
  in: readonly string[];
  filters: readonly Filter[];
  out: readonly string[];
}

const SAFE_WORD = /^[a-z0-9_]+$/i;
const SAFE_LABEL = /^[a-z0-9_:]+$/i;
/** Numbers, names and arithmetic; none of the separators `, ; [ ] : ' \ =`. */
const SAFE_VALUE = /^[a-z0-9_.+\-*/()|#@]+$/i;
/** The same with commas, and without what only names have. */
const SAFE_EXPRESSION = /^[a-z0-9_.+\-*/(),]+$/i;

export function filter(name: string, args: Filter['args'] = {}): Filter {
  return { name, args };
}

/** One chain a line. Throws on anything that is not plain. */
export function stringifyGraph(chains: readonly FilterChain[]): string {
  return chains.map(stringifyChain).join(';\n');
}

function stringifyChain(chain: FilterChain): string {
  const filters = chain.filters.length === 0 ? [filter('null')] : chain.filters;
  return `${chain.in.map(stringifyLabel).join('')}${filters.map(stringifyFilter).join(',')}${chain.out.map(stringifyLabel).join('')}`;
}

function stringifyLabel(label: string): string {
  return `[${checked(label, SAFE_LABEL)}]`;
}

function stringifyFilter({ name, args }: Filter): string {
  const pairs = Object.entries(args).map(([key, value]) => `${checked(key, SAFE_WORD)}=${stringifyValue(value)}`);
  return pairs.length === 0 ? checked(name, SAFE_WORD) : `${checked(name, SAFE_WORD)}=${pairs.join(':')}`;
}

function stringifyValue(value: Filter['args'][string]): string {
  return typeof value === 'object' ? `'${checked(value.expression, SAFE_EXPRESSION)}'` : checked(toText(value), SAFE_VALUE);
}

/** Without exponents, which FFmpeg's parsers do not all read; ten decimals are far below a pixel and a sample. */
function toText(value: string | number): string {
  if (typeof value === 'string') return value;
  if (!Number.isFinite(value)) throw new Error(`A filter argument is ${value}`);
  return Number.isInteger(value) ? value.toString() : value.toFixed(10).replace(/0+$/, '').replace(/\.$/, '');
}

function checked(text: string, allowed: RegExp): string {
  if (!allowed.test(text)) throw new Error(`Not allowed in a filter graph: ${JSON.stringify(text)}`);
  return text;
}
