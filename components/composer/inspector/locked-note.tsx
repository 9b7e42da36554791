/** Says that what is selected cannot be changed, as it is on a locked track, and unlocks it. */
'use client';

import { Lock } from 'lucide-react';
import { useEditor, useEditorState, useEditorStore } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { outermostTrackOf } from '#lib/editor/locked-clips';
import type { PlacedClip } from '#lib/editor/scene';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';

export function LockedNote({ locked }: { locked: readonly PlacedClip[] }) {
  const store = useEditorStore();
  const state = useEditorState();
  const facts = useEditor((editor) => editor.facts);
  const group = outermostTrackOf(state, sourceSecondsFrom(facts));
  const tracks = group === null ? locked.map(({ track }) => track) : [group];
  const unlock = (): void => {
    const { project, changeProject } = store.getState();
    changeProject({ lockedTracks: project.lockedTracks.filter((track) => !tracks.includes(track)) });
  };
  return (
    <div role="note" className="flex items-center gap-2 border-b border-line bg-sunken px-3 py-2 text-xs text-ink-soft">
      <Lock className="size-3.5 shrink-0" aria-hidden="true" />
      <span className="flex-1">{new Set(tracks).size > 1 ? 'On locked tracks: to be read alone.' : 'On a locked track: to be read alone.'}</span>
      <Button size="small" onClick={unlock}>
        Unlock
      </Button>
    </div>
  );
}
