/** Every easing by name: how a change goes over its time, one lane each. */
import { EASING_DIRECTIONS, PENNER_FAMILIES, type EasingDirection } from '#lib/composition/easing';
import type { Example } from '#lib/composition/examples/example';
import type { Element } from '#lib/composition/schema/composition';

interface Race {
  easings: readonly string[];
  color: string;
}

/** One ball a lane: there by the easing, and after a rest back by the same. */
function race({ easings, color }: Race): Element[] {
  const laneHeight = 340 / easings.length;
  return easings.flatMap((easing, index): Element[] => [
    { id: `${easing}-words`, type: 'text', x: 16, y: 10 + laneHeight * index, width: 240, height: laneHeight, x_alignment: '0%', text: easing, font_family: 'JetBrains Mono', font_size: 15, fill_color: '#cbd5e1' },
    { id: `${easing}-lane`, type: 'shape', shape: 'rectangle', x: 270, y: 9 + laneHeight * (index + 0.5), width: 310, height: 2, fill_color: '#ffffff1f' },
    {
      id: easing,
      type: 'shape',
      shape: 'ellipse',
      x: [{ time: 0.3, value: 270 }, { time: 1.9, value: 580, easing }, { time: 2.3, value: 580 }, { time: 3.9, value: 270, easing }],
      y: 10 + laneHeight * (index + 0.5),
      x_anchor: '50%',
      y_anchor: '50%',
      width: 22,
      height: 22,
      fill_color: color,
    },
  ]);
}

const cssEasings: Example = {
  id: 'css-easings',
  title: "CSS's easings, springs and steps",
  description: 'Names as in style sheets, a curve of your own, springs of any bounce, and jumps',
  category: 'Easings',
  build: () => ({
    width: 640,
    height: 360,
    duration: 4.2,
    fill_color: '#111827',
    elements: race({
      color: '#38bdf8',
      easings: ['linear', 'ease', 'ease-in', 'ease-out', 'ease-in-out', 'cubic-bezier(1, 0, 0, 1)', 'spring', 'spring(0.7)', 'steps(5)', 'steps(5, jump-start)', 'steps(5, jump-none)', 'steps(5, jump-both)'],
    }),
  }),
};

const PENNER: Readonly<Record<EasingDirection, { title: string; description: string; color: string }>> = {
  in: { title: "Penner's easings, in", description: 'Ten curves that begin slowly, or draw back first', color: '#fb923c' },
  out: { title: "Penner's easings, out", description: 'Ten curves that end slowly, overshoot, swing or bounce', color: '#4ade80' },
  'in-out': { title: "Penner's easings, in and out", description: 'Ten curves with both ends alike', color: '#e879f9' },
};

const pennerEasings = EASING_DIRECTIONS.map((direction): Example => ({
  id: `penner-${direction}`,
  title: PENNER[direction].title,
  description: PENNER[direction].description,
  category: 'Easings',
  build: () => ({
    width: 640,
    height: 360,
    duration: 4.2,
    fill_color: '#111827',
    elements: race({ easings: PENNER_FAMILIES.map((family) => `${family}-${direction}`), color: PENNER[direction].color }),
  }),
}));

export const easings: readonly Example[] = [cssEasings, ...pennerEasings];
