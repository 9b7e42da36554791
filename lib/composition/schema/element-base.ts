/** What every element has, seen or heard: its name, its track and its place in time. */
import { z } from 'zod';
import { ID_LENGTH_MAX, NAME_LENGTH_MAX, OUTPUT_SECONDS_MAX, TRACK_MAX } from '#lib/composition/limits';
import { expected } from '#lib/composition/schema/expected';
import { numberBetween, positiveNumberUpTo, wholeNumberBetween } from '#lib/composition/schema/number';

const nameError = expected(`a text of 1 to ${NAME_LENGTH_MAX} characters`);
const idError = expected(`a text of 1 to ${ID_LENGTH_MAX} characters`);

export const elementBaseShape = {
  id: z.string({ error: idError }).min(1, { error: idError }).max(ID_LENGTH_MAX, { error: idError }).optional().meta({
    title: 'Id',
    description: 'Names the element in messages; unique in the composition. Absent: its path, "elements.0" for the first.',
    examples: ['logo'],
  }),
  name: z.string({ error: nameError }).min(1, { error: nameError }).max(NAME_LENGTH_MAX, { error: nameError }).optional().meta({
    title: 'Name',
    description: 'What people call the element; may be used twice, and changes nothing in the video.',
    examples: ['Opening shot'],
  }),
  track: wholeNumberBetween(0, TRACK_MAX).optional().meta({
    title: 'Track',
    description: 'Higher tracks are drawn on top. Elements on one track must not overlap in time, unless a transition joins them. Absent: a track of its own, above all others, in the order of the list.',
    examples: [1, 2],
  }),
  time: numberBetween(0, OUTPUT_SECONDS_MAX, 'seconds').optional().meta({
    title: 'Time',
    description: 'When the element starts. Absent: when the element listed before it on the same track ends (with a transition, so much earlier), else 0.',
    unit: 's',
    examples: [0, 2.5],
  }),
  duration: positiveNumberUpTo(OUTPUT_SECONDS_MAX, 'seconds').optional().meta({
    title: 'Duration',
    description:
      "How long the element lasts. Absent: a video or an audio lasts as long as its (trimmed) source; an image, a text, a shape and what loops last 5 s when an element without a time follows on its track, else until the next time on its track, else to the composition's end, and 5 s when nothing else gives that end.",
    unit: 's',
    examples: [5, 0.5],
  }),
};
