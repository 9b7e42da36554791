/** The effect of every id of the registry; the compiler names one that is missing. */
import type { ActionContext } from '#components/composer/commands/action-context';
import { arrangeActions } from '#components/composer/commands/arrange-actions';
import { editActions } from '#components/composer/commands/edit-actions';
import { pageActions } from '#components/composer/commands/page-actions';
import { playActions } from '#components/composer/commands/play-actions';
import { timelineActions } from '#components/composer/commands/timeline-actions';
import type { ActionHandlers } from '#lib/editor/actions';

export function bindActions(context: ActionContext): ActionHandlers {
  return { ...pageActions(context), ...editActions(context), ...playActions(context), ...timelineActions(context), ...arrangeActions(context) };
}
