/**
 * The composer's panels: on a wide window all of them, each as large as it was left; on a narrow one what is needed to watch, edit the JSON and create.
 */
'use client';

import { ElsewhereBanner } from '#components/composer/project/elsewhere-banner';
import { Dialogs } from '#components/composer/shell/dialogs';
import { lazyPart } from '#components/composer/shell/lazy-part';
import { LeftPanel } from '#components/composer/shell/left-panel';
import { NoticeToast } from '#components/composer/shell/notice-toast';
import { PanelSplitter } from '#components/composer/shell/panel-splitter';
import { TIMELINE_REGION_ID } from '#components/composer/shell/region-ids';
import { useShell } from '#components/composer/shell/shell-store';
import { TopBar } from '#components/composer/shell/top-bar';
import { useDroppedFile } from '#components/composer/shell/use-dropped-file';
import { useIsWide } from '#components/composer/shell/use-is-wide';
import { useWarmUp } from '#components/composer/shell/use-warm-up';
import { useEditor } from '#components/composer/store/editor-store';

// The frame is there first; what fills it is most of the code.
const StageRegion = lazyPart(async () => (await import('#components/composer/shell/stage-region')).StageRegion, <div className="flex-1 bg-stage" />);
const TimelineRegion = lazyPart(async () => (await import('#components/composer/shell/timeline-region')).TimelineRegion);
const Inspector = lazyPart(async () => (await import('#components/composer/inspector/inspector')).Inspector);
const JsonPanel = lazyPart(async () => (await import('#components/composer/json/json-panel')).JsonPanel);
const ResultSheet = lazyPart(async () => (await import('#components/composer/create/result-sheet')).ResultSheet);

export function Shell({ origin }: { origin: string }) {
  const name = useEditor(({ project }) => project.name);
  const isWide = useIsWide();
  useDroppedFile();
  useWarmUp();
  return (
    <div className={isWide ? 'flex h-dvh flex-col overflow-hidden' : 'flex min-h-dvh flex-col'}>
      <h1 className="sr-only">Composer: {name}</h1>
      <TopBar />
      <ElsewhereBanner />
      {isWide ? <WidePanels origin={origin} /> : <NarrowPanels origin={origin} />}
      <Dialogs />
      <NoticeToast />
    </div>
  );
}

function WidePanels({ origin }: { origin: string }) {
  const { leftPx, rightPx, timelinePx } = useShell(({ sizes }) => sizes);
  const isResultOpen = useShell((shell) => shell.isResultOpen);
  return (
    <>
      <div className="relative isolate flex min-h-0 flex-1">
        <aside aria-label="What to add" style={{ width: leftPx }} className="flex min-w-0 shrink-0 bg-surface">
          <LeftPanel origin={origin} />
        </aside>
        <PanelSplitter panel="leftPx" label="Width of the left panel" />
        <StagePlace />
        <PanelSplitter panel="rightPx" label="Width of the inspector" />
        <aside aria-label="Inspector" style={{ width: rightPx }} className="min-w-0 shrink-0 overflow-hidden bg-surface">
          <Inspector />
        </aside>
        {isResultOpen && <ResultSheet />}
      </div>
      <PanelSplitter panel="timelinePx" label="Height of the timeline" />
      <section id={TIMELINE_REGION_ID} aria-label="Timeline" style={{ height: timelinePx }} className="isolate min-h-0 shrink-0 overflow-hidden bg-surface">
        <TimelineRegion />
      </section>
    </>
  );
}

function NarrowPanels({ origin }: { origin: string }) {
  const isResultOpen = useShell((shell) => shell.isResultOpen);
  return (
    <>
      <div className="flex h-[min(56vh,34rem)]">
        <StagePlace />
      </div>
      <section aria-label="Composition" className="flex h-[max(30rem,60dvh)] min-w-0 flex-col border-t border-line bg-surface">
        <JsonPanel origin={origin} />
      </section>
      {isResultOpen && <ResultSheet />}
    </>
  );
}

function StagePlace() {
  return (
    <main id="content" className="relative flex min-w-0 flex-1">
      <StageRegion />
    </main>
  );
}
