/** The groups that are open, one in the other: the outermost first; none at the composition itself. */
import { leaveGroup, type EditorState, type ElementKey } from '#lib/editor/editor-state';

export function listScopeTrail(state: EditorState): ElementKey[] {
  const keys: ElementKey[] = [];
  for (let open = state; open.scope !== null; open = leaveGroup(open)) keys.unshift(open.scope);
  return keys;
}
