import type { Pool, PoolClient } from 'pg';
import type { Credentials } from '../access/known-viewer.js';
import type { ReadScope } from '../access/read-scope.js';
import type { CaseId } from '../core/ids.js';
import type { Instant } from '../core/period.js';
import type { Repeat } from '../record/sealer.js';
import type { ChangeKind } from '../access/change.js';
import { mailDue } from './mail-turn.js';
import type { MailOptions } from './mail-turn.js';
import { pauseAfter } from './outgoing.js';
import type { SendNotice } from './outgoing.js';
import type { NoticeKind, NoticeRules } from './notice.js';

export interface NotifierOptions {
  /** Of the role `sig_jobs`; one connection is taken for each turn. */
  readonly jobs: Pool;
  /** The same read scope that an operation of theirs would have; `null` for a role that does not hold. */
  readonly openScope: (who: Credentials) => Promise<ReadScope | null>;
  readonly rules: NoticeRules;
  readonly newId: () => string;
  /** `null` where nothing leaves the server. */
  readonly send: SendNotice | null;
  /** E-mail, the other way out; each goes on whatever becomes of the other. */
  readonly mail: MailOptions;
  /** Told when there is something new in an inbox. */
  readonly onCommitted: () => void;
  readonly onFault: (error: unknown) => void;
}

interface ChangeToTell {
  readonly position: number;
  readonly caseId: CaseId;
  readonly kind: ChangeKind;
  readonly ids: readonly string[];
  readonly byId: string | null;
  readonly at: Instant;
}

interface Due {
  readonly id: string;
  readonly caseId: CaseId;
  readonly recipientId: string;
  readonly capacity: Credentials['capacity'];
  readonly kind: NoticeKind;
  readonly ids: readonly string[];
  readonly at: Instant;
  readonly attempts: number;
}

/** One process at a time; any number, the same for all. */
const LOCK = 5_347_108;
const BATCH = 100;

/**
 * Puts what changed into the inboxes of those who may see it, judged as each of them, and sends what is due, judged
 * once more. Nothing is shown by this, so nothing is recorded as read. One process at a time: the others skip their
 * turn.
 */
export async function notifyTurn(options: NotifierOptions): Promise<void> {
  const client = await options.jobs.connect();
  try {
    const { rows } = await client.query<{ leads: boolean }>('select pg_try_advisory_lock($1) as leads', [LOCK]);
    const leads = rows[0]?.leads === true;
    for (let full = leads; full;) full = await tell(client, options);
    if (leads && options.send !== null) await sendDue(client, options, options.send);
    if (leads) await mailDue(client, options.mail, options);
    if (leads) await client.query('select pg_advisory_unlock($1)', [LOCK]);
    client.release();
  } catch (error) {
    // The lock goes with the connection.
    client.release(true);
    throw error;
  }
}

/** Takes turns until it is stopped. @returns stops after the turn that runs. */
export function startNotifier(options: NotifierOptions, repeat: Repeat): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const end = repeat(() => (running = notifyTurn(options).catch(options.onFault)));
  return () => {
    end();
    return running;
  };
}

/** @returns whether there may be more. */
async function tell(client: PoolClient, options: NotifierOptions): Promise<boolean> {
  const { rows } = await client.query<ChangeToTell>({
    name: 'changes_to_tell',
    text: `select "position", case_id as "caseId", kind, ids, by_id as "byId", at from sig.changes_to_tell($1)`,
    values: [BATCH],
  });
  const last = rows.at(-1);
  if (last === undefined) return false;
  const notices: object[] = [];
  const telling = rows.filter(({ kind }) => options.rules.kindOf(kind) !== null);
  for (const [caseId, changes] of Map.groupBy(telling, (row) => row.caseId)) {
    const people = await client.query<Credentials>({
      name: 'people_of',
      text: 'select subject_id as "subjectId", capacity from sig.people_of($1)',
      values: [caseId],
    });
    for (const who of people.rows)
      notices.push(...(await noticesFor(who, toldOf(changes, who, options.rules), options)));
  }
  for (const change of rows.filter(({ kind }) => kind === 'ASSIGNMENT_CHANGED')) {
    const asked = await client.query<Credentials>({
      name: 'people_asked',
      text: 'select subject_id as "subjectId", capacity from sig.people_asked($1)',
      values: [JSON.stringify(change.ids)],
    });
    const told = { ...change, kind: 'ASSIGNMENT' } as const;
    for (const who of asked.rows) notices.push(...(await noticesFor(who, [told], options)));
  }
  await client.query('select sig.told($1, $2)', [last.position, JSON.stringify(notices)]);
  if (notices.length > 0) options.onCommitted();
  return rows.length === BATCH;
}

type Told = Omit<ChangeToTell, 'kind' | 'byId'> & { readonly kind: NoticeKind };

async function noticesFor(
  who: Credentials,
  changes: readonly Told[],
  { openScope, rules, newId, send }: NotifierOptions,
): Promise<object[]> {
  const scope = await openScope(who);
  if (scope === null) return [];
  try {
    const seen: Told[] = [];
    for (const change of changes) {
      const { kind, caseId, ids } = change;
      if ((await rules.visibleChange(scope, kind, caseId, ids)) !== null) seen.push(change);
    }
    return joined(seen).map(({ position, caseId, kind, ids, at }) => {
      const place = { case_id: caseId, recipient_id: who.subjectId, position, at };
      return { id: newId(), ...place, kind, ids, goes_out: send !== null };
    });
  } finally {
    await scope.abandon();
  }
}

/** What others did, as what it is told; of nothing else is anybody told. */
function toldOf(changes: readonly ChangeToTell[], { subjectId }: Credentials, { kindOf }: NoticeRules): Told[] {
  return changes.flatMap(({ byId, kind, ...change }) => {
    const toldAs = kindOf(kind);
    return byId === subjectId || toldAs === null ? [] : [{ ...change, kind: toldAs }];
  });
}

/**
 * One notice for all changes of a kind that are told of together: the newest says when. Of those that are seen alone:
 * one that is not must not move the instant.
 */
function joined(seen: readonly Told[]): Told[] {
  return [...Map.groupBy(seen, ({ kind }) => kind).values()].map((same) =>
    same.reduce((earlier, newest) => ({ ...newest, ids: [...new Set([...earlier.ids, ...newest.ids])] })),
  );
}

/** Whoever may not see it any more is not told, and is not told later either. */
async function sendDue(client: PoolClient, options: NotifierOptions, send: SendNotice): Promise<void> {
  const { rows } = await client.query<Due>({
    name: 'notices_due',
    text: `select id, case_id as "caseId", recipient_id as "recipientId", capacity, kind, ids, at, attempts
      from sig.notices_due($1)`,
    values: [BATCH],
  });
  for (const due of rows) {
    const again = await sent(due, options, send);
    await client.query('select sig.notice_tried($1, $2)', [due.id, again]);
    // A receiver that is away is not asked again and again within one turn.
    if (again !== null) return;
  }
}

/** @returns milliseconds until it is tried again; `null` for never. */
async function sent(
  due: Due,
  { openScope, rules, onFault }: NotifierOptions,
  send: SendNotice,
): Promise<number | null> {
  const { id, caseId, recipientId: to, capacity, kind, ids, at, attempts } = due;
  const scope = await openScope({ subjectId: to, capacity });
  if (scope === null) return null;
  const seen = await rules.visibleChange(scope, kind, caseId, ids).finally(() => scope.abandon());
  if (seen === null) return null;
  try {
    await send({ id, to, kind, at });
    return null;
  } catch (error) {
    onFault(error);
    return pauseAfter(attempts + 1);
  }
}
