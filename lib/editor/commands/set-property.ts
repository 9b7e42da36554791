/**
 * Sets or takes away one property, of one element or of several at once. Whether the value is allowed is decided by the schema. A changed time,
 * length or track moves the element alone: what followed it stays where it is.
 */
import { changeElement, setAt, type JsonPath } from '#lib/editor/change-element';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep, type EditedElement } from '#lib/editor/finish-edit';
import { findClips, openScene, type PlacedClip } from '#lib/editor/scene';
import { isShapeName, switchShape } from '#lib/editor/switch-shape';

export interface SetPropertyArgs {
  keys: readonly ElementKey[];
  /** In the element: `['opacity']`, `['crop', 'x']`, `['animations', 0, 'duration']`. */
  path: JsonPath;
  /** As it is to be written; undefined takes the property away. */
  value: unknown;
}

export const setProperty: Command<SetPropertyArgs> = (state, { keys, path, value }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const chosen = findClips(scene, keys);
  const [property] = path;
  if (chosen.length === 0 || property === undefined) return refuse('No element is selected');
  const edited = scene.clips.map((clip) => (chosen.includes(clip) ? change(clip, path, value) : keep(clip)));
  return finishEdit(scene, edited, { label: `Change ${String(property).replaceAll('_', ' ')}`, keepsTransitions: property === 'transition' });
};

/** What says when and where an element is, or how long it is by itself: it goes where that puts it. */
const PLACING = ['time', 'duration', 'track', 'trim_start', 'trim_duration', 'loop', 'source', 'transition', 'elements'];

/** What cannot be given together: the one that is set takes the other's place. */
const INSTEAD_OF: Readonly<Record<string, string>> = { fill: 'fill_color', fill_color: 'fill' };

function change(clip: PlacedClip, path: JsonPath, value: unknown): EditedElement {
  if (clip.element.type === 'shape' && path.length === 1 && path[0] === 'shape' && isShapeName(value)) return { ...keep(clip, true), element: switchShape(clip.element, value) };
  const other = value === undefined || clip.element.type !== 'shape' ? undefined : INSTEAD_OF[String(path[0])];
  const element = setAt(other === undefined ? clip.element : changeElement(clip.element, { [other]: undefined }), path, value);
  return PLACING.includes(String(path[0])) ? { element, wanted: null, isSelected: true } : { ...keep(clip, true), element };
}
