/** Where in a text of JSON something is wrong: the text and what was said of it in; the stretch to select out. By a position that is named, or a property. */

export interface JsonFault {
  start: number;
  end: number;
}

/** Null where the words name neither. */
export function findJsonFault(text: string, reason: string): JsonFault | null {
  const position = /\bat position (\d+)/.exec(reason)?.[1];
  if (position !== undefined) return { start: Number(position), end: Math.min(text.length, Number(position) + 1) };
  // A refusal begins with the path of a property ("crop.x of “photo” must ..."), and may quote one that is not known.
  const [, path = ''] = /^([a-z_0-9.]+)(?: |$)/i.exec(reason) ?? [];
  const name = path.split('.').findLast((part) => /^[a-z_]/i.test(part));
  const start = name === undefined ? -1 : text.indexOf(`"${name}"`);
  return name === undefined || start === -1 ? null : { start, end: start + name.length + 2 };
}
