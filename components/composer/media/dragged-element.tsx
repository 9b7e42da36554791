/**
 * What is being dragged out of a panel of this page. A browser does not tell what is dragged before it is dropped, and the tracks are to show where, and for
 * how long, it will be.
 */
import type { DragEvent } from 'react';
import { MEDIA_TYPE, type DraggedMedium } from '#components/composer/media/dragged-medium';
import type { Element } from '#lib/composition/schema/composition';
import { createMediaElement } from '#lib/editor/create-element';

/** Of a `DataTransfer`: an `Element` as JSON. */
export const ELEMENT_TYPE = 'application/x-videogen-element';

let dragged: Element | null = null;

/** Null of what comes from elsewhere: files. */
export const readDraggedElement = (): Element | null => dragged;

/** For `onDragStart`; `endDrag` is for `onDragEnd`. */
export function beginMediumDrag({ dataTransfer }: DragEvent, medium: DraggedMedium): void {
  dragged = createMediaElement(medium.kind, { source: medium.source, name: medium.name });
  dataTransfer.setData(MEDIA_TYPE, JSON.stringify(medium));
  dataTransfer.effectAllowed = 'copy';
}

export function beginElementDrag({ dataTransfer }: DragEvent, element: Element): void {
  dragged = element;
  dataTransfer.setData(ELEMENT_TYPE, JSON.stringify(element));
  dataTransfer.effectAllowed = 'copy';
}

export function endDrag(): void {
  dragged = null;
}
