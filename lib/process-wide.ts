/**
 * One value a process, whatever loads it: a name and a maker in, the same value for every caller out.
 * Needed because Next bundles the instrumentation, the routes and the pages apart, so that a module's own variables exist
 * three times in one web process; connections and counters must not.
 */
const KEY = Symbol.for('videogen.process-wide');

type Registry = Map<string, unknown>;

function getRegistry(): Registry {
  const holder = globalThis as { [KEY]?: Registry };
  return (holder[KEY] ??= new Map());
}

/** The value made by the first caller; `create` must be the same function, by meaning, wherever `name` is used. */
export function processWide<Value>(name: string, create: () => Value): Value {
  const registry = getRegistry();
  if (!registry.has(name)) registry.set(name, create());
  return registry.get(name) as Value;
}
