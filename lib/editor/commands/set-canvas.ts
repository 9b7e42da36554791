/** Sets properties of the composition itself: size, frame rate, colour, length, fonts. Elements stay as they are written. */
import type { Composition } from '#lib/composition/schema/composition';
import { setAt } from '#lib/editor/change-element';
import type { Command } from '#lib/editor/edit-outcome';
import { finishComposition } from '#lib/editor/finish-edit';

/** Undefined takes a property away. */
export type SetCanvasArgs = Partial<Omit<Composition, 'elements'>>;

export const setCanvas: Command<SetCanvasArgs> = (state, changes, sourceSecondsOf) => {
  const composition = Object.entries(changes).reduce((changed, [property, value]) => setAt(changed, [property], value), state.composition);
  const names = Object.keys(changes);
  const label = names.every((name) => name === 'width' || name === 'height') ? 'Change size' : `Change ${names.join(', ').replaceAll('_', ' ')}`;
  return finishComposition(state, { ...state, composition }, { label, sourceSecondsOf });
};
