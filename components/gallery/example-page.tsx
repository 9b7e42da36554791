/**
 * An example with all there is to it: the video, its measures, its JSON to read, to copy and to open in the composer, and the way to its neighbours.
 */
import { ArrowLeft, ArrowRight, SquarePen } from 'lucide-react';
import Link from 'next/link';
import { formatMeasures, galleryPosterPath, galleryVideoPath } from '#components/gallery/gallery-item';
import { HighlightedJson } from '#components/gallery/highlighted-json';
import { ButtonLink } from '#components/ui/button';
import { CopyButton } from '#components/ui/copy-button';
import type { Example } from '#lib/composition/examples/example';
import { formatJson } from '#lib/composition/format-json';

interface Measures {
  widthPx: number;
  heightPx: number;
  durationSeconds: number;
  sizeBytes: number;
  engines: readonly string[];
}

interface ExamplePageProps {
  example: Example;
  measures: Measures;
  /** Where the sample media are reached. */
  origin: string;
  before: Example | null;
  after: Example | null;
}

export function ExamplePage({ example, measures, origin, before, after }: ExamplePageProps) {
  const { id, title, description, category } = example;
  const json = formatJson(example.build(origin));
  return (
    <main id="content" className="mx-auto w-full max-w-[1480px] flex-1 px-4 pt-7 pb-14 sm:px-6">
      <nav aria-label="Way back" className="text-sm text-ink-soft">
        <Link href="/gallery" className="rounded-sm hover:text-ink hover:underline hover:underline-offset-4">
          Gallery
        </Link>
        <span aria-hidden="true" className="mx-2 text-ink-faint">/</span>
        <Link href={`/gallery?category=${encodeURIComponent(category)}`} className="rounded-sm hover:text-ink hover:underline hover:underline-offset-4">
          {category}
        </Link>
      </nav>
      <h1 className="mt-2.5 text-2xl font-semibold">{title}</h1>
      <p className="mt-1.5 max-w-prose text-[15px] text-ink-soft">{description}.</p>
      <div className="mt-6 grid gap-5 lg:grid-cols-2 lg:items-start">
        <div className="min-w-0 lg:sticky lg:top-5">
          <ExampleVideo id={id} title={title} widthPx={measures.widthPx} heightPx={measures.heightPx} />
          <p className="mt-2.5 text-[13px] text-ink-faint tabular-nums">{describe(measures)}</p>
        </div>
        <section aria-labelledby="composition-heading" className="flex min-w-0 flex-col overflow-hidden rounded-2xl border border-line bg-surface shadow-card">
          <div className="flex flex-wrap items-center gap-1.5 border-b border-line py-2.5 pr-2.5 pl-4">
            <h2 id="composition-heading" className="mr-auto text-sm font-semibold">
              Composition
            </h2>
            <CopyButton size="small" variant="quiet" label="Copy" text={json} />
            <ButtonLink size="small" variant="primary" href={`/?example=${id}`}>
              <SquarePen aria-hidden="true" />
              Open in the composer
            </ButtonLink>
          </div>
          <HighlightedJson label={`Composition of ${title} as JSON`} text={json} />
        </section>
      </div>
      <nav aria-label="Other examples" className="mt-10 grid gap-3 border-t border-line pt-5 text-sm sm:grid-cols-2">
        {before !== null && (
          <Link href={`/gallery/${before.id}`} rel="prev" className="flex items-center gap-2 rounded-md py-1 font-medium text-ink-soft hover:text-ink">
            <ArrowLeft className="size-4 shrink-0" aria-hidden="true" />
            {before.title}
          </Link>
        )}
        {after !== null && (
          <Link href={`/gallery/${after.id}`} rel="next" className="flex items-center gap-2 rounded-md py-1 font-medium text-ink-soft hover:text-ink sm:col-start-2 sm:justify-end">
            {after.title}
            <ArrowRight className="size-4 shrink-0" aria-hidden="true" />
          </Link>
        )}
      </nav>
    </main>
  );
}

function ExampleVideo({ id, title, widthPx, heightPx }: { id: string; title: string; widthPx: number; heightPx: number }) {
  return (
    <div className="grid place-items-center overflow-hidden rounded-xl bg-stage">
      <video
        src={galleryVideoPath(id)}
        poster={galleryPosterPath(id)}
        controls
        loop
        playsInline
        preload="metadata"
        width={widthPx}
        height={heightPx}
        aria-label={`Video: ${title}`}
        className="h-auto w-full"
        style={{ maxWidth: `calc(min(70dvh, 640px) * ${widthPx / heightPx})` }}
      />
    </div>
  );
}

function describe({ widthPx, heightPx, durationSeconds, sizeBytes, engines }: Measures): string {
  return `${formatMeasures({ widthPx, heightPx, durationSeconds })} · ${Math.ceil(sizeBytes / 1024)} KB · drawn by ${engines.length > 1 ? 'the engines' : 'the engine'} ${engines.join(', ')}`;
}
