/** What the composer's forms and panels are made of: numbers as they are typed, several elements at once, and every preset. */
import { describe, expect, it } from 'vitest';
import { parseComposition } from '#lib/composition/parse';
import type { Composition, Element } from '#lib/composition/schema/composition';
import { presetsFor, TRANSITION_LABELS } from '#lib/editor/animation-presets';
import { setProperty } from '#lib/editor/commands/set-property';
import { setValue } from '#lib/editor/commands/set-value';
import { toggleKeyframe } from '#lib/editor/commands/toggle-keyframe';
import { describeProperty, type PropertyControl } from '#lib/editor/describe-properties';
import { EASING_PRESETS, handlesOf, sampleEasing, toBezierText, toEasing } from '#lib/editor/easing-curve';
import type { EditorState } from '#lib/editor/editor-state';
import { listColors } from '#lib/editor/list-colors';
import { toOwnFont } from '#lib/editor/own-font';
import { destinationAt } from '#lib/editor/place-medium';
import { openScene } from '#lib/editor/scene';
import { SHAPE_PRESETS } from '#lib/editor/shape-presets';
import { sharedSections, sharedValue } from '#lib/editor/shared-properties';
import { switchVariant } from '#lib/editor/switch-variant';
import { TEXT_PRESETS } from '#lib/editor/text-presets';
import { convertLength, isNumberControl, readJsonOrText, readNumber, showJson, showNumber, stepNumber, type NumberControl } from '#lib/editor/value-text';
import { parseEasing } from '#lib/composition/parse-easing';

const unknownLengths = () => null;

function numberControl(type: Element['type'], name: string): NumberControl {
  const control = describeProperty(type, name)?.control;
  if (control === undefined || !isNumberControl(control)) throw new Error(`${name} is no number`);
  return control;
}

const width = numberControl('image', 'width');
const opacity = numberControl('image', 'opacity');
const rotation = numberControl('image', 'rotation');

function stateOf(elements: Element[], selection: string[] = []): EditorState {
  const composition: Composition = { width: 1000, height: 500, elements };
  expect(parseComposition(composition)).toMatchObject({ ok: true });
  return { composition, selection, scope: null };
}

describe('a number in a field', () => {
  it.each([
    [width, 120, '120', 'px'],
    [width, '25%', '25', '%'],
    [width, '10.5 vmin', '10.5', 'vmin'],
    [opacity, 0.35, '35', '%'],
    [opacity, '35%', '35', '%'],
    [rotation, -12.345678, '-12.35', null],
  ] as const)('%o shows %s as %s %s', (control, value, text, unit) => {
    expect(showNumber(control, value)).toEqual({ text, unit });
  });

  it.each([
    [width, '130', 120, 130],
    [width, '130', '25%', '130%'],
    [width, '30 %', 120, '30%'],
    [width, '12,5vw', 120, '12.5vw'],
    [width, '40', '20px', '40px'],
    [opacity, '60', 0.5, 0.6],
    [opacity, '60%', '50%', '60%'],
    [rotation, '45°', 0, 45],
    [width, 'wide', 120, 'wide'],
  ] as const)('%o: "%s" typed over %s is written %s', (control, text, like, written) => {
    expect(readNumber(control, text, like)).toBe(written);
  });

  it('steps keep form, unit and bounds', () => {
    expect([stepNumber(width, '25%', 10), stepNumber(opacity, 0.95, 10), stepNumber(opacity, '5%', -10), stepNumber(rotation, 0.1, 0.2), stepNumber(width, 3, -10)]).toEqual(['35%', 1, '0%', 0.3, 0.1]);
  });

  it('a length is the same in another unit where what 100% is of is known', () => {
    const canvas = { widthPx: 1000, heightPx: 500 };
    expect(convertLength(250, '%', { canvas, wholePx: 1000 })).toBe('25%');
    expect(convertLength('25%', 'px', { canvas, wholePx: 1000 })).toBe(250);
    expect(convertLength('10vmin', 'vw', { canvas, wholePx: null })).toBe('5vw');
    expect(convertLength(4, '%', { canvas, wholePx: null })).toBe('4%');
  });

  it('words and JSON are read back as they were shown', () => {
    for (const value of ['end', 2.5, '16:9', [1, 2], '2.5', 'true']) expect(readJsonOrText(showJson(value))).toEqual(value);
  });
});

describe('several elements', () => {
  const image: Element = { id: 'a', type: 'image', source: 'https://example.com/a.jpg', track: 1, time: 0, duration: 2, opacity: 0.5 };
  const text: Element = { id: 'b', type: 'text', text: 'Words', track: 2, time: 0, duration: 2, opacity: 0.5 };

  it('share what all of them have in the same form, and nothing that is of one alone', () => {
    const names = sharedSections(['image', 'text'], false).flatMap(({ properties }) => properties.map(({ name }) => name));
    expect(names).toEqual(expect.arrayContaining(['x', 'opacity', 'shadow_color', 'time']));
    expect(names).not.toEqual(expect.arrayContaining(['fit_mode']));
    for (const name of ['text', 'source', 'id', 'animations', 'transition']) expect(names).not.toContain(name);
  });

  it('are mixed where they differ', () => {
    expect(sharedValue([image, text], ['opacity'])).toEqual({ value: 0.5, isMixed: false });
    expect(sharedValue([image, text], ['track'])).toEqual({ value: 1, isMixed: true });
  });

  it('get one value by one command, as a keyframe where the property moves', () => {
    const moving: Element = { ...image, opacity: [{ time: 0, value: 0 }, { time: 2, value: 1 }] };
    const outcome = setValue(stateOf([moving, text], ['a', 'b']), { keys: ['a', 'b'], path: ['opacity'], value: 0.25, atSeconds: 1 }, unknownLengths);
    expect(outcome).toMatchObject({ ok: true, state: { selection: ['a', 'b'], composition: { elements: [{ opacity: [{ time: 0 }, { time: 1, value: 0.25 }, { time: 2 }] }, { opacity: 0.25 }] } } });
  });

  it('get a keyframe at the playhead by the diamond, and lose it by the same', () => {
    const state = stateOf([image, text], ['a', 'b']);
    const args = { keys: ['a', 'b'], property: 'opacity', atSeconds: 1 } as const;
    const set = toggleKeyframe(state, args, unknownLengths);
    if (!set.ok) throw new Error(set.reason);
    expect(set.state.composition.elements).toMatchObject([{ opacity: [{ time: 1, value: 0.5 }] }, { opacity: [{ time: 1, value: 0.5 }] }]);
    const gone = toggleKeyframe(set.state, args, unknownLengths);
    expect(gone).toMatchObject({ ok: true, state: { selection: ['a', 'b'], composition: { elements: [{ opacity: 0.5 }, { opacity: 0.5 }] } } });
  });
});

describe('choices', () => {
  it('a value that changes its form keeps what both forms have', () => {
    const control: PropertyControl | undefined = describeProperty('shape', 'fill')?.control;
    if (control?.kind !== 'variants') throw new Error('The fill has no variants');
    const radial = control.variants.find(({ name }) => name === 'radial');
    if (radial === undefined) throw new Error('There is no radial gradient');
    const stops = [{ offset: 0, color: '#ff0000' }, { offset: 1, color: '#0000ff' }];
    expect(switchVariant(radial, { type: 'linear', angle: 90, stops })).toEqual({ type: 'radial', stops });
    const fresh = stateOf([{ type: 'shape', shape: 'rectangle', id: 's', fill: switchVariant(radial, undefined) as never }]);
    expect(fresh.composition.elements).toHaveLength(1);
  });

  it('the colours of a composition are listed once each, the most used first, and words are no colours', () => {
    const { composition } = stateOf([{ type: 'text', text: '#abcdef', fill_color: '#F00' }, { type: 'shape', shape: 'rectangle', fill_color: '#ff0000', stroke_color: '#00ff0080' }]);
    expect(listColors(composition)).toEqual(['#ff0000', '#00ff0080']);
  });

  it.each([...TEXT_PRESETS, ...SHAPE_PRESETS])('the preset "$label" is an element on any canvas', ({ element }) => {
    for (const [canvasWidth, height] of [[1920, 1080], [1080, 1920], [640, 640]] as const) expect(parseComposition({ width: canvasWidth, height, elements: [element] })).toMatchObject({ ok: true });
  });

  const base: Record<'image' | 'video' | 'text' | 'shape' | 'composition', Element> = {
    image: { id: 'e', type: 'image', source: 'https://example.com/a.jpg', duration: 3 },
    video: { id: 'e', type: 'video', source: 'https://example.com/a.mp4' },
    text: { id: 'e', type: 'text', text: 'Words', duration: 3 },
    shape: { id: 'e', type: 'shape', shape: 'rectangle', duration: 3 },
    composition: { id: 'e', type: 'composition', duration: 3, elements: [{ type: 'shape', shape: 'rectangle' }] },
  };

  it.each(Object.values(base))('every animation that is offered can be added to a $type', (element) => {
    for (const { animation } of presetsFor(element.type)) {
      expect(setProperty(stateOf([element], ['e']), { keys: ['e'], path: ['animations'], value: [animation] }, unknownLengths)).toMatchObject({ ok: true });
    }
  });

  it('every kind of transition has a name', () => {
    const control = describeProperty('image', 'transition')?.control;
    const kinds = control?.kind === 'variants' ? control.variants.map(({ name }) => name) : [];
    expect(Object.keys(TRANSITION_LABELS).toSorted()).toEqual(kinds.toSorted());
  });
});

describe('the curve of an easing', () => {
  it('every preset is an easing, and goes from 0 to 1', () => {
    for (const text of EASING_PRESETS) {
      expect(parseEasing(text)).toMatchObject({ ok: true });
      const points = sampleEasing(toEasing(text), 8);
      expect([points.at(0)?.value, points.at(-1)?.value]).toEqual([0, 1]);
    }
  });

  it('handles are written within what is allowed, and read back', () => {
    const text = toBezierText([{ time: -0.2, value: 1.456 }, { time: 0.7, value: -0.001 }]);
    expect(text).toBe('cubic-bezier(0, 1.46, 0.7, 0)');
    expect(handlesOf(toEasing(text))).toEqual([{ time: 0, value: 1.46 }, { time: 0.7, value: 0 }]);
  });
});

describe('what is brought in', () => {
  const image: Element = { id: 'a', type: 'image', source: 'https://example.com/a.jpg', track: 1, time: 0, duration: 2 };
  const added: Element = { type: 'image', source: 'https://example.com/b.jpg', duration: 2 };
  const sound: Element = { type: 'audio', source: 'https://example.com/c.mp3', duration: 2 };
  const placeOf = (elements: Element[], element: Element, atSeconds: number, lockedTracks: number[] = []) => destinationAt(openScene(stateOf(elements), unknownLengths), element, { atSeconds, lockedTracks });

  it('a picture goes on the topmost track where that is free, else on a new one above', () => {
    expect(placeOf([image], added, 2)).toEqual({ kind: 'track', track: 1, atSeconds: 2, onOccupied: 'nearest' });
    expect(placeOf([image], added, 1)).toEqual({ kind: 'new-track', above: 1, atSeconds: 1 });
    expect(placeOf([image], added, 2, [1])).toEqual({ kind: 'new-track', above: 1, atSeconds: 2 });
  });

  it('a sound goes below all, on a track of sounds where one is free', () => {
    expect(placeOf([image], sound, 4)).toEqual({ kind: 'new-track', above: null, atSeconds: 4 });
    expect(placeOf([{ ...sound, id: 's', track: 1, time: 0 }, { ...image, track: 2 }], sound, 4)).toEqual({ kind: 'track', track: 1, atSeconds: 4, onOccupied: 'nearest' });
  });

  it.each([
    ['serif-bold.woff2', 'Serif'],
    ['My_Brand-SemiBoldItalic.ttf', 'My Brand'],
    ['Bold.otf', 'Bold'],
    ['.woff2', 'My font'],
  ])('a font file called %s is the family "%s"', (fileName, family) => {
    expect(toOwnFont(fileName, 'upload:x')).toEqual({ family, source: 'upload:x' });
  });
});
