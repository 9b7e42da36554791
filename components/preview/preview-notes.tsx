/**
 * What does not look or sound as asked, under the preview: warnings and media that cannot be shown here. Nothing when all is well.
 */
import { TriangleAlert } from 'lucide-react';

export function PreviewNotes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul aria-label="Notes on the preview" className="mt-3 space-y-1.5 border-t border-line pt-3 text-[13px] leading-5">
      {notes.map((note) => (
        <li key={note} className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2">
          <TriangleAlert className="mt-0.5 size-4 text-danger" aria-hidden="true" />
          <span className="break-words">{note}</span>
        </li>
      ))}
    </ul>
  );
}
