/**
 * The program that reads one font: a path to it and a path for the plain font in; a TrueType or OpenType file and a line of JSON out. It runs in the
 * sandbox, in a process of its own, so that a file that eats time or memory ends itself alone.
 */
import { readFile, writeFile } from 'node:fs/promises';
import * as harfbuzz from 'harfbuzzjs';
import { decompress } from 'wawoff2';
import { AppError } from '#lib/errors';
import { readFontFacts } from '#lib/text/read-font-facts';
import { unpackFont } from '#lib/text/unpack-font';

async function unpack(fontPath: string, plainPath: string): Promise<unknown> {
  try {
    const font = await unpackFont(await readFile(fontPath), decompress);
    const facts = readFontFacts(harfbuzz, font);
    await writeFile(plainPath, font);
    return { ok: true, facts };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, code: error.code, message: error.message };
  }
}

const [fontPath = '', plainPath = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await unpack(fontPath, plainPath)));
