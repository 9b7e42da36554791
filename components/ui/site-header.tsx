/**
 * The bar on top of every page: the wordmark, which leads home, the other pages, and the theme. The composer has a bar of its own.
 */
'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Logo } from '#components/ui/logo';
import { SiteNav } from '#components/ui/site-nav';
import { ThemeToggle } from '#components/ui/theme-toggle';

export function SiteHeader() {
  if (usePathname() === '/') return null;
  return (
    <header className="border-b border-line">
      <a
        href="#content"
        className="sr-only rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to the content
      </a>
      <div className="mx-auto flex h-14 max-w-[1480px] items-center justify-between px-4 sm:px-6">
        <Link href="/" className="flex rounded-md" aria-label="videogen, home">
          <Logo />
        </Link>
        <div className="flex items-center gap-3 sm:gap-5">
          <SiteNav />
          <ThemeToggle />
        </div>
      </div>
    </header>
  );
}
