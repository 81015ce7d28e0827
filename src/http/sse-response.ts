import type { ServerResponse } from 'node:http';
import type { FormattedResult } from '../api/frame-text.js';
import { SECURE } from './http-reply.js';
import type { Caller } from '../api/operations.js';

/** Milliseconds between signs of life; a client that has not taken what came before by then is cut. */
const KEEP_ALIVE = 12_000;
const HEAD = Buffer.from('event: next\ndata: ');
const TAIL = Buffer.from('\n\n');
const COMPLETE = 'event: complete\ndata:\n\n';

/**
 * One response that tells as things happen. Never more than one message waits in it: the rest waits as places in a
 * queue.
 */
export class EventStream {
  /** Its side of an operation. */
  readonly caller: Pick<Caller, 'requestReconnect' | 'outlet'>;
  #waiting = false;
  #ended = false;

  constructor(private readonly response: ServerResponse) {
    this.caller = {
      requestReconnect: () => this.cut(),
      outlet: { envelope: { head: HEAD, tail: TAIL }, send: (message) => this.#send(message) },
    };
  }

  /** Ends without a word of completion: the stock client comes back. */
  cut(): void {
    this.#ended = true;
    this.response.destroy();
  }

  /** Until the stream is done or the client is gone. @param run begins the operation */
  async tell(run: () => Promise<AsyncIterableIterator<FormattedResult> | FormattedResult>): Promise<void> {
    const { response } = this;
    response.writeHead(200, {
      ...SECURE,
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
    });
    response.write(':\n\n');
    const keepAlive = setInterval(() => {
      if (this.#waiting) this.cut();
      else response.write(':\n\n');
    }, KEEP_ALIVE).unref();
    try {
      const result = await run();
      if (!(Symbol.asyncIterator in result))
        await this.#send(Buffer.from(`event: next\ndata: ${JSON.stringify(result)}\n\n`));
      else {
        const leave = (): void => void result.return?.();
        if (this.#ended || response.destroyed) leave();
        else response.once('close', leave);
        // Its frames leave by the outlet; it is done when they are.
        await result.next();
      }
      if (!this.#ended) response.end(COMPLETE);
    } catch {
      this.cut();
    } finally {
      clearInterval(keepAlive);
    }
  }

  /** Resolves when the client's side took the message, or is gone. */
  #send(message: Buffer): Promise<void> {
    const { response } = this;
    if (this.#ended || response.destroyed || response.write(message)) return Promise.resolve();
    this.#waiting = true;
    return new Promise((resolve) => {
      const done = (): void => {
        this.#waiting = false;
        response.off('drain', done).off('close', done);
        resolve();
      };
      response.once('drain', done).once('close', done);
    });
  }
}
