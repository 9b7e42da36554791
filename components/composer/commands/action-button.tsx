/**
 * An action of the registry as a button or an entry of a menu: name, keys and whether it can be done now come from there.
 */
'use client';

import type { ComponentType } from 'react';
import { useActions, useIsEnabled } from '#components/composer/commands/actions-context';
import { IconButton } from '#components/ui/icon-button';
import { MenuItem } from '#components/ui/menu';
import { findAction, type ActionId } from '#lib/editor/actions';

interface ActionButtonProps {
  id: ActionId;
  icon: ComponentType<{ className?: string }>;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** For what stays down. */
  isPressed?: boolean;
  size?: 'small' | 'medium';
}

export function ActionButton({ id, icon, ...look }: ActionButtonProps) {
  const { perform } = useActions();
  const { label, keys } = findAction(id);
  return <IconButton label={label} keys={keys[0]} icon={icon} disabled={!useIsEnabled(id)} onClick={() => perform(id)} {...look} />;
}

export function ActionItem({ id, icon }: { id: ActionId; icon?: ComponentType }) {
  const { perform, isEnabled } = useActions();
  const { label, keys } = findAction(id);
  return (
    <MenuItem keys={keys[0]} isDisabled={!isEnabled(id)} onSelect={() => perform(id)} {...(icon === undefined ? {} : { icon })}>
      {label}
    </MenuItem>
  );
}
