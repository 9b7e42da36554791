/** The Media panel: files brought in from this computer or by address, what the project has, and samples to begin with. With `only`, the Sound panel. */
'use client';

import clsx from 'clsx';
import { Upload } from 'lucide-react';
import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { AddByUrl } from '#components/composer/media/add-by-url';
import { ProbedMediaCard } from '#components/composer/media/media-card';
import { useKeepMedia, useProjectMedia } from '#components/composer/media/project-media';
import { SampleMedia } from '#components/composer/media/sample-media';
import { UploadList } from '#components/composer/media/upload-list';
import { useDropFiles } from '#components/composer/media/use-drop-files';
import { useEditor } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { mediaKey, type MediaKind } from '#lib/composition/sources';

const ALL_KINDS: readonly MediaKind[] = ['video', 'image', 'audio'];

/** By the picker; what else is chosen is told why it is refused. */
const ACCEPTED = 'video/*,image/*,audio/*,.ttf,.otf,.woff,.woff2';

export function MediaPanel({ only }: { only?: MediaKind }) {
  const kinds = only === undefined ? ALL_KINDS : [only];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 p-3">
      <DropZone isSound={only === 'audio'} />
      <AddByUrl />
      <UploadList />
      <PanelSection title="In this project">
        <ProjectMediaList kinds={kinds} />
      </PanelSection>
      <PanelSection title="Samples">
        <SampleMedia kinds={kinds} />
      </PanelSection>
    </div>
  );
}

export function PanelSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 text-[13px] font-medium">
        {title}
      </h2>
      {children}
    </section>
  );
}

function DropZone({ isSound }: { isSound: boolean }) {
  const dropFiles = useDropFiles();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    dropFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx('grid justify-items-center gap-2 rounded-xl border border-dashed px-3 py-5 text-center transition-colors', isOver ? 'border-accent bg-accent-soft' : 'border-line-strong')}
    >
      <Button size="small" variant="primary" onClick={() => input.current?.click()}>
        <Upload aria-hidden="true" />
        Upload files
      </Button>
      <p className="text-xs text-ink-soft">{isSound ? 'Music, voices and effects; or drop them here' : 'Videos, pictures, sounds and fonts; or drop them here'}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to upload"
        accept={isSound ? 'audio/*' : ACCEPTED}
        onChange={({ target }) => {
          dropFiles([...(target.files ?? [])]);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </div>
  );
}

function ProjectMediaList({ kinds }: { kinds: readonly MediaKind[] }) {
  const projectId = useEditor(({ project }) => project.id);
  const media = useProjectMedia().filter(({ kind }) => kinds.includes(kind));
  const { forget } = useKeepMedia();
  if (media.length === 0) return <p className="text-xs text-ink-soft">Nothing yet: upload something, or begin with a sample.</p>;
  return (
    <ul aria-label="Media of this project" className="grid grid-cols-2 gap-2.5">
      {media.map(({ isUsed, ...medium }) => (
        <ProbedMediaCard key={mediaKey(medium.kind, medium.source)} medium={medium} onForget={isUsed ? undefined : () => void forget(projectId, medium)} />
      ))}
    </ul>
  );
}
