/** GET /api/v1/videos/{job_id}/composition answers 200 with the composition as it was posted, byte for byte. */
import { expect, test } from 'vitest';
import { isFinal, startJob, url, waitForResult } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';

const media = useMedia();

test('the order of keys, the spelling of numbers and every space are kept', async () => {
  const text = `{ "elements": [\n  {"source": ${JSON.stringify(media.image)}, "type": "image", "duration": 1.50, "id": "\\u00e9t\\u00e9"} ],\n\t"height": 90, "width": 1.6e2 }\n`;
  const jobId = await startJob(text);
  const answer = await fetch(url(`/api/v1/videos/${jobId}/composition`));
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'application/json', text]);
  await waitForResult(jobId, isFinal);
});
