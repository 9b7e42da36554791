/** The window the canvas lies in: measures it, and zooms and pans it by the wheel. */
'use client';

import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { useResolvedTimeline } from '#components/composer/player/resolved-timeline';
import { placeIn } from '#components/composer/stage/stage-geometry';
import { findCanvasView, useStageView, useStageViewStore } from '#components/composer/stage/stage-view';
import type { Size } from '#lib/composition/units';
import type { CanvasZoom } from '#lib/editor/canvas-view';

/** Of a notch of a mouse's wheel, 100 px: about a fifth more or less. */
const ZOOM_PER_PX = 0.0018;
/** Of browsers that count in lines. */
const LINE_PX = 16;

export function useStageWindow(windowRef: RefObject<HTMLElement | null>): { zoom: CanvasZoom; windowSize: Size | null; canvas: Size } {
  const stageView = useStageViewStore();
  const { timeline } = useResolvedTimeline();
  const { widthPx = 1, heightPx = 1 } = timeline ?? {};

  useLayoutEffect(() => {
    const element = windowRef.current;
    if (element === null) return;
    const measure = () => stageView.getState().measure({ windowSize: { widthPx: element.clientWidth, heightPx: element.clientHeight }, canvas: { widthPx, heightPx } });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [windowRef, stageView, widthPx, heightPx]);

  useEffect(() => {
    const element = windowRef.current;
    if (element === null) return;
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const { zoomTo, pan } = stageView.getState();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
      const scale = findCanvasView(stageView.getState())?.scale;
      if (!event.ctrlKey && !event.metaKey) return pan({ xPx: -event.deltaX * unit, yPx: -event.deltaY * unit });
      if (scale !== undefined) zoomTo(scale * Math.exp(-event.deltaY * unit * ZOOM_PER_PX), placeIn(element, event));
    };
    // React listens passively, and then the whole page would be zoomed.
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [windowRef, stageView]);

  const zoom = useStageView((view) => view.zoom);
  const windowSize = useStageView((view) => view.windowSize);
  const canvas = useStageView((view) => view.canvas);
  return { zoom, windowSize, canvas };
}
