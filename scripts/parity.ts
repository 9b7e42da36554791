/**
 * `npm run parity -- [--only id,...] [--out folder] [--json]`: whether the preview, in Chromium, is the finished video: every example at five moments. In: those flags.
 * Out: a table of the worst likeness of each, with what may be the cause where it is not enough; with `--out` a picture of its worst moment (preview, video, eight times
 * their difference). The exit code is 1 when an example fails.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Example } from '#lib/composition/examples/example';
import { EXAMPLES } from '#lib/composition/examples/examples';
import type { Judgement, WorstElement } from '#tests/parity/judge-moments';
import { linkSamples, measureExample, type MeasuredExample, type MeasureOptions } from '#tests/parity/measure-example';
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

const hasPassed = (row: Row): boolean => 'measured' in row && row.measured.judgement.hasPassed;

const HEADER = `${'example'.padEnd(24)}${'engines'.padEnd(24)}${'SSIM'.padEnd(9)}${'of an element'.padEnd(34)}${'differ'.padEnd(9)}an element`;

function describeRow(row: Row): string {
  const name = row.id.padEnd(24);
  if ('failure' in row) return `${name}FAILS: ${row.failure}`;
  const { engines, judgement, causes } = row.measured;
  const line = `${name}${engines.join('+').padEnd(24)}${describe(judgement)}  ${judgement.hasPassed ? 'ok' : `FAILS (SSIM from ${judgement.ssimMin} on)`}`;
  if (causes === null) return line;
  return [line, `${'  drawn in Node'.padEnd(48)}${describe(causes.previewAndDrawn)}`, `${'  before the encoder'.padEnd(48)}${describe(causes.previewAndLossless)}`].join('\n');
}

function describe({ ssim, elementSsim, difference, elementDifference }: Judgement): string {
  return `${ssim.toFixed(4).padEnd(9)}${describeElement(elementSsim, 4).padEnd(34)}${difference.toFixed(2).padEnd(9)}${describeElement(elementDifference, 2)}`;
}

const describeElement = (worst: WorstElement | null, digits: number): string => (worst === null ? '-' : `${worst.value.toFixed(digits)} ${worst.elementId} @${worst.frame}`);

/** The moment of the worst SSIM, the element at fault framed. */
async function writeWorstMoment({ id, moments, judgement }: MeasuredExample, folder: string): Promise<void> {
  const worst = moments.find(({ frame }) => frame === judgement.elementSsim?.frame) ?? moments.toSorted((a, b) => a.whole.ssim - b.whole.ssim)[0];
  if (worst === undefined || worst.pictures === null) return;
  const { preview, rendered } = worst.pictures;
  const box = worst.elements.find(({ elementId }) => elementId === judgement.elementSsim?.elementId)?.box ?? null;
  await writeSideBySide(path.join(folder, `${id}.png`), [preview, rendered, differenceOf(preview, rendered, DIFFERENCE_FACTOR)], box);
}

function summarise(rows: readonly Row[]): string {
  const judged = rows.flatMap((row) => ('measured' in row ? row.measured.judgement : []));
  const least = (values: number[]): string => Math.min(...values).toFixed(4);
  const most = (values: number[]): string => Math.max(...values).toFixed(2);
  const worst = `worst SSIM ${least(judged.map(({ ssim }) => ssim))}, of an element ${least(judged.flatMap(({ elementSsim }) => elementSsim?.value ?? []))}; largest difference ${most(judged.map(({ difference }) => difference))}, of an element ${most(judged.flatMap(({ elementDifference }) => elementDifference?.value ?? []))}`;
  return `${rows.filter(hasPassed).length} of ${rows.length} examples pass; ${worst}`;
}

/** Those of all examples would be gigabytes. */
function withoutPictures(row: Row): Row {
  if ('failure' in row) return row;
  const moments = row.measured.moments.map((moment) => ({ ...moment, pictures: null }));
  return { ...row, measured: { ...row.measured, moments } };
}

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, out: { type: 'string' }, json: { type: 'boolean', default: false } } });
  const ids = values.only?.split(',') ?? EXAMPLES.map(({ id }) => id);
  const unknown = ids.filter((id) => !EXAMPLES.some((example) => example.id === id));
  if (unknown.length > 0) throw new Error(`There is no example ${unknown.join(', ')}: use ${EXAMPLES.map(({ id }) => id).join(', ')}`);
  if (values.out !== undefined) await mkdir(values.out, { recursive: true });
  const directory = await mkdtemp(path.join(tmpdir(), 'videogen-parity-'));
  await linkSamples(directory);
  const preview = await openPreviewPage({ directory });
  try {
    const rows: Row[] = [];
    if (!values.json) console.log(HEADER);
    for (const example of EXAMPLES.filter(({ id }) => ids.includes(id))) {
      const row = await measureRow(example, { preview, directory });
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
  .then((isAlike) => (process.exitCode = isAlike ? 0 : 1))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
