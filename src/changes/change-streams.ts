import type { Pool } from 'pg';
import type { ReadScope } from '../access/read-scope.js';
import { DomainError } from '../core/errors.js';
import type { StreamBeginning } from '../core/closed-lists.js';
import { requireId } from '../core/ids.js';
import type { Instant } from '../core/period.js';
import { isOpenTo } from '../core/rules/named-rules.js';
import type { CursorCodec } from '../crypto/cursor.js';
import { changesAfter, streamState } from './change-log.js';
import type { StreamState } from './change-log.js';
import { ChangeStream } from './change-stream.js';
import { CaseSubscriptions } from './case-subscriptions.js';
import type { ResyncCause } from './item.js';
import type { Hub } from './hub.js';
import type { Schedule } from './schedule.js';
import { ALL_FRAMES_SENT, readCursorState, writeCursorState } from './cursor-state.js';
import type { CursorState } from './cursor-state.js';
import type { Topic } from './topic.js';

export interface ChangeStreamsDeps {
  readonly hub: Hub;
  /** For telling. */
  readonly pool: Pool;
  readonly cursors: CursorCodec;
  readonly schedule: Schedule;
  /** The server's clock as far as this process knows it. */
  readonly now: () => Instant;
}

/** What a subscription field is asked for. */
export interface StreamRequest {
  readonly caseId?: string | null;
  readonly after?: string | null;
  readonly begin: StreamBeginning;
}

/** What the socket knows of the operation. */
export interface StreamSession {
  /** The hub's place before the operation's scope was opened: what came after it is not in that scope. */
  readonly since: number;
  readonly expiresAt: Instant;
  readonly onSlow: () => void;
}

const PAGE = 1_000;

/** Opens streams of changes for subscriptions. */
export class ChangeStreams {
  readonly #deps: ChangeStreamsDeps;

  constructor(deps: ChangeStreamsDeps) {
    this.#deps = deps;
  }

  /** Where this process stands now. */
  get position(): number {
    return this.#deps.hub.last;
  }

  /**
   * @throws DomainError FORBIDDEN for a capacity that the topic is not open to, NOT_FOUND for a case that is unknown or
   * not the viewer's to know, BAD_USER_INPUT for a cursor of another viewer or subscription.
   */
  async open(topic: Topic, request: StreamRequest, scope: ReadScope, session: StreamSession): Promise<ChangeStream> {
    const { hub, pool, cursors, schedule, now } = this.#deps;
    if (topic.rule !== undefined && !isOpenTo(topic.rule, scope.viewer.capacity))
      throw new DomainError('FORBIDDEN', 'capacityMayNot');
    const only = request.caseId === undefined || request.caseId === null ? null : requireId<'Case'>(request.caseId);
    const context = `${scope.viewer.id} ${topic.typename} ${only ?? 'all'}`;
    const resumed = typeof request.after === 'string' ? placeOf(cursors.open(context, request.after)) : null;
    const state = await streamState(pool);
    const cases = new CaseSubscriptions(topic, only, resumed?.fingerprint);
    const stream = new ChangeStream({
      cases,
      start: resumed ?? { from: session.since, position: session.since, index: ALL_FRAMES_SENT },
      missed: async (after) => {
        // It follows the case by now: what comes from here on is live.
        if (only !== null && !hub.mayHaveNews(only, after)) return { page: [], isFull: false };
        const page = await changesAfter(pool, after, PAGE, only === null ? null : [only]);
        return { page, isFull: page.length === PAGE };
      },
      subscribe: (wake) => hub.subscribe(wake, only === null),
      seal: (place) => cursors.seal(context, writeCursorState({ ...place, generation: state.generation })),
      schedule,
      now,
      expiresAt: session.expiresAt,
      onSlow: session.onSlow,
    });
    try {
      const { isKnown } = await stream.begin(scope, resumed?.fingerprint ?? null, request.begin);
      if (only !== null && !isKnown && resumed === null) throw new DomainError('NOT_FOUND', 'caseNotFound');
      const cause = resumed === null ? null : lostBy(resumed, state);
      if (cause !== null && (isKnown || only === null)) stream.resync(cause);
      return stream;
    } catch (error) {
      await stream.return();
      throw error;
    }
  }
}

function placeOf(text: string): CursorState {
  const place = readCursorState(text);
  if (place === null) throw new DomainError('BAD_USER_INPUT', 'cursorInvalid');
  return place;
}

/** Why what came after the place can no longer be told; `null` when it can. */
function lostBy({ generation, from }: CursorState, state: StreamState): ResyncCause | null {
  if (generation !== state.generation) return 'OTHER_GENERATION';
  return from < state.forgottenTo ? 'CURSOR_TOO_OLD' : null;
}
