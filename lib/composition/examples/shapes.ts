/** Drawings without a file: rectangles, ellipses, lines, polygons and paths with gradients and strokes, and an SVG. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';
import type { Element } from '#lib/composition/schema/composition';

/** Rises behind the ridges until the end. */
const RISING = { x: '50%', y: [{ time: 0, value: '78%' }, { time: 'end' as const, value: '46%', easing: 'ease-out' }], x_anchor: '50%', y_anchor: '50%' };

const GLOW = [{ offset: 0, color: '#ffedd5b0' }, { offset: '35%', color: '#ffedd538' }, { offset: '70%', color: '#ffedd500' }, { offset: 1, color: '#ffedd500' }];

const sunrise: Example = {
  id: 'shapes',
  title: 'Shapes',
  description: 'A sunrise of rectangles, ellipses, polygons and paths with gradients, an SVG in its corner',
  category: 'Shapes',
  build: (origin) => ({
    output_format: 'mp4',
    width: 1280,
    height: 720,
    duration: 4,
    elements: [
      {
        id: 'sky',
        type: 'shape',
        shape: 'rectangle',
        track: 1,
        fill: { type: 'linear', angle: 180, stops: [{ offset: 0, color: '#1e1b4b' }, { offset: '55%', color: '#9d3d6b' }, { offset: 1, color: '#fb923c' }] },
      },
      { id: 'glow', type: 'shape', shape: 'ellipse', track: 2, ...RISING, width: 760, fill: { type: 'radial', stops: GLOW } },
      { id: 'sun', type: 'shape', shape: 'ellipse', track: 3, ...RISING, width: 190, fill_color: '#fff7ed' },
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

const gradients: Example = {
  id: 'gradients',
  title: 'Gradients',
  description: 'Colours along a line of any angle, or around a point of the box',
  category: 'Shapes',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#0a0a0f',
    elements: [
      { id: 'down', type: 'shape', shape: 'rectangle', x: 20, y: 20, width: 190, height: 150, border_radius: 18, fill: { type: 'linear', stops: [{ offset: 0, color: '#fde68a' }, { offset: 1, color: '#b91c1c' }] } },
      { id: 'across', type: 'shape', shape: 'rectangle', x: 225, y: 20, width: 190, height: 150, border_radius: 18, fill: { type: 'linear', angle: 90, stops: [{ offset: 0, color: '#22d3ee' }, { offset: '50%', color: '#6366f1' }, { offset: 1, color: '#d946ef' }] } },
      { id: 'slanted', type: 'shape', shape: 'rectangle', x: 430, y: 20, width: 190, height: 150, border_radius: 18, fill: { type: 'linear', angle: 45, stops: [{ offset: 0.5, color: '#bef264' }, { offset: 0.5, color: '#166534' }] } },
      { id: 'middle', type: 'shape', shape: 'rectangle', x: 20, y: 190, width: 190, height: 150, border_radius: 18, fill: { type: 'radial', stops: [{ offset: 0, color: '#fef9c3' }, { offset: 1, color: '#0369a1' }] } },
      { id: 'ball', type: 'shape', shape: 'ellipse', x: 245, y: 190, width: 150, height: 150, fill: { type: 'radial', center: [32, 26], stops: [{ offset: 0, color: '#ffffff' }, { offset: '25%', color: '#fb7185' }, { offset: 1, color: '#4c0519' }] } },
      { id: 'fading', type: 'shape', shape: 'rectangle', x: 430, y: 190, width: 190, height: 150, border_radius: 18, fill: { type: 'linear', angle: 135, stops: [{ offset: 0, color: '#f0abfc' }, { offset: 1, color: '#f0abfc00' }] } },
    ],
  }),
};

const polygons: Example = {
  id: 'polygons',
  title: 'Polygons',
  description: 'A triangle, an arrow, a hexagon and a star by their corners, in percent of the box',
  category: 'Shapes',
  build: () => ({
    width: 640,
    height: 360,
    duration: 4,
    fill_color: '#fdf6ec',
    elements: [
      { id: 'triangle', type: 'shape', shape: 'polygon', x: 30, y: 115, width: 130, height: 120, points: [[50, 0], [100, 100], [0, 100]], fill_color: '#f4a261', animations: [{ type: 'spin', turns: 1, duration: 1.2 }] },
      { id: 'arrow', type: 'shape', shape: 'polygon', x: 185, y: 125, width: 130, height: 110, points: [[0, 30], [60, 30], [60, 0], [100, 50], [60, 100], [60, 70], [0, 70]], fill_color: '#2a9d8f', animations: [{ type: 'slide', direction: 'right', distance: 120, duration: 1.2, easing: 'back-out' }, { type: 'fade' }] },
      { id: 'hexagon', type: 'shape', shape: 'polygon', x: 340, y: 120, width: 120, height: 120, points: [[25, 7], [75, 7], [100, 50], [75, 93], [25, 93], [0, 50]], fill_color: '#fdf6ec', stroke_color: '#264653', stroke_width: 8, stroke_join: 'round', animations: [{ type: 'scale', duration: 1.2, easing: 'elastic-out' }] },
      { id: 'star', type: 'shape', shape: 'polygon', x: 485, y: 110, width: 130, height: 125, points: [[50, 0], [62, 36], [100, 36], [69, 58], [80, 95], [50, 73], [20, 95], [31, 58], [0, 36], [38, 36]], fill: { type: 'radial', stops: [{ offset: 0, color: '#fde047' }, { offset: 1, color: '#f59e0b' }] }, rotation: [{ time: 0, value: -20 }, { time: '50%', value: 20, easing: 'sine-in-out' }, { time: 'end', value: -20, easing: 'sine-in-out' }] },
    ],
  }),
};

const HEART = 'M12 21 C5 15 1 11.5 1 7.2 C1 4.3 3.3 2 6.2 2 C8.6 2 10.8 3.2 12 5.2 C13.2 3.2 15.4 2 17.8 2 C20.7 2 23 4.3 23 7.2 C23 11.5 19 15 12 21 Z';

const paths: Example = {
  id: 'paths',
  title: 'SVG paths',
  description: 'Any outline as path data in its own coordinates: fitted into the box, placed in it, or stretched to it',
  category: 'Shapes',
  build: () => ({
    width: 640,
    height: 360,
    duration: 4,
    fill_color: '#2b061e',
    elements: [
      ...[{ id: 'fitted', x: 40, alignment: '50%' }, { id: 'at-the-top', x: 235, alignment: '0%' }].map(({ id, x, alignment }): Element => ({
        id,
        type: 'shape',
        shape: 'path',
        x,
        y: 60,
        width: 165,
        height: 240,
        path: HEART,
        view_box: [0, 0, 24, 23],
        path_fit: 'contain',
        y_alignment: alignment,
        fill_color: '#ff4d6d',
        x_scale: [{ time: 0, value: 1 }, { time: 0.3, value: 1.12, easing: 'ease-out' }, { time: 0.9, value: 1, easing: 'ease-in' }],
        y_scale: [{ time: 0, value: '100%' }, { time: 0.3, value: '112%', easing: 'ease-out' }, { time: 0.9, value: '100%', easing: 'ease-in' }],
      })),
      { id: 'stretched', type: 'shape', shape: 'path', x: 440, y: 60, width: 150, height: 240, path: HEART, view_box: [0, 0, 24, 23], path_fit: 'fill', fill_color: '#ff4d6d00', stroke_color: '#ffb3c1', stroke_width: 6 },
    ],
  }),
};

const lines: Example = {
  id: 'lines',
  title: 'Lines and their ends',
  description: 'Dashes, the three kinds of ends and the three kinds of corners',
  category: 'Shapes',
  build: () => ({
    width: 640,
    height: 360,
    duration: 2,
    fill_color: '#eef2f3',
    elements: [
      { id: 'butt', type: 'shape', shape: 'line', x: 50, y: 36, width: 240, height: 20, stroke_color: '#1d3557', stroke_width: 18, stroke_cap: 'butt' },
      { id: 'round', type: 'shape', shape: 'line', x: 50, y: 82, width: 240, height: 20, stroke_color: '#457b9d', stroke_width: 18, stroke_cap: 'round' },
      { id: 'square', type: 'shape', shape: 'line', x: 50, y: 128, width: 240, height: 20, stroke_color: '#e63946', stroke_width: 18, stroke_cap: 'square' },
      { id: 'dashes', type: 'shape', shape: 'line', x: 350, y: 36, width: 240, height: 20, stroke_color: '#1d3557', stroke_width: 6, stroke_dash: [24, 10] },
      { id: 'dots', type: 'shape', shape: 'line', x: 350, y: 82, width: 240, height: 20, stroke_color: '#457b9d', stroke_width: 10, stroke_dash: [0.1, 20], stroke_cap: 'round' },
      { id: 'slope', type: 'shape', shape: 'line', x: 350, y: 118, width: 240, height: 40, points: [[0, 100], [100, 0]], stroke_color: '#e63946', stroke_width: 6, stroke_dash: ['2%', '1%', '4%', '1%'] },
      ...(['miter', 'round', 'bevel'] as const).map((join, index): Element => ({ id: `${join}-corners`, type: 'shape', shape: 'polygon', x: 70 + 190 * index, y: 210, width: 120, height: 105, points: [[50, 0], [100, 100], [0, 100]], stroke_color: '#1d3557', stroke_width: 20, stroke_join: join })),
    ],
  }),
};

const spinningDrawing: Example = {
  id: 'svg-drawing',
  title: 'An SVG file',
  description: 'A drawing of vectors stays sharp at any size; here it turns like a compass needle that finds north',
  category: 'Shapes',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 3,
    elements: [
      { id: 'night', type: 'image', source: sampleUrl(origin, 'lake.jpg') },
      { id: 'compass', type: 'image', width: 260, rotation: [{ time: 0, value: -160 }, { time: 2.6, value: 0, easing: 'spring(0.7)' }], source: sampleUrl(origin, 'compass.svg') },
    ],
  }),
};

export const shapes: readonly Example[] = [sunrise, gradients, polygons, paths, lines, spinningDrawing];
