/** A changed copy of an element, as a person would have edited its JSON: keys keep their places, new ones come last, and `undefined` takes a key away. */
import { valueAt } from '#lib/composition/schema-at';
import type { Element } from '#lib/composition/schema/composition';

/** Any value of the document: whether it is allowed is decided by the schema, once the whole is there. */
export type JsonPath = readonly (string | number)[];

/** The same reference when nothing changes. */
export function changeElement<Changed extends Element>(element: Changed, changes: Record<string, unknown>): Changed {
  return Object.entries(changes).reduce<Changed>((changed, [key, value]) => setAt(changed, [key], value), element);
}

/** The value with another one at a path; objects on the way that are missing are made. The same reference when nothing changes. */
export function setAt<Root>(root: Root, path: JsonPath, value: unknown): Root {
  // Only what is on the path is new, and of the same kind as before: the schema looks at what comes in.
  return setIn(root, path, value) as Root;
}

function setIn(root: unknown, [key, ...rest]: JsonPath, value: unknown): unknown {
  if (key === undefined) return isEqualJson(root, value) ? root : value;
  const before = valueAt(root, [key]);
  const after = setIn(rest.length > 0 && before === undefined && value !== undefined ? {} : before, rest, value);
  if (after === before) return root;
  if (Array.isArray(root)) return typeof key === 'number' ? setInList(root, key, after) : root;
  if (typeof root !== 'object' || root === null) return root;
  const { [key]: _removed, ...others } = root as Record<string, unknown>;
  return after === undefined ? others : { ...root, [key]: after };
}

function setInList(list: readonly unknown[], index: number, value: unknown): unknown[] {
  return value === undefined ? list.toSpliced(index, 1) : list.toSpliced(index, 1, value);
}

function isEqualJson(left: unknown, right: unknown): boolean {
  return left === right || (typeof left === 'object' && typeof right === 'object' && JSON.stringify(left) === JSON.stringify(right));
}

/** To the billionth: short to read, and far below the core's tolerance of a millionth of a frame. */
export function roundSeconds(seconds: number): number {
  return Math.round(seconds * 1e9) / 1e9;
}
