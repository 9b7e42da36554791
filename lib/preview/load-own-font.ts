/** A font that a composition brings, in a browser: fetched from where it is, unpacked and read by the worker's code. */
import { FONT_BYTES_MAX } from '#lib/composition/limits';
import { toFontFile, type OwnFont } from '#lib/composition/text/own-fonts';
import { toMediaUrl } from '#lib/composition/upload-source';
import { damagedFont, tooLargeFont } from '#lib/text/font-problems';
import type { LoadedFont } from '#lib/text/font-library';
import type { HarfBuzz } from '#lib/text/harfbuzz';
import { readFontFacts, type FontFacts } from '#lib/text/read-font-facts';
import { readStream } from '#lib/text/read-stream';
import { unpackFont } from '#lib/text/unpack-font';

const WOFF2_URL = '/fonts/woff2.mjs';
const PATIENCE_MS = 15_000;

interface PlainFont {
  bytes: Uint8Array;
  facts: FontFacts;
}

/** By source; what failed is tried again. */
const known = new Map<string, Promise<PlainFont>>();

/** Rejects in words for people, beginning with the font's place in the composition. */
export async function loadOwnFont(own: OwnFont, harfbuzz: HarfBuzz): Promise<LoadedFont> {
  const { source } = own.font;
  const loading = known.get(source) ?? load(source, harfbuzz);
  known.set(source, loading);
  try {
    const { bytes, facts } = await loading;
    return { file: toFontFile(own, facts), bytes };
  } catch (error) {
    known.delete(source);
    throw new Error(`${own.path} ("${own.font.family}"): ${error instanceof Error ? error.message : 'cannot be read'}`, { cause: error });
  }
}

async function load(source: string, harfbuzz: HarfBuzz): Promise<PlainFont> {
  const response = await fetch(toMediaUrl(source), { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  // A browser tells no reason; its own console has it.
  if (response === null) throw new Error('The font cannot be fetched by this browser: its server is not reached, or does not allow other sites to use it (CORS)');
  if (!response.ok) throw new Error(`The font cannot be fetched (${response.status})`);
  const bytes = await unpackFont(await readBody(response), decompressWoff2);
  return { bytes, facts: readFontFacts(harfbuzz, bytes) };
}

async function readBody({ body }: Response): Promise<Uint8Array> {
  const bytes = body === null ? new Uint8Array() : await readStream(body, FONT_BYTES_MAX);
  if (bytes === null) throw tooLargeFont();
  return bytes;
}

interface Woff2Module {
  ready: Promise<void>;
  default: { decompress(font: Uint8Array): Uint8Array | false };
}

async function decompressWoff2(font: Uint8Array): Promise<Uint8Array> {
  // Not bundled, as the shaper; loaded when a font needs it.
  const { ready, default: woff2 } = (await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ WOFF2_URL)) as Woff2Module;
  await ready;
  const plain = woff2.decompress(font);
  if (plain === false) throw damagedFont();
  // It lies in the decompressor's own memory, which the next font overwrites.
  return plain.slice();
}
