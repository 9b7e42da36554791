/**
 * The start page's two panes: the composition as text, and what becomes of it: a preview and an estimate, then the job.
 */
'use client';

import { useMemo, useRef, useState } from 'react';
import { EditorPane } from '#components/composer/editor-pane';
import { findRange } from '#components/composer/json-position';
import type { JsonEditorHandle } from '#components/composer/json-editor';
import { locateProblems, readDraft } from '#components/composer/read-draft';
import { ResultPane } from '#components/composer/result-pane';
import { useCreateVideo, type CreatedJob } from '#components/composer/use-create-video';
import { useDraft, writeDraft } from '#components/composer/use-draft';
import { ApiError } from '#lib/api/client';
import { elementIdOf } from '#lib/composition/element-id';
import { FIRST_EXAMPLE } from '#lib/composition/examples/examples';

interface ComposerProps {
  /** Where this page, and with it the sample media, is reached. */
  origin: string;
}

export function Composer({ origin }: ComposerProps) {
  const initialText = useMemo(() => toText(FIRST_EXAMPLE.build(origin)), [origin]);
  const text = useDraft(initialText);
  const reading = useMemo(() => readDraft(text), [text]);
  const [job, setJob] = useState<CreatedJob | null>(null);
  const create = useCreateVideo(setJob);
  const editor = useRef<JsonEditorHandle>(null);

  const { composition } = reading;
  // What the server refuses although it passed here: a check of ours that is older than the server's.
  const refused = create.error instanceof ApiError ? create.error.problems : [];
  const problems = useMemo(() => (reading.problems.length > 0 ? reading.problems : locateProblems(text, refused)), [reading.problems, text, refused]);

  const submit = () => {
    if (composition === null || create.isPending) return;
    setJob(null);
    create.mutate(composition);
  };
  const change = (next: string) => {
    if (next === text) return;
    writeDraft(next);
    if (create.isError) create.reset();
  };
  const revealElement = (elementId: string) => {
    const index = composition?.elements.findIndex((element, position) => elementIdOf(element, position) === elementId) ?? -1;
    if (index >= 0) editor.current?.reveal(findRange(text, `elements.${index}`));
  };

  return (
    <div className="grid gap-5 lg:grid-cols-[minmax(0,11fr)_minmax(0,10fr)] lg:items-start">
      <EditorPane
        editorRef={editor}
        origin={origin}
        text={text}
        problems={problems}
        onChange={change}
        onSubmit={submit}
        onSelectExample={(example) => change(toText(example.build(origin)))}
        onTidy={composition === null ? null : () => change(toText(composition))}
      />
      <ResultPane composition={composition} create={create} job={job} onJob={setJob} onSubmit={submit} onSelectElement={revealElement} />
    </div>
  );
}

function toText(composition: unknown): string {
  return JSON.stringify(composition, null, 2);
}
