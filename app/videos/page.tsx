/**
 * The library: every video of this installation, to be found, played, made into another one, or deleted.
 */
import type { Metadata } from 'next';
import { Library } from '#components/library/library';

export const metadata: Metadata = { title: 'Videos' };

interface VideosPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function VideosPage({ searchParams }: VideosPageProps) {
  const { status, q } = await searchParams;
  return (
    <main id="content" className="mx-auto w-full max-w-[1480px] flex-1 px-4 pt-7 pb-14 sm:px-6">
      <Library initial={{ status: toText(status), query: toText(q) }} />
    </main>
  );
}

/** The first, of a parameter that is there several times. */
function toText(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
