/** What holds of every document and every series of edits: it stays valid, it resolves, nothing jumps, nothing that is not meant is touched, and undo gives back what was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolve } from '#lib/composition/resolve';
import { listTexts } from '#lib/composition/text/list-texts';
import type { Composition, Element } from '#lib/composition/schema/composition';
import { addElements } from '#lib/editor/commands/add-elements';
import { deleteClips } from '#lib/editor/commands/delete-clips';
import { createShapeElement } from '#lib/editor/create-element';
import { listScopeKeys, parseDocument, type EditorState } from '#lib/editor/editor-state';
import { viewOf } from '#lib/editor/editor-view';
import { commit, createHistory, presentOf, redo, undo } from '#lib/editor/history';
import { factsOf } from '#tests/unit/composition/fixtures';
import { EXAMPLE_COMPOSITIONS, expectValid, lengths, stateOf } from '#tests/unit/editor/editor-fixtures';
import { edit, stillEdit } from '#tests/unit/editor/arbitrary-edits';

/** Examples that resolve when every source lasts 10 s; texts become shapes, as they need fonts that have nothing to do with editing. */
const documents = EXAMPLE_COMPOSITIONS.flatMap(({ composition }) => {
  const plain = withoutTexts(composition);
  return doesResolve(plain) ? [plain] : [];
});

function withoutTexts(composition: Composition): Composition {
  const replace = (element: Element): Element => {
    if (element.type === 'composition') return { ...element, elements: element.elements.map(replace) };
    if (element.type !== 'text') return element;
    const { track, time, duration, opacity, rotation, x, y } = element;
    return JSON.parse(JSON.stringify({ type: 'shape', shape: 'rectangle', id: element.id, track, time, duration, opacity, rotation, x, y, width: 100, height: 50 })) as Element;
  };
  return { ...composition, elements: composition.elements.map(replace) };
}

function doesResolve(composition: Composition): boolean {
  return composition.elements.length === 0 || (listTexts(composition).length === 0 && resolve(composition, factsOf(composition)).ok);
}

const startOf = (composition: Composition): EditorState => ({ composition, selection: [], scope: null });

/** Little is said of when and where: most of it comes from the rules. Off the frame grid as well. */
const looseElement = fc.record(
  {
    type: fc.constantFrom('image', 'video', 'audio'),
    track: fc.constantFrom(1, 2),
    time: fc.oneof(fc.nat({ max: 12 }), fc.double({ min: 0, max: 12, noNaN: true })),
    duration: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.double({ min: 0.1, max: 4, noNaN: true })),
    transition: fc.constantFrom({ type: 'fade' }, { type: 'wipe', duration: 1 }),
  },
  { requiredKeys: ['type'] },
);
const looseDocument = fc
  .record({ frame_rate: fc.constantFrom(10, 25, 29.97), elements: fc.array(looseElement, { minLength: 1, maxLength: 6 }) })
  .map(({ elements, ...rest }) => ({ width: 100, height: 50, ...rest, elements: elements.map(({ transition, ...element }) => ({ ...element, source: `https://example.com/a.${element.type}`, ...(element.type === 'audio' ? {} : { transition }) })) }))
  .filter((value) => {
    const parsed = parseDocument(JSON.parse(JSON.stringify(value)));
    return parsed.ok && doesResolve(parsed.state.composition);
  })
  .map((value) => startOf(JSON.parse(JSON.stringify(value)) as Composition));

const document = fc.oneof(fc.constantFrom(...documents).map(startOf), looseDocument);

describe('after any series of edits', () => {
  it('there are documents to try it on', () => expect(documents.length).toBeGreaterThan(40));

  it('the document is valid and resolves, and what is selected is in it', () => {
    fc.assert(
      fc.property(document, fc.array(edit, { minLength: 1, maxLength: 12 }), (start, edits) => {
        let state = start;
        for (const { edit: apply } of edits) {
          const outcome = apply(state);
          if (!outcome.ok) {
            expect(outcome.reason).toMatch(/^\S.{5,}/s);
            continue;
          }
          state = outcome.state;
          expectValid(state);
          expect(doesResolve(state.composition)).toBe(true);
          expect(listScopeKeys(state)).toEqual(expect.arrayContaining([...state.selection]));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('undo goes back by the same references, and redo forth', () => {
    fc.assert(
      fc.property(document, fc.array(edit, { minLength: 1, maxLength: 12 }), (start, edits) => {
        let history = createHistory(start);
        const compositions = [start.composition];
        for (const { name, edit: apply } of edits) {
          const outcome = apply(presentOf(history));
          if (!outcome.ok) continue;
          history = commit(history, outcome.state, { label: name });
          if (outcome.state.composition !== compositions.at(-1)) compositions.push(outcome.state.composition);
        }
        for (const composition of compositions.toReversed()) {
          expect(presentOf(history).composition).toBe(composition);
          history = undo(history);
        }
        for (const composition of compositions) {
          expect(presentOf(history).composition).toBe(composition);
          history = redo(history);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** With an id for every element, so that each is known again. */
const namedDocument = document.map((state): EditorState => ({
  ...state,
  composition: { ...state.composition, elements: state.composition.elements.map((element, index): Element => ({ id: `e${index}`, ...element })) },
}));

describe('an edit of some clips', () => {
  it('leaves every other where and as it was but for what says where it is, and keeps the very element when that need not be said', () => {
    fc.assert(
      fc.property(namedDocument, stillEdit, (start, { edit: apply }) => {
        const outcome = apply(start);
        if (!outcome.ok || outcome.state === start) return;
        const after = new Map(viewOf(outcome.state, lengths).clips.map((clip) => [clip.key, clip]));
        for (const clip of viewOf(start, lengths).clips) {
          const now = after.get(clip.key);
          if (now === undefined || outcome.state.selection.includes(clip.key)) continue;
          expect([now.startFrame, clip.isOpenEnded || now.endFrame]).toEqual([clip.startFrame, clip.isOpenEnded || clip.endFrame]);
          expect(now.element === clip.element || JSON.stringify(now.element) !== JSON.stringify(clip.element)).toBe(true);
          expect(withoutPlace(now.element)).toBe(withoutPlace(clip.element));
        }
      }),
      { numRuns: 800 },
    );
  });

  it('never changes the document it was given', () => {
    fc.assert(
      fc.property(document, edit, (start, { edit: apply }) => {
        const text = JSON.stringify(start);
        apply(start);
        expect(JSON.stringify(start)).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

/** All of an element but where it is, and the transition that may end with its neighbour. */
function withoutPlace(element: Element): string {
  const { track: _track, time: _time, duration: _duration, ...rest } = element;
  return JSON.stringify({ ...rest, transition: undefined });
}

describe('a document without elements', () => {
  it('can be begun with, and is what is left when all is deleted', () => {
    const added = addElements(stateOf([]), { elements: [createShapeElement('rectangle')], destination: { kind: 'new-track', above: null, atSeconds: 0 } }, lengths);
    expect(added.ok && added.state.composition.elements).toHaveLength(1);
    const emptied = added.ok ? deleteClips(added.state, { keys: added.state.selection }, lengths) : added;
    expect(emptied.ok && emptied.state.composition.elements).toEqual([]);
  });
});
