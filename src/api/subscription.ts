import { createHash } from 'node:crypto';
import { createSourceEventStream, execute, GraphQLError } from 'graphql';
import type { ExecutionArgs, GraphQLFormattedError } from 'graphql';
import type { Credentials, KnownViewer } from '../access/known-viewer.js';
import type { Needs } from '../access/load.js';
import type { ReadScope } from '../access/read-scope.js';
import { DomainError } from '../core/errors.js';
import type { Frame, Turn } from '../changes/frame.js';
import type { RequestContext } from '../graphql/context.js';
import type { DeliveryGroups, Recipient } from './delivery-groups.js';
import { refusal } from '../graphql/errors.js';
import { loggingResolver } from '../graphql/field-resolver.js';
import { messageOf, textOf } from './frame-text.js';
import type { Envelope, FormattedResult } from './frame-text.js';
import type { Language } from '../texts/message-text.js';
import type { ReadPluginDeps } from './read-plugin.js';

/** Units of work that opening or resuming a stream takes. */
const PER_STREAM = 1_000;

/**
 * Milliseconds from a snapshot to its frame's leaving. What is older (the process was stopped, or its machine) may have been
 * closed meanwhile: it is dropped, and what it told is judged and told anew.
 */
const FRESH_FOR = 1_000;

/** Where the frames of one subscription leave. */
export interface FrameSink {
  readonly envelope: Envelope;
  /** Resolves when the message has left: who does not read makes only its own stream wait. */
  send(message: Buffer): Promise<void>;
}

export interface SubscriptionDeps {
  readonly read: ReadPluginDeps;
  /** False while this process does not hear of changes: no stream begins. */
  readonly hears: () => boolean;
  /** Milliseconds that only ever run on. */
  readonly elapsed: () => number;
  readonly groups: DeliveryGroups;
  readonly newContext: () => RequestContext;
  readonly present: (error: GraphQLError) => GraphQLFormattedError;
  /** Of what the client is told of errors. */
  readonly language: Language;
  /** What was asked, save the place to resume at: who asks the same may be told together. */
  readonly asked: string;
  /** Whether it asks only for what is the same for all who have the same rights. */
  readonly shared: boolean;
  readonly outlet: FrameSink;
  /** Closes the connection so that the client comes back. */
  readonly requestReconnect: () => void;
  /** Told when a turn could not be taken; the client comes back with its cursor and loses nothing. */
  readonly onFault: (error: unknown) => void;
}

/**
 * A subscription: its stream is opened in one scope, and every turn of it is executed in a scope and a context of its
 * own (graphql-js would hand one context, and so its loaders, to all events).
 */
export async function subscribe(
  args: ExecutionArgs,
  credentials: Credentials,
  deps: SubscriptionDeps,
): Promise<AsyncIterableIterator<FormattedResult> | FormattedResult> {
  const context = deps.newContext();
  const leave = await deps.read.openings.enter(credentials.subjectId);
  try {
    if (!deps.hears()) throw new Error('This process hears of no changes');
    const { budgets, scopes } = deps.read;
    if (budgets.standing(credentials.subjectId).left === 0) throw new Error('The viewer has spent the budget');
    budgets.charge(credentials.subjectId, PER_STREAM);
    const scope = await scopes.openScope(credentials);
    if (scope === null) throw refusal(new DomainError('UNAUTHENTICATED', 'tokenRefused'));
    context.scope = scope;
    context.needs = deps.read.plans.needsOf(args.document);
    const source = await createSourceEventStream({ ...args, contextValue: context });
    if (!(Symbol.asyncIterator in source)) return refused(source.errors ?? [], deps);
    const turns = source[Symbol.asyncIterator]() as AsyncIterator<Turn>;
    return new FrameIterator(turns, recipientOf(args, credentials, scope.viewer, deps), deps);
  } catch (error) {
    return refused(
      [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })],
      deps,
    );
  } finally {
    await context.scope?.abandon();
    leave();
  }
}

/** A fault of ours is no answer: a stock client would take it for the end of the subscription, and never ask again. */
function refused(
  refusals: readonly GraphQLError[],
  { present, requestReconnect }: Pick<SubscriptionDeps, 'present' | 'requestReconnect'>,
): FormattedResult {
  const errors = refusals.map(present);
  if (errors.some(isFault)) requestReconnect();
  return { errors };
}

function isFault({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'INTERNAL';
}

function recipientOf(
  args: ExecutionArgs,
  credentials: Credentials,
  viewer: KnownViewer,
  deps: SubscriptionDeps,
): Recipient {
  const whose = deps.shared && 'agencyId' in viewer ? `${viewer.capacity} ${viewer.agencyId}` : viewer.id;
  const group = createHash('sha256')
    .update(JSON.stringify([whose, deps.language, deps.asked]))
    .digest('base64url');
  const needs = deps.read.plans.needsOf(args.document);
  return { credentials, group, needs, execute: (frame, scope) => executed(frame, scope, args, needs, deps) };
}

/** Nothing of a frame leaves in which anything of ours failed. */
async function executed(
  frame: Frame,
  scope: ReadScope | null,
  args: ExecutionArgs,
  needs: Needs,
  { read, newContext, present }: SubscriptionDeps,
): ReturnType<Recipient['execute']> {
  const context = newContext();
  if (scope !== null) context.scope = scope;
  context.needs = needs;
  // A frame tells of what is there already; whatever is asked of it is loaded at once, before it is shown.
  if (scope !== null && frame.about !== null) await scope.load(frame.about.id, needs);
  const result = await execute({
    ...args,
    rootValue: frame,
    contextValue: context,
    fieldResolver: loggingResolver as never,
  });
  if (context.work.refusal !== null)
    return { text: textOf({ errors: [present(refusal(context.work.refusal))] }), leaves: true };
  const errors = result.errors?.map(present);
  if (errors?.some(isFault) === true) return { text: textOf({ errors }), leaves: false };
  const withheld = context.withheldReport.explain(read.explanations);
  const text = textOf({ data: result.data ?? null, ...(errors && { errors }), extensions: { withheld } });
  return { text, leaves: true };
}

/**
 * The frames of a stream. They are sent from here and not given on, since whoever they were given to would serialise
 * each of them again: asked for the next one, this is done when the stream is.
 *
 * An object that hands `return` on, not a generator: a generator keeps `return` waiting until its pending `next`
 * settles, so a client that leaves while nothing happens would leave its subscription open.
 */
export class FrameIterator implements AsyncIterableIterator<never, undefined> {
  #over = false;

  constructor(
    private readonly turns: AsyncIterator<Turn>,
    private readonly recipient: Recipient,
    private readonly deps: Pick<SubscriptionDeps, 'groups' | 'outlet' | 'onFault' | 'elapsed'>,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorReturnResult<undefined>> {
    const { groups, outlet, onFault, elapsed } = this.deps;
    try {
      for (let turn = await this.turns.next(); turn.done !== true; turn = await this.turns.next()) {
        const delivered = await groups.deliver(turn.value, this.recipient);
        if (this.#over) break;
        if (delivered === null) continue;
        if (elapsed() - delivered.since > FRESH_FOR && turn.value.repeat()) continue;
        await outlet.send(messageOf(delivered.text, delivered.cursor, outlet.envelope));
      }
    } catch (error) {
      onFault(error);
    }
    return this.return();
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.#over = true;
    await this.turns.return?.();
    return { done: true, value: undefined };
  }

  async throw(): Promise<IteratorReturnResult<undefined>> {
    return this.return();
  }
}
