/**
 * How the stage is looked at: zoom and shift of the canvas in its window, which text is being written in and which picture cropped. Outside of the document, and never in its
 * history.
 */
'use client';

import { createContext, useContext, useState, type ReactNode } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { Size } from '#lib/composition/units';
import type { CanvasPoint } from '#lib/editor/canvas-matrix';
import { FIT, panBy, viewOfCanvas, zoomAbout, type CanvasView, type CanvasZoom } from '#lib/editor/canvas-view';
import type { ElementKey } from '#lib/editor/editor-state';

export interface StageView {
  zoom: CanvasZoom;
  /** Of the window the canvas lies in; null until it has been measured. */
  windowSize: Size | null;
  canvas: Size;
  /** The text that is being written in. */
  editedKey: ElementKey | null;
  /** The picture that is being cropped. */
  croppedKey: ElementKey | null;
  /** What full screen shows: canvas and transport. */
  root: HTMLElement | null;

  measure: (sizes: { windowSize: Size; canvas: Size }) => void;
  fit: () => void;
  /** About a place of the window; about its middle when absent. */
  zoomTo: (zoom: number, at?: CanvasPoint) => void;
  pan: (by: CanvasPoint) => void;
  editText: (key: ElementKey | null) => void;
  crop: (key: ElementKey | null) => void;
  attachRoot: (root: HTMLElement | null) => void;
  toggleFullscreen: () => void;
}

export type StageViewApi = StoreApi<StageView>;

function createStageView(): StageViewApi {
  return createStore<StageView>()((set, get) => ({
    zoom: FIT,
    windowSize: null,
    canvas: { widthPx: 1, heightPx: 1 },
    editedKey: null,
    croppedKey: null,
    root: null,

    measure: (sizes) => set(sizes),
    fit: () => set({ zoom: FIT }),
    zoomTo: (wanted, at) => {
      const { zoom, windowSize, canvas } = get();
      if (windowSize === null) return;
      const middle = { xPx: windowSize.widthPx / 2, yPx: windowSize.heightPx / 2 };
      set({ zoom: zoomAbout(zoom, wanted, { canvas, windowSize, at: at ?? middle }) });
    },
    pan: (by) => {
      const { zoom, windowSize, canvas } = get();
      if (windowSize !== null) set({ zoom: panBy(zoom, by, { canvas, windowSize }) });
    },
    editText: (editedKey) => set({ editedKey, croppedKey: null }),
    crop: (croppedKey) => set({ croppedKey, editedKey: null }),
    attachRoot: (root) => set({ root }),
    toggleFullscreen: () => {
      // Browsers may refuse: then all stays as it is.
      const done = document.fullscreenElement === null ? get().root?.requestFullscreen() : document.exitFullscreen();
      done?.catch(() => undefined);
    },
  }));
}

const StageViewContext = createContext<StageViewApi | null>(null);

export function StageViewProvider({ children }: { children: ReactNode }) {
  const [view] = useState(createStageView);
  return <StageViewContext value={view}>{children}</StageViewContext>;
}

/** The store itself, for handlers; `fit()` and `toggleFullscreen()` of its state are what the actions `fitCanvas` and `toggleFullscreen` do. */
export function useStageViewStore(): StageViewApi {
  const view = useContext(StageViewContext);
  if (view === null) throw new Error('There is no stage around this component');
  return view;
}

export function useStageView<Selected>(selector: (view: StageView) => Selected): Selected {
  return useStore(useStageViewStore(), selector);
}

/** Where the canvas is in its window; null until that has been measured. */
export function findCanvasView({ zoom, windowSize, canvas }: Pick<StageView, 'zoom' | 'windowSize' | 'canvas'>): CanvasView | null {
  return windowSize === null ? null : viewOfCanvas(zoom, canvas, windowSize);
}
