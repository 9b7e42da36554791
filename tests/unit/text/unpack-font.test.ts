/** Fonts that nobody vouches for: each format becomes the same plain font, and what is hostile an error of the source. */
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import * as harfbuzz from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { decompress } from 'wawoff2';
import { FONT_BYTES_MAX } from '#lib/composition/limits';
import { AppError } from '#lib/errors';
import { readFontTables, writeFont } from '#lib/text/font-tables';
import { readFontFacts } from '#lib/text/read-font-facts';
import { unpackFont } from '#lib/text/unpack-font';
import { FONT_FILES } from '#tests/support/font-files';

const [woff, woff2, ttf, variable] = await Promise.all([FONT_FILES.woff, FONT_FILES.woff2, FONT_FILES.ttf, FONT_FILES.variable].map((file) => readFile(file)));
if (!woff || !woff2 || !ttf || !variable) throw new Error('A font file is missing');

const factsOf = async (bytes: Uint8Array) => readFontFacts(harfbuzz, await unpackFont(bytes, decompress));

/** The code of the error, or 'read'. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  return factsOf(bytes).then(() => 'read', (error: unknown) => (error instanceof AppError ? error.code : String(error)));
}

/** A copy with other bytes from `offset` on. */
function changed(bytes: Uint8Array, offset: number, ...values: number[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(values, offset);
  return copy;
}

describe('a font', () => {
  it('is the same whether it comes as WOFF or as WOFF2', async () => {
    const [first, second] = [await factsOf(woff), await factsOf(woff2)];
    expect(first).toEqual(second);
    expect(first).toMatchObject({ style: 'normal', weightMin: 400, weightMax: 400 });
    expect(first.coverage).toContain('20-7e');
  });

  it('says how bold and in which style it is', async () => {
    expect(await factsOf(ttf)).toMatchObject({ style: 'italic', weightMin: 700, weightMax: 700 });
    expect(await factsOf(variable)).toMatchObject({ style: 'normal', weightMin: 100, weightMax: 900 });
  });
});

describe('what is no font, or a bad one', () => {
  it.each<[string, Uint8Array, string]>([
    ['a page instead of a file', Buffer.from('<!doctype html><title>Not found</title>'), 'SOURCE_NOT_MEDIA'],
    ['nothing', Buffer.alloc(0), 'SOURCE_NOT_MEDIA'],
    ['a collection', Buffer.concat([Buffer.from('ttcf'), ttf]), 'SOURCE_NOT_MEDIA'],
    ['a collection in a WOFF2', changed(woff2, 4, ...Buffer.from('ttcf')), 'SOURCE_NOT_MEDIA'],
    ['more bytes than allowed', Buffer.concat([ttf, Buffer.alloc(FONT_BYTES_MAX)]), 'SOURCE_TOO_LARGE'],
    ['a WOFF2 that announces gigabytes', changed(woff2, 16, 0x7f, 0xff, 0xff, 0xff), 'SOURCE_TOO_LARGE'],
    ['a WOFF whose table announces gigabytes', changed(woff, 44 + 12, 0x7f, 0xff, 0xff, 0xff), 'SOURCE_TOO_LARGE'],
    ['a WOFF whose table is longer than announced', changed(woff, 44 + 12, ...announceLess(woff)), 'SOURCE_DAMAGED'],
    ['a font without outlines', writeFont(0x00010000, (readFontTables(ttf) ?? []).filter(({ tag }) => tag !== 'glyf')), 'SOURCE_NOT_MEDIA'],
    ['a font without characters', writeFont(0x00010000, (readFontTables(ttf) ?? []).filter(({ tag }) => tag !== 'cmap')), 'SOURCE_DAMAGED'],
  ])('%s is refused', async (_name, bytes, code) => expect(await outcomeOf(bytes)).toBe(code));

  it.each([['woff', woff], ['woff2', woff2], ['ttf', ttf]] as const)('%s cut anywhere is damaged, or no font at all', async (_format, bytes) => {
    for (let kept = 0; kept < bytes.length; kept += Math.ceil(bytes.length / 40)) {
      expect(['SOURCE_DAMAGED', 'SOURCE_NOT_MEDIA'], `${kept} bytes`).toContain(await outcomeOf(bytes.subarray(0, kept)));
    }
  });

  it('with bytes changed anywhere is read or refused, and nothing else happens', async () => {
    const file = fc.constantFrom(woff, woff2);
    await fc.assert(
      fc.asyncProperty(file, fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 20 }), async (bytes, changes) => {
        const copy = Uint8Array.from(bytes);
        for (const [offset, value] of changes) copy[offset] = value;
        expect(await outcomeOf(copy)).toMatch(/^(read|SOURCE_(NOT_MEDIA|DAMAGED|TOO_LARGE))$/);
      }),
      { numRuns: 150 },
    );
  });
});

/** The announced length of the first table that is packed, less one. */
function announceLess(bytes: Buffer): number[] {
  return [...Buffer.from(new Uint32Array([bytes.readUInt32BE(44 + 12) - 1]).buffer).reverse()];
}
