/** A job for tests that are not about what is in it. */
export const ANY_JOB = {
  composition: { width: 160, height: 90, elements: [{ type: 'image' as const, source: 'https://example.com/a.png' }] },
  lane: 'quick' as const,
  responseType: 'async' as const,
  estimatedSeconds: 5,
  estimateFeatures: {},
  clientIp: null,
  userAgent: null,
  requestId: null,
};
