/**
 * What the library is searched for, kept in the page's address, so that a reload, a bookmark and the way back find it again.
 */
'use client';

import { useCallback, useState } from 'react';

export interface AddressSearch {
  /** Name of a status filter; '' for all. */
  status: string;
  query: string;
}

/** `initial` is what the address said when the page was asked for. */
export function useSearchInAddress(initial: AddressSearch): [AddressSearch, (search: AddressSearch) => void] {
  const [search, setSearch] = useState(initial);
  const change = useCallback((next: AddressSearch) => {
    setSearch(next);
    const text = new URLSearchParams(Object.entries({ status: next.status, q: next.query }).filter(([, value]) => value !== '')).toString();
    // Each letter would otherwise be a step of its own on the way back.
    window.history.replaceState(null, '', text === '' ? '/videos' : `/videos?${text}`);
  }, []);
  return [search, change];
}
