/** The error table is complete, spoken to people, and every code of it is really used. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES, isErrorCode } from '#lib/error-codes';
import { AppError, toAppError, withElement } from '#lib/errors';

async function readSources(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(tsx?|sql)$/.test(entry.name) && entry.name !== 'error-codes.ts');
  return (await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')))).join('\n');
}

describe('ERROR_CODES', () => {
  it('every code is thrown somewhere', async () => {
    const text = (await Promise.all(['app', 'lib', 'worker', 'supabase'].map(readSources))).join('\n');
    expect(Object.keys(ERROR_CODES).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
  });

  it('a code read back from the database is recognised', () => {
    expect(isErrorCode('SOURCE_NOT_FOUND')).toBe(true);
    expect(isErrorCode('toString')).toBe(false);
  });
});

describe('AppError', () => {
  it('anything unknown becomes INTERNAL_ERROR and keeps its cause out of the message', () => {
    const error = toAppError(new Error('password=secret'));
    expect(error.code).toBe('INTERNAL_ERROR');
    expect(error.message).not.toContain('secret');
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('withElement names the element and keeps the rest', () => {
    const error = withElement(new AppError('SOURCE_TOO_LARGE', { details: { size_bytes_max: 5 } }), 'hero');
    expect(error.code).toBe('SOURCE_TOO_LARGE');
    expect(error.details).toEqual({ size_bytes_max: 5, element_id: 'hero' });
  });
});
