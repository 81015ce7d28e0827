import type { PoolClient } from 'pg';
import type { Credentials } from '../access/known-viewer.js';
import type { ReadScope } from '../access/read-scope.js';
import type { CaseId } from '../core/ids.js';
import { newsMail } from './mail.js';
import type { AddressBook, SendMail } from './mail.js';
import { pauseAfter } from './outgoing.js';
import type { NoticeKind, NoticeRules } from './notice.js';

export interface MailOptions {
  readonly addresses: AddressBook;
  readonly link: string | null;
}

interface MailTurnDependencies {
  readonly openScope: (who: Credentials) => Promise<ReadScope | null>;
  readonly rules: NoticeRules;
  readonly onFault: (error: unknown) => void;
}

interface Due extends Credentials {
  readonly sealed: Buffer;
  readonly attempts: number;
  readonly upto: number;
  readonly notices: readonly { readonly kind: NoticeKind; readonly caseId: CaseId; readonly ids: readonly string[] }[];
}

const BATCH = 50;

/** Mails whoever has something new that they may still see, and have not read. By the one process that leads. */
export async function mailDue(
  client: PoolClient,
  { addresses, link }: MailOptions,
  surroundings: MailTurnDependencies,
): Promise<void> {
  const { send } = addresses;
  if (send === null) return;
  const { rows } = await client.query<Due>({
    name: 'mails_due',
    text: `select subject_id as "subjectId", capacity, address_sealed as sealed, attempts, upto, notices from sig.mails_due($1)`,
    values: [BATCH],
  });
  for (const due of rows) {
    const wanted = await hasNews(due, surroundings);
    const again = wanted ? await sent(due, addresses, link, send, surroundings) : null;
    await client.query('select sig.mail_tried($1, $2, $3, $4)', [
      due.subjectId,
      due.upto,
      wanted && again === null,
      again,
    ]);
    // A mail server that is away is not asked again and again within one turn.
    if (again !== null) return;
  }
}

async function hasNews(
  { subjectId, capacity, notices }: Due,
  { openScope, rules, onFault }: MailTurnDependencies,
): Promise<boolean> {
  const scope = await openScope({ subjectId, capacity });
  if (scope === null) return false;
  try {
    for (const { kind, caseId, ids } of notices) {
      if ((await rules.visibleChange(scope, kind, caseId, ids)) !== null) return true;
    }
    return false;
  } catch (error) {
    // What cannot be judged is not told of, and keeps nobody else waiting.
    onFault(error);
    return false;
  } finally {
    await scope.abandon();
  }
}

/** @returns milliseconds until it is tried again; `null` for never, since it went out or too often did not. */
async function sent(
  { subjectId, sealed, attempts }: Due,
  addresses: AddressBook,
  link: string | null,
  send: SendMail,
  { onFault }: MailTurnDependencies,
): Promise<number | null> {
  try {
    await send(addresses.open(subjectId, sealed), newsMail(link));
    return null;
  } catch (error) {
    onFault(error);
    return pauseAfter(attempts + 1);
  }
}
