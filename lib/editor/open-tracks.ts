/** Makes room for new tracks between those there are: where the new ones are, and where each of the old ones goes. */
import type { EditedElement } from '#lib/editor/finish-edit';
import type { PlacedClip } from '#lib/editor/scene';

export interface OpenedTracks {
  /** The lowest of the new ones. */
  firstTrack: number;
  trackOf: (track: number) => number;
}

/** `above`: the track right below the new ones; null: they are below all. Numbers that are free are used before others are moved. */
export function openTracks(clips: readonly Pick<PlacedClip, 'track'>[], { above, count }: { above: number | null; count: number }): OpenedTracks {
  const higher = clips.map(({ track }) => track).filter((track) => above === null || track > above);
  const lowest = Math.min(...higher);
  if (above === null) {
    const push = higher.length === 0 ? 0 : Math.max(0, count + 1 - lowest);
    // Tracks are counted from 1, as those without a number are.
    return { firstTrack: higher.length === 0 ? 1 : lowest + push - count, trackOf: (track) => track + push };
  }
  const push = higher.length === 0 ? 0 : Math.max(0, above + count + 1 - lowest);
  return { firstTrack: above + 1, trackOf: (track) => (track > above ? track + push : track) };
}

/** The track above which a new one is on top of all; null of an empty list, too. */
export function topTrackOf(clips: readonly Pick<PlacedClip, 'track'>[]): number | null {
  return clips.length === 0 ? null : Math.max(...clips.map(({ track }) => track));
}

export function onTrack(edited: EditedElement, track: number): EditedElement {
  return edited.wanted === null ? edited : { ...edited, wanted: { ...edited.wanted, track } };
}
