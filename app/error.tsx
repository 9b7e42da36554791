/**
 * What a page that failed shows: no inside of the fault, a way to try again.
 */
'use client';

import { Button, ButtonLink } from '#components/ui/button';
import { MessagePage } from '#components/ui/message-page';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const actions = (
    <>
      <Button variant="primary" onClick={reset}>
        Try again
      </Button>
      <ButtonLink href="/">Go to the start</ButtonLink>
    </>
  );
  return (
    <MessagePage kicker="500" title="This page could not be shown" actions={actions}>
      Something on our side did not work. Nothing of yours is lost: videos go on being made.
      {error.digest !== undefined && <span className="mt-2 block font-mono text-[13px] text-ink-faint">Reference {error.digest}</span>}
    </MessagePage>
  );
}
