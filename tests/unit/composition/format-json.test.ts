/** Compositions as text: what comes back is what was written, and people can read it. */
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '#lib/composition/examples/examples';
import { formatJson } from '#lib/composition/format-json';

describe('formatJson', () => {
  it('puts short lists and objects on one line, and each element on lines of its own', () => {
    const text = formatJson({ width: 64, elements: [{ type: 'shape', points: [[50, 0], [100, 100]], fill: undefined }], fonts: [] });
    expect(text).toBe('{\n  "width": 64,\n  "elements": [\n    {\n      "type": "shape",\n      "points": [[50, 0], [100, 100]]\n    }\n  ],\n  "fonts": []\n}');
  });

  it('breaks what is longer than a line, and nothing else', () => {
    const keyframes = Array.from({ length: 6 }, (_, time) => ({ time, value: '100%', easing: 'ease-in-out' }));
    const lines = formatJson({ elements: [{ opacity: keyframes }] }).split('\n');
    expect(lines).toContain('        { "time": 3, "value": "100%", "easing": "ease-in-out" },');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it.each(EXAMPLES.map((example) => [example.id, example] as const))('%s is the same composition when it is read again', (_id, example) => {
    const composition = example.build('https://videogen.example');
    expect(JSON.parse(formatJson(composition))).toEqual(JSON.parse(JSON.stringify(composition)));
  });
});
