/**
 * The editor's document and what is selected in it: a composition as it was written, whatever a person does to it a new state out. Pure.
 *
 * The document is nothing but the composition: no editor data is written into it, absent properties stay absent, and what a command does not
 * touch keeps its reference. An element is addressed by its key, which is the core's name for it: its `id`, or its path ("elements.3",
 * "elements.3.elements.0") when it has none, as in layers, problems and warnings. A path belongs to its document alone: every command
 * gives the selection in keys of the document it makes, and undo brings back the selection together with the document. Elements that the editor
 * makes get an id, so that their keys last.
 */
import { elementIdOf } from '#lib/composition/element-id';
import { listElements } from '#lib/composition/list-elements';
import { parseComposition } from '#lib/composition/parse';
import type { CompositionProblem } from '#lib/composition/composition-problem';
import type { Composition, Element } from '#lib/composition/schema/composition';

/** An element's id, or its path. */
export type ElementKey = string;

export interface EditorState {
  /** As written. Accepted by `parseDocument`: a valid composition, or one that has no elements yet. */
  composition: Composition;
  /** Keys of elements of the open scope, in the order they were chosen; the last is the main one. */
  selection: readonly ElementKey[];
  /** The group whose elements are edited; null: those of the composition itself. */
  scope: ElementKey | null;
}

export type DocumentResult = { ok: true; state: EditorState } | { ok: false; problems: CompositionProblem[] };

/** As `parseComposition`, but a composition without elements is a document as well: every project begins as one. */
export function parseDocument(value: unknown): DocumentResult {
  const result = parseComposition(isEmpty(value) ? { ...value, elements: [PLACEHOLDER] } : value);
  // What was given is the document: parsing changes nothing.
  return result.ok ? { ok: true, state: { composition: value as Composition, selection: [], scope: null } } : result;
}

const PLACEHOLDER: Element = { type: 'shape', shape: 'rectangle' };

function isEmpty(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'elements' in value && Array.isArray(value.elements) && value.elements.length === 0;
}

/** The state with other elements selected; the same when they are already. */
export function select(state: EditorState, keys: readonly ElementKey[]): EditorState {
  const isSame = keys.length === state.selection.length && keys.every((key, index) => key === state.selection[index]);
  return isSame ? state : { ...state, selection: [...keys] };
}

/** One more or one less, as by Shift and a click. */
export function toggleSelected(state: EditorState, key: ElementKey): EditorState {
  const { selection } = state;
  return select(state, selection.includes(key) ? selection.filter((other) => other !== key) : [...selection, key]);
}

/** Opens a group of the open scope, so that its elements are edited; the same state when the key names no group. */
export function enterGroup(state: EditorState, key: ElementKey): EditorState {
  return findElement(state.composition, key)?.element.type === 'composition' ? { ...state, scope: key, selection: [] } : state;
}

/** Back to where the open group is, the group selected; the same state at the composition itself. */
export function leaveGroup(state: EditorState): EditorState {
  if (state.scope === null) return state;
  const path = findElement(state.composition, state.scope)?.path ?? [];
  const outer = listElements(state.composition).find((other) => other.path.join('.') === path.slice(0, -2).join('.'));
  return { ...state, scope: outer?.elementId ?? null, selection: [state.scope] };
}

export interface FoundElement {
  element: Element;
  /** In the composition: `['elements', 0, 'elements', 2]`. */
  path: PropertyKey[];
}

/** The element with a key, wherever it is; null when there is none. */
export function findElement(composition: Composition, key: ElementKey): FoundElement | null {
  return listElements(composition).find(({ elementId }) => elementId === key) ?? null;
}

/** The elements of the open scope, as listed. */
export function listScopeElements({ composition, scope }: EditorState): readonly Element[] {
  if (scope === null) return composition.elements;
  const group = findElement(composition, scope)?.element;
  return group?.type === 'composition' ? group.elements : [];
}

/** Their keys, in the same order. */
export function listScopeKeys(state: EditorState): ElementKey[] {
  const groupPath = scopePathOf(state);
  return listScopeElements(state).map((element, index) => elementIdOf(element, index, groupPath));
}

/** The path of the open group; empty for the composition itself. */
export function scopePathOf({ composition, scope }: EditorState): readonly PropertyKey[] {
  return scope === null ? [] : (findElement(composition, scope)?.path ?? []);
}

/** A document put in the place of another (JSON edited by hand, undo): the scope and the keys that are still there stay. */
export function carryOver(state: EditorState, composition: Composition): EditorState {
  const scope = state.scope !== null && findElement(composition, state.scope)?.element.type === 'composition' ? state.scope : null;
  const next: EditorState = { composition, scope, selection: [] };
  const keys = new Set(scope === state.scope ? listScopeKeys(next) : []);
  return { ...next, selection: state.selection.filter((key) => keys.has(key)) };
}
