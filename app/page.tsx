/**
 * The start page: the composer.
 */
import { siteOrigin } from '#app/site-origin';
import { Composer } from '#components/composer/composer';

export default async function StartPage() {
  return <Composer origin={await siteOrigin()} />;
}
