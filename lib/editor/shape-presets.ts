/** Ready-made shapes: what the Shapes panel offers. A test holds each to the schema. */
import type { ShapeElement } from '#lib/composition/schema/shape-element';
import { createShapeElement, STILL_SECONDS } from '#lib/editor/create-element';
import type { ElementPreset } from '#lib/editor/text-presets';

const middle = { x: '50%', y: '50%', x_anchor: '50%', y_anchor: '50%', duration: STILL_SECONDS } as const;
const shape = (label: string, element: Omit<ShapeElement, 'type' | 'duration'>): ElementPreset => ({ label, element: { type: 'shape', ...middle, ...element } });

export const SHAPE_PRESETS: readonly ElementPreset[] = [
  { label: 'Rectangle', element: createShapeElement('rectangle') },
  shape('Rounded', { shape: 'rectangle', width: '44vmin', height: '30vmin', border_radius: '20%', fill_color: '#49cf9f' }),
  { label: 'Ellipse', element: createShapeElement('ellipse') },
  shape('Ring', { shape: 'ellipse', width: '40vmin', height: '40vmin', stroke_color: '#f5b83d', stroke_width: '3vmin' }),
  { label: 'Line', element: createShapeElement('line') },
  shape('Dashed line', { shape: 'line', width: '60vmin', height: '4vmin', stroke_color: '#ffffff', stroke_width: '0.8vmin', stroke_dash: ['2vmin', '2vmin'], stroke_cap: 'round' }),
  { label: 'Triangle', element: createShapeElement('polygon') },
  shape('Star', { shape: 'polygon', width: '44vmin', height: '44vmin', points: starPoints(5, 0.45), fill_color: '#f5b83d' }),
  shape('Hexagon', { shape: 'polygon', width: '44vmin', height: '44vmin', points: starPoints(3, 1), fill_color: '#a78bfa' }),
  shape('Burst', { shape: 'polygon', width: '48vmin', height: '48vmin', points: starPoints(12, 0.75), fill_color: '#ef5b4c' }),
  { label: 'Heart', element: createShapeElement('path') },
  shape('Arrow', { shape: 'polygon', width: '48vmin', height: '32vmin', points: [[0, 34], [58, 34], [58, 8], [100, 50], [58, 92], [58, 66], [0, 66]], fill_color: '#ffffff' }),
  shape('Gradient', { shape: 'rectangle', x: '0%', y: '0%', x_anchor: '0%', y_anchor: '0%', width: '100%', height: '100%', fill: { type: 'linear', angle: 135, stops: [{ offset: 0, color: '#0f766e' }, { offset: 1, color: '#1e1b4b' }] } }),
  shape('Glow', { shape: 'rectangle', x: '0%', y: '0%', x_anchor: '0%', y_anchor: '0%', width: '100%', height: '100%', fill: { type: 'radial', stops: [{ offset: 0, color: '#ffb347cc' }, { offset: 1, color: '#ffb34700' }] } }),
  shape('Fade to black', { shape: 'rectangle', x: '0%', y: '50%', x_anchor: '0%', y_anchor: '0%', width: '100%', height: '50%', fill: { type: 'linear', stops: [{ offset: 0, color: '#00000000' }, { offset: 1, color: '#000000cc' }] } }),
];

/** Corners on a circle that fills the box, every second one `inner` times as far from the middle; in percent of the box, the first at the top. */
function starPoints(corners: number, inner: number): Array<[number, number]> {
  return Array.from({ length: corners * 2 }, (_, index): [number, number] => {
    const angle = (Math.PI * index) / corners;
    const radius = index % 2 === 0 ? 50 : 50 * inner;
    return [Math.round((50 + radius * Math.sin(angle)) * 100) / 100, Math.round((50 - radius * Math.cos(angle)) * 100) / 100];
  });
}
