/** What no JSON value may be, whatever it means: too deep, or with text that databases and files cannot hold. Iterative, so that depth cannot overflow the stack. */
import { toPath, type CompositionProblem } from '#lib/composition/composition-problem';
import { NESTING_DEPTH_MAX } from '#lib/composition/limits';

/** A value on the way; its path is read back through its parents, so that a body of many values costs no path for each. */
interface Visit {
  value: unknown;
  key: string;
  parent: Visit | null;
  depth: number;
}

/** Every string with a NUL or a lone surrogate, and the first value that is nested too deep in each branch. */
export function checkJsonShape(root: unknown): CompositionProblem[] {
  const problems: CompositionProblem[] = [];
  const pending: Visit[] = [{ value: root, key: '', parent: null, depth: 1 }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { value, depth } = visit;
    if (typeof value === 'string') {
      const fault = findTextFault(value);
      if (fault !== null) problems.push({ path: pathTo(visit), message: `must not contain ${fault}`, code: 'forbidden_character' });
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth > NESTING_DEPTH_MAX) {
      problems.push({ path: pathTo(visit), message: `is nested deeper than ${NESTING_DEPTH_MAX} levels`, code: 'too_deep' });
      continue;
    }
    for (const [key, child] of Object.entries(value).toReversed()) {
      const fault = findTextFault(key);
      if (fault !== null) problems.push({ path: pathTo(visit), message: `has a property whose name contains ${fault}`, code: 'forbidden_character' });
      pending.push({ value: child, key, parent: visit, depth: depth + 1 });
    }
  }
  return problems;
}

function pathTo(visit: Visit): string {
  const keys: string[] = [];
  for (let step = visit; step.parent !== null; step = step.parent) keys.push(step.key);
  return toPath(keys.toReversed());
}

function findTextFault(text: string): string | null {
  if (text.includes('\0')) return 'a NUL character';
  return text.isWellFormed() ? null : 'half of a surrogate pair';
}
