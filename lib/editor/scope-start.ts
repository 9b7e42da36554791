/** When the open group begins: what turns the playhead's time into the clock that commands count on. */
import type { SourceSecondsOf } from '#lib/composition/known-timing';
import { frameToSeconds } from '#lib/composition/frame-rate';
import { listElements } from '#lib/composition/list-elements';
import type { EditorState } from '#lib/editor/editor-state';
import { findClips, openScene } from '#lib/editor/scene';

/** Seconds of the composition at which the clock of the open scope is at 0; 0 of the composition itself. */
export function scopeStartSeconds({ composition, scope }: Pick<EditorState, 'composition' | 'scope'>, sourceSecondsOf: SourceSecondsOf): number {
  if (scope === null) return 0;
  const all = listElements(composition);
  const path = `${all.find(({ elementId }) => elementId === scope)?.path.join('.') ?? ''}.`;
  const groups = all.filter((other) => path.startsWith(`${other.path.join('.')}.`)).map(({ elementId }) => elementId);
  return groups.reduce((seconds, key, place) => {
    const scene = openScene({ composition, selection: [], scope: groups[place - 1] ?? null }, sourceSecondsOf);
    return seconds + frameToSeconds(findClips(scene, [key])[0]?.startFrame ?? 0, scene.frameRate);
  }, 0);
}
