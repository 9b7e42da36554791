/** What is on the lanes beside the clips: how they are joined, the keyframes of the one selected, the menu, and what a person hears of them. */
'use client';

import type { RefObject } from 'react';
import { ClipMenu } from '#components/composer/timeline/clip-menu';
import { JointBadges } from '#components/composer/timeline/joint-badges';
import { KeyframeLane } from '#components/composer/timeline/keyframe-lane';
import { TimelineNews } from '#components/composer/timeline/timeline-news';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';

export function LaneParts({ scene, lanesRef }: { scene: TimelineScene; lanesRef: RefObject<HTMLElement | null> }) {
  return (
    <>
      <JointBadges scene={scene} />
      <KeyframeLane scene={scene} />
      <ClipMenu lanesRef={lanesRef} />
      <TimelineNews scene={scene} />
    </>
  );
}
