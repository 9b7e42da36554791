/** The font family: the bundled ones and the composition's own, each shown as it looks; searched by typing. And its weight, by the names people know. */
'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useMemo, useState } from 'react';
import { AddFont } from '#components/composer/inspector/add-font';
import { SelectField } from '#components/composer/inspector/choice-field';
import { errorProps, FieldRow, INPUT_CLASS } from '#components/composer/inspector/field-row';
import { fontStackOf, useFontFace, type ListedFont } from '#components/composer/inspector/use-font-face';
import { useField, type FieldProps } from '#components/composer/inspector/use-field';
import { useEditor } from '#components/composer/store/editor-store';
import type { FontCatalog } from '#lib/composition/text/font-catalog';
import { toMediaUrl } from '#lib/composition/upload-source';
import { presentOf } from '#lib/editor/history';

export function FontField({ property, path, value, isMixed }: FieldProps) {
  const field = useField(path);
  const [isOpen, setIsOpen] = useState(false);
  const fonts = useListedFonts();
  const shown = typeof value === 'string' ? value : String(property.default);
  const current = fonts.find(({ family }) => family.toLowerCase() === shown.toLowerCase());
  return (
    <FieldRow {...{ property, path, field }} isSet={value !== undefined}>
      <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
        <Popover.Trigger id={field.id} {...errorProps(field)} className={`${INPUT_CLASS} flex h-7 items-center gap-1 text-left`}>
          <span className={`min-w-0 flex-1 truncate ${value === undefined ? 'text-ink-soft' : ''}`} style={current === undefined ? {} : { fontFamily: fontStackOf(current) }}>
            {isMixed ? 'Mixed' : shown}
          </span>
          <ChevronDown className="size-3.5 shrink-0 text-ink-faint" aria-hidden="true" />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content side="left" align="start" sideOffset={8} collisionPadding={8} aria-label="Font families" className="z-50 w-72 animate-rise overflow-hidden rounded-xl border border-line bg-surface shadow-pop">
            <FontList
              fonts={fonts}
              onChoose={(family) => {
                field.commit(family);
                setIsOpen(false);
              }}
            />
            <AddFont
              onAdded={(family) => {
                field.commit(family);
                setIsOpen(false);
              }}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </FieldRow>
  );
}

function FontList({ fonts, onChoose }: { fonts: readonly ListedFont[]; onChoose: (family: string) => void }) {
  return (
    <Command label="Search the fonts">
      <Command.Input placeholder="Search the fonts" className="h-10 w-full border-b border-line bg-transparent px-3 text-[13px] outline-none placeholder:text-ink-faint" />
      <Command.List label="Font families" className="max-h-80 overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-6 text-center text-[13px] text-ink-soft">No font is called that. Add your own below.</Command.Empty>
        {fonts.map((font) => (
          <Command.Item key={font.family} value={font.family} onSelect={() => onChoose(font.family)} className="cursor-pointer rounded-lg px-2.5 py-1.5 data-[selected=true]:bg-sunken">
            <FontName font={font} />
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

function FontName({ font }: { font: ListedFont }) {
  useFontFace(font);
  return (
    <span className="flex items-baseline gap-2">
      <span className="min-w-0 flex-1 truncate text-base leading-6" style={{ fontFamily: fontStackOf(font) }}>
        {font.family}
      </span>
      {font.isOwn && <span className="text-[11px] text-ink-faint">yours</span>}
    </span>
  );
}

/** The composition's own first; one of them takes the place of a bundled one of its name. */
function useListedFonts(): ListedFont[] {
  const own = useEditor(({ history }) => presentOf(history).composition.fonts);
  const { data: bundled } = useQuery({ queryKey: ['font-families'], queryFn: fetchFamilies, staleTime: Infinity });
  return useMemo(() => {
    const listed = [...new Map((own ?? []).map(({ family, source }) => [family.toLowerCase(), { family, url: toMediaUrl(source), isOwn: true }])).values()];
    return [...listed, ...(bundled ?? []).filter(({ family }) => !listed.some((other) => other.family.toLowerCase() === family.toLowerCase()))];
  }, [own, bundled]);
}

async function fetchFamilies(): Promise<ListedFont[]> {
  const response = await fetch('/fonts/catalog.json');
  if (!response.ok) throw new Error(`The fonts could not be listed (${response.status})`);
  const { files } = (await response.json()) as FontCatalog;
  // Each family's file of Latin letters: enough to write its name.
  const upright = files.filter(({ style }) => style === 'normal');
  const latin = upright.toSorted((a, b) => Number(b.file.includes('-latin-')) - Number(a.file.includes('-latin-')) || Number(a.file.includes('-latin-ext-')) - Number(b.file.includes('-latin-ext-')));
  return [...new Set(files.map(({ family }) => family))].flatMap((family) => {
    const found = latin.find((file) => file.family === family);
    return found === undefined ? [] : [{ family, url: `/fonts/${found.file}`, isOwn: false }];
  });
}

const WEIGHT_NAMES: Readonly<Record<number, string>> = {
  100: 'Thin', 200: 'Extra light', 300: 'Light', 400: 'Regular', 500: 'Medium', 600: 'Semibold', 700: 'Bold', 800: 'Extra bold', 900: 'Black',
};

export function FontWeightField(props: FieldProps) {
  const named = Object.keys(WEIGHT_NAMES).map(Number);
  const options = typeof props.value === 'number' && !named.includes(props.value) ? [...named, props.value].toSorted((a, b) => a - b) : named;
  return <SelectField {...props} options={options} labelOf={(weight) => `${WEIGHT_NAMES[Number(weight)] ?? 'Custom'} (${weight})`} />;
}
