/** Transitions: how an element takes over from the one before it on its track. `resolve-transitions.ts` says exactly what each does. */
import { z } from 'zod';
import { OUTPUT_SECONDS_MAX } from '#lib/composition/limits';
import { directionSchema } from '#lib/composition/schema/animation';
import { easingSchema } from '#lib/composition/schema/easing';
import { expected } from '#lib/composition/schema/expected';
import { positiveNumberUpTo } from '#lib/composition/schema/number';

/** Of a transition that does not say how long it takes. */
export const TRANSITION_SECONDS_DEFAULT = 0.5;

const shared = {
  duration: positiveNumberUpTo(OUTPUT_SECONDS_MAX, 'seconds').optional().meta({
    title: 'Duration',
    description: 'How long it takes; at most as long as either element.',
    unit: 's',
    default: TRANSITION_SECONDS_DEFAULT,
    examples: [1],
  }),
  easing: easingSchema.optional().meta({ title: 'Easing', description: 'How it goes over its time.', default: 'ease-in-out', examples: ['linear'] }),
};

const PLAIN = ['fade', 'fade-black', 'fade-white', 'circle-open', 'circle-close', 'zoom', 'radial'] as const;
const DIRECTED = ['wipe', 'slide', 'push'] as const;
const typeMeta = { title: 'Type', description: 'The kind of transition.' };

const plain = z.strictObject({ type: z.literal(PLAIN).meta({ ...typeMeta, examples: [...PLAIN] }), ...shared });
const directed = z.strictObject({
  type: z.literal(DIRECTED).meta({ ...typeMeta, examples: [...DIRECTED] }),
  ...shared,
  direction: directionSchema.optional().meta({ title: 'Direction', description: 'Where the edge or the elements move to.', default: 'left', examples: ['up'] }),
});

export const transitionSchema = z
  .discriminatedUnion('type', [plain, directed], { error: expected('an object with a type') })
  .optional()
  .meta({
    title: 'Transition',
    description:
      'How the element takes over from the one before it on its track: the two overlap meanwhile, in picture and sound. An element without a time of its own starts that much before the other ends; with a time of its own the transition lasts as long as the two overlap, at most its duration.',
    examples: [{ type: 'fade', duration: 1 }, { type: 'push', direction: 'up' }],
  });

export type Transition = NonNullable<z.infer<typeof transitionSchema>>;
