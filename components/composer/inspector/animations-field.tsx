/** The animations of an element, in the order they are written: added from presets by names people know, ordered, removed, each with its own fields. */
'use client';

import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import { PropertiesOf } from '#components/composer/inspector/property-field';
import { fieldNameOf, useField, type FieldProps } from '#components/composer/inspector/use-field';
import { Button } from '#components/ui/button';
import { IconButton } from '#components/ui/icon-button';
import { Menu, MenuHeading, MenuItem } from '#components/ui/menu';
import type { Animation } from '#lib/composition/schema/animation';
import type { ElementType } from '#lib/composition/schema/composition';
import { ANIMATION_PRESET_GROUPS, presetsFor } from '#lib/editor/animation-presets';

export function AnimationsField({ type, ...props }: FieldProps & { type: ElementType }) {
  const { property, path, value } = props;
  const field = useField(path);
  const animations: readonly Animation[] = Array.isArray(value) ? value : [];
  const write = (next: readonly Animation[]): void => void field.commit(next.length === 0 ? undefined : next);
  const move = (from: number, to: number): void => {
    const moved = animations[from];
    if (moved !== undefined) write(animations.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  return (
    <div role="group" aria-label={property.label} data-field={fieldNameOf(path)} className="px-3 py-1">
      <div className="flex min-h-7 items-center">
        <span title={property.description} className="flex-1 text-xs text-ink-soft">{property.label}</span>
        <AddAnimation type={type} onAdd={(animation) => write([...animations, animation])} />
      </div>
      {field.error !== null && <p role="alert" className="text-xs leading-4 text-danger">{field.error}</p>}
      <ol className="grid gap-1.5">
        {animations.map((animation, index) => (
          <li key={index} className="overflow-hidden rounded-lg border border-line">
            <AnimationCard
              {...{ animation, index, props }}
              onMove={(by) => move(index, index + by)}
              canMoveDown={index < animations.length - 1}
              onRemove={() => write(animations.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

function AddAnimation({ type, onAdd }: { type: ElementType; onAdd: (animation: Animation) => void }) {
  const presets = presetsFor(type);
  return (
    <Menu
      align="end"
      trigger={
        <Button size="small" variant="quiet" aria-label="Add an animation">
          <Plus aria-hidden="true" />
          Add
        </Button>
      }
    >
      {ANIMATION_PRESET_GROUPS.filter((group) => presets.some((preset) => preset.group === group)).map((group) => (
        <div key={group} role="group" aria-label={group}>
          <MenuHeading>{group}</MenuHeading>
          {presets.filter((preset) => preset.group === group).map(({ label, animation }) => (
            <MenuItem key={label} onSelect={() => onAdd(animation)}>
              {label}
            </MenuItem>
          ))}
        </div>
      ))}
    </Menu>
  );
}

interface AnimationCardProps {
  animation: Animation;
  index: number;
  props: FieldProps;
  onMove: (by: 1 | -1) => void;
  canMoveDown: boolean;
  onRemove: () => void;
}

function AnimationCard({ animation, index, props: { property, path }, onMove, canMoveDown, onRemove }: AnimationCardProps) {
  const { control } = property;
  const variants = control.kind === 'list' && control.item.kind === 'variants' ? control.item.variants : [];
  const variant = variants.find(({ name }) => name === animation.type);
  const name = variant?.title ?? animation.type;
  const number = index + 1;
  return (
    <Collapsible.Root>
      <div className="flex items-center gap-0.5 bg-sunken pr-1">
        <Collapsible.Trigger className="group flex h-8 min-w-0 flex-1 items-center gap-1.5 px-2 text-left text-[13px]">
          <ChevronRight className="size-3.5 shrink-0 text-ink-faint transition-transform group-data-[state=open]:rotate-90" aria-hidden="true" />
          <span className="truncate">{name}</span>
          <span className="truncate text-[11px] text-ink-faint">{whenOf(animation)}</span>
        </Collapsible.Trigger>
        <IconButton label={`Move animation ${number} up`} icon={ArrowUp} size="small" disabled={index === 0} onClick={() => onMove(-1)} />
        <IconButton label={`Move animation ${number} down`} icon={ArrowDown} size="small" disabled={!canMoveDown} onClick={() => onMove(1)} />
        <IconButton label={`Remove animation ${number}`} icon={Trash2} size="small" onClick={onRemove} />
      </div>
      <Collapsible.Content className="py-1">
        <PropertiesOf properties={variant?.properties ?? []} path={[...path, index]} value={animation} />
      </Collapsible.Content>
    </Collapsible.Root>
  );
}

function whenOf(animation: Animation): string {
  const { time = 'start' } = animation;
  const parts = 'split' in animation && animation.split !== undefined ? `, by ${animation.split}` : '';
  return `${time === 'start' ? 'at the start' : time === 'end' ? 'at the end' : `at ${time} s`}${parts}`;
}
