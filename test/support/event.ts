import type { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';

/** Milliseconds that a test waits for a thing before it fails; generous, since a full machine is no fault. */
export const LIMIT = 10_000;

/**
 * The promise's own outcome, or a failure that names what was waited for.
 * @param limit milliseconds
 */
export async function within<T>(what: string, promise: Promise<T>, limit = LIMIT): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Waited ${limit} ms in vain for: ${what}`));
    }, limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The arguments of the emitter's next event of that name (that fits, if `fits` is given). An `error` event fails it. */
export async function nextEvent<Arguments extends unknown[]>(
  emitter: EventEmitter,
  name: string,
  { fits = () => true, limit = LIMIT }: { fits?: (...event: Arguments) => boolean; limit?: number } = {},
): Promise<Arguments> {
  const listening = new AbortController();
  const event = new Promise<Arguments>((resolve, reject) => {
    const hear = (...heard: unknown[]) => {
      if (fits(...(heard as Arguments))) resolve(heard as Arguments);
    };
    emitter.on(name, hear);
    if (name !== 'error') emitter.on('error', reject);
    listening.signal.addEventListener('abort', () => {
      emitter.off(name, hear);
      emitter.off('error', reject);
    });
  });
  return within(`event '${name}'`, event, limit).finally(() => {
    listening.abort();
  });
}

/** The first line of the stream that matches, e.g. the ready line of a server that was spawned. Reads on to the end. */
export async function nextLine(stream: Readable, pattern: RegExp, limit = LIMIT): Promise<RegExpExecArray> {
  const lines = createInterface({ input: stream });
  const seen: string[] = [];
  const line = new Promise<RegExpExecArray>((resolve, reject) => {
    lines.on('line', (text) => {
      const match = pattern.exec(text);
      if (match) resolve(match);
      else seen.push(text);
    });
    lines.once('close', () => {
      reject(new Error(`The output ended without a line like ${String(pattern)}:\n${seen.join('\n')}`));
    });
  });
  return within(`a line like ${String(pattern)}`, line, limit);
}

/** Until the condition holds; for a state that tells nobody when it changes. Asks every 10 ms, so it ends soon after. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, limit = LIMIT): Promise<void> {
  const stopped = new AbortController();
  const asking = async () => {
    while (!stopped.signal.aborted && !(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  await within(what, asking(), limit).finally(() => {
    stopped.abort();
  });
}
