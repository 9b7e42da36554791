/**
 * What an unknown address shows.
 */
import type { Metadata } from 'next';
import { ButtonLink } from '#components/ui/button';
import { MessagePage } from '#components/ui/message-page';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <MessagePage kicker="404" title="There is nothing at this address" actions={<ButtonLink href="/" variant="primary">Make a video</ButtonLink>}>
      The link may be mistyped, or what it led to has been removed.
    </MessagePage>
  );
}
