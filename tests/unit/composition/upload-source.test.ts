/** The form in which a composition names an upload: nothing else passes for one, so no path and no URL is ever made of what a user wrote. */
import { describe, expect, it } from 'vitest';
import { parseComposition } from '#lib/composition/parse';
import { isUpload, toMediaUrl, toUploadId, toUploadSource } from '#lib/composition/upload-source';

const ID = '0b5d7c1e-8a61-4d3c-9f0e-2f6a1c9b7e55.mp4';

describe('an upload source', () => {
  it('is its id with a prefix, there and back', () => {
    expect(isUpload(toUploadSource(ID))).toBe(true);
    expect(toUploadId(toUploadSource(ID))).toBe(ID);
  });

  it.each([ID, `upload:${ID}/../x`, 'upload:../processed/a.mp4', `upload:${ID.toUpperCase()}`, `upload:${ID}\n`, `upload:${ID}?a`, 'upload:', 'https://example.com/a.mp4'])('is not %j', (source) => {
    expect(isUpload(source)).toBe(false);
    expect(() => toUploadId(source)).toThrow();
  });

  it('is read by a page through our own API; other sources where they are', () => {
    expect(toMediaUrl(toUploadSource(ID))).toBe(`/api/v1/uploads/${ID}`);
    expect(toMediaUrl('https://example.com/a.mp4')).toBe('https://example.com/a.mp4');
  });

  it('stands wherever a composition names a medium, and a wrong one is told once', () => {
    const composition = (source: string) => ({ width: 100, height: 100, elements: [{ type: 'video', source }] });
    expect(parseComposition(composition(toUploadSource(ID))).ok).toBe(true);
    const refused = parseComposition(composition('upload:mine.mp4'));
    expect(refused.ok ? [] : refused.problems.map(({ path }) => path)).toEqual(['elements.0.source']);
  });
});
