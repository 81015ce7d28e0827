import type { TestApp } from '../app.js';
import { changing, withdrawal } from '../changes.js';
import { planSeenBy } from '../plan-stream.js';
import { TestSocket } from '../socket.js';
import { random } from './random.js';

export interface WithdrawalRaces {
  readonly races: number;
  readonly frames: number;
  /** Frames whose snapshot is later than the withdrawal and that carry what it closed. */
  readonly leaks: number;
  /** Milliseconds from the commit of each withdrawal to the end of the stream. */
  readonly cutAfter: readonly number[];
}

const STREAM = `subscription ($caseId: ID) { planChanged(caseId: $caseId) {
  __typename ... on PlanChanged { at plan { id } } ... on AccessEnded { at reason } } }`;

/** A withdrawal is committed somewhere in a stream of changes, again and again. */
export async function withdrawalRaces(
  app: TestApp,
  { races, did = () => undefined }: { readonly races: number; readonly did?: (more: number) => void },
): Promise<WithdrawalRaces> {
  const { token } = app.persona({ municipality: 'Vellinge', profession: 'POLICE_OFFICER' });
  const { caseId, planId, seen } = await planSeenBy(app, token, ({ status }) => status === 'ACTIVE');
  const [changes, withdrawer] = [await changing(app.database), await changing(app.database)];
  const next = random(1);
  const cutAfter: number[] = [];
  let [frames, leaks] = [0, 0];
  await withdrawer.client.query('create temporary table kept as select * from sig.opening where case_id = $1', [
    caseId,
  ]);
  const socket = await TestSocket.signIn(app.url, token);
  try {
    for (let race = 0; race < races; race++) {
      socket.subscribe(`race-${race}`, STREAM, { caseId });
      await changes.change(caseId, { PLAN_CHANGED: [planId] });
      await socket.frame(`race-${race}`);
      const writing = new AbortController();
      const written = (async () => {
        while (!writing.signal.aborted) await changes.change(caseId, { PLAN_CHANGED: [planId] });
      })();
      await new Promise((resolve) => setTimeout(resolve, 15 * next()));
      await withdrawer.change(caseId, { CONSENT_CHANGED: [] }, withdrawal(caseId, seen.youngPerson.id));
      const committed = performance.now();
      // Read behind the commit: a snapshot with a later instant has seen it.
      const { rows } = await withdrawer.client.query<{ at: Date }>('select sig.now() as at');
      const withdrawnAt = rows[0]?.at.getTime() ?? 0;
      for (let ended = false; !ended;) {
        const told = (await socket.frame(`race-${race}`)).data?.['planChanged'] as {
          __typename: string;
          at: string;
          plan?: object;
        };
        frames += 1;
        ended = told.__typename === 'AccessEnded';
        if (!ended && Date.parse(told.at) > withdrawnAt) leaks += 1;
      }
      cutAfter.push(performance.now() - committed);
      writing.abort();
      await written;
      await socket.next();
      did(1);
      // As if it had not been: the next race begins where this one did.
      await withdrawer.change(caseId, { CONSENT_CHANGED: [] }, async (client) => {
        await client.query(
          `delete from sig.consent_statement s where s.case_id = $1 and s.decision = 'WITHDRAWN' and s.recorded_at = (
            select max(w.recorded_at) from sig.consent_statement w where w.case_id = $1)`,
          [caseId],
        );
        await client.query('insert into sig.opening select * from kept');
      });
    }
  } finally {
    await socket.close();
    await Promise.all([changes.end(), withdrawer.end()]);
  }
  return { races, frames, leaks, cutAfter };
}
