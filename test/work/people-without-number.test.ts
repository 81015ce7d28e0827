import { randomUUID } from 'node:crypto';
import { loadKeys } from '../../src/crypto/keys.js';
import { testIdentityNumber } from '../../src/demo/test-identity-number.js';
import { createDevelopmentTokens } from '../../src/http/token.js';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { bornAgo, proposing } from '../support/proposing.js';
import { refusalOf } from '../support/refusals.js';

let app: TestApp;
let coordinator: string;
let secretary: string;
let police: string;
/** Another coordinator of the municipality, who knows no case yet. */
let second: string;

const BORN = bornAgo(15);
const DIGITS = BORN.replaceAll('-', '');
/** Somebody born on that day who has a number. */
const NUMBERED = { personalIdentityNumber: testIdentityNumber(BORN, 'FEMALE') };
const NONE = { personalIdentityNumber: null, birthDate: BORN };

beforeAll(async () => {
  app = await startTestApp();
  const inUddevalla = (more: object): string => app.persona({ municipality: 'Uddevalla', ...more }).token;
  coordinator = inUddevalla({ capacity: 'COORDINATOR' });
  secretary = inUddevalla({ profession: 'FIELD_SECRETARY' });
  police = inUddevalla({ profession: 'POLICE_OFFICER' });
  const id = randomUUID();
  await asOwner(app.database.login, (client) =>
    client.query(
      `insert into role_term select (jsonb_populate_record(t, jsonb_build_object('id', $2::uuid, 'valid_from', now()))).*
        from role_term t where t.id = $1`,
      [app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }).id, id],
    ),
  );
  const { issueToken } = await createDevelopmentTokens((await loadKeys(app.database.dataDir)).tokens);
  second = await issueToken({ subjectId: id, capacity: 'COORDINATOR' }, Date.now(), 3_600_000);
});
afterAll(() => app.stop());

interface Case {
  id: string;
  youngPerson: { personalIdentityNumber: string | null; birthDate: string | null; age: number | null };
  proposal: { alreadyInCase: boolean } | null;
  namesakes: { caseId: string | null }[] | null;
}
const CASES = `query ($search: String) { cases(search: $search, first: 100) { edges { node { id
  youngPerson { personalIdentityNumber birthDate age } proposal { alreadyInCase } namesakes { caseId } } } } }`;
const casesOf = async (token: string, search: string): Promise<readonly Case[]> => {
  const { data, errors } = await app.ask<{ cases: { edges: { node: Case }[] } }>(token, CASES, { search });
  expect(errors).toBeUndefined();
  return data.cases.edges.map(({ node }) => node);
};
async function seen(token: string, id: string): Promise<Case> {
  const all = await casesOf(token, '');
  return all.find((one) => one.id === id)!;
}
/** A family name that no other test has, so that nobody is found by it but who is meant. */
const family = (): string => `Prov${randomUUID().replace(/[^a-z]/g, '')}`;
async function proposed(by: string, more: object): Promise<string> {
  const { data, errors } = await proposing(app, by, more);
  expect(errors).toBeUndefined();
  return asOwner(app.database.login, async (client) => {
    const { rows } = await client.query<{ id: string }>('select case_id as id from proposal where id = $1', [
      data.proposal!.id,
    ]);
    return rows[0]!.id;
  });
}
const send = (by: string, field: string, type: string, input: object): Promise<Answer<unknown>> =>
  app.ask(by, `mutation ($input: ${type}!) { ${field}(input: $input) { __typename } }`, {
    input: { requestId: randomUUID(), ...input },
  });
async function running(by: string, more: object): Promise<string> {
  const caseId = await proposed(by, more);
  expect(
    refusalOf(await send(by === second ? second : coordinator, 'acceptProposal', 'AcceptProposalInput', { caseId })),
  ).toBe('');
  return caseId;
}

describe('who is proposed', () => {
  it.each([
    ['a T-number', { personalIdentityNumber: `${DIGITS}T123` }, `${DIGITS}-T123`],
    ['a TF-number', { personalIdentityNumber: `${DIGITS}-tf10` }, `${DIGITS}-TF10`],
    ['an R-number', { personalIdentityNumber: `${DIGITS}-R123`, birthDate: BORN }, `${DIGITS}-R123`],
    ['no number', NONE, null],
  ])('may have %s', async (_, known, number) => {
    const familyName = family();
    const caseId = await proposed(secretary, { ...known, familyName });
    expect(await casesOf(coordinator, familyName)).toMatchObject([
      { id: caseId, youngPerson: { personalIdentityNumber: number, birthDate: BORN, age: 15 } },
    ]);
    expect((await casesOf(coordinator, number ?? familyName)).map(({ id }) => id)).toContain(caseId);
  });

  it('may have a coordination number, from which the day follows', async () => {
    const familyName = family();
    const personalIdentityNumber = '20110566-2389';
    await proposed(secretary, { familyName, personalIdentityNumber });
    expect(await casesOf(coordinator, familyName)).toMatchObject([
      { youngPerson: { personalIdentityNumber, birthDate: '2011-05-06' } },
    ]);
  });

  it.each([
    [{ personalIdentityNumber: null }, 'identityMissing'],
    [{ personalIdentityNumber: `${DIGITS}-TF10`, birthDate: '2011-01-01' }, 'birthDateDiffers'],
    [{ personalIdentityNumber: '20110230-TF10' }, 'identityNumberWrong'],
    [{ personalIdentityNumber: `${DIGITS}-X123` }, 'identityNumberWrong'],
    [{ personalIdentityNumber: '20110566-2380' }, 'identityNumberWrong'],
    [{ ...NONE, birthDate: bornAgo(30) }, 'outsideTargetAge'],
  ])('is not known by %j', async (known, reason) => {
    expect(refusalOf(await proposing(app, police, known))).toBe(`BAD_USER_INPUT ${reason}`);
  });
});

describe('a T-, TF- or R-number', () => {
  it('tells the same person with the same name only: two schools may give the same to two', async () => {
    const number = { personalIdentityNumber: `${DIGITS}-TF44` };
    const [one, other] = [family(), family()];
    const first = await running(secretary, { ...number, familyName: one });
    const again = await proposed(secretary, { ...number, familyName: one.toUpperCase() });
    const stranger = await proposed(secretary, { ...number, familyName: other });
    expect(await seen(coordinator, again)).toMatchObject({ proposal: { alreadyInCase: true }, namesakes: [] });
    expect(await seen(coordinator, stranger)).toMatchObject({ proposal: { alreadyInCase: false }, namesakes: [] });
    expect(await seen(coordinator, first)).toMatchObject({ namesakes: [] });
  });
});

describe('somebody of the same name and birth date who has a running case', () => {
  it('is a hint to the coordinator who knows that case, which is recorded in it as a reading', async () => {
    const familyName = family();
    const before = await running(secretary, { ...NUMBERED, familyName });
    const after = await proposed(secretary, { ...NONE, familyName: familyName.toUpperCase() });
    await asOwner(app.database.login, (client) => client.query('truncate access_record cascade'));
    const { data } = await app.ask<{ case: Pick<Case, 'namesakes'> }>(
      coordinator,
      `{ case(id: "${after}") { namesakes { caseId } } }`,
    );
    expect(data.case.namesakes).toEqual([{ caseId: before }]);
    const recorded = await asOwner(app.database.login, async (client) => {
      const { rows } = await client.query<{ entries: { category: string }[] }>(
        'select entries from access_record where case_id = $1',
        [before],
      );
      return rows.flatMap(({ entries }) => entries.map(({ category }) => category));
    });
    expect(recorded).toEqual(['IDENTITY']);
    expect(await seen(coordinator, after)).toMatchObject({ proposal: { alreadyInCase: false } });
    expect(await seen(coordinator, before)).toMatchObject({ namesakes: [] });
  });

  it('also where neither has a number, and not where one was born on another day or is proposed elsewhere', async () => {
    const familyName = family();
    const before = await running(secretary, { ...NONE, familyName });
    const after = await proposed(secretary, { ...NONE, familyName });
    expect(await seen(coordinator, after)).toMatchObject({ namesakes: [{ caseId: before }] });
    const younger = await proposed(secretary, { ...NONE, birthDate: bornAgo(14), familyName });
    expect(await seen(coordinator, younger)).toMatchObject({ namesakes: [] });
    const inVellinge = (more: object): string => app.persona({ municipality: 'Vellinge', ...more }).token;
    const elsewhere = { ...NONE, familyName, concern: { stand: 'KNOWN_TO_BE_INVOLVED' } };
    const there = await proposed(inVellinge({ profession: 'FIELD_SECRETARY' }), elsewhere);
    expect(await seen(inVellinge({ capacity: 'COORDINATOR' }), there)).toMatchObject({ namesakes: [] });
  });

  it('is no hint while the proposal is blind, and never one to whoever proposed', async () => {
    const familyName = family();
    const before = await running(secretary, { ...NUMBERED, familyName });
    const [again, stranger] = [
      await proposing(app, police, { ...NONE, familyName }),
      await proposing(app, police, { ...NONE, familyName: family() }),
    ];
    const shapeOf = ({ data, status }: typeof again): object => [status, { ...data.proposal, id: '' }];
    expect(shapeOf(again)).toEqual(shapeOf(stranger));
    const all = (await casesOf(coordinator, '')).filter(({ namesakes }) =>
      namesakes?.some(({ caseId }) => caseId === before || caseId === null),
    );
    expect(all).toEqual([]);
    const basis = { proposalId: again.data.proposal!.id, basis: 'FAMILY_AGREED' };
    const stated = await send(police, 'stateBasis', 'StateBasisInput', basis);
    expect(refusalOf(stated)).toBe('');
    const told = (await casesOf(coordinator, familyName)).flatMap(({ namesakes }) => namesakes ?? []);
    expect(told).toEqual([{ caseId: before }]);
    const ofPolice = await casesOf(police, '');
    expect(new Set(ofPolice.map(({ namesakes }) => namesakes))).toEqual(new Set([null]));
  });

  it('is a hint to that case’s own coordinator where the other does not know it, and not which proposal', async () => {
    const familyName = family();
    const before = await running(secretary, { ...NUMBERED, familyName });
    const after = await proposed(second, { ...NONE, familyName });
    expect(await seen(second, after)).toMatchObject({ proposal: { alreadyInCase: false }, namesakes: [] });
    expect(await seen(coordinator, before)).toMatchObject({ namesakes: [{ caseId: null }] });
    const answer = await app.ask(coordinator, `{ case(id: "${before}") { namesakes { caseId } proposal { words } } }`);
    expect(answer.text).not.toContain(after);
  });

  it('is no hint about whoever is found by no name', async () => {
    const familyName = family();
    const protect = async (by: string, caseId: string): Promise<void> => {
      const { data } = await app.ask<{ case: { youngPerson: { id: string } } }>(
        by,
        `{ case(id: "${caseId}") { youngPerson { id } } }`,
      );
      const input = { caseId, personId: data.case.youngPerson.id, level: 'PROTECTED_REGISTRATION' };
      expect(refusalOf(await send(by, 'protectPerson', 'ProtectionInput', input))).toBe('');
    };
    const hidden = await running(secretary, { ...NUMBERED, familyName });
    await protect(coordinator, hidden);
    const after = await proposed(secretary, { ...NONE, familyName });
    expect(await seen(coordinator, after)).toMatchObject({ namesakes: [] });

    const other = family();
    const before = await running(secretary, { familyName: other });
    await protect(second, await proposed(second, { ...NONE, familyName: other }));
    expect(await seen(coordinator, before)).toMatchObject({ namesakes: [] });
  });
});
