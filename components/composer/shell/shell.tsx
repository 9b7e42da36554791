/**
 * The composer's panels: on a wide window all of them, each as large as it was left; on a narrow one what is needed to watch, edit the JSON and create.
 */
'use client';

import { useEffect } from 'react';
import { ElsewhereBanner } from '#components/composer/project/elsewhere-banner';
import { PictureTaker } from '#components/composer/project/picture-taker';
import { StorageBanner } from '#components/composer/project/storage-banner';
import { afterTracks, letTheRestCome } from '#components/composer/shell/after-tracks';
import { Dialogs } from '#components/composer/shell/dialogs';
import { lazyPart } from '#components/composer/shell/lazy-part';
import { NoticeToast } from '#components/composer/shell/notice-toast';
import { PanelSplitter } from '#components/composer/shell/panel-splitter';
import { StagePoster } from '#components/composer/shell/stage-poster';
import { TIMELINE_REGION_ID } from '#components/composer/shell/region-ids';
import { useShell } from '#components/composer/shell/shell-store';
import { useDroppedFile } from '#components/composer/shell/use-dropped-file';
import { useIsWide } from '#components/composer/shell/use-is-wide';
import { useWarmUp } from '#components/composer/shell/use-warm-up';
import { useEditor } from '#components/composer/store/editor-store';
import { Logo } from '#components/ui/logo';

// The frame is there first, then the tracks, which a person can take hold of at once. The rest comes after them, each to its place.
const TimelineRegion = lazyPart(loadTimeline);
const StageRegion = lazyPart(afterTracks(async () => (await import('#components/composer/shell/stage-region')).StageRegion), <StagePoster />);
const TopBar = lazyPart(afterTracks(async () => (await import('#components/composer/shell/top-bar')).TopBar), <BareTopBar />);
const LeftPanel = lazyPart(afterTracks(async () => (await import('#components/composer/shell/left-panel')).LeftPanel));
const Inspector = lazyPart(afterTracks(async () => (await import('#components/composer/inspector/inspector')).Inspector));
const JsonPanel = lazyPart(async () => (await import('#components/composer/json/json-panel')).JsonPanel);
const ResultSheet = lazyPart(async () => (await import('#components/composer/create/result-sheet')).ResultSheet);

async function loadTimeline() {
  try {
    return (await import('#components/composer/shell/timeline-region')).TimelineRegion;
  } catch (error) {
    // Nobody waits for tracks that do not come.
    letTheRestCome();
    throw error;
  }
}

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
      <StorageBanner />
      {isWide ? <WidePanels origin={origin} /> : <NarrowPanels origin={origin} />}
      <PictureTaker />
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
        <aside data-panel="" aria-label="What to add" style={{ width: leftPx }} className="flex min-w-0 shrink-0 bg-surface">
          <LeftPanel origin={origin} />
        </aside>
        <PanelSplitter panel="leftPx" label="Width of the left panel" />
        <StagePlace />
        <PanelSplitter panel="rightPx" label="Width of the inspector" />
        <aside data-panel="" aria-label="Inspector" style={{ width: rightPx }} className="min-w-0 shrink-0 overflow-hidden bg-surface">
          <Inspector />
        </aside>
        {isResultOpen && <ResultSheet />}
      </div>
      <PanelSplitter panel="timelinePx" label="Height of the timeline" />
      <section data-panel="" id={TIMELINE_REGION_ID} aria-label="Timeline" style={{ height: timelinePx }} className="isolate min-h-0 shrink-0 overflow-hidden bg-surface">
        <TimelineRegion />
      </section>
    </>
  );
}

function NarrowPanels({ origin }: { origin: string }) {
  // It has no tracks.
  useEffect(letTheRestCome, []);
  const isResultOpen = useShell((shell) => shell.isResultOpen);
  return (
    <>
      <div className="flex h-[min(56vh,34rem)]">
        <StagePlace />
      </div>
      <section data-panel="" aria-label="Composition" className="flex h-[max(30rem,60dvh)] min-w-0 flex-col border-t border-line bg-surface">
        <JsonPanel origin={origin} />
      </section>
      {isResultOpen && <ResultSheet />}
    </>
  );
}

function BareTopBar() {
  return (
    <header className="flex min-h-13 items-center border-b border-line bg-surface px-3 py-1.5">
      <Logo />
    </header>
  );
}

function StagePlace() {
  return (
    <main data-panel="" id="content" className="relative flex min-w-0 flex-1">
      <StageRegion />
    </main>
  );
}
