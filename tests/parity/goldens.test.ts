/**
 * Every example is planned and drawn as when somebody last looked: its plan as text, and two of its frames by perceptual compare, in
 * `golden/<id>.txt`. UPDATE_GOLDEN=1 writes the files anew; SAVE_GOLDEN_FRAMES=folder puts the frames there as pictures.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLES } from '#lib/composition/examples/examples';
import type { Example } from '#lib/composition/examples/example';
import { describePlan } from '#tests/parity/describe-plan';
import { buildExample, linkSamples } from '#tests/parity/measure-example';
import { pickMoments } from '#tests/parity/pick-moments';
import { drawFrames } from '#tests/support/draw-frames';
import { compareHashes, HASH_DISTANCE_MAX, hashFrame } from '#tests/support/perceptual-hash';
import { readFramesAt, type Frame } from '#tests/support/read-frame';
import { makeRenderDirectory, planComposition, renderPlanned, type PlannedComposition } from '#tests/support/render-composition';
import { writeSideBySide } from '#tests/support/write-picture';

const GOLDEN_DIRECTORY = path.join(import.meta.dirname, 'golden');
const MOMENTS_EACH = 2;
const FRAMES_TITLE = '\n\nframes\n';

let directory = '';
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  await linkSamples(directory);
});
afterAll(() => remove());

const goldenPath = (id: string): string => path.join(GOLDEN_DIRECTORY, `${id}.txt`);

const planExample = (example: Example): Promise<PlannedComposition> => planComposition(directory, buildExample(example));

interface Golden {
  plan: string;
  /** By the frame's number. */
  hashes: Map<number, string>;
}

async function readGolden(id: string): Promise<Golden> {
  const text = await readFile(goldenPath(id), 'utf8').catch(() => '');
  const [plan = '', frames = ''] = text.split(FRAMES_TITLE);
  const lines = frames.trim().split('\n').map((line) => line.trim().split(' '));
  return { plan, hashes: new Map(lines.map(([frame, hash = '']) => [Number(frame), hash])) };
}

async function writeGolden(id: string, { plan, hashes }: Golden): Promise<void> {
  await mkdir(GOLDEN_DIRECTORY, { recursive: true });
  await writeFile(goldenPath(id), `${plan}${FRAMES_TITLE}${[...hashes].map(([frame, hash]) => `  ${frame} ${hash}\n`).join('')}`);
}

async function saveFrame(id: string, frame: number, picture: Frame): Promise<void> {
  const folder = process.env['SAVE_GOLDEN_FRAMES'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await writeSideBySide(path.join(folder, `${id}-${frame}.png`), [picture]);
}

const howToUpdate = (id: string): string => `${id} differs from ${path.relative(process.cwd(), goldenPath(id))}; look at its frames with SAVE_GOLDEN_FRAMES=folder, and when the change is meant, run with UPDATE_GOLDEN=1`;

describe('example', () => {
  it.each(EXAMPLES.map((example) => [example.id, example] as const))('%s is planned and drawn as before', async (id, example) => {
    const planned = await planExample(example);
    const moments = pickMoments(planned.timeline, MOMENTS_EACH);
    const frames = await drawFrames(planned, moments);
    const found: Golden = { plan: describePlan(planned), hashes: new Map(moments.map((frame, index) => [frame, hashFrame(frames[index]!)])) };
    for (const [index, frame] of moments.entries()) await saveFrame(id, frame, frames[index]!);
    if (process.env['UPDATE_GOLDEN'] === '1') await writeGolden(id, found);
    const golden = await readGolden(id);
    expect(found.plan, howToUpdate(id)).toBe(golden.plan);
    expect([...found.hashes.keys()], howToUpdate(id)).toEqual([...golden.hashes.keys()]);
    for (const [frame, hash] of found.hashes) expect(compareHashes(hash, golden.hashes.get(frame) ?? ''), `frame ${frame}: ${howToUpdate(id)}`).toBeLessThanOrEqual(HASH_DISTANCE_MAX);
  });

  it('goldens are those of the examples there are', async () => {
    for (const name of process.env['UPDATE_GOLDEN'] === '1' ? await readdir(GOLDEN_DIRECTORY) : []) {
      if (!EXAMPLES.some(({ id }) => name === `${id}.txt`)) await rm(path.join(GOLDEN_DIRECTORY, name));
    }
    expect((await readdir(GOLDEN_DIRECTORY)).toSorted()).toEqual(EXAMPLES.map(({ id }) => `${id}.txt`).toSorted());
  });
});

describe('the finished video of example', () => {
  /** Short ones that take every engine between them. */
  const RENDERED = ['hello-world', 'picture-in-picture', 'turning-gallery', 'fades'];

  it.each(EXAMPLES.filter(({ id }) => RENDERED.includes(id)).map((example) => [example.id, example] as const))('%s shows what is drawn', async (id, example) => {
    const { hashes } = await readGolden(id);
    const rendered = await renderPlanned(directory, id, await planExample(example));
    const frames = await readFramesAt(rendered.path, [...hashes.keys()]);
    for (const [index, [frame, hash]] of [...hashes].entries()) expect(compareHashes(hash, hashFrame(frames[index]!)), `frame ${frame}`).toBeLessThanOrEqual(HASH_DISTANCE_MAX);
  });
});
