/** What the actions of the project, the view and the page itself do. */
import { saveTextFile, pickTextFile } from '#components/composer/project/text-file';
import { fromText } from '#components/composer/project/choose-first-project';
import { selectedClips, timelineOf, type ActionContext } from '#components/composer/commands/action-context';
import { goToPanel } from '#components/composer/shell/go-to-panel';
import { useShell } from '#components/composer/shell/shell-store';
import type { ActionHandlers } from '#lib/editor/actions';
import { zoomAbout } from '#lib/editor/time-scale';

type PageAction =
  | 'newProject' | 'openProject' | 'importComposition' | 'exportComposition' | 'saveProject' | 'createVideo' | 'renderRange' | 'zoomIn' | 'zoomOut' | 'zoomToFit' | 'zoomToSelection' | 'fitCanvas'
  | 'toggleGrid' | 'toggleSafeArea' | 'toggleFullscreen' | 'nextPanel' | 'previousPanel' | 'openPalette' | 'openShortcuts';

const ZOOM_STEP = 1.4;

export function pageActions(context: ActionContext): Pick<ActionHandlers, PageAction> {
  const { store, stage, session, create } = context;
  const { openDialog } = useShell.getState();
  const { setView } = store.getState();
  const importFile = async (): Promise<void> => {
    try {
      const file = await pickTextFile();
      if (file !== null) await session.openProject(fromText(file.text, file.name));
    } catch {
      store.getState().say({ kind: 'refusal', text: 'That file could not be read' });
    }
  };
  const zoom = (factor: number) => () => setView({ pxPerSecond: zoomAbout({ pxPerSecond: store.getState().pxPerSecond, scrollSeconds: 0 }, factor, 0).pxPerSecond });
  return {
    newProject: () => openDialog('new-project'),
    openProject: () => openDialog('projects'),
    importComposition: () => void importFile(),
    exportComposition: () => {
      const { project, draftText, readText } = store.getState();
      saveTextFile(draftText ?? readText(), `${project.name}.json`);
    },
    saveProject: () => void session.saveVersion(),
    createVideo: () => create('whole'),
    renderRange: () => create('range'),
    zoomIn: zoom(ZOOM_STEP),
    zoomOut: zoom(1 / ZOOM_STEP),
    zoomToFit: () => setView({ shownSpan: { startSeconds: 0, endSeconds: Math.max(1, timelineOf(context).durationSeconds) } }),
    zoomToSelection: () => {
      const clips = selectedClips(context);
      setView({ shownSpan: { startSeconds: Math.min(...clips.map(({ startSeconds }) => startSeconds)), endSeconds: Math.max(...clips.map(({ endSeconds }) => endSeconds)) } });
    },
    fitCanvas: () => stage.getState().fit(),
    toggleGrid: () => setView({ isGridShown: !store.getState().isGridShown }),
    toggleSafeArea: () => setView({ isSafeAreaShown: !store.getState().isSafeAreaShown }),
    toggleFullscreen: () => stage.getState().toggleFullscreen(),
    nextPanel: () => goToPanel(1),
    previousPanel: () => goToPanel(-1),
    openPalette: () => openDialog('palette'),
    openShortcuts: () => openDialog('shortcuts'),
  };
}
