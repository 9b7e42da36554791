/** Which elements of the open scope are on locked tracks, and so neither taken hold of nor changed. The same set until it may be another. */
'use client';

import { useMemo } from 'react';
import { useEditor, useEditorState } from '#components/composer/store/editor-store';
import type { ElementKey } from '#lib/editor/editor-state';
import { listLockedKeys } from '#lib/editor/locked-clips';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';

export function useLockedKeys(): ReadonlySet<ElementKey> {
  const state = useEditorState();
  const lockedTracks = useEditor(({ project }) => project.lockedTracks);
  const facts = useEditor((store) => store.facts);
  return useMemo(() => listLockedKeys(state, { lockedTracks, sourceSecondsOf: sourceSecondsFrom(facts) }), [state, lockedTracks, facts]);
}
