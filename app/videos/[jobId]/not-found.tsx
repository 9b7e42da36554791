/**
 * What the page of a job that does not exist shows.
 */
import { ButtonLink } from '#components/ui/button';
import { MessagePage } from '#components/ui/message-page';

export default function VideoNotFound() {
  return (
    <MessagePage kicker="404" title="There is no such video" actions={<ButtonLink href="/" variant="primary">Make a video</ButtonLink>}>
      No job has this id. Check that the link was copied whole.
    </MessagePage>
  );
}
