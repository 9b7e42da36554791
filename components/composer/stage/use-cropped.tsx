/** The picture that is being cropped, with the size of its source; null while none is, as when it is gone, deselected, or the video plays. */
'use client';

import { useEffect } from 'react';
import { useResolvedTimeline } from '#components/composer/player/resolved-timeline';
import { useStageView } from '#components/composer/stage/stage-view';
import { useEditorState } from '#components/composer/store/editor-store';
import { mediaKey } from '#lib/composition/sources';
import type { Size } from '#lib/composition/units';
import type { StageScene, StageTarget } from '#lib/editor/stage-targets';

interface Cropped {
  target: StageTarget;
  source: Size;
  leave: () => void;
}

export function useCropped(scene: StageScene): Cropped | null {
  const croppedKey = useStageView((view) => view.croppedKey);
  const crop = useStageView((view) => view.crop);
  const { selection } = useEditorState();
  const { facts } = useResolvedTimeline();
  const target = scene.targets.find(({ key }) => key === croppedKey && selection.includes(key));
  const { element } = target ?? {};
  const media = element?.type === 'image' || element?.type === 'video' ? facts.get(mediaKey(element.type, element.source)) : undefined;
  const source = media === undefined || media.kind === 'audio' ? null : media;
  const isGone = croppedKey !== null && (target === undefined || source === null);
  useEffect(() => {
    if (isGone) crop(null);
  }, [isGone, crop]);
  return target === undefined || source === null ? null : { target, source: { widthPx: source.widthPx, heightPx: source.heightPx }, leave: () => crop(null) };
}
