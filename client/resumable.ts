import type { Client, FormattedExecutionResult } from 'graphql-ws';

/** A subscription of sig-graph: one field, which takes `after`, and whose frames bear a `cursor`. */
export interface StreamRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface StreamSink<Frame> {
  /** One change. `result` is the whole answer, with what is withheld in its extensions. */
  frame(frame: Frame, result: FormattedExecutionResult<Record<string, Frame>>): void;
  /** The stream follows from here, for who asked for it with `begin`: a query sent now misses nothing. */
  started?(): void;
  /** The client has to forget the case: the stream is over. */
  ended(frame: Frame): void;
  /** What was missed cannot be told any more: ask anew. The stream goes on from now. */
  resync?(): void;
  /** The connection came, or went; what is missed meanwhile follows when it comes back. */
  connection?(open: boolean): void;
  /** The server refuses the operation; it is not tried again. */
  refused(messages: readonly string[]): void;
}

interface AnyFrame {
  readonly __typename?: string;
  readonly cursor?: string;
}

/** Codes of `graphql-transport-ws` that say: the same again gets the same answer. 4403 is left to whoever renews tokens. */
const FINAL = [4400, 4406, 4409];
/** Milliseconds between tries: doubled each time, with chance, never more than a minute. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 60_000;

/**
 * Follows a subscription across lost connections: each new try begins behind the last frame that was shown, so nothing is
 * lost and nothing is told twice. The client has to be made with `retryAttempts: 0`: its own retry sends the first
 * variables again, and with them the first cursor.
 *
 * @param chance in [0, 1), so that clients of one server that went away do not come back all at once.
 * @returns how to leave it.
 */
export function subscribeResumably<Frame extends AnyFrame>(
  client: Client,
  { query, variables }: StreamRequest,
  sink: StreamSink<Frame>,
  chance: () => number = Math.random,
): () => void {
  let after = variables['after'] as string | undefined;
  let over = false;
  let failures = 0;
  let leave = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const finish = (): void => {
    over = true;
    clearTimeout(timer);
    leave();
  };
  const again = (): void => {
    sink.connection?.(false);
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures);
    failures += 1;
    timer = setTimeout(begin, longest * (0.5 + chance() / 2));
  };
  const take = (result: FormattedExecutionResult<Record<string, Frame>>): void => {
    if (over) return;
    const frame = Object.values(result.data ?? {})[0];
    if (frame === undefined) {
      finish();
      sink.refused((result.errors ?? []).map(({ message }) => message));
      return;
    }
    failures = 0;
    if (frame.cursor !== undefined) after = frame.cursor;
    if (frame.__typename === 'StreamStarted') {
      sink.started?.();
    } else if (frame.__typename === 'AccessEnded') {
      finish();
      sink.ended(frame);
    } else if (frame.__typename === 'ResyncRequired') {
      after = undefined;
      sink.resync?.();
    } else {
      sink.frame(frame, result);
    }
  };

  function begin(): void {
    if (over) return;
    sink.connection?.(true);
    leave = client.subscribe<Record<string, Frame>>(
      { query, variables: { ...variables, ...(after !== undefined && { after }) } },
      {
        next: take,
        error(fault) {
          if (over) return;
          const messages = messagesOf(fault);
          if (messages === null) {
            again();
            return;
          }
          finish();
          sink.refused(messages);
        },
        // The server completes a stream that it drains: another server goes on with it.
        complete: () => (over ? undefined : again()),
      },
    );
  }
  begin();
  return finish;
}

/** What the server says against the operation; null for a connection that was merely lost. */
function messagesOf(fault: unknown): string[] | null {
  if (Array.isArray(fault)) return fault.map((each: { message: string }) => each.message);
  const { code, reason } = fault as { code?: number; reason?: string };
  return code !== undefined && FINAL.includes(code) ? [reason ?? String(code)] : null;
}
