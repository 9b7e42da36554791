/** A look at a medium as the code sees it. `lib/db/find-probe.ts` makes it from a row. */
import type { ErrorCode } from '#lib/error-codes';
import type { MediaFindings, ProbeKind } from '#lib/media/media-findings';

interface ProbeBase {
  id: string;
  source: string;
  kind: ProbeKind;
}

export type MediaProbe =
  | (ProbeBase & { state: 'pending' })
  | (ProbeBase & { state: 'ready'; findings: MediaFindings })
  | (ProbeBase & { state: 'failed'; code: ErrorCode; message: string });
