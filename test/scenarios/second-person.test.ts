/** Four eyes: where the local rules ask for it, a yes waits for a second person, and a no never does. */
import { randomUUID } from 'node:crypto';
import { setClock } from '../../src/storage/clock.js';
import { openPools } from '../../src/storage/pools.js';
import { destroyLapsedForms } from '../../src/record/destruction.js';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { consentStory } from '../support/consent-story.js';
import type { ConsentStory, NamedCell } from '../support/consent-story.js';
import { refusalOf } from '../support/refusals.js';

const COORDINATOR = { capacity: 'COORDINATOR' };
const COLLEAGUE = { profession: 'SOCIAL_WORKER' };
const CELL: NamedCell = ['LEISURE', 'SOCIAL_SERVICES', 'LEISURE'];
const DAY = 86_400_000;
const FORMS = `query ($id: ID!) { case(id: $id) { status pendingConsents { id purpose signers { personId } scope { categories }
  evidence { method recordedBy { name } } enteredAt lapsesAt } consents { recordedAt appliesFrom decision
  signer { personId } evidence { recordedBy { name } confirmedBy { name } } } } }`;

interface Seen {
  status: string;
  pendingConsents: { id: string; enteredAt: string; signers: { personId: string }[] }[] | null;
  consents: { recordedAt: string; appliesFrom: string; decision: string; evidence: object }[] | null;
}
type Who = Parameters<ConsentStory['ask']>[0];

let app: TestApp;
let story: ConsentStory;
beforeAll(async () => {
  app = await startTestApp();
  story = await consentStory(app, 'Vellinge', 'Nova Lindgärde');
  await owner(`update rule_pack set rules = rules || '{"consentNeedsSecondPerson": true}'`);
});
afterAll(() => app.stop());
beforeEach(() => owner(`delete from pending_consent`));

const owner = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  asOwner(app.database.login, async (client) => (await client.query<Record<string, unknown>>(sql, values)).rows);
const seen = async (who: Who): Promise<Seen> => (await story.ask<{ case: Seen }>(who, FORMS)).data.case;
const waiting = async (): Promise<string[]> => ((await seen(COORDINATOR)).pendingConsents ?? []).map(({ id }) => id);
const everybody = (): Record<string, 'GRANTED'> =>
  Object.fromEntries([story.young.youngPersonId, ...story.young.guardianIds].map((id) => [id, 'GRANTED'] as const));
async function entered(more: object = {}): Promise<string> {
  expect(refusalOf(await story.form(everybody(), [CELL], more))).toBe('');
  return (await waiting())[0]!;
}
function answers(
  who: Who,
  field: 'confirmConsent' | 'rejectConsent',
  pendingConsentId: string,
): Promise<Answer<unknown>> {
  const input = { requestId: randomUUID(), caseId: story.young.id, pendingConsentId };
  const document = `mutation ($input: AnswerConsentFormInput!) { ${field}(input: $input) { __typename } }`;
  return story.ask(who, document, { input });
}

it('a no is in the ledger at once, while the yes beside it waits and opens nothing', async () => {
  const before = (await seen(COORDINATOR)).consents!.length;
  const [father, mother] = story.young.guardianIds;
  await story.form({ [story.young.youngPersonId]: 'GRANTED', [mother!]: 'GRANTED', [father!]: 'REFUSED' }, [CELL]);
  const { pendingConsents, consents, status } = await seen(COORDINATOR);
  expect(consents!.slice(before)).toMatchObject([{ decision: 'REFUSED', evidence: { confirmedBy: null } }]);
  expect(pendingConsents).toMatchObject([
    { signers: [{ personId: story.young.youngPersonId }, { personId: mother }], scope: [{ categories: ['LEISURE'] }] },
  ]);
  expect([status, await story.isOpen(CELL)]).toEqual(['CONSENT_PENDING', false]);
});

it('is refused to whoever entered it, also in another role, and one that there is not is not found', async () => {
  const id = await entered();
  expect(refusalOf(await answers(COORDINATOR, 'confirmConsent', id))).toBe('FORBIDDEN secondPersonNeeded');
  expect(refusalOf(await answers(COORDINATOR, 'rejectConsent', id))).toBe('FORBIDDEN secondPersonNeeded');
  const idOf = (who: object): string => app.persona({ municipality: 'Vellinge', ...who }).id;
  const [own] = await owner('select professional_id as id from role_term where id = $1', [idOf(COLLEAGUE)]);
  const isHeldBy = 'update role_term set professional_id = $1 where id = $2';
  const [same] = await owner('select professional_id as id from role_term where id = $1', [idOf(COORDINATOR)]);
  await owner(isHeldBy, [same!['id'], idOf(COLLEAGUE)]);
  expect(refusalOf(await answers(COLLEAGUE, 'confirmConsent', id))).toBe('FORBIDDEN secondPersonNeeded');
  await owner(isHeldBy, [own!['id'], idOf(COLLEAGUE)]);
  expect(refusalOf(await answers(COORDINATOR, 'confirmConsent', randomUUID()))).toBe('NOT_FOUND nodeNotFound');
  expect(await waiting()).toEqual([id]);
  expect(await story.isOpen(CELL)).toBe(false);
});

it('is shown to the family and to whoever confirms it, to no other agency, and gone when it is rejected', async () => {
  const id = await entered();
  for (const who of [COLLEAGUE, COORDINATOR, { name: 'Nova Lindgärde' }])
    expect((await seen(who)).pendingConsents).toMatchObject([{ id }]);
  for (const profession of ['POLICE_OFFICER', 'PRINCIPAL', 'LEISURE_LEADER']) {
    expect((await seen({ profession })).pendingConsents).toBeNull();
    const [known, unknown] = await Promise.all(
      [id, randomUUID()].map((form) => answers({ profession }, 'confirmConsent', form)),
    );
    expect([refusalOf(known!), known!.text]).toEqual(['NOT_FOUND nodeNotFound', unknown!.text]);
  }
  expect(refusalOf(await answers(COLLEAGUE, 'rejectConsent', id))).toBe('');
  expect(await waiting()).toEqual([]);
  expect(await owner('select content_sealed, state from pending_consent')).toEqual([
    { content_sealed: null, state: 'REJECTED' },
  ]);
  expect(refusalOf(await answers(COLLEAGUE, 'confirmConsent', id))).toBe('INVALID_STATE formAnswered');
  expect(await story.isOpen(CELL)).toBe(false);
});

it('lapses by itself after two weeks, and what it said is destroyed then, which changes no answer', async () => {
  const id = await entered();
  const stored = (): Promise<object[]> =>
    owner('select state, content_sealed is not null as "isKept", answered_at as "answeredAt" from pending_consent');
  const refused = async (): Promise<void> => {
    expect(await waiting()).toEqual([]);
    for (const field of ['confirmConsent', 'rejectConsent'] as const)
      expect(refusalOf(await answers(COLLEAGUE, field, id))).toBe('INVALID_STATE formLapsed');
  };
  const { jobs, end } = openPools(app.database.login);
  try {
    await setClock(app.database.login, Date.now() + 14 * DAY - 60_000);
    expect(await destroyLapsedForms(jobs)).toBe(0);
    expect(await waiting()).toEqual([id]);
    await setClock(app.database.login, Date.now() + 14 * DAY + 1_000);
    await refused();
    expect(await stored()).toEqual([{ state: 'WAITING', isKept: true, answeredAt: null }]);
    expect([await destroyLapsedForms(jobs), await destroyLapsedForms(jobs)]).toEqual([1, 0]);
    await refused();
    expect(await stored()).toEqual([{ state: 'LAPSED', isKept: false, answeredAt: null }]);
  } finally {
    await setClock(app.database.login, Date.now());
    await end();
  }
});

it('is destroyed by nobody but the schedule, and an answered one is not a lapsed one', async () => {
  const id = await entered();
  expect(refusalOf(await answers(COLLEAGUE, 'rejectConsent', id))).toBe('');
  const pools = openPools(app.database.login);
  try {
    await setClock(app.database.login, Date.now() + 15 * DAY);
    expect(await destroyLapsedForms(pools.jobs)).toBe(0);
    expect(refusalOf(await answers(COLLEAGUE, 'confirmConsent', id))).toBe('INVALID_STATE formAnswered');
    for (const pool of [pools.reader, pools.writer])
      await expect(destroyLapsedForms(pool)).rejects.toThrow(/permission/);
  } finally {
    await setClock(app.database.login, Date.now());
    await pools.end();
  }
});

it('does not undo a no that a signer has said since it was entered', async () => {
  const id = await entered();
  expect(refusalOf(await story.takesBack({ name: 'Nova Lindgärde' }, [['SCHOOL', 'POLICE', 'LEISURE']]))).toBe('');
  expect(refusalOf(await answers(COLLEAGUE, 'confirmConsent', id))).toBe('INVALID_STATE formOvertaken');
  expect(await story.isOpen(CELL)).toBe(false);
});

it('is judged anew: whoever signs no more has not signed', async () => {
  const id = await entered();
  const [guardian] = story.young.guardianIds;
  await owner(`update custody set prevented_from = '2020-01-01' where guardian_id = $1`, [guardian]);
  expect(refusalOf(await answers(COLLEAGUE, 'confirmConsent', id))).toBe('INVALID_STATE signersChanged');
  await owner('update custody set prevented_from = null where guardian_id = $1', [guardian]);
});

it('the second person’s yes writes the ledger as of now, opens, and starts the work', async () => {
  const id = await entered();
  const before = (await seen(COORDINATOR)).consents!.length;
  const { enteredAt } = (await seen(COORDINATOR)).pendingConsents![0]!;
  const note = await story.note();
  expect(await story.reads('SOCIAL_WORKER', note)).toBe(false);
  expect(refusalOf(await answers(COLLEAGUE, 'confirmConsent', id))).toBe('');
  const { status, consents, pendingConsents } = await seen(COORDINATOR);
  const written = consents!.slice(before);
  const named = (who: object): string => app.persona({ municipality: 'Vellinge', ...who }).name;
  expect(written).toHaveLength(3);
  for (const { recordedAt, appliesFrom, evidence } of written) {
    expect(Date.parse(recordedAt)).toBeGreaterThan(Date.parse(enteredAt));
    expect(appliesFrom).toBe(recordedAt);
    expect(evidence).toEqual({ recordedBy: { name: named(COORDINATOR) }, confirmedBy: { name: named(COLLEAGUE) } });
  }
  expect([status, pendingConsents, await story.isOpen(CELL)]).toEqual(['ACTIVE', [], true]);
});
