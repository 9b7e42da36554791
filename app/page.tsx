/**
 * The start page: a composition as text, and the video it becomes.
 */
import { siteOrigin } from '#app/site-origin';
import { Composer } from '#components/composer/composer';

export default async function StartPage() {
  return (
    <main id="content" className="mx-auto w-full max-w-[1480px] flex-1 px-4 pt-7 pb-12 sm:px-6">
      <h1 className="text-2xl font-semibold">Describe a video, get an mp4</h1>
      <p className="mt-1.5 mb-6 max-w-prose text-[15px] text-ink-soft">Say what is seen and heard, and when. The same JSON works with the API.</p>
      <Composer origin={await siteOrigin()} />
    </main>
  );
}
