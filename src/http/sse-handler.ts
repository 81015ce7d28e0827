import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionArgs, GraphQLError } from 'graphql';
import type { SignedIn } from '../access/known-viewer.js';
import { DomainError } from '../core/errors.js';
import { EventStream } from './sse-response.js';
import { refusal, statusOf } from '../graphql/errors.js';
import { json } from './http-reply.js';
import type { Reply } from './http-reply.js';
import type { EndedSessions } from './ended-sessions.js';
import type { SignIn } from './sign-in.js';
import { unauthenticated } from './token-checks.js';
import type { Language } from '../texts/message-text.js';
import type { Operations, Prepared } from '../api/operations.js';

/** As a client posts it; everything about it is still to be checked. */
export interface PostedOperation {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
}

export interface EventStreamsOptions {
  readonly operations: Operations;
  readonly signIn: SignIn;
  readonly ended: EndedSessions;
}

/** Enough for everybody's tabs, and too few to take the server away from others. */
const MOST_PER_VIEWER = 100;
const EVENT_STREAM = 'text/event-stream';

/**
 * GraphQL over SSE, in distinct connections: `POST /graphql` with `Accept: text/event-stream`, one operation a
 * response. For networks that let no WebSocket through, under the same rules. The token comes in a header, which no
 * foreign page can set unasked; there are no cookies.
 *
 * Source: the protocol of graphql-sse, "Distinct connections mode".
 */
export class EventStreams {
  readonly #open = new Set<EventStream>();
  readonly #perViewer = new Map<string, number>();
  #stopping = false;

  constructor(private readonly options: EventStreamsOptions) {}

  /** Whether a request is to be answered here: nothing else is accepted, or the operation is a subscription. */
  wants({ headers: { accept = '' } }: IncomingMessage, body: unknown): body is PostedOperation {
    const types = accept.split(',').map((part) => part.split(';')[0]?.trim().toLowerCase());
    if (!types.includes(EVENT_STREAM) || !isPosted(body)) return false;
    return types.every((type) => type === EVENT_STREAM) || this.options.operations.isStream(body);
  }

  /** The refusal; `null` when the response has been taken over, until the stream ends. */
  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    body: PostedOperation,
    language: Language,
  ): Promise<Reply | null> {
    const { operations } = this.options;
    const refused = (status: number, error: DomainError): Reply =>
      json(status, { errors: [operations.present(refusal(error), language)] });
    const token = await this.#admit(request);
    if (token instanceof DomainError) return refused(statusOf(token.code), token);
    const { subjectId } = token;
    const others = this.#perViewer.get(subjectId) ?? 0;
    if (this.#stopping || others >= MOST_PER_VIEWER)
      return refused(503, new DomainError('LIMIT_EXCEEDED', 'tooManySubscriptions', { max: MOST_PER_VIEWER }));
    const stream = new EventStream(response);
    const prepared = operations.prepare(toPayload(body), { ...stream.caller, token, language }, 1);
    if (isRefused(prepared)) return json(400, { errors: prepared.map((error) => operations.present(error, language)) });
    this.#perViewer.set(subjectId, others + 1);
    this.#open.add(stream);
    const unfollow = this.options.ended.follow(token, () => stream.cut());
    void this.#run(stream, prepared).finally(() => {
      this.#open.delete(stream);
      unfollow();
      const left = (this.#perViewer.get(subjectId) ?? 1) - 1;
      if (left > 0) this.#perViewer.set(subjectId, left);
      else this.#perViewer.delete(subjectId);
    });
    return null;
  }

  /**
   * Sends everybody to another process, or to this one when it is back: their streams end without a word of completion.
   */
  stop(): void {
    this.#stopping = true;
    for (const stream of this.#open) stream.cut();
  }

  async #run(stream: EventStream, args: ExecutionArgs): Promise<void> {
    const { run } = args.contextValue as Prepared;
    await stream.tell(() => run(args));
  }

  async #admit({ headersDistinct: headers }: IncomingMessage): Promise<SignedIn | DomainError> {
    const [authorization, picked] = [headers['authorization'], headers['sig-capacity']];
    try {
      return (await this.options.signIn.admit(authorization?.join(', '), picked?.join(', '))) ?? unauthenticated();
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }
}

function isRefused(prepared: ExecutionArgs | readonly GraphQLError[]): prepared is readonly GraphQLError[] {
  return Array.isArray(prepared);
}

function isPosted(body: unknown): body is PostedOperation {
  if (typeof body !== 'object' || body === null) return false;
  const { query, operationName, variables } = body as Record<string, unknown>;
  const isText = operationName === undefined || operationName === null || typeof operationName === 'string';
  const isMap = variables === undefined || (typeof variables === 'object' && !Array.isArray(variables));
  return typeof query === 'string' && isText && isMap;
}

function toPayload({ query, operationName, variables }: PostedOperation): Parameters<Operations['prepare']>[0] {
  return { query, operationName: operationName ?? null, variables: variables ?? {} };
}
