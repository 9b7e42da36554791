/** A clip in words, as a screen reader says it: "Video harbour.mp4, track 2, 0:03.00 to 0:08.00, muted". */
import type { ClipView } from '#lib/editor/editor-view';

const TYPE_NAMES = { image: 'Image', video: 'Video', audio: 'Audio', text: 'Text', shape: 'Shape', composition: 'Group' } as const satisfies Record<ClipView['element']['type'], string>;

export const typeNameOf = ({ element }: Pick<ClipView, 'element'>): string => TYPE_NAMES[element.type];

export function clipLabel(clip: ClipView, trackNumber: number): string {
  const typeName = typeNameOf(clip);
  const name = clip.title === typeName ? typeName : `${typeName} ${clip.title}`;
  const states = [clip.isMuted && 'muted', clip.isHidden && 'hidden', clip.joint !== null && 'with a transition'].filter((state) => state !== false);
  return [name, `track ${trackNumber}`, `${clockTime(clip.startSeconds)} to ${clockTime(clip.endSeconds)}`, ...states].join(', ');
}

/** "1:04.50": minutes, seconds and hundredths. */
export function clockTime(seconds: number): string {
  const hundredths = Math.round(Math.max(0, seconds) * 100);
  const minutes = Math.floor(hundredths / 6000);
  return `${minutes}:${((hundredths % 6000) / 100).toFixed(2).padStart(5, '0')}`;
}
