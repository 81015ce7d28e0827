import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Given, Report } from './main.js';
import { milliseconds, quantile } from './report.js';
import { startTestApp } from '../test/support/app.js';
import type { TestApp } from '../test/support/app.js';
import { startTestCluster } from '../test/support/cluster.js';
import { FULL_CASE } from '../test/support/documents.js';
import { caseOf } from '../test/support/demo-case.js';
import type { YoungCase } from '../test/support/demo-case.js';

const MUNICIPALITY = 'Uddevalla';
/** The same parties and signers; the first is told on, the other stays as it was. */
const WORN = 'Alva';
const FRESH = 'Melvin';
const READ = `query ($id: ID!) { case(id: $id) { status access { category readable } notes(first: 20) { edges { node { id } } }
  plan { goals { id } } } }`;

/** What a form, a withdrawal, an action and a read cost in a case of many forms, beside a case of few, in turns. */
export async function writes(given: Given): Promise<Report> {
  const cluster = await startTestCluster();
  process.env['SIG_TEST_CLUSTER'] = JSON.stringify(cluster.info);
  try {
    const app = await startTestApp();
    const client = new pg.Client(app.database.login);
    await client.connect();
    try {
      return await measured(app, client, given('rounds', 40));
    } finally {
      await client.end();
      await app.stop();
    }
  } finally {
    await cluster.stop();
  }
}

async function measured(app: TestApp, client: pg.Client, rounds: number): Promise<Report> {
  const [worn, fresh] = [await told(app, WORN), await told(app, FRESH)];
  const first = await timed(worn.form);
  for (let round = 0; round < rounds; round++) {
    await worn.withdrawal();
    await worn.form();
  }
  const kilobytes = async (sql: string): Promise<string> => {
    const { rows } = await client.query<{ bytes: number }>(sql, [worn.young.id]);
    return `${((rows[0]?.bytes ?? NaN) / 1000).toFixed(1)} kB`;
  };
  const sizes: Report = [
    ['the ledger in the facts', await kilobytes(`select octet_length((sig.facts_of($1) -> 'ledger')::text) as bytes`)],
    ['the facts', await kilobytes('select octet_length(sig.facts_of($1)::text) as bytes')],
  ];
  const turns: readonly Turn[] = [
    { what: 'withdrawal', act: ({ withdrawal }) => withdrawal(), times: 1, few: [], many: [] },
    { what: 'form', act: ({ form }) => form(), times: 1, few: [], many: [] },
    { what: 'action', act: ({ action }) => action(), times: 1, few: [], many: [] },
    { what: 'read', act: ({ read }) => read(READ), times: 5, few: [], many: [] },
    { what: 'read of the full case', act: ({ read }) => read(FULL_CASE), times: 5, few: [], many: [] },
  ];
  const waits: number[] = [];
  for (let round = 0; round < 9; round++) {
    for (const [one, side] of [[fresh, 'few'] as const, [worn, 'many'] as const]) {
      for (const turn of turns) {
        for (let time = 0; time < turn.times; time++) turn[side].push(await timed(() => turn.act(one)));
      }
    }
    await worn.withdrawal();
    waits.push(await longestWait(app, worn.young.id, worn.form));
  }
  const { rows: counted } = await client.query<{ count: string }>(
    'select count(*) as count from sig.opening where case_id = $1',
    [worn.young.id],
  );
  return [
    ['the very first form', milliseconds(first)],
    ...turns.map(({ what, few, many }): [string, string] => [
      `${what}: few, then ${rounds} rounds`,
      `${milliseconds(quiet(few))}, ${milliseconds(quiet(many))} (× ${(quiet(many) / quiet(few)).toFixed(2)})`,
    ]),
    [
      'waited for the lock during a form: tenth, longest',
      `${milliseconds(quiet(waits))}, ${milliseconds(Math.max(...waits))}`,
    ],
    ...sizes,
    ['rows of openings', counted[0]?.count ?? ''],
  ];
}

/** Whatever else the machine does makes it slower, never faster. */
const quiet = (times: readonly number[]): number => quantile(times, 0.1);

interface Turn {
  readonly what: string;
  readonly act: (one: Told) => Promise<unknown>;
  readonly times: number;
  /** Milliseconds in the case that stayed as it was, and in the one that was told on. */
  readonly few: number[];
  readonly many: number[];
}

interface Told {
  readonly young: YoungCase;
  readonly form: () => Promise<unknown>;
  readonly withdrawal: () => Promise<unknown>;
  readonly action: () => Promise<unknown>;
  readonly read: (query: string) => Promise<unknown>;
}

async function told(app: TestApp, name: string): Promise<Told> {
  const own = app.persona({ municipality: MUNICIPALITY, name });
  const coordinator = app.persona({ municipality: MUNICIPALITY, capacity: 'COORDINATOR' });
  const young = await caseOf(app, own.token);
  const done = async (token: string, query: string, variables: object): Promise<unknown> => {
    const { errors, data } = await app.ask(token, query, variables);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  const found = (await done(coordinator.token, READ, { id: young.id })) as {
    case: { plan: { goals: { id: string }[] } };
  };
  const goalId = found.case.plan.goals[0]?.id;
  const evidence = { method: 'WRITTEN', formVersion: '1', language: 'sv', informedById: coordinator.id };
  return {
    young,
    form: () =>
      done(coordinator.token, 'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id } }', {
        input: {
          ...{ requestId: randomUUID(), caseId: young.id, purpose: 'En samlad bild', evidence },
          signers: [young.youngPersonId, ...young.guardianIds].map((personId) => ({ personId, decision: 'GRANTED' })),
          talkOpenly: young.agencies.map(({ id }) => id),
        },
      }),
    withdrawal: () => done(own.token, 'mutation ($id: ID!) { withdrawConsent(caseId: $id) { id } }', { id: young.id }),
    action: () =>
      done(coordinator.token, 'mutation ($input: AddActionInput!) { addAction(input: $input) { id } }', {
        input: { requestId: randomUUID(), goalId, what: 'Ringa hem', responsible: { personId: young.youngPersonId } },
      }),
    read: (query) => done(coordinator.token, query, { id: young.id }),
  };
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** Asks for the lock of the case again and again while something is done. */
async function longestWait(app: TestApp, caseId: string, act: () => Promise<unknown>): Promise<number> {
  const client = new pg.Client(app.database.login);
  await client.connect();
  let [longest, isDone] = [0, false];
  const asking = (async () => {
    while (!isDone) {
      const waited = await timed(() => client.query('select from sig.case_file where id = $1 for update', [caseId]));
      longest = Math.max(longest, waited);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  await act();
  isDone = true;
  await asking;
  await client.end();
  return longest;
}
