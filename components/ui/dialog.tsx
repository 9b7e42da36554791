/**
 * A window over the page: in its middle, or as a sheet at its right edge. Focus stays in it, Escape and a click beside it close it.
 */
'use client';

import clsx from 'clsx';
import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** One sentence; also what a screen reader says first. */
  description?: string | undefined;
  kind?: 'window' | 'wide' | 'sheet';
  /** There is nothing in it to press: what is read is scrolled by keys. */
  isText?: boolean;
  children: ReactNode;
}

const KINDS = {
  window: 'top-1/2 left-1/2 max-h-[calc(100dvh-3rem)] w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 rounded-2xl',
  wide: 'top-1/2 left-1/2 max-h-[calc(100dvh-3rem)] w-[calc(100vw-2rem)] max-w-3xl -translate-x-1/2 -translate-y-1/2 rounded-2xl',
  sheet: 'inset-y-0 right-0 w-full max-w-md border-y-0 border-r-0',
} as const;

export function Dialog({ isOpen, onClose, title, description, kind = 'window', isText = false, children }: DialogProps) {
  return (
    <Primitive.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-black/45 backdrop-blur-[2px]" />
        <Primitive.Content
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          className={clsx('fixed z-50 flex flex-col border border-line bg-surface shadow-pop', KINDS[kind])}
        >
          <div className="flex items-start gap-4 px-5 pt-5 pb-3">
            <div className="min-w-0 flex-1">
              <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
              {description !== undefined && <Primitive.Description className="mt-1 text-sm text-ink-soft">{description}</Primitive.Description>}
            </div>
            <Primitive.Close aria-label="Close" className="grid size-8 shrink-0 place-items-center rounded-md text-ink-faint hover:bg-sunken hover:text-ink">
              <X className="size-4" aria-hidden="true" />
            </Primitive.Close>
          </div>
          <div {...(isText ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})} className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">
            {children}
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
