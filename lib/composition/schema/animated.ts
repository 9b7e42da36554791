/** Properties that can move: one value, or keyframes. Whether keyframes rise in time is checked where the element's length is known. */
import { z } from 'zod';
import { KEYFRAMES_MAX, OUTPUT_SECONDS_MAX } from '#lib/composition/limits';
import { easingSchema } from '#lib/composition/schema/easing';
import { expected } from '#lib/composition/schema/expected';

const timeError = expected(`seconds from 0 to ${OUTPUT_SECONDS_MAX}, a percentage of the element's duration from "0%" to "100%", "start" or "end"`);
const listError = expected(`a value or a list of 1 to ${KEYFRAMES_MAX} keyframes`);
const keyframeError = expected('a keyframe: an object with time and value');

/** From "0%" to "100%", with up to six digits after the point. */
const PERCENT_PATTERN = /^(100(\.0{1,6})?|\d{1,2}(\.\d{1,6})?) ?%$/;

/** A moment of the element, from its start. */
export const keyframeTimeSchema = z
  .union(
    [z.number().min(0, { error: timeError }).max(OUTPUT_SECONDS_MAX, { error: timeError }), z.enum(['start', 'end']), z.string().regex(PERCENT_PATTERN, { error: timeError })],
    { error: timeError },
  )
  .meta({
    title: 'Time',
    description: 'When the value is reached, from the start of the element: seconds, a percentage of its duration, "start" or "end".',
    unit: 's',
    examples: [1.5, '50%', 'end'],
  });

/** `schema`, or keyframes whose values it accepts. */
export function animated<Value extends z.ZodType<number | string>>(schema: Value) {
  const keyframe = z.strictObject(
    {
      time: keyframeTimeSchema,
      value: schema.meta({ title: 'Value', description: 'The value at that time.' }),
      easing: easingSchema.optional().meta({
        title: 'Easing',
        description: 'How the value goes from the keyframe before to this one: an easing of CSS ("ease-in-out", "cubic-bezier(...)", "steps(...)"), of Penner ("back-out") or "spring".',
        default: 'linear',
        examples: ['ease-in-out', 'elastic-out', 'cubic-bezier(0.2, 0, 0, 1)', 'steps(4)'],
      }),
    },
    { error: keyframeError },
  );
  const keyframes = z.array(keyframe, { error: listError }).min(1, { error: listError }).max(KEYFRAMES_MAX, { error: listError });
  // What is no list is told what a value may be: the first form's words.
  return z.union([schema, keyframes], { error: ({ input, ...issue }) => ('errors' in issue && !Array.isArray(input) ? firstMessage(issue.errors) : listError({ input })) });
}

function firstMessage(errors: unknown): string | undefined {
  const issue: unknown = Array.isArray(errors) && Array.isArray(errors[0]) ? errors[0][0] : undefined;
  return typeof issue === 'object' && issue !== null && 'message' in issue && typeof issue.message === 'string' ? issue.message : undefined;
}

export type KeyframeTime = z.infer<typeof keyframeTimeSchema>;

export interface Keyframe<Value> {
  time: KeyframeTime;
  value: Value;
  easing?: string | undefined;
}

/** A property that may be keyframes, as it is written. */
export type Animated<Value> = Value | Keyframe<Value>[];

/** The same properties at one moment: where keyframes may be, there is a value. */
export type Still<Properties> = { [Key in keyof Properties]: Exclude<Properties[Key], readonly Keyframe<never>[] | readonly Keyframe<unknown>[]> };
