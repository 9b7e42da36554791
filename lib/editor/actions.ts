/**
 * Everything a person can do in the editor, once: what it is called, found by and started with. Buttons, menus, shortcuts, palette and help sheet
 * are lists over this one; what an action does is bound to its id by the page (`ActionHandlers`), so that the compiler says what is missing.
 */

export const ACTION_CATEGORIES = ['Project', 'Edit', 'Play', 'Timeline', 'Arrange', 'View', 'Help'] as const;
export type ActionCategory = (typeof ACTION_CATEGORIES)[number];

/** What decides whether an action can be done now. */
export interface ActionConditions {
  selectedCount: number;
  elementCount: number;
  canUndo: boolean;
  canRedo: boolean;
  canPaste: boolean;
  /** A group is open. */
  isInGroup: boolean;
  /** Exactly one element is selected, and it is a group. */
  isGroupSelected: boolean;
  /** The playhead is within a selected clip, or within any when none is selected. */
  isClipUnderPlayhead: boolean;
  hasMarkers: boolean;
  isRendering: boolean;
}

interface ActionEntry {
  label: string;
  category: ActionCategory;
  /**
   * Keys as react-hotkeys-hook reads them ("mod+z": Ctrl, on a Mac Command; alternatives one after the other); the first is shown.
   * None: from menus and palette alone.
   */
  keys: readonly string[];
  /** Words the palette finds it by, beside its label. */
  keywords: readonly string[];
  isEnabled: (conditions: ActionConditions) => boolean;
}

const always = (): boolean => true;
const hasSelection = ({ selectedCount }: ActionConditions): boolean => selectedCount > 0;
const hasSeveral = ({ selectedCount }: ActionConditions): boolean => selectedCount > 1;
const hasElements = ({ elementCount }: ActionConditions): boolean => elementCount > 0;

const action = (category: ActionCategory, label: string, keys: readonly string[], more: Partial<Pick<ActionEntry, 'keywords' | 'isEnabled'>> = {}): ActionEntry => ({ label, category, keys, keywords: [], isEnabled: always, ...more });

const TABLE = {
  newProject: action('Project', 'New project', [], { keywords: ['create', 'empty', 'start'] }),
  openProject: action('Project', 'Open project', ['mod+o'], { keywords: ['load', 'projects', 'versions'] }),
  importComposition: action('Project', 'Open JSON file', [], { keywords: ['import', 'load', 'composition'] }),
  exportComposition: action('Project', 'Save as JSON file', ['mod+shift+s'], { keywords: ['export', 'download', 'composition'], isEnabled: hasElements }),
  saveProject: action('Project', 'Save project', ['mod+s'], { keywords: ['store', 'version'] }),
  createVideo: action('Project', 'Create video', ['mod+enter'], { keywords: ['render', 'export', 'mp4'], isEnabled: ({ elementCount, isRendering }) => elementCount > 0 && !isRendering }),
  renderRange: action('Project', 'Render this range', [], { keywords: ['draft', 'preview', 'in', 'out'], isEnabled: hasElements }),

  undo: action('Edit', 'Undo', ['mod+z'], { keywords: ['back'], isEnabled: ({ canUndo }) => canUndo }),
  redo: action('Edit', 'Redo', ['mod+shift+z', 'mod+y'], { keywords: ['again'], isEnabled: ({ canRedo }) => canRedo }),
  cut: action('Edit', 'Cut', ['mod+x'], { isEnabled: hasSelection }),
  copy: action('Edit', 'Copy', ['mod+c'], { isEnabled: hasSelection }),
  paste: action('Edit', 'Paste', ['mod+v'], { keywords: ['insert'], isEnabled: ({ canPaste }) => canPaste }),
  duplicate: action('Edit', 'Duplicate', ['mod+d'], { keywords: ['copy', 'twice'], isEnabled: hasSelection }),
  delete: action('Edit', 'Delete', ['delete', 'backspace'], { keywords: ['remove'], isEnabled: hasSelection }),
  rippleDelete: action('Edit', 'Delete and close the gap', ['shift+delete', 'shift+backspace'], { keywords: ['ripple', 'remove'], isEnabled: hasSelection }),
  selectAll: action('Edit', 'Select all', ['mod+a'], { isEnabled: hasElements }),
  deselect: action('Edit', 'Select nothing', ['escape'], { keywords: ['cancel', 'clear'], isEnabled: ({ selectedCount, isInGroup }) => selectedCount > 0 || isInGroup }),

  playPause: action('Play', 'Play or pause', ['space', 'k'], { keywords: ['stop', 'start'] }),
  playBackward: action('Play', 'Play backward', ['j'], { keywords: ['reverse', 'rewind'] }),
  playForward: action('Play', 'Play forward', ['l'], { keywords: ['fast'] }),
  previousFrame: action('Play', 'One frame back', ['left'], { keywords: ['step'] }),
  nextFrame: action('Play', 'One frame on', ['right'], { keywords: ['step'] }),
  secondBack: action('Play', 'One second back', ['shift+left'], { keywords: ['step', 'jump'] }),
  secondForward: action('Play', 'One second on', ['shift+right'], { keywords: ['step', 'jump'] }),
  goToStart: action('Play', 'Go to the start', ['home'], { keywords: ['begin', 'first'] }),
  goToEnd: action('Play', 'Go to the end', ['end'], { keywords: ['last'] }),
  previousEdit: action('Play', 'Go to the edit before', ['up'], { keywords: ['cut', 'clip', 'edge'], isEnabled: hasElements }),
  nextEdit: action('Play', 'Go to the next edit', ['down'], { keywords: ['cut', 'clip', 'edge'], isEnabled: hasElements }),
  markIn: action('Play', 'Start of the range', ['i'], { keywords: ['in', 'mark'] }),
  markOut: action('Play', 'End of the range', ['o'], { keywords: ['out', 'mark'] }),
  clearRange: action('Play', 'Clear the range', ['alt+x'], { keywords: ['in', 'out', 'mark'] }),
  toggleLoop: action('Play', 'Repeat the range', [], { keywords: ['loop'] }),

  split: action('Timeline', 'Split at the playhead', ['s', 'mod+b'], { keywords: ['cut', 'blade', 'razor'], isEnabled: ({ isClipUnderPlayhead }) => isClipUnderPlayhead }),
  trimStartToPlayhead: action('Timeline', 'Trim the start to the playhead', ['q'], { keywords: ['cut', 'left'], isEnabled: ({ isClipUnderPlayhead }) => isClipUnderPlayhead }),
  trimEndToPlayhead: action('Timeline', 'Trim the end to the playhead', ['w'], { keywords: ['cut', 'right'], isEnabled: ({ isClipUnderPlayhead }) => isClipUnderPlayhead }),
  closeGaps: action('Timeline', 'Close the gaps of the track', ['shift+g'], { keywords: ['ripple', 'space', 'holes'], isEnabled: hasSelection }),
  moveLeft: action('Timeline', 'Move clips one frame back', ['alt+left'], { keywords: ['nudge', 'earlier'], isEnabled: hasSelection }),
  moveRight: action('Timeline', 'Move clips one frame on', ['alt+right'], { keywords: ['nudge', 'later'], isEnabled: hasSelection }),
  moveTrackUp: action('Timeline', 'Move clips a track up', ['alt+up'], { keywords: ['layer', 'above'], isEnabled: hasSelection }),
  moveTrackDown: action('Timeline', 'Move clips a track down', ['alt+down'], { keywords: ['layer', 'below'], isEnabled: hasSelection }),
  addMarker: action('Timeline', 'Add a marker', ['m'], { keywords: ['flag', 'note'] }),
  previousMarker: action('Timeline', 'Go to the marker before', ['shift+up'], { isEnabled: ({ hasMarkers }) => hasMarkers }),
  nextMarker: action('Timeline', 'Go to the next marker', ['shift+down'], { isEnabled: ({ hasMarkers }) => hasMarkers }),
  toggleSnapping: action('Timeline', 'Snapping on or off', ['n'], { keywords: ['magnet'] }),
  addTransition: action('Timeline', 'Add a transition', ['mod+t'], { keywords: ['fade', 'wipe', 'joint'], isEnabled: hasSelection }),
  muteSelected: action('Timeline', 'Mute or unmute', ['shift+m'], { keywords: ['sound', 'silent', 'volume'], isEnabled: hasSelection }),
  hideSelected: action('Timeline', 'Hide or show', ['shift+h'], { keywords: ['visible', 'invisible'], isEnabled: hasSelection }),

  addText: action('Arrange', 'Add a text', ['t'], { keywords: ['title', 'words', 'caption'] }),
  addShape: action('Arrange', 'Add a shape', ['r'], { keywords: ['rectangle', 'box'] }),
  group: action('Arrange', 'Group', ['mod+g'], { keywords: ['nest', 'together'], isEnabled: hasSelection }),
  ungroup: action('Arrange', 'Ungroup', ['mod+shift+g'], { keywords: ['apart'], isEnabled: ({ isGroupSelected }) => isGroupSelected }),
  enterGroup: action('Arrange', 'Open the group', ['enter'], { keywords: ['edit', 'inside'], isEnabled: ({ isGroupSelected }) => isGroupSelected }),
  leaveGroup: action('Arrange', 'Leave the group', ['shift+enter'], { keywords: ['close', 'outside'], isEnabled: ({ isInGroup }) => isInGroup }),
  alignLeft: action('Arrange', 'Align left', [], { keywords: ['edge'], isEnabled: hasSelection }),
  alignCenter: action('Arrange', 'Align centres across', [], { keywords: ['middle', 'horizontal'], isEnabled: hasSelection }),
  alignRight: action('Arrange', 'Align right', [], { keywords: ['edge'], isEnabled: hasSelection }),
  alignTop: action('Arrange', 'Align top', [], { keywords: ['edge'], isEnabled: hasSelection }),
  alignMiddle: action('Arrange', 'Align centres down', [], { keywords: ['centre', 'vertical'], isEnabled: hasSelection }),
  alignBottom: action('Arrange', 'Align bottom', [], { keywords: ['edge'], isEnabled: hasSelection }),
  distributeAcross: action('Arrange', 'Distribute across', [], { keywords: ['space', 'horizontal'], isEnabled: hasSeveral }),
  distributeDown: action('Arrange', 'Distribute down', [], { keywords: ['space', 'vertical'], isEnabled: hasSeveral }),

  zoomIn: action('View', 'Zoom the timeline in', ['equal', 'shift+equal', 'add'], { keywords: ['larger', 'plus'] }),
  zoomOut: action('View', 'Zoom the timeline out', ['minus', 'subtract'], { keywords: ['smaller'] }),
  zoomToFit: action('View', 'Fit the timeline', ['shift+z'], { keywords: ['whole', 'all'] }),
  zoomToSelection: action('View', 'Zoom to the selection', ['z'], { keywords: ['fit', 'timeline'], isEnabled: hasSelection }),
  fitCanvas: action('View', 'Fit the canvas', ['shift+1'], { keywords: ['zoom', 'whole'] }),
  toggleGrid: action('View', 'Grid on or off', [], { keywords: ['thirds', 'lines'] }),
  toggleSafeArea: action('View', 'Safe area on or off', [], { keywords: ['title', 'margin'] }),
  toggleFullscreen: action('View', 'Full screen', ['f'], { keywords: ['large', 'watch'] }),
  nextPanel: action('View', 'Go to the next panel', ['f6'], { keywords: ['focus', 'region', 'keyboard'] }),
  previousPanel: action('View', 'Go to the panel before', ['shift+f6'], { keywords: ['focus', 'region', 'keyboard'] }),

  openPalette: action('Help', 'Find an action', ['mod+k'], { keywords: ['search', 'command', 'palette'] }),
  openShortcuts: action('Help', 'Keyboard shortcuts', ['shift+slash'], { keywords: ['keys', 'help', '?'] }),
} as const satisfies Record<string, ActionEntry>;

export type ActionId = keyof typeof TABLE;

export interface Action extends ActionEntry {
  id: ActionId;
}

/** In the order of menus and help sheet. */
export const ACTIONS: readonly Action[] = Object.entries(TABLE).map(([id, entry]) => ({ ...entry, id: id as ActionId }));

/** What each action does, from wherever it is started; one that is missing does not compile. */
export type ActionHandlers = Record<ActionId, () => void>;

export function findAction(id: ActionId): Action {
  return { ...TABLE[id], id };
}

export function isActionEnabled(id: ActionId, conditions: ActionConditions): boolean {
  return TABLE[id].isEnabled(conditions);
}

/** Those whose label or keywords have every word of the query, labels that begin with it first. */
export function searchActions(query: string): Action[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const found = ACTIONS.filter(({ label, keywords, category }) => {
    const text = [label, category, ...keywords].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const isFirst = ({ label }: Action): boolean => label.toLowerCase().startsWith(query.toLowerCase());
  return [...found.filter(isFirst), ...found.filter((other) => !isFirst(other))];
}

const KEY_NAMES: Record<string, string> = {
  mod: 'Ctrl', shift: 'Shift', alt: 'Alt', left: '←', right: '→', up: '↑', down: '↓', space: 'Space', delete: 'Delete', backspace: 'Backspace', escape: 'Esc', enter: 'Enter',
  home: 'Home', end: 'End', equal: '+', add: '+', minus: '-', subtract: '-', slash: '/',
};
const MAC_KEY_NAMES: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥' };

/** A shortcut as people read it: "mod+shift+z" is ["Ctrl", "Shift", "Z"]; the question mark is itself. */
export function toKeyNames(keys: string, isMac: boolean): string[] {
  if (keys === 'shift+slash') return ['?'];
  return keys.split('+').map((key) => (isMac ? MAC_KEY_NAMES[key] : undefined) ?? KEY_NAMES[key] ?? key.toUpperCase());
}
