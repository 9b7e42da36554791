/** Says that another tab has changed the open project, and lets one choose whose document it is to be. */
'use client';

import { useProjectSession } from '#components/composer/project/project-session';
import { Button } from '#components/ui/button';

export function ElsewhereBanner() {
  const { isChangedElsewhere, takeOver, keepOwn } = useProjectSession();
  return (
    <div role="status">
      {isChangedElsewhere && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-accent-soft px-4 py-2 text-sm">
          <span className="mr-auto">Another tab has changed this project. Whoever changes it last overwrites the other.</span>
          <Button size="small" onClick={() => void takeOver()}>
            Show its changes
          </Button>
          <Button size="small" variant="quiet" onClick={() => void keepOwn()}>
            Keep what is here
          </Button>
        </p>
      )}
    </div>
  );
}
