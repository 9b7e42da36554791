/**
 * The one logger: a line of JSON for each event on stderr, with what could be a secret taken out. Its level comes from LOG_LEVEL (default info).
 * The fields have one name everywhere: requestId, jobId, attempt, lane, step, ms, code; children carry those of a job and its attempt.
 */
import pino, { type Logger } from 'pino';
import { redactSecrets } from '#lib/redact-secrets';

export type { Logger };

const SECRET_VARIABLES = ['SUPABASE_SERVICE_ROLE_KEY', 'AWS_SECRET_ACCESS_KEY', 'DATABASE_URL'];

export const log: Logger = createLog(pino.destination({ dest: 2, sync: true }));

/** A logger like ours with another destination. */
export function createLog(destination: pino.DestinationStream): Logger {
  return pino(
    {
      level: process.env['LOG_LEVEL'] ?? 'info',
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: (line) => redactSecrets(line, SECRET_VARIABLES.map((name) => process.env[name] ?? '')) },
    },
    destination,
  );
}
