/**
 * `npm run parity -- [--only id,...] [--composer address] [--out folder] [--json]`: whether the preview, in Chromium, is the finished video: every example at five moments.
 * In: those flags. The preview is a player in a page of its own; with `--composer` the canvas of the composer of a product that runs there (http://127.0.0.1:3000).
 * Out: a table of the least likeness of each, whole and of an element, with the rendered frames (before the encoder, in the output's colours) and with the finished video;
 * with `--out` a picture of its worst moment (preview, video, eight times their difference). The exit code is 1 when an example fails. Limits: tests/parity/judge-moments.ts.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Example } from '#lib/composition/examples/example';
import { EXAMPLES } from '#lib/composition/examples/examples';
import type { Page } from 'playwright';
import type { Judgement, WorstElement } from '#tests/parity/judge-moments';
import { isAlike, linkSamples, measureExample, showInPage, type MeasuredExample, type MeasureOptions, type ShowFrames } from '#tests/parity/measure-example';
import { openComposerPage } from '#tests/support/composer-page';
import { openPreviewPage } from '#tests/support/preview-page';
import { differenceOf, writeSideBySide } from '#tests/support/write-picture';

const DIFFERENCE_FACTOR = 8;

type Row = { id: string } & ({ measured: MeasuredExample } | { failure: string });

async function measureRow(example: Example, options: MeasureOptions): Promise<Row> {
  try {
    return { id: example.id, measured: await measureExample(example, options) };
  } catch (error) {
    return { id: example.id, failure: error instanceof Error ? `${error.message}${error.cause === undefined ? '' : ` (${String(error.cause)})`}` : String(error) };
  }
}

const hasPassed = (row: Row): boolean => 'measured' in row && isAlike(row.measured);

const NAME_COLUMNS = 24;
const ENGINE_COLUMNS = 22;
const HEADER = `${'example'.padEnd(NAME_COLUMNS)}${'engines'.padEnd(ENGINE_COLUMNS)}${titles('rendered')}${titles('finished')}`;

function titles(of: string): string {
  return `${of.padEnd(10)}${'element'.padEnd(30)}${'differ'.padEnd(8)}${'element'.padEnd(28)}`;
}

function describeRow(row: Row): string {
  const name = row.id.padEnd(NAME_COLUMNS);
  if ('failure' in row) return `${name}FAILS: ${row.failure}`;
  const { engines, rendered, finished, drawn } = row.measured;
  const line = `${name}${engines.join('+').padEnd(ENGINE_COLUMNS)}${describe(rendered)}${describe(finished)}${isAlike(row.measured) ? 'ok' : `FAILS${rendered.hasPassed ? ', after the encoder' : ''}`}`;
  return drawn === null ? line : `${line}\n${'  drawn in Node instead'.padEnd(NAME_COLUMNS + ENGINE_COLUMNS)}${describe(drawn)}`;
}

function describe({ ssim, elementSsim, difference, elementDifference }: Judgement): string {
  return `${ssim.toFixed(4).padEnd(10)}${describeElement(elementSsim, 4).padEnd(30)}${difference.toFixed(2).padEnd(8)}${describeElement(elementDifference, 2).padEnd(28)}`;
}

const describeElement = (worst: WorstElement | null, digits: number): string => (worst === null ? '-' : `${worst.value.toFixed(digits)} ${worst.elementId} @${worst.frame}`);

/** The moment of the worst SSIM, the element at fault framed. */
async function writeWorstMoment({ id, moments, rendered }: MeasuredExample, folder: string): Promise<void> {
  const worst = moments.find(({ frame }) => frame === rendered.elementSsim?.frame) ?? moments[0];
  if (worst === undefined || worst.pictures === null) return;
  const { preview, finished } = worst.pictures;
  const box = worst.rendered.elements.find(({ elementId }) => elementId === rendered.elementSsim?.elementId)?.box ?? null;
  await writeSideBySide(path.join(folder, `${id}.png`), [preview, finished, differenceOf(preview, finished, DIFFERENCE_FACTOR)], box);
}

function summarise(rows: readonly Row[]): string {
  const measured = rows.flatMap((row) => ('measured' in row ? row.measured : []));
  const lines = (['rendered', 'finished'] as const).map((of) => {
    const judged = measured.map((example) => example[of]);
    const ssim = Math.min(...judged.map((judgement) => judgement.ssim));
    const elementSsim = Math.min(...judged.flatMap((judgement) => judgement.elementSsim?.value ?? []));
    const difference = Math.max(...judged.map((judgement) => judgement.difference));
    return `${of}: worst SSIM ${ssim.toFixed(4)}, of an element ${elementSsim.toFixed(4)}, largest difference ${difference.toFixed(2)}`;
  });
  return [`${rows.filter(hasPassed).length} of ${rows.length} examples pass`, ...(measured.length === 0 ? [] : lines)].join('; ');
}

/** Those of all examples would be gigabytes. */
function withoutPictures(row: Row): Row {
  if ('failure' in row) return row;
  const moments = row.measured.moments.map((moment) => ({ ...moment, pictures: null }));
  return { ...row, measured: { ...row.measured, moments } };
}

interface OpenPreview {
  page: Page;
  showFrames: ShowFrames;
  close: () => Promise<void>;
}

/** In the composer at `address`; null: in a page of its own, with the media of `directory`. */
async function openPreview(address: string | null, directory: string): Promise<OpenPreview> {
  if (address === null) {
    const preview = await openPreviewPage({ directory });
    return { page: preview.page, showFrames: showInPage(preview), close: preview.close };
  }
  const { page, showExample, close } = await openComposerPage(address);
  return { page, showFrames: ({ id }, frames) => showExample(id, frames), close };
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, composer: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean', default: false } } });
  const ids = values.only?.split(',') ?? EXAMPLES.map(({ id }) => id);
  const unknown = ids.filter((id) => !EXAMPLES.some((example) => example.id === id));
  if (unknown.length > 0) throw new Error(`There is no example ${unknown.join(', ')}: use ${EXAMPLES.map(({ id }) => id).join(', ')}`);
  if (values.out !== undefined) await mkdir(values.out, { recursive: true });
  const directory = await mkdtemp(path.join(tmpdir(), 'videogen-parity-'));
  await linkSamples(directory);
  const open = (): Promise<OpenPreview> => openPreview(values.composer ?? null, directory);
  let preview = await open();
  try {
    const rows: Row[] = [];
    if (!values.json) console.log(HEADER);
    for (const example of EXAMPLES.filter(({ id }) => ids.includes(id))) {
      // A browser that has crashed takes one example with it and no more.
      if (preview.page.isClosed()) preview = await open();
      const row = await measureRow(example, { showFrames: preview.showFrames, directory });
      if (values.out !== undefined && 'measured' in row) await writeWorstMoment(row.measured, values.out);
      if (!values.json) console.log(describeRow(row));
      rows.push(withoutPictures(row));
    }
    console.log(values.json ? JSON.stringify(rows, null, 2) : summarise(rows));
    return rows.every(hasPassed);
  } finally {
    await preview.close();
    await rm(directory, { recursive: true, force: true });
  }
}

await main()
  .then((areAlike) => (process.exitCode = areAlike ? 0 : 1))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
