/** POST /api/v1/estimate answers 200 with what a POST of the composition would do, and creates nothing. */
import { expect, test } from 'vitest';
import type { EstimateBody, MetricsBody } from '#lib/api/contract';
import { call, complexComposition, simpleComposition, UUID } from '#tests/contract/api';

const IMAGE = 'https://example.com/a.png';

const estimate = (composition: unknown) => call<EstimateBody>('POST', '/api/v1/estimate', { body: composition });

test('the simple job of the contract would be answered at once', async () => {
  const { status, body } = await estimate(simpleComposition(IMAGE));
  expect({ status, body }).toEqual({
    status: 200,
    body: { response_type: 'immediate', estimated_seconds: expect.any(Number), estimated_completion: expect.stringMatching(/^\d+ seconds?$/), queue_wait_seconds: expect.any(Number), warnings: [] },
  });
});

test('the complex job of the contract would not', async () => {
  const { body } = await estimate(complexComposition({ video: 'https://example.com/a.mp4', image: IMAGE }));
  expect(body.response_type).toBe('async');
  // The rule's 38 s, or what this installation has learned by then.
  expect(body.estimated_seconds).toBeGreaterThan(0);
});

test('a text in a font that is not there, with characters that no font has, is told before it is made', async () => {
  const text = { type: 'text', text: 'a \u{12000}', font_family: 'Intar', font_size: 40 };
  const { status, body } = await estimate({ width: 320, height: 240, elements: [text] });
  expect(status).toBe(200);
  expect(body.warnings).toEqual([
    { path: 'elements.0.font_family', code: 'unknown_font_family', message: 'is not a known family ("Intar"), so Inter is used; did you mean "Inter"?' },
    { path: 'elements.0.text', code: 'missing_glyph', message: 'has characters that no font draws: "\u{12000}" (U+12000)' },
  ]);
});

test('no job is created', async () => {
  const jobCount = async () => {
    const { responseTypes } = (await call<MetricsBody>('GET', '/metrics')).body;
    return responseTypes.quick + responseTypes.async;
  };
  const before = await jobCount();
  await estimate(simpleComposition(IMAGE));
  expect(await jobCount()).toBe(before);
});

test('a request id of the client comes back', async () => {
  const { headers } = await call('POST', '/api/v1/estimate', { body: simpleComposition(IMAGE), headers: { 'X-Request-Id': 'order-4711.a' } });
  expect(headers.get('x-request-id')).toBe('order-4711.a');
});

test.each(['a b', 'a'.repeat(129), '{"a":1}'])('a request id that is not fit for a log line (%s) is replaced', async (given) => {
  const { headers } = await call('POST', '/api/v1/estimate', { body: simpleComposition(IMAGE), headers: { 'X-Request-Id': given } });
  expect(headers.get('x-request-id')).toMatch(UUID);
});
