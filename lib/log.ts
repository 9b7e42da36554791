/**
 * The one logger: JSON lines on stderr, with what could be a secret taken out.
 * Takes its level from LOG_LEVEL (default info); children carry job and attempt ids.
 */
import pino, { type Logger } from 'pino';

export type { Logger };

export const log: Logger = pino(
  {
    level: process.env['LOG_LEVEL'] ?? 'info',
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: ['*.secretAccessKey', '*.supabaseServiceRoleKey', '*.authorization', '*.password'], censor: '[redacted]' },
  },
  pino.destination({ dest: 2, sync: true }),
);
