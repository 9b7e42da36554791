/**
 * The keys of the list of clips: arrows go from clip to clip and select, with Shift as well, with Ctrl they only go; Enter opens, Ctrl+Space adds or takes
 * away. Everything else, moving and trimming too, are actions of the registry.
 */
'use client';

import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useEditorStore } from '#components/composer/store/editor-store';
import { useTimelineUi, useTimelineUiStore } from '#components/composer/timeline/timeline-ui';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { select, toggleSelected } from '#lib/editor/editor-state';
import type { ClipView } from '#lib/editor/editor-view';
import { findNextClip, type ClipDirection } from '#lib/editor/find-next-clip';
import { presentOf } from '#lib/editor/history';

const DIRECTIONS: Readonly<Record<string, ClipDirection>> = { ArrowLeft: 'before', ArrowRight: 'after', ArrowUp: 'above', ArrowDown: 'below', Home: 'first', End: 'last' };

export function useTimelineKeys({ view, locked }: TimelineScene, onOpen: (clip: ClipView) => void): (event: KeyboardEvent<HTMLElement>) => void {
  const store = useEditorStore();
  const ui = useTimelineUiStore();
  const focusKey = useTimelineUi((state) => state.focusKey);
  const isMoving = useRef<HTMLElement | null>(null);
  useEffect(() => {
    // A clip that was out of sight is drawn only once the focus is on its way to it.
    const list = isMoving.current;
    isMoving.current = null;
    const clip = focusKey === null ? null : list?.querySelector<HTMLElement>(`[data-clip="${CSS.escape(focusKey)}"]`);
    clip?.focus({ preventScroll: true });
    clip?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [focusKey]);

  const goTo = (list: HTMLElement, clip: ClipView, { shiftKey, isOnlyFocus }: { shiftKey: boolean; isOnlyFocus: boolean }) => {
    isMoving.current = list;
    ui.setState({ focusKey: clip.key });
    if (isOnlyFocus || locked.has(clip.track)) return;
    const { choose, history } = store.getState();
    const kept = shiftKey ? presentOf(history).selection.filter((key) => key !== clip.key) : [];
    choose((state) => select(state, [...kept, clip.key]));
  };

  return (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey, target } = event;
    const current = view.clips.find((clip) => target instanceof Element && target.getAttribute('data-clip') === clip.key);
    if (current === undefined || altKey) return;
    const direction = DIRECTIONS[key];
    const isOnlyFocus = ctrlKey || metaKey;
    if (direction !== undefined) {
      const next = findNextClip(view, current, direction);
      if (next !== null) goTo(event.currentTarget, next, { shiftKey, isOnlyFocus });
    } else if (key === 'Enter' && !shiftKey && !isOnlyFocus) {
      onOpen(current);
      if (current.element.type !== 'composition' && !locked.has(current.track)) store.getState().choose((state) => select(state, [current.key]));
    } else if (key === ' ' && isOnlyFocus) {
      if (!locked.has(current.track)) store.getState().choose((state) => toggleSelected(state, current.key));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
