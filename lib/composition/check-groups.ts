/** What is wrong between the elements of all groups of a value, as wrong as it may be in other ways: ids used twice, groups too deep in groups, too many elements. */
import { toPath, type CompositionProblem } from '#lib/composition/composition-problem';
import { ELEMENTS_MAX, GROUP_DEPTH_MAX } from '#lib/composition/limits';

interface FoundElement {
  element: unknown;
  path: PropertyKey[];
  /** How many groups it is in. */
  depth: number;
}

/** A list that is too long is not searched. */
export function findGroupProblems(value: unknown): CompositionProblem[] {
  const elements = listElementsOf(value, [], 0);
  const tooDeep = elements.filter(({ element, depth }) => depth === GROUP_DEPTH_MAX && isGroup(element));
  return [
    ...(elements.length > ELEMENTS_MAX && countListed(value) <= ELEMENTS_MAX ? [{ path: 'elements', message: `must be at most ${ELEMENTS_MAX} elements with those in groups, not ${elements.length}`, code: 'too_big' }] : []),
    ...tooDeep.map(({ path }) => ({ path: toPath(path), message: `must not be a group: groups may be in ${GROUP_DEPTH_MAX - 1} others at most`, code: 'too_deep' })),
    ...findDuplicateIds(elements),
  ];
}

/** Ids used before, at each place but the first. */
function findDuplicateIds(elements: readonly FoundElement[]): CompositionProblem[] {
  const firstPathById = new Map<string, string>();
  return elements.flatMap(({ element, path: keys }) => {
    const path = toPath(keys);
    const id = readId(element) ?? path;
    const firstPath = firstPathById.get(id);
    if (firstPath === undefined) {
      firstPathById.set(id, path);
      return [];
    }
    return [{ path: `${path}.id`, message: `must be unique, but ${firstPath} has the same id`, code: 'duplicate_id' }];
  });
}

/** Each after the group it is in; the depth of the value is bounded before. */
function listElementsOf(value: unknown, path: readonly PropertyKey[], depth: number): FoundElement[] {
  if (countListed(value) > ELEMENTS_MAX) return [];
  return readElements(value).flatMap((element, index) => {
    const place = [...path, 'elements', index];
    return [{ element, path: place, depth }, ...(isGroup(element) ? listElementsOf(element, place, depth + 1) : [])];
  });
}

const countListed = (value: unknown): number => readElements(value).length;

function readElements(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null && 'elements' in value && Array.isArray(value.elements) ? value.elements : [];
}

const isGroup = (element: unknown): boolean => typeof element === 'object' && element !== null && 'type' in element && element.type === 'composition';

function readId(element: unknown): string | null {
  return typeof element === 'object' && element !== null && 'id' in element && typeof element.id === 'string' ? element.id : null;
}
