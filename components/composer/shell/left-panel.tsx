/**
 * The panel on the left: a rail of tabs, and what the chosen one offers. Code that is large comes when its tab is opened.
 */
'use client';

import { Braces, Image, LayoutGrid, Music, Shapes, Type, type LucideIcon } from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { lazyPart } from '#components/composer/shell/lazy-part';
import { PANEL_IDS, useShell, type PanelId } from '#components/composer/shell/shell-store';

const MediaPanel = lazyPart(async () => (await import('#components/composer/media/media-panel')).MediaPanel);
const TextPanel = lazyPart(async () => (await import('#components/composer/media/text-panel')).TextPanel);
const ShapesPanel = lazyPart(async () => (await import('#components/composer/media/shapes-panel')).ShapesPanel);
const JsonPanel = lazyPart(async () => (await import('#components/composer/json/json-panel')).JsonPanel);
const GalleryPanel = lazyPart(async () => (await import('#components/composer/shell/gallery-panel')).GalleryPanel);

const TABS: Readonly<Record<PanelId, { label: string; icon: LucideIcon }>> = {
  media: { label: 'Media', icon: Image },
  text: { label: 'Text', icon: Type },
  shapes: { label: 'Shapes', icon: Shapes },
  sound: { label: 'Sound', icon: Music },
  gallery: { label: 'Gallery', icon: LayoutGrid },
  json: { label: 'JSON', icon: Braces },
};

export function LeftPanel({ origin }: { origin: string }) {
  const panel = useShell((shell) => shell.panel);
  const showPanel = useShell((shell) => shell.showPanel);
  return (
    <Tabs.Root value={panel} onValueChange={(value) => showPanel(value as PanelId)} orientation="vertical" className="flex min-w-0 flex-1">
      <Tabs.List aria-label="What to add" className="flex w-16 shrink-0 flex-col gap-1 border-r border-line p-1.5">
        {PANEL_IDS.map((id) => {
          const { label, icon: Icon } = TABS[id];
          return (
            <Tabs.Trigger
              key={id}
              value={id}
              className="grid justify-items-center gap-1 rounded-lg py-2 text-[11px] font-medium text-ink-soft hover:bg-sunken hover:text-ink data-[state=active]:bg-accent-soft data-[state=active]:text-accent-strong"
            >
              <Icon className="size-[18px]" aria-hidden="true" />
              {label}
            </Tabs.Trigger>
          );
        })}
      </Tabs.List>
      <Tabs.Content value={panel} className="min-w-0 flex-1 overflow-y-auto">
        {contentOf(panel, origin)}
      </Tabs.Content>
    </Tabs.Root>
  );
}

function contentOf(panel: PanelId, origin: string): ReactNode {
  switch (panel) {
    case 'media': return <MediaPanel key="media" />;
    case 'text': return <TextPanel />;
    case 'shapes': return <ShapesPanel />;
    case 'sound': return <MediaPanel key="sound" only="audio" />;
    case 'gallery': return <GalleryPanel origin={origin} />;
    case 'json': return <JsonPanel origin={origin} />;
    default: return panel satisfies never;
  }
}
