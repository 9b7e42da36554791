/** What a render may hold follows the machine and its container, whichever is less. */
import { describe, expect, it } from 'vitest';
import { checkMemory } from '#worker/render/limits';
import { findRenderMemoryBytes } from '#worker/render/memory-share';

const GIB = 1024 ** 3;

describe('the memory of a render', () => {
  it.each([
    ['the machine’s, without a container', 16, 0, 12],
    ['the machine’s, where Node names a limit beyond it', 16, 2 ** 34, 12],
    ['the container’s', 16, 4, 3],
  ])('is a share of %s', (_, totalGib, containerGib, expectedGib) => {
    expect(findRenderMemoryBytes(totalGib * GIB, containerGib * GIB)).toBe(expectedGib * GIB);
  });

  it('is that of this machine by itself', () => {
    expect(findRenderMemoryBytes()).toBeGreaterThan(GIB / 4);
  });

  it('bounds what is rendered, and says both figures', () => {
    expect(() => checkMemory(3.5 * GIB, 4 * GIB)).not.toThrow();
    expect(() => checkMemory(3.5 * GIB, 3 * GIB)).toThrow(expect.objectContaining({ code: 'OUTPUT_TOO_COMPLEX', message: expect.stringContaining('about 3.5 GiB of memory to render; at most 3.0 GiB') }));
  });
});
