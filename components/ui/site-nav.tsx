/** The other pages. */
import Link from 'next/link';

const PAGES = [
  { href: '/gallery', name: 'Gallery' },
  { href: '/videos', name: 'Videos' },
] as const;

export function SiteNav() {
  return (
    <nav aria-label="Site" className="flex items-center gap-1 text-sm">
      {PAGES.map(({ href, name }) => (
        <Link key={href} href={href} className="rounded-md px-2 py-1.5 font-medium text-ink-soft hover:text-ink">
          {name}
        </Link>
      ))}
    </nav>
  );
}
