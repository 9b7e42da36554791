/** The button that makes the video, and beside it the way to those that were made. */
'use client';

import { Clapperboard, Film } from 'lucide-react';
import { useActions, useIsEnabled } from '#components/composer/commands/actions-context';
import { useCreation } from '#components/composer/create/creation-context';
import { useShell } from '#components/composer/shell/shell-store';
import { useEditor } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { IconButton } from '#components/ui/icon-button';

export function CreateButton() {
  const { perform } = useActions();
  const { isCreating } = useCreation();
  const isDraft = useEditor(({ draftText }) => draftText !== null);
  const isEnabled = useIsEnabled('createVideo') && !isDraft;
  const isResultOpen = useShell((shell) => shell.isResultOpen);
  const showResult = useShell((shell) => shell.showResult);
  return (
    <>
      <IconButton label="Videos of this project" icon={Film} isPressed={isResultOpen} onClick={() => showResult(!isResultOpen)} />
      {/* While one is being made it keeps the focus: it is only said to do nothing. */}
      <Button variant="primary" disabled={!isEnabled && !isCreating} aria-disabled={isCreating} onClick={() => perform('createVideo')}>
        <Clapperboard aria-hidden="true" />
        Create video
      </Button>
    </>
  );
}
