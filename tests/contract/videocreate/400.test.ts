/** POST /api/v1/videocreate answers 400 with every problem at once, each with its path; never 500. */
import { describe, expect, test } from 'vitest';
import type { InvalidRequestBody } from '#lib/api/contract';
import { createVideo, simpleComposition } from '#tests/contract/api';

const SOURCE = 'https://example.com/a.png';
const valid = simpleComposition(SOURCE);

async function problemsOf(body: unknown, headers: Record<string, string> = {}): Promise<InvalidRequestBody['details']> {
  const answer = await createVideo<InvalidRequestBody>(body, headers);
  expect({ status: answer.status, body: answer.body }).toEqual({
    status: 400,
    body: { error: 'Invalid request data', details: expect.arrayContaining([{ path: expect.any(String), message: expect.any(String), code: expect.any(String) }]) },
  });
  return answer.body.details;
}

test('several problems are told at once, each with its path and what is allowed', async () => {
  const problems = await problemsOf({ width: 0, height: '640', elements: [{ type: 'image' }, { type: 'image', source: SOURCE, opacity: 7 }] });
  expect(problems.map(({ path }) => path).sort()).toEqual(['elements.0.source', 'elements.1.opacity', 'height', 'width']);
  expect(problems.find(({ path }) => path === 'width')?.message).toMatch(/1 to 7680/);
});

test('an unknown key is answered with the nearest known one', async () => {
  const problems = await problemsOf({ ...valid, elements: [{ type: 'image', source: SOURCE, opacty: 1 }] });
  expect(problems).toEqual([expect.objectContaining({ path: 'elements.0.opacty', message: expect.stringContaining('did you mean "opacity"') })]);
});

test('elements on one track that overlap are refused, naming both', async () => {
  const on = (id: string, time: number) => ({ id, type: 'image', source: SOURCE, track: 1, time, duration: 3 });
  const problems = await problemsOf({ ...valid, elements: [on('first', 0), on('second', 2)] });
  expect(JSON.stringify(problems)).toContain('first');
  expect(JSON.stringify(problems)).toContain('second');
});

describe('what is no JSON object', () => {
  test.each([
    ['empty', ''],
    ['cut off', '{"width":'],
    ['a form', 'width=480&height=640'],
  ])('a body that is %s', async (_, body) => {
    expect(await problemsOf(body)).toEqual([expect.objectContaining({ path: '', code: 'REQUEST_NOT_JSON' })]);
  });

  test.each(['null', '[]', '"text"', '7', 'true'])('JSON that is no object: %s', async (body) => {
    expect((await problemsOf(body))[0]?.path).toBe('');
  });

  test('a Content-Type that is not JSON, with words that say so', async () => {
    const problems = await problemsOf(valid, { 'Content-Type': 'application/x-www-form-urlencoded' });
    expect(problems[0]?.message).toContain('application/json');
  });
});

describe('what JSON can carry and a database cannot', () => {
  test('a NUL character', async () => {
    expect(await problemsOf({ ...valid, elements: [{ ...valid.elements[0], id: 'a\0b' }] })).toEqual([expect.objectContaining({ path: 'elements.0.id' })]);
  });

  test('half of a surrogate pair', async () => {
    const body = JSON.stringify(valid).replace('"photo"', '"\\ud800"');
    expect(await problemsOf(body)).toEqual([expect.objectContaining({ path: 'elements.0.id' })]);
  });

  test('a NUL character in a key', async () => {
    expect(await problemsOf('{"width\\u0000":480}')).not.toHaveLength(0);
  });

  test('nesting of 33 levels', async () => {
    const problems = await problemsOf(`{"width":${'['.repeat(32)}${']'.repeat(32)}}`);
    expect(problems.some(({ message }) => message.includes('32'))).toBe(true);
  });

  test('nesting as deep as 1 MiB allows', async () => {
    await problemsOf(`{"width":${'['.repeat(500_000)}${']'.repeat(500_000)}}`);
  });

  test('numbers that JSON reads as infinite', async () => {
    expect((await problemsOf(JSON.stringify(valid).replace('480', '1e999'))).map(({ path }) => path)).toEqual(['width']);
  });

  test('keys of Object.prototype', async () => {
    await problemsOf('{"__proto__":{"width":480},"constructor":1,"width":480,"height":640,"elements":[]}');
  });
});
