/** Documents and projects are kept as they were; actions and properties are all there. */
import { describe, expect, it } from 'vitest';
import { ELEMENT_SCHEMAS, compositionSchema, type ElementType } from '#lib/composition/schema/composition';
import { ACTION_CATEGORIES, ACTIONS, findAction, searchActions, toKeyNames } from '#lib/editor/actions';
import { addElements } from '#lib/editor/commands/add-elements';
import { createMediaElement, createShapeElement, createTextElement } from '#lib/editor/create-element';
import { describeCanvas, describeProperties, describeProperty } from '#lib/editor/describe-properties';
import { parseDocument } from '#lib/editor/editor-state';
import { addMarker, CANVAS_PRESETS, createProject, emptyComposition, MARKERS_MAX, moveMarker, parseProject, readCompositionText, withComposition } from '#lib/editor/project';
import { GROUPED_PROPERTIES, STRUCTURAL_PROPERTIES } from '#lib/editor/property-groups';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';
import { audio, factsOf, video } from '#tests/unit/composition/fixtures';
import { done, EXAMPLE_COMPOSITIONS, framesOf, lengths, stateOf } from '#tests/unit/editor/editor-fixtures';

describe('a document', () => {
  it.each(EXAMPLE_COMPOSITIONS.map(({ id, composition }) => [id, composition] as const))('%s opened and saved without a touch is equal to the byte', (_id, composition) => {
    const text = JSON.stringify(composition, null, 3);
    const read = readCompositionText(text);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const project = { ...createProject({ id: 'p', name: 'Project', composition, nowMs: 1 }), compositionText: text };
    const opened = { composition: read.composition, text };
    expect(withComposition(project, read.composition, { opened, nowMs: 2 })).toBe(project);
    const edited = withComposition(project, { ...read.composition, width: 100 }, { opened, nowMs: 3 });
    expect([edited.updatedAtMs, JSON.parse(edited.compositionText)]).toEqual([3, { ...composition, width: 100 }]);
    expect(withComposition(edited, read.composition, { opened, nowMs: 4 }).compositionText).toBe(text);
  });

  it('is the very value that was read, and may be empty but not wrong', () => {
    const value = { elements: [], height: 10, width: 20 };
    const result = parseDocument(value);
    expect(result.ok && result.state.composition).toBe(value);
    expect(parseDocument({ ...value, width: -1 })).toMatchObject({ ok: false, problems: [{ path: 'width' }] });
    expect(readCompositionText('{')).toMatchObject({ ok: false, problems: [{ code: 'invalid_json' }] });
  });
});

describe('a project', () => {
  const project = createProject({ id: 'p', name: 'Holiday', composition: emptyComposition(1080, 1920), nowMs: 5 });

  it('is read as it was stored, and refused when it is none', () => {
    expect(parseProject(JSON.parse(JSON.stringify(project)))).toEqual({ ok: true, project, composition: { width: 1080, height: 1920, elements: [] } });
    expect(parseProject({ ...project, version: 2 })).toMatchObject({ ok: false, problems: [{ path: 'version' }] });
    expect(parseProject({ ...project, compositionText: '{}' }).ok).toBe(false);
  });

  it('has markers in the order of time', () => {
    const marker = (id: string, seconds: number) => ({ id, seconds, label: '', color: '#ff0000' });
    const markers = addMarker(addMarker(addMarker([], marker('b', 4)), marker('a', 1)), marker('c', 4));
    expect(markers.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(moveMarker(markers, 'c', -3).map(({ id, seconds }) => [id, seconds])).toEqual([['c', 0], ['a', 1]]);
  });

  it('takes no more markers than it can be read with', () => {
    const marker = (seconds: number) => ({ id: `${seconds}`, seconds, label: '', color: '#ff0000' });
    const full = Array.from({ length: MARKERS_MAX }, (_, index) => marker(index));
    expect(addMarker(full, marker(0.5))).toBe(full);
    expect(addMarker(full, marker(7))).toHaveLength(MARKERS_MAX);
  });

  it('begins in sizes that can be rendered', () => {
    for (const { width, height } of CANVAS_PRESETS) expect(parseDocument(emptyComposition(width, height)).ok).toBe(true);
  });
});

describe('new elements', () => {
  it('of every kind are valid, have ids, and stand where they are asked to', () => {
    const elements = [
      createMediaElement('video', { source: 'https://example.com/a.mp4', name: 'a.mp4' }), createMediaElement('image', { source: 'https://example.com/a.png' }), createMediaElement('audio', { source: 'https://example.com/a.mp3' }),
      ...(['title', 'body', 'caption'] as const).map((preset) => createTextElement(preset, 'Words')),
      ...(['rectangle', 'ellipse', 'line', 'polygon', 'path'] as const).map(createShapeElement),
    ];
    const state = done(addElements(stateOf([]), { elements, destination: { kind: 'new-track', above: null, atSeconds: 2 } }, lengths));
    expect(new Set(state.selection).size).toBe(elements.length);
    expect(Object.values(framesOf(state)).slice(0, 3)).toEqual([[1, 20, 120], [1, 120, 170], [1, 170, 270]]);
  });

  it('go to the end of a track, into a gap, or between', () => {
    const state = stateOf([video({ id: 'a', track: 1, duration: 2 }), video({ id: 'b', track: 1, time: 4, duration: 2 })]);
    const add = (destination: Parameters<typeof addElements>[1]['destination']) => framesOf(done(addElements(state, { elements: [video({ id: 'n', duration: 3 })] as never, destination }, lengths)));
    expect(add({ kind: 'end-of-track', track: 1 }).n).toEqual([1, 60, 90]);
    expect(add({ kind: 'track', track: 1, atSeconds: 2, onOccupied: 'nearest' }).n).toEqual([1, 60, 90]);
    expect(add({ kind: 'track', track: 1, atSeconds: 2, onOccupied: 'insert' })).toEqual({ a: [1, 0, 20], n: [1, 20, 50], b: [1, 50, 70] });
    expect(add({ kind: 'new-track', above: null, atSeconds: 0 })).toMatchObject({ n: [1, 0, 30], a: [2, 0, 20] });
  });
});

describe('lengths of media', () => {
  it('are those of the facts, of a medium of the right kind', () => {
    const { composition } = stateOf([video({}), audio({})]);
    const secondsOf = sourceSecondsFrom(factsOf(composition));
    expect(composition.elements.map((element) => secondsOf(element as never))).toEqual([10, 10]);
    expect(sourceSecondsFrom(new Map())(video({}) as never)).toBeNull();
  });
});

describe('actions', () => {
  it('have shortcuts of their own, a category and words', () => {
    const keys = ACTIONS.flatMap((action) => action.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(ACTIONS.every(({ label, category }) => label.length > 2 && ACTION_CATEGORIES.includes(category))).toBe(true);
    expect(findAction('split').keys).toEqual(['s', 'mod+b']);
  });

  it('are found by words, and their keys are read as people do', () => {
    expect(searchActions('razor').map(({ id }) => id)).toEqual(['split']);
    expect(searchActions('undo')[0]!.id).toBe('undo');
    expect([toKeyNames('mod+shift+z', false), toKeyNames('mod+shift+z', true), toKeyNames('shift+slash', false)]).toEqual([['Ctrl', 'Shift', 'Z'], ['⌘', '⇧', 'Z'], ['?']]);
  });
});

describe('the inspector', () => {
  const types = Object.keys(ELEMENT_SCHEMAS) as ElementType[];

  it.each(types)('shows every property of %s once, and knows each', (type) => {
    const shown = describeProperties(type).flatMap(({ properties }) => properties);
    expect(shown.map(({ name }) => name).toSorted()).toEqual(Object.keys(ELEMENT_SCHEMAS[type].shape).filter((name) => !STRUCTURAL_PROPERTIES.includes(name)).toSorted());
    expect(shown.every(({ label, description }) => label.length > 0 && description.length > 5)).toBe(true);
  });

  it('has no property that the language has not', () => {
    const known = new Set(types.flatMap((type) => Object.keys(ELEMENT_SCHEMAS[type].shape)));
    expect(Object.values(GROUPED_PROPERTIES).flat().filter((name) => !known.has(name))).toEqual([]);
  });

  it('tells unit, bounds, default, choices and whether it can move', () => {
    expect(describeProperty('video', 'volume')).toMatchObject({ label: 'Volume', default: 1, canKeyframe: true, control: { kind: 'ratio', max: 4 } });
    expect(describeProperty('image', 'rotation')).toMatchObject({ unit: 'deg', canKeyframe: true, control: { kind: 'number', min: -36_000, max: 36_000 } });
    expect(describeProperty('text', 'width')).toMatchObject({ unit: 'px', control: { kind: 'length', min: 0, isMinExcluded: true } });
    expect(describeProperty('text', 'font_style')).toMatchObject({ default: 'normal', canKeyframe: false, control: { kind: 'choice', options: ['normal', 'italic'] } });
    expect(describeProperty('shape', 'shape')).toMatchObject({ isRequired: true });
    expect(describeProperty('shape', 'fill_color')).toMatchObject({ control: { kind: 'color', hasAlpha: true } });
    expect(describeProperty('image', 'crop')).toMatchObject({ control: { kind: 'object', properties: [{ name: 'x' }, { name: 'y' }, { name: 'width' }, { name: 'height' }] } });
    const animations = describeProperty('text', 'animations')?.control;
    expect(animations?.kind === 'list' && animations.item.kind === 'variants' && animations.item.variants.map(({ name }) => name)).toContain('typewriter');
    expect(describeProperty('audio', 'x')).toBeNull();
    expect(describeCanvas()[0]!.properties.map(({ name }) => name)).toEqual(Object.keys(compositionSchema.shape).filter((name) => name !== 'elements'));
  });
});
