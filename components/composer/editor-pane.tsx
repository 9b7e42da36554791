/**
 * The left pane: the text of the composition, what can be done with it, and what is wrong with it.
 */
'use client';

import { Terminal, WandSparkles } from 'lucide-react';
import type { RefObject } from 'react';
import { ExamplesMenu } from '#components/composer/examples-menu';
import { JsonEditor, type JsonEditorHandle } from '#components/composer/json-editor';
import { ProblemList } from '#components/composer/problem-list';
import type { DraftProblem } from '#components/composer/read-draft';
import { toCurl } from '#components/composer/to-curl';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import type { Example } from '#lib/composition/examples/example';

interface EditorPaneProps {
  editorRef: RefObject<JsonEditorHandle | null>;
  origin: string;
  text: string;
  problems: readonly DraftProblem[];
  onChange: (text: string) => void;
  onSubmit: () => void;
  onSelectExample: (example: Example) => void;
  /** Null while the text is no composition. */
  onTidy: (() => void) | null;
}

export function EditorPane({ editorRef, origin, text, problems, onChange, onSubmit, onSelectExample, onTidy }: EditorPaneProps) {
  return (
    <section
      aria-labelledby="composition-heading"
      className="flex h-[min(30rem,70dvh)] min-w-0 flex-col overflow-hidden rounded-2xl border border-line bg-surface shadow-card lg:sticky lg:top-5 lg:h-[calc(100dvh-11.5rem)] lg:min-h-[30rem]"
    >
      <div className="flex items-center gap-1.5 border-b border-line py-2.5 pr-2.5 pl-4">
        <h2 id="composition-heading" className="mr-auto text-sm font-semibold">
          Composition
        </h2>
        <Button size="small" variant="quiet" disabled={onTidy === null} onClick={() => onTidy?.()} aria-label="Tidy up the text" title="Tidy up the text">
          <WandSparkles aria-hidden="true" />
          <span className="max-sm:sr-only">Tidy</span>
        </Button>
        <CopyButton size="small" variant="quiet" icon={Terminal} label="curl" text={() => toCurl(origin, text)} />
        <ExamplesMenu onSelect={onSelectExample} />
      </div>
      <div className="min-h-0 flex-1">
        <JsonEditor ref={editorRef} label="Composition as JSON" text={text} problems={problems} onChange={onChange} onSubmit={onSubmit} />
      </div>
      <ProblemList problems={problems} onSelect={({ range }) => editorRef.current?.reveal(range)} />
    </section>
  );
}
