/** Adds elements one after the other at a place on the timeline. They get ids when they have none; texts, pictures and shapes get the length they are shown with. */
import type { Element } from '#lib/composition/schema/composition';
import { countedLabel } from '#lib/editor/clip-times';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import { finishEdit } from '#lib/editor/finish-edit';
import { placeNew, type Destination } from '#lib/editor/place-new';
import { openScene } from '#lib/editor/scene';
import { idSource, withNewIds } from '#lib/editor/unique-id';

export interface AddElementsArgs {
  /** Their `time` and `track` are set by the destination; see `createElement` for new ones. */
  elements: readonly Element[];
  destination: Destination;
}

export const addElements: Command<AddElementsArgs> = (state, { elements, destination }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const [first] = elements;
  if (first === undefined) return refuse('There is nothing to add');
  const nextId = idSource(state.composition);
  const added = elements.map(({ time: _time, track: _track, ...element }) => withNewIds(element as Element, nextId));
  const edited = placeNew(scene, added, destination);
  if (edited === null) return refuse('There is no room on that track');
  return finishEdit(scene, edited, { label: countedLabel('Add', elements.length, elements.length === 1 ? first.type.replace('composition', 'group') : 'element') });
};
