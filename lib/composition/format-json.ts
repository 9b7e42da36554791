/**
 * JSON as people like to read it: a value in, its text out, indented by two spaces, with short lists and objects on one line. Elements always have
 * lines of their own. The composer writes compositions so, and so the gallery shows them.
 */

const LINE_LENGTH_MAX = 80;
const INDENT = '  ';
/** Of lists whose entries are never put on one line, however short they are. */
const OPEN_LISTS: ReadonlySet<string> = new Set(['elements']);

/** Of what `JSON.stringify` can write; the same text for equal values with keys in the same order. */
export function formatJson(value: unknown): string {
  return formatOpen(value, '');
}

function format(value: unknown, indent: string, taken: number): string {
  const line = formatOnOneLine(value);
  return indent.length + taken + line.length <= LINE_LENGTH_MAX ? line : formatOpen(value, indent);
}

function formatOpen(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = indent + INDENT;
  if (Array.isArray(value)) return enclose('[', value.map((entry) => format(entry, inner, 1)), ']', indent);
  const entries = listEntries(value).map(([key, entry]) => {
    const name = `${JSON.stringify(key)}: `;
    return name + (OPEN_LISTS.has(key) && Array.isArray(entry) ? enclose('[', entry.map((item) => formatOpen(item, inner + INDENT)), ']', inner) : format(entry, inner, name.length + 1));
  });
  return enclose('{', entries, '}', indent);
}

function enclose(open: string, lines: readonly string[], close: string, indent: string): string {
  return lines.length === 0 ? open + close : `${open}\n${lines.map((line) => indent + INDENT + line).join(',\n')}\n${indent}${close}`;
}

function formatOnOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(formatOnOneLine).join(', ')}]`;
  const entries = listEntries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${formatOnOneLine(entry)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** What is undefined is not in JSON. */
const listEntries = (value: object): Array<[string, unknown]> => Object.entries(value).filter(([, entry]) => entry !== undefined);
