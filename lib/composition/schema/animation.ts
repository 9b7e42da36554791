/** Animations: ready-made motion that an element comes with, goes with, or has on the way. `resolve-animations.ts` says exactly what each does. */
import { z } from 'zod';
import { ANIMATIONS_MAX, OUTPUT_SECONDS_MAX, PAN_ZOOM_MAX, SCALE_MAX, SWINGS_MAX, TURNS_MAX } from '#lib/composition/limits';
import { easingSchema } from '#lib/composition/schema/easing';
import { expected } from '#lib/composition/schema/expected';
import { sizeSchema } from '#lib/composition/schema/length';
import { numberBetween, positiveNumberUpTo, wholeNumberBetween } from '#lib/composition/schema/number';
import { ratioUpTo } from '#lib/composition/schema/ratio';

export const DIRECTIONS = ['left', 'right', 'up', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const directionSchema = z.enum(DIRECTIONS, { error: expected(`one of ${DIRECTIONS.map((name) => `"${name}"`).join(', ')}`) });

const typeOf = <Name extends string>(name: Name) => z.literal(name).meta({ title: 'Type', description: 'The kind of animation.', examples: [name] });

const startError = expected(`seconds from 0 to ${OUTPUT_SECONDS_MAX}, "start" or "end"`);

const time = z
  .union([z.number().min(0, { error: startError }).max(OUTPUT_SECONDS_MAX, { error: startError }), z.enum(['start', 'end'])], { error: startError })
  .optional()
  .meta({
    title: 'Time',
    description: 'When it begins, in seconds from the start of the element. "start": with the element; "end": so that it ends with the element.',
    unit: 's',
    default: 'start',
    examples: ['start', 'end', 2.5],
  });

const durationOf = (preset: number) =>
  positiveNumberUpTo(OUTPUT_SECONDS_MAX, 'seconds').optional().meta({
    title: 'Duration',
    description: `How long it takes, at most as long as the element.`,
    unit: 's',
    default: preset,
    examples: [0.5, 1],
  });

/** Of what runs along with the element rather than bringing it. */
const wholeDuration = positiveNumberUpTo(OUTPUT_SECONDS_MAX, 'seconds').optional().meta({
  title: 'Duration',
  description: 'How long it takes, at most as long as the element. Absent: as long as the element.',
  unit: 's',
  examples: [4],
});

const arrival = {
  time,
  duration: durationOf(0.5),
  easing: easingSchema.optional().meta({
    title: 'Easing',
    description: 'How it goes over its time. Absent: "ease-out", and "ease-in" where the element goes away.',
    examples: ['back-out', 'linear'],
  }),
  reversed: z.boolean({ error: expected('true or false') }).optional().meta({
    title: 'Reversed',
    description: 'True: the element goes away by it; false: it comes by it. Absent: true when time is "end".',
    examples: [true],
  }),
};

const direction = (preset: Direction) =>
  directionSchema.optional().meta({ title: 'Direction', description: 'Where it moves to, coming and going.', default: preset, examples: ['left'] });

const distance = (preset: string) =>
  sizeSchema.optional().meta({
    title: 'Distance',
    description: "How far it moves; percentages are of the canvas's width for left and right, of its height for up and down.",
    unit: 'px',
    default: preset,
    examples: ['100%', 40],
  });

const count = (preset: number, what: string) =>
  wholeNumberBetween(1, SWINGS_MAX).optional().meta({ title: 'Count', description: `How many ${what}.`, default: preset, examples: [preset] });

const fade = z.strictObject({ type: typeOf('fade'), ...arrival }).meta({ title: 'Fade', description: 'From or to invisible.' });

const slide = z
  .strictObject({ type: typeOf('slide'), ...arrival, direction: direction('left'), distance: distance('100%') })
  .meta({ title: 'Slide', description: 'Moves to its place, or on from it.' });

const scale = z
  .strictObject({
    type: typeOf('scale'),
    ...arrival,
    scale: ratioUpTo(SCALE_MAX).optional().meta({ title: 'Scale', description: 'The size it grows from or shrinks to, of its own.', default: 0, examples: [0.8, '150%'] }),
  })
  .meta({ title: 'Scale', description: 'Grows or shrinks about its centre.' });

const wipe = z
  .strictObject({ type: typeOf('wipe'), ...arrival, direction: direction('right') })
  .meta({ title: 'Wipe', description: 'An edge moves over it and uncovers or covers it.' });

const spin = z
  .strictObject({
    type: typeOf('spin'),
    ...arrival,
    turns: numberBetween(-TURNS_MAX, TURNS_MAX, 'turns').optional().meta({ title: 'Turns', description: 'Whole turns clockwise; negative ones the other way.', default: 1, examples: [1, -0.5] }),
  })
  .meta({ title: 'Spin', description: 'Turns about its centre until it stands straight, or away from there.' });

const bounce = z
  .strictObject({ type: typeOf('bounce'), time, duration: durationOf(1), direction: direction('up'), distance: distance('10%'), count: count(3, 'times it hops') })
  .meta({ title: 'Bounce', description: 'Hops on its place, each time half as high.' });

const shake = z
  .strictObject({ type: typeOf('shake'), time, duration: durationOf(0.5), direction: direction('left'), distance: distance('2%'), count: count(4, 'times it swings to each side') })
  .meta({ title: 'Shake', description: 'Swings to and fro on its place, less and less.' });

const focus = (title: string, description: string) => ratioUpTo(1).optional().meta({ title, description, examples: [0, '100%'] });
const zoom = (title: string, preset: number, description: string) => numberBetween(1, PAN_ZOOM_MAX).optional().meta({ title, description, default: preset, examples: [1.2] });

const pan = z
  .strictObject({
    type: typeOf('pan'),
    time,
    duration: wholeDuration,
    easing: easingSchema.optional().meta({ title: 'Easing', description: 'How it goes over its time.', default: 'linear', examples: ['ease-in-out'] }),
    start_zoom: zoom('Start zoom', 1, 'How much the picture is magnified inside its box at the beginning.'),
    end_zoom: zoom('End zoom', 1.2, 'How much the picture is magnified inside its box at the end.'),
    start_x: focus('Start X', 'Which part of the picture is shown at the beginning, from 0 (its left edge) to 1 (its right edge). Absent: as the picture stands.'),
    start_y: focus('Start Y', 'Which part of the picture is shown at the beginning, from 0 (its top) to 1 (its bottom). Absent: as the picture stands.'),
    end_x: focus('End X', 'Which part of the picture is shown at the end, from 0 (its left edge) to 1 (its right edge). Absent: as the picture stands.'),
    end_y: focus('End Y', 'Which part of the picture is shown at the end, from 0 (its top) to 1 (its bottom). Absent: as the picture stands.'),
  })
  .meta({ title: 'Pan', description: 'A slow move over the picture inside its box ("Ken Burns").' });

export const SPLITS = ['line', 'word', 'letter'] as const;
export type SplitBy = (typeof SPLITS)[number];

const SPLIT_ORDERS = ['forward', 'backward'] as const;
const inQuotes = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

const splitSchema = z.enum(SPLITS, { error: expected(`one of ${inQuotes(SPLITS)}`) });

/** What animations of texts can say beyond those of other elements. */
const splitShape = {
  split: splitSchema.optional().meta({
    title: 'Split',
    description:
      'The parts that are animated one after the other, in reading order, all of them within the duration: lines, words or letters (what a reader takes for one; a ligature is one). Distances in percent are of the part. Absent: the text moves as one.',
    examples: ['word'],
  }),
  overlap: ratioUpTo(1).optional().meta({
    title: 'Overlap',
    description: 'How much of its time a part shares with the next one: 0 is one after the other, 1 all at once. Only with a split.',
    default: 0.5,
    examples: [0.8, '25%'],
  }),
  order: z.enum(SPLIT_ORDERS, { error: expected(`one of ${inQuotes(SPLIT_ORDERS)}`) }).optional().meta({
    title: 'Order',
    description: 'Which part is first: forward begins where one begins to read, backward at the end. Only with a split.',
    default: 'forward',
    examples: ['backward'],
  }),
};

interface MaybeSplit {
  split?: SplitBy | undefined;
  overlap?: unknown;
  order?: unknown;
}

const isSplitWhole = ({ split, overlap, order }: MaybeSplit): boolean => split !== undefined || (overlap === undefined && order === undefined);
const splitMissing = { path: ['split'], error: `is required beside overlap and order: one of ${inQuotes(SPLITS)}` };

const typewriter = z
  .strictObject({
    type: typeOf('typewriter'),
    time,
    duration: positiveNumberUpTo(OUTPUT_SECONDS_MAX, 'seconds').optional().meta({
      title: 'Duration',
      description: 'How long it takes from nothing to all, at most as long as the element. Absent: 0.05 s a letter, 0.25 s a word, 1 s a line.',
      unit: 's',
      examples: [2],
    }),
    easing: easingSchema.optional().meta({ title: 'Easing', description: 'How the pace changes over its time.', default: 'linear', examples: ['ease-in-out'] }),
    reversed: arrival.reversed,
    split: splitSchema.optional().meta({ title: 'Split', description: 'What appears at once.', default: 'letter', examples: ['word'] }),
  })
  .meta({ title: 'Typewriter', description: 'Letters appear one after the other, each at once and in its place.' });

const animationError = { error: expected('an object with a type') };
const listError = expected(`a list of at most ${ANIMATIONS_MAX} animations`);

/** What every element that is seen can do. */
export const animationSchema = z.discriminatedUnion('type', [fade, slide, scale, wipe, spin, bounce, shake], animationError);
/** What pictures can do beyond that. */
const pictureAnimationSchema = z.discriminatedUnion('type', [fade, slide, scale, wipe, spin, bounce, shake, pan], animationError);

const textAnimationSchema = z.discriminatedUnion(
  'type',
  [
    fade.extend(splitShape).refine(isSplitWhole, splitMissing).meta({ title: 'Fade', description: 'From or to invisible.' }),
    slide.extend(splitShape).refine(isSplitWhole, splitMissing).meta({ title: 'Slide', description: 'Moves to its place, or on from it.' }),
    scale.extend(splitShape).refine(isSplitWhole, splitMissing).meta({ title: 'Scale', description: 'Grows or shrinks about its centre.' }),
    wipe.extend(splitShape).refine(isSplitWhole, splitMissing).meta({ title: 'Wipe', description: 'An edge moves over it and uncovers or covers it.' }),
    spin.extend(splitShape).refine(isSplitWhole, splitMissing).meta({ title: 'Spin', description: 'Turns about its centre until it stands straight, or away from there.' }),
    bounce.extend(splitShape).refine(isSplitWhole, splitMissing).meta({ title: 'Bounce', description: 'Hops on its place, each time half as high.' }),
    shake.extend(splitShape).refine(isSplitWhole, splitMissing).meta({ title: 'Shake', description: 'Swings to and fro on its place, less and less.' }),
    typewriter,
  ],
  animationError,
);

const about = {
  title: 'Animations',
  description: 'Ready-made motion with which the element comes, goes, or moves on the way. Several are done at once where their times overlap.',
  examples: [[{ type: 'fade', duration: 0.5 }, { type: 'slide', time: 'end', direction: 'down' }]],
};

export const animationsSchema = z.array(animationSchema, { error: listError }).max(ANIMATIONS_MAX, { error: listError }).optional().meta(about);
export const pictureAnimationsSchema = z.array(pictureAnimationSchema, { error: listError }).max(ANIMATIONS_MAX, { error: listError }).optional().meta(about);

export const textAnimationsSchema = z.array(textAnimationSchema, { error: listError }).max(ANIMATIONS_MAX, { error: listError }).optional().meta({
  ...about,
  description: `${about.description} With a split they are done by each line, word or letter in turn.`,
  examples: [[{ type: 'typewriter', duration: 2 }], [{ type: 'slide', direction: 'up', split: 'word', duration: 1 }, { type: 'fade', split: 'word', duration: 1 }]],
});

export type PictureAnimation = z.infer<typeof pictureAnimationSchema>;
export type TextAnimation = z.infer<typeof textAnimationSchema>;
export type TypewriterAnimation = Extract<TextAnimation, { type: 'typewriter' }>;
/** By parts of a text, one after the other. */
export type SplitAnimation = Exclude<TextAnimation, TypewriterAnimation> & { split: SplitBy };
export type Animation = PictureAnimation | TextAnimation;
