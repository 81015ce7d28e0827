import { randomUUID } from 'node:crypto';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { caseOf } from '../support/demo-case.js';
import { TestSocket } from '../support/socket.js';
import type { YoungCase } from '../support/demo-case.js';

let app: TestApp;
let elias: YoungCase;
const someone = (profession: string): Persona => app.persona({ municipality: 'Uddevalla', profession });
interface Recorded {
  it: {
    id: string;
    version: number;
    category: string;
    before: string;
    after: string | null;
    atFollowUp: string | null;
    holder: { kind: string };
  } | null;
}
const FIELDS = 'id version category before after atFollowUp holder { kind }';
const record = (as: Persona, more: object): Promise<Answer<Recorded>> =>
  app.ask<Recorded>(
    as.token,
    `mutation ($input: RecordOutcomeInput!) { it: recordOutcome(input: $input) { ${FIELDS} } }`,
    {
      input: { requestId: randomUUID(), caseId: elias.id, expectedVersion: 0, ...more },
    },
  );
const shownTo = async ({ token }: Persona): Promise<string[]> => {
  const document = `{ case(id: "${elias.id}") { outcomes { ${FIELDS} } } }`;
  const { data } = await app.ask<{ case: { outcomes: NonNullable<Recorded['it']>[] } }>(token, document);
  return data.case.outcomes.map(({ category, before, after, holder }) =>
    [holder.kind, category, before, after ?? 'none'].join(' '),
  );
};

beforeAll(async () => {
  app = await startTestApp();
  elias = await caseOf(app, app.persona({ municipality: 'Uddevalla', name: 'Elias' }).token);
});
afterAll(() => app.stop());

it('each agency says what it knows, before and after, and others read it by consent alone', async () => {
  const [principal, police] = [someone('PRINCIPAL'), someone('POLICE_OFFICER')];
  const first = (await record(principal, { category: 'SCHOOL_RESULTS', before: 'NOT_MET' })).data.it!;
  expect(first).toMatchObject({ before: 'NOT_MET', after: null, holder: { kind: 'SCHOOL' } });
  const second = (await record(principal, { category: 'SCHOOL_RESULTS', expectedVersion: 1, after: 'PARTLY_MET' })).data
    .it!;
  expect(second).toMatchObject({ id: first.id, before: 'NOT_MET', after: 'PARTLY_MET' });
  await record(police, { category: 'OFFENDING', before: 'PARTLY_MET', after: 'MET' });
  const [school, offending] = ['SCHOOL SCHOOL_RESULTS NOT_MET PARTLY_MET', 'POLICE OFFENDING PARTLY_MET MET'];
  // Elias's form opens offending to social services, and nothing of school results.
  expect(await shownTo(principal)).toEqual([school]);
  expect(await shownTo(police)).toEqual([offending]);
  expect(await shownTo(someone('SOCIAL_WORKER'))).toEqual([offending]);
  // The family reads outcomes as it reads situations: by the one table of its own right, and so none of these.
  expect(await shownTo(app.persona({ municipality: 'Uddevalla', name: 'Elias' }))).toEqual([]);
});

it('is told to those who may read it, and to nobody else', async () => {
  const [police, worker, leisure] = [someone('POLICE_OFFICER'), someone('SOCIAL_WORKER'), someone('LEISURE_LEADER')];
  const sockets = await Promise.all([police, worker, leisure].map(({ token }) => TestSocket.signIn(app.url, token)));
  const stream =
    'subscription ($caseId: ID!) { caseChanged(caseId: $caseId) { ... on CaseChanged { case { outcomes { after } } } } }';
  for (const socket of sockets) socket.subscribe('a', stream, { caseId: elias.id });
  const told = async (socket: TestSocket): Promise<unknown> => (await socket.frame('a')).data?.['caseChanged'];
  const note = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { id } }';
  const said = { requestId: randomUUID(), caseId: elias.id, category: 'OFFENDING', text: 'Lugnt i helgen.' };
  await app.ask(police.token, note, { input: said });
  await told(sockets[0]!);
  await told(sockets[1]!);
  expect(refusalOf(await record(police, { category: 'OFFENDING', expectedVersion: 1, after: 'NOT_MET' }))).toBe('');
  const offending = { case: { outcomes: [{ after: 'NOT_MET' }] } };
  expect([await told(sockets[0]!), await told(sockets[1]!)]).toEqual([offending, offending]);
  // Elias's form opens nothing of offending to leisure: what comes first is what they record themselves.
  expect(refusalOf(await record(leisure, { category: 'EMPLOYMENT', before: 'MET' }))).toBe('');
  expect(await told(sockets[2]!)).toEqual({ case: { outcomes: [{ after: null }] } });
  for (const socket of sockets) await socket.close();
});

it('what the follow-up finds stands beside what was said at the closing, and is said no sooner', async () => {
  const principal = someone('PRINCIPAL');
  const found = { category: 'SCHOOL_RESULTS', expectedVersion: 2, atFollowUp: 'MET' };
  expect(refusalOf(await record(principal, found))).toBe('INVALID_STATE statusForbids');
  const close = 'mutation ($input: CloseCaseInput!) { closeCase(input: $input) { id } }';
  const followUpUntil = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const input = { requestId: randomUUID(), caseId: elias.id, reason: 'PERIOD_OVER', followUpUntil };
  expect(refusalOf(await app.ask(someone('COORDINATOR').token, close, { input }))).toBe('');
  const { it: told } = (await record(principal, found)).data;
  expect(told).toMatchObject({ version: 3, before: 'NOT_MET', after: 'PARTLY_MET', atFollowUp: 'MET' });
});

it('rests on the version that was read; where none is recorded yet, that is 0', async () => {
  const leisure = someone('LEISURE_LEADER');
  const early = await record(leisure, { category: 'LEISURE', expectedVersion: 1, before: 'NOT_MET' });
  expect(early.errors?.[0]?.extensions).toMatchObject({
    ...{ code: 'CONFLICT', reason: 'versionPassed', current: { id: null, version: 0, before: null } },
  });
  const { it: first } = (await record(leisure, { category: 'LEISURE', before: 'NOT_MET' })).data;
  const lost = await record(leisure, { category: 'LEISURE', before: 'UNKNOWN' });
  expect(lost.errors?.[0]?.extensions).toMatchObject({
    current: { id: first!.id, version: 1, before: 'NOT_MET', after: null },
  });
});

it.each([
  [{ category: 'FAMILY', after: 'MET' }, 'BAD_USER_INPUT noSuchEffect'],
  [{ category: 'LEISURE' }, 'BAD_USER_INPUT nothingToChange'],
])('%j is refused', async (more, refusal) => {
  expect(refusalOf(await record(someone('LEISURE_LEADER'), more))).toBe(refusal);
});
