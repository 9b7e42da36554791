/**
 * The order in which the composer's code comes: what makes the tracks is first; what a first touch does not need waits until they are there, as it would
 * only come in their way. One for the page.
 */
'use client';

let openTheWay: () => void;
const tracksAreThere = new Promise<void>((resolve) => (openTheWay = resolve));

/** The tracks can be touched, or will not be there at all. */
export function letTheRestCome(): void {
  openTheWay();
}

/** The same loading, begun when the tracks are there. */
export function afterTracks<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  return async () => {
    await tracksAreThere;
    return load();
  };
}
