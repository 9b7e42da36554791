/** What of the moment decides which actions can be done. */
import type { ActionContext } from '#components/composer/commands/action-context';
import type { ActionConditions } from '#lib/editor/actions';
import { findElement } from '#lib/editor/editor-state';
import { canRedo, canUndo, presentOf } from '#lib/editor/history';

/** What costs more than a look is computed only when it is asked for. */
export function readConditions(context: ActionContext): ActionConditions {
  const { history, project } = context.store.getState();
  const { composition, selection, scope } = presentOf(history);
  return {
    selectedCount: selection.length,
    elementCount: composition.elements.length,
    canUndo: canUndo(history),
    canRedo: canRedo(history),
    // Something may have been copied in another program.
    canPaste: true,
    isInGroup: scope !== null,
    get isGroupSelected() {
      return selection.length === 1 && findElement(composition, selection[0] ?? '')?.element.type === 'composition';
    },
    // The playhead moves too often to be asked here: where it is in no clip, the command says so.
    isClipUnderPlayhead: composition.elements.length > 0,
    hasMarkers: project.markers.length > 0,
    isRendering: context.isCreating,
  };
}
