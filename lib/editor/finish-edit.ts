/**
 * The end of every command on elements: the edited list in; the next state out, or a sentence that says why it cannot be. Here, and nowhere else, a
 * changed document is put together, arranged and held to the language's rules.
 */
import type { Arrangement } from '#lib/composition/arrangement';
import { findKnownTimingProblems } from '#lib/composition/check';
import type { CompositionProblem } from '#lib/composition/composition-problem';
import { elementIdOf } from '#lib/composition/element-id';
import { listElements } from '#lib/composition/list-elements';
import { listKnownScenes } from '#lib/composition/known-scenes';
import type { SourceSecondsOf } from '#lib/composition/known-timing';
import { explainIssue } from '#lib/composition/explain-issue';
import { compositionSchema, type Composition, type Element } from '#lib/composition/schema/composition';
import { arrangeElements, type WantedPlace } from '#lib/editor/arrange';
import { refuse, type EditOutcome } from '#lib/editor/edit-outcome';
import { parseDocument, type EditorState, type ElementKey } from '#lib/editor/editor-state';
import { replaceScopeElements, type EditorScene, type PlacedClip } from '#lib/editor/scene';

/** An element of the edited list. */
export interface EditedElement {
  element: Element;
  /** Where it should be; null: wherever the language's rules put it. */
  wanted: WantedPlace | null;
  /** Selected when the command is done. */
  isSelected: boolean;
}

/** As it is and where it is. What lasts to the end of the whole goes on doing so. */
export function keep({ element, track, startSeconds, endSeconds, isOpenEnded }: PlacedClip, isSelected = false): EditedElement {
  return { element, wanted: { track, startSeconds, endSeconds, isOpenEnded }, isSelected };
}

export interface FinishOptions {
  label: string;
  /** False: transitions that are possible no more are left out. True: they are what the command is about, and refused. */
  keepsTransitions?: boolean;
}

/** The edited elements in the place of those of the open scope. */
export function finishEdit(scene: EditorScene, edited: readonly EditedElement[], { label, keepsTransitions = false }: FinishOptions): EditOutcome {
  const { state, arrangement, frameRate, sourceSecondsOf } = scene;
  const { elements: before, ...scope } = arrangement;
  const groupPath = arrangement.groupPath ?? [];
  if (edited.length === 0 && groupPath.length > 0) return refuse('A group needs an element; delete the group itself');
  const known = new Set(before);
  // Before anything is computed from them: values may have been typed by hand.
  const fault = edited.map(({ element }) => (known.has(element) ? null : findElementFault(element))).find((reason) => reason !== null);
  if (fault !== undefined && fault !== null) return refuse(fault);
  const elements = arrangeElements(edited, { arrangement: scope, frameRate, sourceSecondsOf }, { keepsTransitions });
  const selection = inOrderChosen(edited.flatMap(({ isSelected }, index) => (isSelected ? [keyAt({ elements, groupPath }, index)] : [])), state.selection);
  const isSame = elements.length === before.length && elements.every((element, index) => element === before[index]);
  const composition = isSame ? state.composition : replaceScopeElements(state.composition, groupPath, elements);
  return finishComposition(state, { ...state, composition, selection }, { label, sourceSecondsOf });
}

/** The same elements stay in the order they were chosen in, as the last is the main one. */
function inOrderChosen(keys: readonly ElementKey[], before: readonly ElementKey[]): readonly ElementKey[] {
  return keys.length === before.length && keys.every((key) => before.includes(key)) ? before : keys;
}

/** What the schema says of an element; null when nothing. */
function findElementFault(element: Element): string | null {
  const alone = { width: 1, height: 1, elements: [element] };
  const parsed = compositionSchema.safeParse(alone);
  const [problem] = (parsed.error?.issues ?? []).flatMap((issue) => explainIssue(issue, alone));
  return problem === undefined ? null : toSentence(problem.path.replace(/^elements\.0\.?/, ''), element.id ?? null, problem.message);
}

function keyAt({ elements, groupPath }: Arrangement, index: number): string {
  const element = elements[index];
  return element === undefined ? '' : elementIdOf(element, index, groupPath);
}

/** A next state, when it is a valid document that has no more problems of time than the one before. */
export function finishComposition(before: EditorState, next: EditorState, { label, sourceSecondsOf }: { label: string; sourceSecondsOf: SourceSecondsOf }): EditOutcome {
  if (next.composition === before.composition) return { ok: true, state: isSameSelection(before, next) ? before : next, label };
  const parsed = parseDocument(next.composition);
  if (!parsed.ok) return refuse(explain(parsed.problems[0], next.composition));
  const problems = findMediaProblems(next.composition, sourceSecondsOf);
  // A document may come with problems that only its media show: what does not add to them can be done.
  if (problems.length > 0 && problems.length > findMediaProblems(before.composition, sourceSecondsOf).length) return refuse(explain(problems[0], next.composition));
  return { ok: true, state: next, label };
}

const isSameSelection = (before: EditorState, next: EditorState): boolean => before.scope === next.scope && before.selection.join('\n') === next.selection.join('\n');

/** What the lengths of media have to do with: overlaps, lengths, trims. */
function findMediaProblems(composition: Composition, sourceSecondsOf: SourceSecondsOf): CompositionProblem[] {
  const timing = listKnownScenes(composition, sourceSecondsOf).flatMap(findKnownTimingProblems);
  const trims = listElements(composition).flatMap(({ element, path }): CompositionProblem[] => {
    if (element.type !== 'video' && element.type !== 'audio') return [];
    const sourceSeconds = sourceSecondsOf(element);
    const trimStart = element.trim_start ?? 0;
    if (sourceSeconds === null || trimStart === 0 || trimStart < sourceSeconds) return [];
    return [{ path: [...path, 'trim_start'].join('.'), message: `must be before the end of the source, which lasts ${Number(sourceSeconds.toFixed(3))} s`, code: 'trim_out_of_range' }];
  });
  return [...timing, ...trims];
}

/** A sentence about the first thing that is wrong. Messages of single properties read on from their names. */
function explain(problem: CompositionProblem | undefined, composition: Composition): string {
  if (problem === undefined) return 'That cannot be done';
  const { path, message } = problem;
  // What is said of several elements or of the whole is a sentence already.
  if (path === '' || /^[A-Z]/.test(message)) return message;
  const owner = listElements(composition).findLast((element) => path.startsWith(`${element.path.join('.')}.`));
  if (owner === undefined) return `${path} ${message}`;
  return toSentence(path.slice(owner.path.join('.').length + 1), owner.elementId, message);
}

/** Of an id that is no text either, nothing is said. */
const toSentence = (property: string, id: unknown, message: string): string => `${property}${typeof id === 'string' ? ` of “${id}”` : ''} ${message}`.trim();
