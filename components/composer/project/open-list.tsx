/** The lists that projects are kept in, in IndexedDB of this browser: a name in, the list for idb-keyval out. */
import { createStore, type UseStore } from 'idb-keyval';

type ListName = 'projects' | 'versions' | 'pictures' | 'media';

const opened = new Map<ListName, UseStore>();

/** A database of its own each, as idb-keyval has one list a database; opened when first used, as the server has none. */
export function openList(name: ListName): UseStore {
  const store = opened.get(name) ?? createStore(`videogen-${name}`, 'entries');
  opened.set(name, store);
  return store;
}
