/** Reads by id that are done together. */
import { describe, expect, test } from 'vitest';
import { BatchedReads } from '#lib/db/batched-reads';

/** Reads that end when they are told to; `asked` holds the ids of each. */
function heldReads() {
  const asked: string[][] = [];
  const ends: Array<PromiseWithResolvers<ReadonlyMap<string, string>>> = [];
  const reads = new BatchedReads<string>((ids) => {
    const end = Promise.withResolvers<ReadonlyMap<string, string>>();
    asked.push([...ids]);
    ends.push(end);
    return end.promise;
  });
  const answer = (index: number, version: string) => ends[index]?.resolve(new Map((asked[index] ?? []).filter((id) => id !== 'none').map((id) => [id, `${id} ${version}`])));
  return { reads, asked, answer, fail: (index: number, error: Error) => ends[index]?.reject(error) };
}

describe('BatchedReads', () => {
  test('the first are read at once, those who ask meanwhile together', async () => {
    const { reads, asked, answer } = heldReads();
    const found = ['a', 'b', 'c', 'd', 'c'].map((id) => reads.read(id));
    expect(asked).toEqual([['a'], ['b']]);
    answer(0, 'v1');
    await found[0];
    answer(1, 'v1');
    await found[1];
    expect(asked).toEqual([['a'], ['b'], ['c', 'd']]);
    answer(2, 'v1');
    expect(await Promise.all(found)).toEqual(['a v1', 'b v1', 'c v1', 'd v1', 'c v1']);
  });

  test('nobody is given what was read before they asked', async () => {
    const { reads, answer } = heldReads();
    const early = reads.read('a');
    const late = reads.read('a');
    answer(0, 'old');
    expect(await early).toBe('a old');
    answer(1, 'new');
    expect(await late).toBe('a new');
  });

  test('an id that is not there is null', async () => {
    const { reads, answer } = heldReads();
    const found = reads.read('none');
    answer(0, 'v1');
    expect(await found).toBeNull();
  });

  test('a read that fails, fails for those who were part of it alone', async () => {
    const { reads, answer, fail } = heldReads();
    const [one, other] = [reads.read('a'), reads.read('b')];
    fail(0, new Error('away'));
    answer(1, 'v1');
    await expect(one).rejects.toThrow('away');
    expect(await other).toBe('b v1');
  });

  test('however many ask, an address holds at most 100 ids', async () => {
    const sizes: number[] = [];
    const reads = new BatchedReads<number>(async (ids) => {
      sizes.push(ids.length);
      return new Map(ids.map((id) => [id, Number(id)]));
    });
    const found = await Promise.all(Array.from({ length: 350 }, (_, index) => reads.read(String(index))));
    expect(found).toEqual(Array.from({ length: 350 }, (_, index) => index));
    expect(Math.max(...sizes)).toBe(100);
  });
});
