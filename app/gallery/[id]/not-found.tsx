/**
 * What the page of an example that does not exist shows.
 */
import { ButtonLink } from '#components/ui/button';
import { MessagePage } from '#components/ui/message-page';

export default function ExampleNotFound() {
  return (
    <MessagePage kicker="404" title="There is no such example" actions={<ButtonLink href="/gallery" variant="primary">See all examples</ButtonLink>}>
      It may have been given another name since the link was made.
    </MessagePage>
  );
}
