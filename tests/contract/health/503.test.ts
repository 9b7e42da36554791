/** GET /health answers 503 when a part is down, names it, and says nothing of the inside. */
import { expect, test } from 'vitest';
import type { HealthBody } from '#lib/api/contract';
import { closedAddress, startSecondWeb } from '#tests/contract/second-web';

test.each([
  ['storage', 'S3_ENDPOINT', 'http://'],
  ['database', 'SUPABASE_URL', 'http://'],
  ['queue', 'DATABASE_URL', 'postgresql://postgres:hunter2@'],
] as const)('%s', async (part, variable, prefix) => {
  const address = await closedAddress();
  const web = await startSecondWeb({ [variable]: `${prefix}${address}` });
  try {
    const response = await fetch(web.url('/health'));
    const body = (await response.json()) as HealthBody;
    expect({ status: response.status, body }).toMatchObject({ status: 503, body: { status: 'degraded', parts: { [part]: { status: 'down' } } } });
    expect(Object.values(body.parts).filter(({ status }) => status === 'ok')).toHaveLength(2);
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|hunter2|ECONN|Error/);
  } finally {
    await web.stop();
  }
});
