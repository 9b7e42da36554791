/**
 * The keys of a text that is written in, where the field's own are not what is seen: lines are those of the canvas, a letter with its marks is erased whole,
 * and steps are taken back one by one. All else is the field's.
 */
import type { KeyboardEvent } from 'react';
import type { TextSession } from '#components/composer/stage/use-text-session';
import { listGraphemes } from '#lib/composition/text/styled-clusters';
import { styleOf, type WordRange } from '#lib/editor/rich-words';
import { caretBeside, lineEndOf, type TextPlaces } from '#lib/editor/text-carets';

interface PressContext {
  session: TextSession;
  places: TextPlaces;
  leave: () => void;
  /** What is to be selected once the field shows what was done. */
  selectAfter: (range: WordRange | null) => void;
}

export const isBold = (weight: number | null | undefined): boolean => (weight ?? 0) >= 600;

export function toggleBold(session: TextSession): void {
  session.style({ font_weight: isBold({ ...styleOf(session.element, session.range), ...session.pending }.font_weight) ? 400 : 700 });
}

export function toggleItalic(session: TextSession): void {
  session.style({ font_style: { ...styleOf(session.element, session.range), ...session.pending }.font_style === 'italic' ? 'normal' : 'italic' });
}

export function pressInText(event: KeyboardEvent<HTMLTextAreaElement>, context: PressContext): void {
  // What is written is nobody's shortcut.
  event.stopPropagation();
  // These keys are the input method's while it is at work.
  if (event.nativeEvent.isComposing) return;
  if (event.ctrlKey || event.metaKey) return pressCommand(event, context);
  if (event.altKey) return;
  const { carets } = context.places;
  switch (event.key) {
    case 'Escape': return context.leave();
    case 'ArrowUp':
    case 'ArrowDown': return moveTo(event, caretBeside(carets, headOf(event.currentTarget), event.key === 'ArrowUp' ? -1 : 1)?.index ?? (event.key === 'ArrowUp' ? 0 : event.currentTarget.value.length));
    case 'Home': return moveTo(event, lineEndOf(carets, headOf(event.currentTarget), 'first'));
    case 'End': return moveTo(event, lineEndOf(carets, headOf(event.currentTarget), 'last'));
    case 'Backspace':
    case 'Delete': return selectWhole(event.currentTarget, event.key === 'Backspace');
    default:
  }
}

function pressCommand(event: KeyboardEvent<HTMLTextAreaElement>, { session, leave, selectAfter }: PressContext): void {
  const key = event.key.toLowerCase();
  if (key === 'b') toggleBold(session);
  else if (key === 'i') toggleItalic(session);
  else if (key === 'z' || key === 'y') selectAfter(session.step(key === 'y' || event.shiftKey ? 1 : -1));
  else if (key === 'enter') leave();
  else return;
  event.preventDefault();
}

/** The end of what is selected that moves. */
const headOf = ({ selectionStart, selectionEnd, selectionDirection }: HTMLTextAreaElement): number => (selectionDirection === 'backward' ? selectionStart : selectionEnd);

function moveTo(event: KeyboardEvent<HTMLTextAreaElement>, to: number): void {
  const { currentTarget: field } = event;
  event.preventDefault();
  const anchor = headOf(field) === field.selectionStart ? field.selectionEnd : field.selectionStart;
  selectFrom(field, event.shiftKey ? anchor : to, to);
}

export function selectFrom(field: HTMLTextAreaElement, anchor: number, to: number): void {
  field.setSelectionRange(Math.min(anchor, to), Math.max(anchor, to), to < anchor ? 'backward' : 'forward');
}

/** Before the field erases: all that a reader takes for one letter, where that is several characters. */
function selectWhole(field: HTMLTextAreaElement, isBackward: boolean): void {
  const { value, selectionStart: caret, selectionEnd } = field;
  if (caret !== selectionEnd) return;
  const letter = listGraphemes(value).find(({ cluster, start }) => (isBackward ? start < caret && start + cluster.length >= caret : start <= caret && start + cluster.length > caret));
  if (letter !== undefined && letter.cluster.length > 1) field.setSelectionRange(letter.start, letter.start + letter.cluster.length);
}
