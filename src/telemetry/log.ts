import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

/**
 * The server's log: one JSON line per event on standard output. Nobody hands it tokens, names, variables or answers;
 * should somebody log a whole request or error all the same, these keys are taken out.
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
 * What may be kept of a fault: its kind, PostgreSQL's SQLSTATE, and where it was thrown. Not its message: PostgreSQL
 * and graphql-js quote values there, and a value may be somebody's secret. In development all data are invented, so it
 * is shown.
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

/** Milliseconds. */
const TOLD_AGAIN_AFTER = 60_000;

/**
 * Logs faults by what failed. The same fault at the same place is told once a minute, with how often it came meanwhile:
 * of a database that is away, every turn and every connection would tell.
 *
 * @param elapsed milliseconds that only ever run on
 */
export function faultLog(log: Logger, development: boolean, elapsed: () => number): FaultLog {
  return (what) => {
    const told = new Map<string, { at: number; since: number }>();
    return (error) => {
      const fault = faultOf(error, development);
      const { fault: name, code, at } = fault;
      const key = JSON.stringify([name, code, Array.isArray(at) ? at[0] : null]);
      const last = told.get(key) ?? { at: -TOLD_AGAIN_AFTER, since: 0 };
      const again = elapsed() - last.at < TOLD_AGAIN_AFTER;
      if (!again) log.error({ ...fault, ...(last.since > 0 && { times: last.since + 1 }) }, what);
      told.set(key, again ? { at: last.at, since: last.since + 1 } : { at: elapsed(), since: 0 });
    };
  };
}

export type FaultLog = (what: string) => (error: unknown) => void;
