import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

/**
 * The server's log: one JSON line per event on standard output. Nobody hands it tokens, names, variables or answers; should
 * somebody log a whole request or error all the same, these keys are taken out.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: {
      paths: [
        'authorization',
        'token',
        'variables',
        'headers',
        '*.authorization',
        '*.token',
        '*.variables',
        '*.headers',
      ],
      remove: true,
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * What may be kept of a fault: its kind, PostgreSQL's SQLSTATE, and where it was thrown. Not its message: PostgreSQL and
 * graphql-js quote values there, and a value may be somebody's secret. In development all data are invented, so it is shown.
 */
export function faultOf(error: unknown, development: boolean): Record<string, unknown> {
  if (!(error instanceof Error)) return { fault: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    fault: error.name,
    ...(typeof code === 'string' && { code }),
    ...(development && { message: error.message }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  };
}

/** What takes a fault of work that nobody waits for. */
export function faultLogger(
  log: Logger,
  { development }: { readonly development: boolean },
  what: string,
): (error: unknown) => void {
  return (error) => log.error(faultOf(error, development), what);
}
