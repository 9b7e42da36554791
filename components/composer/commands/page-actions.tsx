/** What the actions of the project, the view and the page itself do. */
import { saveTextFile, pickTextFile } from '#components/composer/project/text-file';
import { fromText } from '#components/composer/project/choose-first-project';
import { timelineOf, type ActionContext } from '#components/composer/commands/action-context';
import { useShell } from '#components/composer/shell/shell-store';
import { TIMELINE_REGION_ID } from '#components/composer/shell/region-ids';
import type { ActionHandlers } from '#lib/editor/actions';
import { fitScale, zoomAbout } from '#lib/editor/time-scale';

type PageAction =
  | 'newProject' | 'openProject' | 'importComposition' | 'exportComposition' | 'saveProject' | 'createVideo' | 'renderRange' | 'zoomIn' | 'zoomOut' | 'zoomToFit' | 'fitCanvas'
  | 'toggleGrid' | 'toggleSafeArea' | 'toggleFullscreen' | 'openPalette' | 'openShortcuts';

const ZOOM_STEP = 1.4;
/** Beside the clips: the heads of the tracks. */
const TRACK_HEADS_PX = 160;

export function pageActions(context: ActionContext): Pick<ActionHandlers, PageAction> {
  const { store, stage, session, create } = context;
  const { openDialog } = useShell.getState();
  const { setView } = store.getState();
  const importFile = async (): Promise<void> => {
    const file = await pickTextFile();
    if (file !== null) await session.openProject(fromText(file.text, file.name));
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
    zoomToFit: () => {
      const widthPx = (document.getElementById(TIMELINE_REGION_ID)?.clientWidth ?? window.innerWidth) - TRACK_HEADS_PX;
      setView({ pxPerSecond: fitScale(timelineOf(context).durationSeconds, widthPx).pxPerSecond });
    },
    fitCanvas: () => stage.getState().fit(),
    toggleGrid: () => setView({ isGridShown: !store.getState().isGridShown }),
    toggleSafeArea: () => setView({ isSafeAreaShown: !store.getState().isSafeAreaShown }),
    toggleFullscreen: () => stage.getState().toggleFullscreen(),
    openPalette: () => openDialog('palette'),
    openShortcuts: () => openDialog('shortcuts'),
  };
}
