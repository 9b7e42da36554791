/**
 * A button that puts a text on the clipboard and says so, to the eye and to a screen reader.
 */
'use client';

import { Check, Copy, X } from 'lucide-react';
import { useEffect, useState, type ComponentType } from 'react';
import { Button, type ButtonSize, type ButtonVariant } from '#components/ui/button';
import { copyText } from '#components/ui/copy-text';

/** Long enough to be read, short enough not to be in the way of a second copy. */
const NOTICE_MS = 2_000;

interface CopyButtonProps {
  label: string;
  /** A function where making the text costs something. */
  text: string | (() => string);
  icon?: ComponentType;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  disabled?: boolean;
}

type Outcome = 'none' | 'copied' | 'refused';

export function CopyButton({ label, text, icon: Icon = Copy, ...look }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => setOutcome((await copyText(typeof text === 'string' ? text : text())) ? 'copied' : 'refused');
  return (
    <Button {...look} onClick={() => void copy()}>
      {outcome === 'copied' ? <Check /> : outcome === 'refused' ? <X /> : <Icon />}
      {/* Both texts hold the place, so that the button keeps its width. */}
      <span className="grid">
        <span className={outcome === 'none' ? '[grid-area:1/1]' : 'invisible [grid-area:1/1]'}>{label}</span>
        <span className="text-center [grid-area:1/1]" role="status">
          {outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Not allowed' : ''}
        </span>
      </span>
    </Button>
  );
}
