/**
 * The zones of the house, checked on the imports as they stand; a violation prints what to do instead.
 */
import { cruise } from 'dependency-cruiser';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import rules from '../.dependency-cruiser.mjs';

const FOLDERS = ['app', 'components', 'lib', 'worker', 'scripts'];

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
}

describe('architecture', () => {
  it('no module imports what its zone forbids, and there are no cycles', async () => {
    const { forbidden, options } = rules;
    const result = await cruise(FOLDERS, { ...options, ruleSet: { forbidden }, validate: true });
    if (typeof result.output === 'string') throw new Error('the cruiser answered with text instead of a result');
    const comments = new Map(forbidden?.map((rule) => [rule.name, rule.comment]));
    const found = result.output.summary.violations.map(
      (violation) => `${violation.from} -> ${violation.to} (${violation.rule.name}): ${comments.get(violation.rule.name) ?? ''}`,
    );
    expect(found).toEqual([]);
    expect(result.output.summary.totalCruised).toBeGreaterThan(20);
  }, 60_000);

  it('the core reads no clock, no chance and no environment', async () => {
    const offenders: string[] = [];
    for (const file of await listFiles('lib/composition')) {
      if (/\b(Date\.now|new Date|Math\.random|process\.|performance\.)/.test(await readFile(file, 'utf8'))) offenders.push(file);
    }
    expect(offenders).toEqual([]);
  });

  it('every file says at its top what it is', async () => {
    const silent: string[] = [];
    for (const folder of [...FOLDERS, 'tests']) {
      for (const file of await listFiles(folder)) {
        const text = (await readFile(file, 'utf8')).replace(/^(#!.*\n|['"]use (client|server)['"];?\n|\s)+/, '');
        if (!text.startsWith('/*') && !text.startsWith('//')) silent.push(file);
      }
    }
    expect(silent).toEqual([]);
  });
});
