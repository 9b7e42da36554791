// Groups that give way to what is in them: where that may be, and that not a pixel changes.
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { draw } from '#lib/composition/draw/draw';
import { listFlatStretches } from '#lib/composition/flatten-groups';
import { frameAt } from '#lib/composition/frame-at';
import type { Layer, Timeline } from '#lib/composition/timeline';
import { CanvasResources } from '#worker/canvas/canvas-resources';
import { compositionOf, timelineOf, video } from '#tests/unit/composition/fixtures';

const shape = (changes: Record<string, unknown> = {}) => ({ type: 'shape', shape: 'ellipse', fill_color: '#c83c2880', x: 10, y: 10, width: 60, height: 40, ...changes });
const group = (elements: unknown[], changes: Record<string, unknown> = {}) => ({ type: 'composition', elements, ...changes });
const timelineWith = (...elements: unknown[]): Timeline => timelineOf(compositionOf(elements, { width: 200, height: 100, fill_color: '#204060', duration: 4 }));

/** What is drawn at a frame once all groups that may have given way. */
function flatLayersAt(timeline: Timeline, frame: number): Layer[] {
  return timeline.layers.flatMap((layer) => listFlatStretches(layer, timeline)).flatMap(({ startFrame, endFrame, layer }) => (startFrame <= frame && frame < endFrame ? [layer] : []));
}

function drawnAt(timeline: Timeline, layers: Layer[], frame: number): Buffer {
  const canvas = createCanvas(timeline.widthPx, timeline.heightPx);
  draw(canvas.getContext('2d'), timeline, frameAt({ layers, frameRate: timeline.frameRate }, frame), new CanvasResources());
  return canvas.data();
}

/** The largest difference of any channel of any pixel. */
function differenceOf(first: Buffer, second: Buffer): number {
  return first.reduce((largest, value, index) => Math.max(largest, Math.abs(value - (second[index] ?? 0))), 0);
}

const moving = (property: string, from: number, to: number) => ({ [property]: [{ time: 0, value: from }, { time: 2, value: to }] });

describe('a group that does nothing as a whole', () => {
  it.each<[string, Record<string, unknown>[], Record<string, unknown>]>([
    ['a part of the canvas', [shape(), shape({ x: 40, width: 50, opacity: 0.5 })], { x: 30, y: 20, width: 120, height: 70 }],
    ['with a colour', [shape()], { x: 30, y: 20, width: 120, height: 70, fill_color: '#00ff0080' }],
    ['all of the canvas, with what moves, turns and sticks out', [shape({ ...moving('x', -40, 300), rotation: 30, shadow_color: '#000000' }), shape({ ...moving('width', 20, 90) })], {}],
    ['a group in it', [group([shape({ ...moving('y', 0, 20) })], { x: 20, y: 10, width: 90, height: 60, fill_color: '#333333' })], {}],
    ['in a place of its own time', [shape({ time: 1, duration: 1 }), shape({ duration: 3, stroke_color: '#ffffff', fill_color: '#000000' })], { time: 0.5, x: 10, y: 10, width: 150, height: 80 }],
  ])('looks the same as its layers: %s', (_name, elements, changes) => {
    const timeline = timelineWith(shape({ track: 1, x: 0, y: 0, width: 200, height: 100 }), group(elements, { track: 2, ...changes }));
    const groups = timeline.layers.filter(({ type }) => type === 'group');
    expect(flatLayersAt(timeline, 12).filter((layer) => groups.includes(layer))).toEqual([]);
    // Composited in another order, smoothed edges above each other are rounded in other steps.
    for (const frame of [0, 5, 12, 20, 33, 39]) expect(differenceOf(drawnAt(timeline, timeline.layers, frame), drawnAt(timeline, flatLayersAt(timeline, frame), frame)), `frame ${frame}`).toBeLessThanOrEqual(3);
  });

  it('gives way where it rests between transitions', () => {
    const timeline = timelineWith(group([shape({ duration: 2 })], { track: 1 }), group([shape({ duration: 2 })], { track: 1, transition: { type: 'push', duration: 0.5 } }));
    expect([0, 16, 25].map((frame) => flatLayersAt(timeline, frame).map(({ type }) => type))).toEqual([['shape'], ['group', 'group'], ['shape']]);
  });
});

describe('a group stays one', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['that is faded', shape(), { opacity: 0.5 }],
    ['that turns', shape(), { rotation: 10 }],
    ['with a look', shape(), { border_radius: 5 }],
    ['that moves', shape(), { width: 150, height: 90, ...moving('x', 0, 20) }],
    ['of which something sticks out', shape({ x: 100 }), { width: 120, height: 70 }],
    ['in which something moves that may stick out', shape(moving('x', 0, 20)), { width: 120, height: 70 }],
    ['in which something is blended', shape({ blend_mode: 'multiply' }), {}],
  ])('%s', (_name, element, changes) => {
    expect(flatLayersAt(timelineWith(group([element], changes)), 10).map(({ type }) => type)).toEqual(['group']);
  });

  it('that repeats often', () => {
    expect(flatLayersAt(timelineWith(group([video({ duration: 0.2 }), video({ duration: 0.1 }), shape({ duration: 0.1 }), shape({ duration: 0.1 })], { loop: true })), 10).map(({ type }) => type)).toEqual(['group']);
  });
});
