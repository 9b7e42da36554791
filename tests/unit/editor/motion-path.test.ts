/** The way an element goes, and its dots dragged. */
import { describe, expect, it } from 'vitest';
import { resolve } from '#lib/composition/resolve';
import { moveMotionDot } from '#lib/editor/commands/move-motion-dot';
import type { EditorState } from '#lib/editor/editor-state';
import { motionPathOf, type MotionPath } from '#lib/editor/motion-path';
import { stageSceneOf } from '#lib/editor/stage-targets';
import { done, lengths, stateOf } from '#tests/unit/editor/editor-fixtures';

const state = stateOf([{ id: 'box', type: 'shape', shape: 'rectangle', width: 100, height: 50, x: [{ time: 0, value: 0 }, { time: 2, value: '50%' }], y: 100, duration: 4 }]);

function pathOf(edited: EditorState, frame: number): MotionPath | null {
  const result = resolve(edited.composition, new Map());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const scene = stageSceneOf(edited, { timeline: result.timeline, frame, facts: new Map() });
  const target = scene?.targets[0];
  return scene === null || target === undefined ? null : motionPathOf(target, scene.canvas);
}

describe('a motion path', () => {
  it('goes through the middles at the keyframes, the same at every moment', () => {
    for (const frame of [0, 13, 39]) {
      const path = pathOf(state, frame);
      const [first, last] = path?.dots ?? [];
      expect(first).toMatchObject({ seconds: 0, at: { yPx: 125 } });
      // Boxes are whole pixels.
      expect(Math.abs((first?.at.xPx ?? 0) - 50)).toBeLessThanOrEqual(1);
      expect(Math.abs((last?.at.xPx ?? 0) - 550)).toBeLessThanOrEqual(1);
      expect(path?.points.at(-1)).toEqual(last?.at);
    }
  });

  it('is none of what stands still', () => {
    expect(pathOf(stateOf([{ id: 'box', type: 'shape', shape: 'rectangle', width: 100, x: 5, duration: 4 }]), 0)).toBeNull();
  });

  it('a dragged dot moves the keyframe of its moment, in the unit it has, and only along axes that move', () => {
    const moved = done(moveMotionDot(state, { key: 'box', seconds: 2, by: { xPx: -100, yPx: 30 } }, lengths));
    expect(moved.composition.elements[0]).toMatchObject({ x: [{ time: 0, value: 0 }, { time: 2, value: '40%' }], y: 100 });
  });
});
