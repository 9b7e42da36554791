/** The body of POST /api/v1/media: any value in, the medium that is meant out, or every problem at once. Pure. */
import { z } from 'zod';
import { refuseValues } from '#lib/api/refuse-values';
import { expected } from '#lib/composition/schema/expected';
import { sourceSchema } from '#lib/composition/schema/source';
import { PROBE_KINDS, type ProbeKind } from '#lib/media/media-findings';

const requestSchema = z.strictObject(
  {
    source: sourceSchema,
    kind: z.enum(PROBE_KINDS, { error: expected(`one of ${PROBE_KINDS.join(', ')}`) }).optional(),
  },
  { error: expected('an object with a source') },
);

export interface MediaRequest {
  source: string;
  kind: ProbeKind;
}

/** Throws REQUEST_INVALID. */
export function parseMediaRequest(value: unknown): MediaRequest {
  const parsed = requestSchema.safeParse(value);
  if (!parsed.success) throw refuseValues(parsed.error);
  return { source: parsed.data.source, kind: parsed.data.kind ?? 'any' };
}
