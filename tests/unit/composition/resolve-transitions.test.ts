/** Transitions: when they are, what they do to both layers, what the sound does meanwhile, and which cannot be. The canvas is 1000 x 500 at 10 frames a second. */
import { describe, expect, it } from 'vitest';
import { frameAt } from '#lib/composition/frame-at';
import type { Timeline } from '#lib/composition/timeline';
import { describeMotion } from '#tests/unit/composition/describe-motion';
import { compositionOf, image, imageFacts, problemsOf, resolveWith, timelineOf, video, videoFacts } from '#tests/unit/composition/fixtures';

const fade = (duration = 1) => ({ type: 'fade', duration });

/** "a 0-20" of each layer in drawing order. */
const spansOf = ({ layers }: Timeline) => layers.map(({ elementId, startFrame, endFrame }) => `${elementId} ${startFrame}-${endFrame}`);

describe('when transitions are', () => {
  const a = image({ id: 'a', track: 1, duration: 4 });

  it.each<[string, unknown[], string[], number]>([
    ['an element without a time starts so much earlier', [a, image({ id: 'b', track: 1, duration: 3, transition: fade() })], ['a 0-40', 'b 30-60'], 60],
    ['half a second by default', [a, image({ id: 'b', track: 1, duration: 3, transition: { type: 'fade' } })], ['a 0-40', 'b 35-65'], 65],
    ['in a row', [a, image({ id: 'b', track: 1, duration: 3, transition: fade() }), image({ id: 'c', track: 1, duration: 3, transition: fade(2) })], ['a 0-40', 'b 30-60', 'c 40-70'], 70],
    ['an element with a time overlaps as given', [a, image({ id: 'b', track: 1, time: 3.2, duration: 3, transition: fade() })], ['a 0-40', 'b 32-62'], 62],
    ['an image without a length stays until the other has taken over', [image({ id: 'a', track: 1 }), image({ id: 'b', track: 1, time: 2, duration: 3, transition: fade() })], ['a 0-30', 'b 20-50'], 50],
    ['videos', [video({ id: 'a', track: 1 }), video({ id: 'b', track: 1, transition: fade(2) })], ['a 0-100', 'b 80-180'], 180],
    ['as long as the shorter one', [a, image({ id: 'b', track: 1, duration: 1, transition: fade() }), image({ id: 'c', track: 1, duration: 1 })], ['a 0-40', 'b 30-40', 'c 40-50'], 50],
    ['less than a frame is a cut', [a, image({ id: 'b', track: 1, duration: 3, transition: fade(0.01) })], ['a 0-40', 'b 40-70'], 70],
    ['listed in another order', [image({ id: 'b', track: 1, time: 3, duration: 3, transition: fade() }), image({ id: 'a', track: 1, time: 0, duration: 4 })], ['a 0-40', 'b 30-60'], 60],
  ])('%s', (_name, elements, spans, frameCount) => {
    const timeline = timelineOf(compositionOf(elements));
    expect([spansOf(timeline), timeline.frameCount]).toEqual([spans, frameCount]);
  });

  it.each([23.976, 24, 29.97, 59.94])('at %d frames a second neighbours overlap from the first to the last frame of it, however many there are', (frameRate) => {
    const clips = Array.from({ length: 20 }, (_value, index) => image({ id: `${index}`, track: 1, duration: 2.13, ...(index > 0 && { transition: fade(0.37) }) }));
    const { layers, frameCount } = timelineOf(compositionOf(clips, { frame_rate: frameRate }));
    for (const [index, later] of layers.slice(1).entries()) {
      const earlier = layers[index];
      const overlapFrames = (earlier?.endFrame ?? 0) - later.startFrame;
      expect(Math.abs(overlapFrames - 0.37 * frameRate)).toBeLessThan(1);
      const [channel] = later.motion?.channels ?? [];
      expect(channel?.keyframes.map(({ frame }) => frame)).toEqual([0, overlapFrames]);
    }
    expect(Math.abs(frameCount - (2.13 + 19 * (2.13 - 0.37)) * frameRate)).toBeLessThan(1);
  });
});

describe('what transitions do', () => {
  /** "id: channels and clips" of each layer, from bottom to top; both pictures are as large as the canvas. */
  function layersWith(transition: Record<string, unknown>, properties: Record<string, unknown> = {}, facts = imageFacts()): string[] {
    const elements = [image({ id: 'a', track: 1, duration: 4, ...properties }), image({ id: 'b', track: 1, duration: 4, ...properties, transition: { duration: 1, ...transition } })];
    return timelineOf(compositionOf(elements), { image: facts }).layers.map((layer) => `${layer.type === 'shape' ? `fill of ${layer.elementId}` : layer.elementId}: ${describeMotion(layer.motion).join(', ')}`);
  }

  it.each<[Record<string, unknown>, string[]]>([
    [{ type: 'fade' }, ['a: ', 'b: opacity multiply 0:0 10:1']],
    [{ type: 'wipe' }, ['a: ', 'b: wipe canvas left 0:0 10:1']],
    [{ type: 'wipe', direction: 'down' }, ['a: ', 'b: wipe canvas down 0:0 10:1']],
    [{ type: 'slide' }, ['a: ', 'b: xPx add 0:1000 10:0']],
    [{ type: 'slide', direction: 'right' }, ['a: ', 'b: xPx add 0:-1000 10:0']],
    [{ type: 'push', direction: 'up' }, ['a: yPx add 30:0 40:-500', 'b: yPx add 0:500 10:0']],
    [{ type: 'push', direction: 'right' }, ['a: xPx add 30:0 40:1000', 'b: xPx add 0:-1000 10:0']],
    [{ type: 'circle-open' }, ['a: ', 'b: circle canvas left 0:0 10:1']],
    [{ type: 'circle-close' }, ['b: ', 'a: circle canvas left 30:1 40:0']],
    [{ type: 'radial' }, ['a: ', 'b: radial canvas left 0:0 10:1']],
    [{ type: 'zoom' }, ['b: ', 'a: scaleX multiply 30:1 40:2, scaleY multiply 30:1 40:2, opacity multiply 30:1 40:0']],
    [{ type: 'fade-black' }, ['a: opacity multiply 35:1 35:0', 'b: opacity multiply 5:0 5:1', 'fill of b: opacity multiply 0:0 5:1 10:0']],
  ])('%j between pictures that hide each other', (transition, layers) => {
    expect(layersWith(transition)).toEqual(layers);
  });

  it.each<[Record<string, unknown>, string[]]>([
    [{ type: 'fade' }, ['a: opacity multiply 30:1 40:0', 'b: opacity multiply 0:0 10:1']],
    [{ type: 'wipe' }, ['a: wipe canvas right 30:1 40:0', 'b: wipe canvas left 0:0 10:1']],
    [{ type: 'slide' }, ['a: opacity multiply 30:1 40:0', 'b: xPx add 0:1000 10:0']],
    [{ type: 'circle-open' }, ['a: opacity multiply 30:1 40:0', 'b: circle canvas left 0:0 10:1']],
    [{ type: 'circle-close' }, ['b: opacity multiply 0:0 10:1', 'a: circle canvas left 30:1 40:0']],
  ])('%j between pictures with transparency takes the one away and brings the other', (transition, layers) => {
    expect(layersWith(transition, {}, imageFacts({ hasAlpha: true }))).toEqual(layers);
  });

  it.each<[string, Record<string, unknown>, boolean]>([
    ['opaque over the same box', { width: 200, height: 100 }, true],
    ['panned inside its box', { animations: [{ type: 'pan' }] }, true],
    ['translucent', { opacity: 0.5 }, false],
    ['turned', { rotation: 10 }, false],
    ['moving', { x: [{ time: 0, value: 0 }, { time: 4, value: 9 }] }, false],
    ['with round corners', { border_radius: 20 }, false],
  ])('what is behind a picture is hidden: %s', (_name, properties, isHidden) => {
    expect(layersWith({ type: 'fade' }, properties)[0]?.includes('30:1 40:0')).toBe(!isHidden);
  });

  it('a row of them keeps each pair in the order it needs', () => {
    const kinds = ['circle-close', 'fade', 'zoom', 'circle-close', 'push'];
    const elements = ['first', ...kinds].map((type, index) => image({ id: `${index}`, track: 1, duration: 3, ...(index > 0 && { transition: { type, duration: 1 } }) }));
    const order = timelineOf(compositionOf(elements)).layers.map(({ elementId }) => Number(elementId));
    for (const [index, type] of kinds.entries()) {
      const isEarlierOnTop = order.indexOf(index) > order.indexOf(index + 1);
      expect([type, isEarlierOnTop]).toEqual([type, type === 'circle-close' || type === 'zoom']);
    }
  });

  it('fade-white covers both elements and no more', () => {
    const elements = [image({ id: 'a', track: 1, duration: 2, x: 10, y: 20, width: 100, height: 75 }), image({ id: 'b', track: 1, duration: 2, x: 60, y: 20, width: 100, height: 75, transition: { type: 'fade-white' } })];
    const fill = timelineOf(compositionOf(elements)).layers.find(({ type }) => type === 'shape');
    expect(fill).toMatchObject({ box: { xPx: 10, yPx: 20, widthPx: 150, heightPx: 75 }, fill: { type: 'solid', color: '#ffffff' }, startFrame: 15, endFrame: 20, track: 1 });
  });

  it('in the middle of a dip to a colour the one has gone and the other come', () => {
    const elements = [image({ id: 'a', track: 1, duration: 2 }), image({ id: 'b', track: 1, duration: 2, transition: { type: 'fade-black', duration: 1, easing: 'linear' } })];
    const timeline = timelineOf(compositionOf(elements));
    const seen = (frame: number) => frameAt(timeline, frame).map(({ layer, opacity }) => `${layer.type === 'shape' ? 'fill' : layer.elementId} ${opacity}`);
    expect([seen(9), seen(12), seen(15), seen(18), seen(20)]).toEqual([['a 1'], ['a 1', 'fill 0.4'], ['b 1', 'fill 1'], ['b 1', 'fill 0.4'], ['b 1']]);
  });

  it('are eased softly unless told otherwise', () => {
    const opacityAt = (easing?: string) => frameAt(timelineOf(compositionOf([image({ track: 1, duration: 2 }), image({ track: 1, duration: 2, transition: { type: 'fade', duration: 1, easing } })])), 15 - 2)[1]?.opacity;
    expect(opacityAt()).toBeCloseTo(0.1873, 3);
    expect(opacityAt('linear')).toBeCloseTo(0.3, 9);
  });
});

describe('sound under transitions', () => {
  const fadesOf = ({ sounds }: Timeline) => sounds.map(({ elementId, fadeInSeconds, fadeInCurve, fadeOutSeconds, fadeOutCurve }) => [elementId, fadeInSeconds, fadeInCurve, fadeOutSeconds, fadeOutCurve]);

  it('goes with the one and comes with the other, as loud together as each alone', () => {
    expect(fadesOf(timelineOf(compositionOf([video({ id: 'a', track: 1 }), video({ id: 'b', track: 1, transition: fade(2) })])))).toEqual([
      ['a', 0, 'linear', 2, 'equal-power'],
      ['b', 2, 'equal-power', 0, 'linear'],
    ]);
  });

  it('that begins or ends during the transition fades over what is left of it', () => {
    const late = videoFacts({ sound: { codec: 'aac', profile: 'LC', channels: 2, sampleRateHz: 48_000, startSeconds: 0.5, durationSeconds: 9, primingSeconds: 0, streamIndex: 1 } });
    expect(fadesOf(timelineOf(compositionOf([video({ id: 'a', track: 1 }), video({ id: 'b', track: 1, transition: fade(2) })]), { video: late }))).toEqual([
      ['a', 0, 'linear', 1.5, 'equal-power'],
      ['b', 1.5, 'equal-power', 0, 'linear'],
    ]);
  });

  it('has a longer fade of its own left to it', () => {
    const [first] = fadesOf(timelineOf(compositionOf([video({ id: 'a', track: 1, audio_fade_out: 5 }), video({ id: 'b', track: 1, transition: fade(2) })])));
    expect(first).toEqual(['a', 0, 'linear', 5, 'linear']);
  });
});

describe('transitions that cannot be', () => {
  const a = image({ id: 'a', track: 1, duration: 4 });
  const problemsFor = (...elements: unknown[]) => problemsOf({ width: 1000, height: 500, frame_rate: 10, elements });
  const b = (properties: Record<string, unknown> = {}) => image({ id: 'b', track: 1, duration: 3, transition: fade(), ...properties });

  it.each<[string, unknown[], Record<string, string>]>([
    ['without a track', [image({ id: 'a' }), image({ id: 'b', transition: fade() })], { 'elements.1.transition': 'The transition of "b" needs an element before it on the same track; give both the same track' }],
    ['the first of a track', [b()], { 'elements.0.transition': 'The transition of "b" needs an element before it on the same track; give both the same track' }],
    ['longer than the one before', [a, b({ duration: 9, transition: fade(5) })], { 'elements.1.transition': 'The transition of "b" lasts 5 s, but "a" only 4 s' }],
    ['longer than its own element', [a, b({ transition: fade(3.5) })], { 'elements.1.transition': 'The transition of "b" lasts 3.5 s, but "b" only 3 s' }],
    [
      'with a time after the other has ended',
      [a, b({ time: 5 })],
      { 'elements.1.transition': 'The transition of "b" needs "a" to last until it is over, but that ends at 4 s; leave out the time, or start 1 s before that' },
    ],
    [
      'shorter than the overlap',
      [a, b({ time: 2 })],
      { 'elements.1': 'Elements "a" and "b" overlap on track 1: "b" starts at 2 s, "a" lasts until 4 s; give them different tracks or times' },
    ],
    ['over before the other is', [a, b({ time: 1, duration: 1, transition: fade(4) })], { 'elements.1.transition': 'The transition of "b" is not over when "b" ends; "a" lasts longer than it' }],
    [
      'two at once',
      [a, b({ transition: fade(2) }), image({ id: 'c', track: 1, duration: 3, transition: fade(2) })],
      { 'elements.2.transition': 'The transition of "c" begins before that of "b" is over; "b" must last as long as both transitions together' },
    ],
    ['of an unknown kind', [a, b({ transition: { type: 'fade-blue' } })], { 'elements.1.transition.type': 'must be "fade", "fade-black", "fade-white", "circle-open", "circle-close", "zoom", "radial", "wipe", "slide" or "push", not "fade-blue"; did you mean "fade-black"?' }],
    ['a fade with a direction', [a, b({ transition: { type: 'fade', direction: 'left' } })], { 'elements.1.transition.direction': 'is not a known property; did you mean "duration"?' }],
  ])('%s', (_name, elements, problems) => {
    expect(problemsFor(...elements)).toEqual(problems);
  });

  it('a sound has none', () => {
    expect(Object.keys(problemsFor({ type: 'audio', source: 'https://example.com/a.mp3', transition: fade() }))).toEqual(['elements.0.transition']);
  });

  it('are told when the media are there, where these decide', () => {
    const body = compositionOf([video({ id: 'a', track: 1 }), video({ id: 'b', track: 1, transition: fade(5) })]);
    expect(resolveWith(body).ok).toBe(true);
    expect(resolveWith(body, { video: videoFacts({ durationSeconds: 3 }) })).toMatchObject({ ok: false, problems: [{ code: 'TRANSITION_IMPOSSIBLE', elementId: 'b' }] });
  });

  it('an element whose neighbour is not placed yet is not blamed', () => {
    expect(compositionOf([video({ id: 'a', track: 1 }), video({ id: 'b', track: 1, time: 9.5, transition: fade() })]).elements).toHaveLength(2);
  });
});
