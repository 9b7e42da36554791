/**
 * The document as text: to the byte what was opened, as long as nothing is changed elsewhere; what is typed is taken as soon as it is a composition,
 * and until then it is a draft beside the last document that was one.
 */
'use client';

import { Terminal, WandSparkles } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useActions } from '#components/composer/commands/actions-context';
import { useCreation } from '#components/composer/create/creation-context';
import { JsonEditor, type JsonEditorHandle } from '#components/composer/json/json-editor';
import { ProblemList } from '#components/composer/json/problem-list';
import { locateProblems, readDraft } from '#components/composer/json/read-draft';
import { toCurl } from '#components/composer/json/to-curl';
import { settledComposition, useEditor, useEditorStore } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import { formatJson } from '#lib/composition/format-json';

export function JsonPanel({ origin }: { origin: string }) {
  const store = useEditorStore();
  const projectId = useEditor(({ project }) => project.id);
  const { perform } = useActions();
  const { refusals } = useCreation();
  const text = useDocumentText();
  const reading = useMemo(() => readDraft(text), [text]);
  const { composition } = reading;
  // What the server refuses although it passed here: a check of ours that is older than the server's.
  const problems = useMemo(() => (reading.problems.length > 0 ? reading.problems : locateProblems(text, refusals)), [reading.problems, text, refusals]);
  const editor = useRef<JsonEditorHandle>(null);
  const { writeText } = store.getState();
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex items-center gap-1 border-b border-line py-1.5 pr-1.5 pl-4">
        <h2 className="mr-auto text-sm font-semibold">JSON</h2>
        <Button
          size="small"
          variant="quiet"
          disabled={composition === null}
          onClick={() => composition !== null && writeText(formatJson(composition), { label: 'Tidy the JSON' })}
          aria-label="Tidy up the text"
          title="Tidy up the text"
        >
          <WandSparkles aria-hidden="true" />
          Tidy
        </Button>
        <CopyButton size="small" variant="quiet" icon={Terminal} label="curl" text={() => toCurl(origin, text)} />
      </div>
      <div className="min-h-0 flex-1">
        {/* What is undone in it is of one project. */}
        <JsonEditor
          key={projectId}
          ref={editor}
          label="Composition as JSON"
          text={text}
          problems={problems}
          onChange={(next) => next !== text && writeText(next, { mergeKey: 'json' })}
          onSubmit={() => perform('createVideo')}
        />
      </div>
      <ProblemList problems={problems} onSelect={({ range }) => editor.current?.reveal(range)} />
    </div>
  );
}

/** The draft, else the document's text; not that of every moment of a drag. */
function useDocumentText(): string {
  const store = useEditorStore();
  const draftText = useEditor((state) => state.draftText);
  const revision = useEditor(({ textRevision }) => textRevision);
  const composition = useEditor(settledComposition);
  return useMemo(() => {
    // Both say that the text may be another.
    void [revision, composition];
    return draftText ?? store.getState().readText();
  }, [store, draftText, revision, composition]);
}
