/** The bar over the composer: the project, what is done and undone, and the way to the finished video. */
'use client';

import { Command, Redo2, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { ActionButton } from '#components/composer/commands/action-button';
import { HistoryButton } from '#components/composer/commands/history-button';
import { CreateButton } from '#components/composer/create/create-button';
import { EstimateLine } from '#components/composer/create/estimate-line';
import { ProblemsButton } from '#components/composer/create/problems-button';
import { ProjectMenu } from '#components/composer/project/project-menu';
import { Logo } from '#components/ui/logo';
import { SiteNav } from '#components/ui/site-nav';
import { ThemeToggle } from '#components/ui/theme-toggle';

export function TopBar() {
  return (
    <header data-panel="" className="flex min-h-13 flex-wrap items-center gap-x-1.5 gap-y-2 border-b border-line bg-surface px-3 py-1.5">
      <a href="#content" className="sr-only rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50">
        Skip to the content
      </a>
      <Link href="/" className="flex rounded-md" aria-label="videogen, home">
        <Logo />
      </Link>
      <ProjectMenu />
      <div className="flex items-center">
        <ActionButton id="undo" icon={Undo2} />
        <ActionButton id="redo" icon={Redo2} />
        <span className="max-sm:hidden">
          <HistoryButton />
        </span>
        <ActionButton id="openPalette" icon={Command} />
      </div>
      {/* On a phone the theme is beside the project, and the rest a row of its own. */}
      <div className="ml-auto max-sm:order-1 max-sm:ml-0">
        <SiteNav />
      </div>
      <div className="max-sm:ml-auto">
        <ThemeToggle />
      </div>
      <div className="flex items-center gap-1.5 max-sm:order-1 max-sm:ml-auto">
        <ProblemsButton />
        <EstimateLine />
        <CreateButton />
      </div>
    </header>
  );
}
