/** What a person hears when the main selected clip has come to stand elsewhere: after a drag, or after a row of key presses. */
'use client';

import { useEffect, useRef, useState } from 'react';
import { useEditor, useEditorState } from '#components/composer/store/editor-store';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { clipLabel } from '#lib/editor/clip-label';

/** After the last key of a row. */
const QUIET_MS = 400;

export function TimelineNews({ scene: { view, rows } }: { scene: TimelineScene }) {
  const { selection } = useEditorState();
  const isDragging = useEditor(({ history }) => history.gesture !== null);
  const [news, setNews] = useState('');
  const said = useRef({ key: '', label: '' });
  const clip = view.clips.find(({ key }) => key === selection.at(-1));
  const row = rows.find(({ track }) => track === clip?.track);
  const label = clip === undefined || row === undefined ? '' : clipLabel(clip, row.number);
  const key = clip?.key ?? '';
  useEffect(() => {
    // A clip that is selected is read by its own name.
    if (said.current.key !== key) said.current = { key, label };
    if (isDragging || said.current.label === label) return;
    const timer = setTimeout(() => {
      said.current = { key, label };
      setNews(label);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [key, label, isDragging]);
  return (
    <p role="status" aria-label="Clips" className="sr-only">
      {news}
    </p>
  );
}
