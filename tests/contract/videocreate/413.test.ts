/** POST /api/v1/videocreate answers 413 to more than 1 MiB, whoever declares its length and whoever does not. */
import { expect, test } from 'vitest';
import type { ErrorBody } from '#lib/api/contract';
import { createVideo, url } from '#tests/contract/api';

const MIB = 1024 * 1024;

test('a declared length over 1 MiB is 413', async () => {
  const { status, body } = await createVideo<ErrorBody>(`"${'a'.repeat(MIB)}"`);
  expect({ status, body }).toEqual({ status: 413, body: { error: 'REQUEST_TOO_LARGE', message: 'The request body is larger than 1 MiB' } });
});

test('20 MiB without a length are 413, not a broken connection', async () => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
      sent += 64 * 1024;
      if (sent >= 20 * MIB) controller.close();
    },
  });
  // `duplex` is demanded by the standard and missing in the DOM's types.
  const request = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, duplex: 'half' };
  const response = await fetch(url('/api/v1/videocreate'), request as RequestInit);
  expect(response.status).toBe(413);
});

test('exactly 1 MiB is read', async () => {
  const { status } = await createVideo(`{"a":"${'a'.repeat(MIB - 8)}"}`);
  expect(status).toBe(400);
});
