/** Ends with it what the server makes of a client's id: its number on the socket. */
const NUMBER = /\n\d+$/;

/** The id that the client gave. */
export function clientIdOf(own: string): string {
  return own.replace(NUMBER, '');
}

interface WithId {
  readonly type: string;
  readonly id: string;
}

/**
 * Ids of one socket's operations. A client may use an id again as soon as it has said or heard that the operation is
 * complete; the protocol's library is not done with it by then, and would end or refuse the new operation in the place
 * of the old. So each operation has an id of its own towards the library.
 */
export class OperationIds {
  readonly #running = new Map<string, string>();
  #count = 0;

  /** A client's message, as the library is to hear it. */
  heard(text: string): string {
    const message = withId(text);
    const running = message && this.#running.get(message.id);
    if (message?.type === 'subscribe') {
      // One that runs keeps its id, and the library refuses the second.
      const own = running ?? `${message.id}\n${(this.#count += 1)}`;
      this.#running.set(message.id, own);
      return JSON.stringify({ ...message, id: own });
    }
    if (message?.type !== 'complete' || running === undefined) return text;
    this.#running.delete(message.id);
    return JSON.stringify({ ...message, id: running });
  }

  /** A message of the library, as the client is to hear it. */
  said(text: string): string {
    const [head, json, type] = /^\{"id":("(?:[^"\\]|\\.)*"),"type":"(\w+)"/.exec(text) ?? [];
    if (head === undefined || json === undefined) return text;
    const own = JSON.parse(json) as string;
    const id = clientIdOf(own);
    if (type !== 'next' && this.#running.get(id) === own) this.#running.delete(id);
    return `{"id":${JSON.stringify(id)},"type":"${type}"${text.slice(head.length)}`;
  }
}

/** `null` for what has no id, and for what is no message: the library says so. */
function withId(text: string): WithId | null {
  try {
    const message = JSON.parse(text) as Partial<WithId> | null;
    return typeof message?.id === 'string' && message.id !== '' ? (message as WithId) : null;
  } catch {
    return null;
  }
}
