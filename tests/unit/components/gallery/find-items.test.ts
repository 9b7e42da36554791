/** What the gallery's search finds. */
import { describe, expect, it } from 'vitest';
import { listGalleryItems } from '#app/gallery/list-gallery-items';
import { findItems } from '#components/gallery/use-gallery-search';

const items = await listGalleryItems();
const idsOf = (query: string, category = ''): string[] => findItems(items, { query, category }).map(({ id }) => id);

describe('the search of the gallery', () => {
  it('finds an example by what it uses: a property, a value, a sample', () => {
    expect(idsOf('chroma_key')).toEqual(['looped-clip', 'green-screen', 'key-settings']);
    expect(idsOf('circle-close')).toEqual(['circles']);
    expect(idsOf('ink.mp4')).toEqual(['ink-reveal']);
  });

  it('asks for every word, in any order and case, and only in the category', () => {
    expect(idsOf('Screen GREEN')).toEqual(['green-screen']);
    expect(idsOf('chroma_key', 'Groups')).toEqual(['looped-clip']);
    expect(idsOf('chroma_key typewriter')).toEqual([]);
  });

  it('finds everything when nothing is asked', () => {
    expect(idsOf('  ')).toHaveLength(items.length);
  });
});
