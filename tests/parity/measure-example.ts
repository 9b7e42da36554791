/**
 * One example in the preview and in the finished video: the example in; how alike the two are at its moments, and the frames themselves, out.
 */
import { readdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Composition } from '#lib/composition/schema/composition';
import { listSources } from '#lib/composition/sources';
import type { Example } from '#lib/composition/examples/example';
import { PROJECT_ROOT } from '#scripts/project-root';
import { compareMoment, type MomentLikeness } from '#tests/parity/compare-moment';
import { FINISHED_LIMITS, judgeMoments, RENDERED_LIMITS, RENDERED_LIMITS_WITHOUT_VIDEO, type Judgement } from '#tests/parity/judge-moments';
import { pickMoments } from '#tests/parity/pick-moments';
import { drawFrames } from '#tests/support/draw-frames';
import { halveChroma } from '#tests/support/halve-chroma';
import type { PreviewPage } from '#tests/support/preview-page';
import { readFramesAt, type Frame } from '#tests/support/read-frame';
import { renderPlannedLossless } from '#tests/support/render-lossless';
import { MEDIA_HOST, planComposition, renderPlanned } from '#tests/support/render-composition';

const SAMPLES_DIRECTORY = path.join(PROJECT_ROOT, 'public', 'samples');
const MOMENTS_EACH = 5;

/** The preview: what it shows of an example at the given frames, in their order. */
export type ShowFrames = (example: Example, frames: readonly number[]) => Promise<Frame[]>;

export interface MeasureOptions {
  showFrames: ShowFrames;
  /** Where the samples are linked, and what is rendered goes. */
  directory: string;
  /** Default 5. */
  momentCount?: number;
}

export interface MeasuredMoment {
  frame: number;
  /** Against the frame as the renderer makes it, and as it is decoded from the finished video. */
  rendered: MomentLikeness;
  finished: MomentLikeness;
  /** Null once they have been let go. */
  pictures: { preview: Frame; finished: Frame } | null;
}

export interface MeasuredExample {
  id: string;
  engines: string[];
  rendered: Judgement;
  finished: Judgement;
  /** Against what Node draws, where the rendered frame is not alike: then either the browser draws otherwise, or the plan's engines do. */
  drawn: Judgement | null;
  moments: MeasuredMoment[];
}

export const isAlike = ({ rendered, finished }: Pick<MeasuredExample, 'rendered' | 'finished'>): boolean => rendered.hasPassed && finished.hasPassed;

/** Makes the sample media of the examples available in `directory`, where what is made of them may lie beside them. */
export async function linkSamples(directory: string): Promise<void> {
  for (const name of await readdir(SAMPLES_DIRECTORY)) await symlink(path.join(SAMPLES_DIRECTORY, name), path.join(directory, name));
}

/** The example's composition, its sample media named as files of the folder they are linked into. */
export function buildExample(example: Example): Composition {
  const origin = MEDIA_HOST.replace(/\/$/, '');
  return JSON.parse(JSON.stringify(example.build(origin)).replaceAll(`${origin}/samples/`, MEDIA_HOST)) as Composition;
}

/** By a player in a page without the rest of the composer; what is to be known of the media the page finds out, as the composer does. */
export function showInPage(preview: PreviewPage): ShowFrames {
  return (example, frames) => preview.drawAt(buildExample(example), null, frames);
}

/** Throws when the example cannot be rendered or shown. */
export async function measureExample(example: Example, { showFrames, directory, momentCount = MOMENTS_EACH }: MeasureOptions): Promise<MeasuredExample> {
  const composition = buildExample(example);
  const planned = await planComposition(directory, composition);
  const { timeline, plan } = planned;
  const frames = pickMoments(timeline, momentCount);
  const previewed = await showFrames(example, frames);
  const inOutputColours = await halveChroma(previewed);
  const compareAll = (pictures: readonly Frame[], inItsColours: readonly Frame[]): MomentLikeness[] =>
    frames.map((frame, index) => compareMoment(timeline, frame, { preview: previewed[index]!, previewInItsColours: inItsColours[index]!, other: pictures[index]! }));
  const rendered = compareAll(await readAndRemove(await renderPlannedLossless(directory, example.id, planned), frames), inOutputColours);
  const finishedFrames = await readAndRemove((await renderPlanned(directory, example.id, planned)).path, frames);
  const finished = compareAll(finishedFrames, inOutputColours);
  const limits = listSources(composition).some(({ kind }) => kind === 'video') ? RENDERED_LIMITS : RENDERED_LIMITS_WITHOUT_VIDEO;
  const judgement = judgeMoments(rendered, limits);
  return {
    id: example.id,
    engines: [...new Set(plan.spans.map(({ engine }) => engine))],
    rendered: judgement,
    finished: judgeMoments(finished, FINISHED_LIMITS),
    drawn: judgement.hasPassed ? null : judgeMoments(compareAll(await drawFrames(planned, frames), previewed), limits),
    moments: frames.map((frame, index) => ({ frame, rendered: rendered[index]!, finished: finished[index]!, pictures: { preview: previewed[index]!, finished: finishedFrames[index]! } })),
  };
}

async function readAndRemove(filePath: string, frames: readonly number[]): Promise<Frame[]> {
  const read = await readFramesAt(filePath, frames);
  await rm(filePath);
  return read;
}
