/**
 * Reads a font that a user brings: the path of a file of any kind in; a plain font beside it and what the font says of itself out. Unpacked and read in the
 * sandbox, as nothing in the file can be trusted.
 */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { FONT_STYLES } from '#lib/composition/schema/text-style';
import { AppError } from '#lib/errors';
import type { FontFacts } from '#lib/text/read-font-facts';
import { runSandboxed } from '#worker/ffmpeg/run-sandboxed';
import { FONT_LIMITS } from '#worker/ffmpeg/sandbox';

const PROGRAM_PATH = fileURLToPath(new URL('./font/unpack-main.ts', import.meta.url));
const READ_TIMEOUT_MS = 20_000;

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), facts: z.object({ coverage: z.string(), style: z.enum(FONT_STYLES), weightMin: z.number(), weightMax: z.number() }) }),
  z.object({ ok: z.literal(false), code: z.enum(['SOURCE_NOT_MEDIA', 'SOURCE_DAMAGED', 'SOURCE_TOO_LARGE']), message: z.string() }),
]);

/** Throws SOURCE_NOT_MEDIA, SOURCE_DAMAGED or SOURCE_TOO_LARGE; then nothing is at `plainPath`. */
export async function readFont(fontPath: string, plainPath: string, signal: AbortSignal): Promise<FontFacts> {
  const { outcome, exitCode, stdout, stderr } = await runSandboxed({
    program: process.execPath,
    args: [PROGRAM_PATH, fontPath, plainPath],
    limits: FONT_LIMITS,
    timeoutMs: READ_TIMEOUT_MS,
    signal,
  });
  if (outcome !== 'exited' || exitCode !== 0) {
    throw new AppError('SOURCE_DAMAGED', { message: 'The font cannot be read', cause: `${outcome}, ${exitCode ?? 'killed'}: ${stderr}` });
  }
  const answer = answerSchema.parse(JSON.parse(stdout));
  if (!answer.ok) throw new AppError(answer.code, { message: answer.message });
  return answer.facts;
}
