/** What every element that is heard has: the part of the source, its volume and its fades. */
import { z } from 'zod';
import { OUTPUT_SECONDS_MAX, TRIM_SECONDS_MAX, VOLUME_MAX } from '#lib/composition/limits';
import { animated } from '#lib/composition/schema/animated';
import { expected } from '#lib/composition/schema/expected';
import { numberBetween, positiveNumberUpTo } from '#lib/composition/schema/number';
import { ratioUpTo } from '#lib/composition/schema/ratio';

export const soundPropertiesShape = {
  trim_start: numberBetween(0, TRIM_SECONDS_MAX, 'seconds').optional().meta({
    title: 'Trim start',
    description: 'Where in the source the element begins.',
    unit: 's',
    default: 0,
    examples: [1.5],
  }),
  trim_duration: positiveNumberUpTo(TRIM_SECONDS_MAX, 'seconds').optional().meta({
    title: 'Trim duration',
    description: 'How much of the source is used, from trim_start on. Absent: the rest of it. Of an element that lasts longer and does not loop, the sound ends and a picture holds its last frame.',
    unit: 's',
    examples: [4],
  }),
  volume: animated(ratioUpTo(VOLUME_MAX)).optional().meta({
    title: 'Volume',
    description: 'Factor on the sound: 0 is silent, 1 (or "100%") unchanged. Keyframes change it over time.',
    default: 1,
    examples: [0.5, '50%', [{ time: 0, value: 1 }, { time: 1, value: '20%', easing: 'ease-in-out' }]],
  }),
  muted: z.boolean({ error: expected('true or false') }).optional().meta({
    title: 'Muted',
    description: 'True leaves the sound out, whatever the volume.',
    default: false,
    examples: [true],
  }),
  audio_fade_in: numberBetween(0, OUTPUT_SECONDS_MAX, 'seconds').optional().meta({
    title: 'Audio fade-in',
    description: 'How long the sound takes to rise from silence at its start; at most its own length.',
    unit: 's',
    default: 0,
    examples: [1],
  }),
  audio_fade_out: numberBetween(0, OUTPUT_SECONDS_MAX, 'seconds').optional().meta({
    title: 'Audio fade-out',
    description: "How long the sound takes to fall to silence at its end, also where the composition's end cuts it; at most its own length.",
    unit: 's',
    default: 0,
    examples: [2],
  }),
};

export const soundPropertiesSchema = z.object(soundPropertiesShape);
export type SoundProperties = z.infer<typeof soundPropertiesSchema>;
