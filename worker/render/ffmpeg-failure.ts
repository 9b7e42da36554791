/**
 * What went wrong in a render: FFmpeg's last words in, one of our errors out, naming the element whose source is at fault where FFmpeg says so.
 * Nothing of those words gets into a public message; they are the error's cause.
 */
import { AppError } from '#lib/errors';
import type { RenderPlan } from '#worker/render/render-plan';

export interface FfmpegEnd {
  failure: string | null;
  stderr: readonly string[];
  /** By the inputs' numbers. */
  inputPaths: readonly string[];
}

const DISK_FULL = /No space left on device|Disk quota exceeded/;
/** The end of a file is missing: FFmpeg renders what there is and calls it a success. */
const CUT_OFF = /: partial file$/;
const UNREADABLE = /moov atom not found|matches no streams|Invalid data found when processing input/;
/** FFmpeg 5 and 6: `Error while decoding stream #3:0`; 7 and later: `[vist#3:0/h264 @ ...]`, `[in#3/mov @ ...]`. */
const INPUT_AT_FAULT = /Error while decoding stream #(\d+):|\[(?:[va]ist|in)#(\d+)[:/]/;

/** null when FFmpeg ended well and no source turned out to be cut off. */
export function findFailure(end: FfmpegEnd, plan: Pick<RenderPlan, 'inputs'>): AppError | null {
  const { failure, stderr } = end;
  const says = (words: RegExp): boolean => stderr.some((line) => words.test(line));
  const isCutOff = says(CUT_OFF);
  if (failure === null && !isCutOff) return null;
  const cause = [failure ?? 'a source is cut off', ...stderr].join('\n');
  if (says(DISK_FULL)) return new AppError('DISK_FULL', { cause });
  const inputIndex = findInputAtFault(end);
  if (inputIndex === null && !isCutOff && !says(UNREADABLE)) return new AppError('RENDER_FAILED', { cause });
  const elementId = inputIndex === null ? undefined : plan.inputs.find(({ index }) => index === inputIndex)?.elementIds[0];
  return new AppError('SOURCE_DAMAGED', { cause, details: elementId === undefined ? {} : { element_id: elementId } });
}

function findInputAtFault({ stderr, inputPaths }: FfmpegEnd): number | null {
  for (const line of stderr) {
    const match = INPUT_AT_FAULT.exec(line);
    const named = match?.[1] ?? match?.[2];
    if (named !== undefined) return Number(named);
    const byPath = inputPaths.findIndex((path) => line.startsWith(`${path}: `));
    if (byPath !== -1) return byPath;
  }
  return null;
}
