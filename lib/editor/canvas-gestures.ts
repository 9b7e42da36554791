/** What the pointer does on the canvas beside what everybody tries, for the help sheet: the keys that are held (as in the registry of actions) and the movement. */

export interface CanvasGesture {
  label: string;
  /** Null: none. */
  keys: 'shift' | 'alt' | 'mod' | 'space' | null;
  movement: string;
}

export const CANVAS_GESTURES: readonly CanvasGesture[] = [
  { label: 'Write in a text, crop a picture, open a group', keys: null, movement: 'double click' },
  { label: 'Select one more, or one less', keys: 'shift', movement: 'click' },
  { label: 'Select what is below', keys: 'alt', movement: 'click' },
  { label: 'Move straight', keys: 'shift', movement: 'drag' },
  { label: 'Move without snapping', keys: 'mod', movement: 'drag' },
  { label: 'Free what keeps its shape, and keep that of a shape', keys: 'shift', movement: 'drag a handle' },
  { label: 'Resize about the middle', keys: 'alt', movement: 'drag a handle' },
  { label: 'Turn in steps of 15°', keys: 'shift', movement: 'drag the round handle' },
  { label: 'Zoom', keys: 'mod', movement: 'wheel' },
  { label: 'Move the canvas in its window', keys: 'space', movement: 'drag' },
];
