/** What the actions of editing do: history, clipboard, deleting, selecting. */
import { copyText } from '#components/ui/copy-text';
import { lockedKeysOf, playheadSecondsOf, stateOf, type ActionContext } from '#components/composer/commands/action-context';
import type { ActionHandlers } from '#lib/editor/actions';
import { copyElements, readClipboard, writeClipboard } from '#lib/editor/clipboard';
import { deleteClips } from '#lib/editor/commands/delete-clips';
import { duplicateClips } from '#lib/editor/commands/duplicate-clips';
import { pasteKeyframes } from '#lib/editor/commands/paste-keyframes';
import { pasteElements } from '#lib/editor/commands/paste-elements';
import { leaveGroup, listScopeKeys, select } from '#lib/editor/editor-state';
import { readKeyframes } from '#lib/editor/keyframe-clipboard';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';

type EditAction = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'duplicate' | 'delete' | 'rippleDelete' | 'selectAll' | 'deselect';

export function editActions(context: ActionContext): Pick<ActionHandlers, EditAction> {
  const { store } = context;
  const { run, choose, undo, redo } = store.getState();
  const remove = (ripple: boolean) => () => run(deleteClips, { keys: stateOf(context).selection, ripple });
  return {
    undo,
    redo,
    cut: () => {
      copy(context);
      remove(false)();
    },
    copy: () => copy(context),
    paste: () => void paste(context),
    duplicate: () => run(duplicateClips, { keys: stateOf(context).selection }),
    delete: remove(false),
    rippleDelete: remove(true),
    selectAll: () => {
      const locked = lockedKeysOf(context);
      choose((state) => select(state, listScopeKeys(state).filter((key) => !locked.has(key))));
    },
    deselect: () => {
      if (store.getState().history.gesture !== null) return store.getState().cancel();
      choose((state) => (state.selection.length > 0 ? select(state, []) : leaveGroup(state)));
    },
  };
}

function copy(context: ActionContext): void {
  const { facts, setClipboard } = context.store.getState();
  const state = stateOf(context);
  const content = copyElements(state, state.selection, sourceSecondsFrom(facts));
  if (content === null) return;
  const text = writeClipboard(content);
  setClipboard(text);
  void copyText(text);
}

/** The system's clipboard, where it may be read; else what was copied here. */
async function paste(context: ActionContext): Promise<void> {
  const { clipboard, run, say, project: { lockedTracks } } = context.store.getState();
  const text = (await navigator.clipboard?.readText().catch(() => null)) ?? clipboard;
  const copied = readKeyframes(text ?? '');
  if (copied !== null) return void run(pasteKeyframes, { keys: stateOf(context).selection, copied, atSeconds: playheadSecondsOf(context) });
  const reading = readClipboard(text ?? '');
  if (!reading.ok) return say({ kind: 'refusal', text: reading.reason });
  run(pasteElements, { content: reading.content, atSeconds: playheadSecondsOf(context), lockedTracks });
}
