/**
 * The stage: the canvas as the video will be, with everything on it to take hold of, and the transport under it. It shows what the player draws and
 * what the document selects, and changes both.
 */
'use client';

import clsx from 'clsx';
import { useCallback, useDeferredValue, useEffect, useRef } from 'react';
import { useAttachCanvas } from '#components/composer/player/player-context';
import { useResolvedTimeline } from '#components/composer/player/resolved-timeline';
import { CanvasLines } from '#components/composer/stage/canvas-lines';
import { CropEditor } from '#components/composer/stage/crop-editor';
import { ElementList, SelectionNews } from '#components/composer/stage/element-list';
import { MissingMedia } from '#components/composer/stage/missing-media';
import { SelectionOverlay } from '#components/composer/stage/selection-overlay';
import { placeIn } from '#components/composer/stage/stage-geometry';
import { toScopePoint } from '#components/composer/stage/stage-interaction';
import { StageMessages } from '#components/composer/stage/stage-messages';
import { findCanvasView, useStageView, useStageViewStore } from '#components/composer/stage/stage-view';
import { TextEditor } from '#components/composer/stage/text-editor';
import { Transport } from '#components/composer/stage/transport';
import { useCropped } from '#components/composer/stage/use-cropped';
import { useOpenTarget } from '#components/composer/stage/use-open-target';
import { useStageDrop, type DropPlace } from '#components/composer/stage/use-stage-drop';
import { useStageKeys } from '#components/composer/stage/use-stage-keys';
import { useStagePointer } from '#components/composer/stage/use-stage-pointer';
import { useSelectedTargets, useStageScene } from '#components/composer/stage/use-stage-scene';
import { useStageWindow } from '#components/composer/stage/use-stage-window';
import { useEditorStore } from '#components/composer/store/editor-store';
import { leaveGroup } from '#lib/editor/editor-state';
import { hitTargets, type StageScene, type StageTarget } from '#lib/editor/stage-targets';
import type { CanvasView } from '#lib/editor/canvas-view';

interface StageProps {
  /** Files were dropped on the canvas. */
  onDropFiles: (files: File[], place: DropPlace) => void;
}

export function Stage({ onDropFiles }: StageProps) {
  const attachRoot = useStageView((view) => view.attachRoot);
  return (
    <section ref={attachRoot} aria-label="Canvas" className="@container flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <StageWindow onDropFiles={onDropFiles} />
      <Transport />
    </section>
  );
}

function StageWindow({ onDropFiles }: StageProps) {
  const windowRef = useRef<HTMLDivElement>(null);
  const attachCanvas = useAttachCanvas();
  const { timeline } = useResolvedTimeline();
  const { zoom, windowSize, canvas } = useStageWindow(windowRef);
  const scene = useStageScene();
  const selected = useSelectedTargets(scene);
  const pointer = useStagePointer(windowRef, scene);
  const drop = useStageDrop(windowRef, scene, onDropFiles);
  const press = useStageKeys(scene, selected);
  const openAt = useOpenAt(scene);
  // Nobody is in the list and drags at once: it may come later.
  const listed = useDeferredValue(scene);
  const focusCanvas = useCallback(() => windowRef.current?.focus(), []);
  const view = findCanvasView({ zoom, windowSize, canvas });
  const place = view === null ? { visibility: 'hidden' as const } : { left: view.leftPx, top: view.topPx, width: canvas.widthPx * view.scale, height: canvas.heightPx * view.scale };
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={windowRef}
        data-stage-window=""
        role="group"
        tabIndex={0}
        aria-label="Canvas: arrow keys move what is selected, Enter opens it"
        {...pointer.handlers}
        {...drop.handlers}
        onKeyDown={press}
        onDoubleClick={(event) => openAt(event, windowRef.current)}
        className={clsx(
          'absolute inset-0 touch-none overflow-hidden bg-stage outline-offset-[-2px] select-none',
          pointer.isPanning ? 'cursor-grabbing' : pointer.hoveredKey !== null && 'cursor-move',
          drop.isOver && 'outline-2 outline-accent',
        )}
      >
        <canvas ref={attachCanvas} role="img" aria-label="Preview of the video" className={clsx('absolute shadow-[0_0_0_1px_rgb(255_255_255/0.08)]', timeline === null && 'invisible')} style={place} />
        {view !== null && <CanvasLines canvas={canvas} view={view} />}
        {view !== null && scene !== null && <Overlays {...{ scene, view, selected, pointer }} />}
      </div>
      {listed !== null && <ElementList scene={listed} onEnter={focusCanvas} />}
      <SelectionNews selected={selected} />
      <StageMessages note={pointer.feedback.note} />
      <MissingMedia />
    </div>
  );
}

interface OverlaysProps {
  scene: StageScene;
  view: CanvasView;
  selected: readonly StageTarget[];
  pointer: ReturnType<typeof useStagePointer>;
}

function Overlays({ scene, view, selected, pointer }: OverlaysProps) {
  const editText = useStageView((state) => state.editText);
  const editedKey = useStageView((state) => state.editedKey);
  const target = scene.targets.find(({ key }) => key === editedKey);
  const edited = target?.layer.type === 'text' && target.element.type === 'text' ? { target, layer: target.layer, element: target.element } : null;
  const cropped = useCropped(scene);
  useEffect(() => {
    if (editedKey !== null && target === undefined) editText(null);
  }, [editedKey, target, editText]);
  return (
    <>
      <SelectionOverlay scene={scene} view={view} selected={selected} hoveredKey={pointer.hoveredKey} feedback={pointer.feedback} isEditing={edited !== null || cropped !== null} />
      {cropped !== null && <CropEditor key={cropped.target.key} {...cropped} scene={scene} view={view} onDone={cropped.leave} />}
      {edited !== null && <TextEditor key={edited.target.key} {...edited} scene={scene} view={view} onDone={() => editText(null)} />}
    </>
  );
}

/** A double click: into the text or the group there, out of the open group where nothing is. */
function useOpenAt(scene: StageScene | null) {
  const store = useEditorStore();
  const stageView = useStageViewStore();
  const open = useOpenTarget();
  return (event: React.MouseEvent, stageWindow: HTMLElement | null) => {
    const view = findCanvasView(stageView.getState());
    if (scene === null || view === null) return;
    const [target] = hitTargets(scene.targets, toScopePoint(scene, view, placeIn(stageWindow, event)));
    if (target === undefined) store.getState().choose(leaveGroup);
    else open(target);
  };
}
