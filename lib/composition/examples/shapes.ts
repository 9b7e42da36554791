/** A landscape without a photo: gradients, polygons, paths and a drawing, a sun that rises behind them. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';

/** Rises behind the ridges until the end. */
const RISING = { x: '50%', y: [{ time: 0, value: '78%' }, { time: 'end' as const, value: '46%', easing: 'ease-out' }], x_anchor: '50%', y_anchor: '50%' };

const GLOW = [{ offset: 0, color: '#ffedd5b0' }, { offset: '35%', color: '#ffedd538' }, { offset: '70%', color: '#ffedd500' }, { offset: 1, color: '#ffedd500' }];

export const shapes: Example = {
  id: 'shapes',
  title: 'Shapes',
  description: 'A sunrise of rectangles, ellipses, polygons and paths with gradients, an SVG in its corner',
  build: (origin) => ({
    output_format: 'mp4',
    width: 1280,
    height: 720,
    duration: 5,
    elements: [
      {
        id: 'sky',
        type: 'shape',
        shape: 'rectangle',
        track: 1,
        fill: { type: 'linear', angle: 180, stops: [{ offset: 0, color: '#1e1b4b' }, { offset: '55%', color: '#9d3d6b' }, { offset: 1, color: '#fb923c' }] },
      },
      {
        id: 'glow',
        type: 'shape',
        shape: 'ellipse',
        track: 2,
        ...RISING,
        width: 760,
        fill: { type: 'radial', stops: GLOW },
      },
      {
        id: 'sun',
        type: 'shape',
        shape: 'ellipse',
        track: 3,
        ...RISING,
        width: 190,
        fill_color: '#fff7ed',
      },
      { id: 'far-ridge', type: 'shape', shape: 'polygon', track: 4, x: 0, y: '48%', width: '100%', height: '52%', points: [[0, 45], [14, 12], [27, 40], [42, 5], [58, 38], [74, 8], [88, 34], [100, 16], [100, 100], [0, 100]], fill_color: '#5b2a5e' },
      {
        id: 'near-ridge',
        type: 'shape',
        shape: 'path',
        track: 5,
        x: 0,
        y: '62%',
        width: '100%',
        height: '38%',
        path_fit: 'fill',
        path: 'M0 50 C15 20 25 25 38 45 S62 80 74 45 S92 15 100 30 V100 H0 Z',
        fill: { type: 'linear', stops: [{ offset: 0, color: '#3b1a4a' }, { offset: 1, color: '#150f2e' }] },
      },
      { id: 'frame', type: 'shape', shape: 'rectangle', track: 6, width: '94%', height: '90%', border_radius: 28, stroke_color: '#fff7ed', stroke_width: 5 },
      { id: 'rule', type: 'shape', shape: 'line', track: 7, y: '88%', width: '30%', height: 10, stroke_color: '#fff7ed', stroke_width: 4, stroke_dash: [1, 12], stroke_cap: 'round' },
      { id: 'compass', type: 'image', track: 8, x: '92%', y: '11%', x_anchor: '100%', width: 130, source: sampleUrl(origin, 'compass.svg') },
    ],
  }),
};
