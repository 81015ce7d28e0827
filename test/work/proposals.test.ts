import { randomUUID } from 'node:crypto';
import { setClock } from '../../src/storage/clock.js';
import { testIdentityNumber } from '../../src/demo/test-identity-number.js';
import { destroyDeclined } from '../../src/record/destruction.js';
import { openPools } from '../../src/storage/pools.js';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { bornAgo, proposing } from '../support/proposing.js';
import type { Told } from '../support/proposing.js';
import { refusalOf } from '../support/refusals.js';

let app: TestApp;
const uddevalla = { municipality: 'Uddevalla' };
const as = (profession: string, municipality = 'Uddevalla'): string => app.persona({ municipality, profession }).token;
const coordinator = (municipality = 'Uddevalla'): string =>
  app.persona({ municipality, capacity: 'COORDINATOR' }).token;
const police = (): string => as('POLICE_OFFICER');

interface Seen {
  proposals: {
    edges: {
      node: {
        id: string;
        state: string;
        number: string | null;
        destroyedOn: string | null;
        case: {
          id: string;
          youngPerson: { givenName: string | null; personalIdentityNumber: string | null };
          proposal: {
            basis: string | null;
            reasons: string[];
            words: string | null;
            concernReference: string | null;
            declineReason: string | null;
            alreadyInCase: boolean;
            concernStand: string | null;
            concernReportedOn: string | null;
            proposedBy: { profession: string } | null;
          };
        } | null;
      };
    }[];
  };
}
type Node = Seen['proposals']['edges'][number]['node'];
const PROPOSALS = `{ proposals(first: 100) { edges { node { id state number destroyedOn case { id
  youngPerson { givenName personalIdentityNumber }
  proposal { basis reasons words concernReference declineReason alreadyInCase concernStand concernReportedOn proposedBy { profession } } } } } } }`;
async function seen(token: string, id: string): Promise<Node | undefined> {
  const { data, errors } = await app.ask<Seen>(token, PROPOSALS);
  expect(errors).toBeUndefined();
  return data.proposals.edges.map(({ node }) => node).find((node) => node.id === id);
}
async function proposed(token: string, more: object = {}): Promise<string> {
  const { data, errors } = await proposing(app, token, more);
  expect(errors).toBeUndefined();
  return data.proposal!.id;
}
const act = (token: string, field: string, input: object): Promise<Answer<unknown>> =>
  app.ask(
    token,
    `mutation ($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { it: ${field}(input: $input) { __typename } }`,
    {
      input: { requestId: randomUUID(), ...input },
    },
  );
const owner = <Row extends object>(text: string, values: unknown[]): Promise<Row[]> =>
  asOwner(app.database.login, async (client) => (await client.query<Row>(text, values)).rows);

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

describe('a blind proposal', () => {
  it('tells the coordinator the grounds and nothing of whom it is about, and the proposer only that it was received', async () => {
    const concern = { stand: 'REPORTED', reference: 'ORO 77', reportedOn: '2024-05-06' };
    const id = await proposed(police(), { words: 'Bror till Kim i nian.', concern });
    const toCoordinator = (await seen(coordinator(), id))!;
    expect(toCoordinator).toMatchObject({
      state: 'RECEIVED',
      number: expect.stringMatching(/^F-[A-R]{10}$/) as string,
      case: {
        youngPerson: { givenName: null, personalIdentityNumber: null },
        proposal: {
          basis: null,
          reasons: ['RISK_OF_CRIME'],
          words: null,
          ...{ concernReference: null, concernStand: null, concernReportedOn: null, proposedBy: null },
        },
      },
    });
    // Who must sign, and when that changes, would tell a birthday.
    const ofCase = toCoordinator.case!.id;
    const outlook = `{ whatIf(caseId: "${ofCase}", change: {}) { statusThen }
      case(id: "${ofCase}") { upcoming { at } access { detail { signers { answer } } } } }`;
    const { data } = await app.ask<{ whatIf: null; case: { upcoming: null; access: { detail: object | null }[] } }>(
      coordinator(),
      outlook,
    );
    expect([data.case.upcoming, data.whatIf]).toEqual([null, null]);
    expect(data.case.access.filter(({ detail }) => detail !== null)).toEqual([]);
    expect(await seen(police(), id)).toEqual({ id, state: 'RECEIVED', number: null, destroyedOn: null, case: null });
    expect(await seen(as('PRINCIPAL'), id)).toBeUndefined();
    expect(refusalOf(await act(police(), 'stateBasis', { proposalId: id, basis: 'CONCERN_REPORTED' }))).toBe('');
    expect((await seen(coordinator(), id))!.case!.proposal).toMatchObject({
      ...{ concernStand: 'REPORTED', concernReportedOn: '2024-05-06', concernReference: 'ORO 77' },
      proposedBy: { profession: 'POLICE_OFFICER' },
    });
    expect(await seen(coordinator('Vellinge'), id)).toBeUndefined();
  });

  it('is not accepted before its basis is stated, by the proposer alone; then the coordinator knows whom it is about', async () => {
    const id = await proposed(police(), { words: 'Bror till Kim i nian.' });
    const caseId = (await seen(coordinator(), id))!.case!.id;
    expect(refusalOf(await act(coordinator(), 'acceptProposal', { caseId }))).toBe('INVALID_STATE proposalBlind');
    const basis = { proposalId: id, basis: 'FAMILY_AGREED' };
    expect(refusalOf(await act(as('PRINCIPAL'), 'stateBasis', basis))).toBe('NOT_FOUND nodeNotFound');
    expect(refusalOf(await act(coordinator(), 'stateBasis', basis))).toBe('NOT_FOUND nodeNotFound');
    expect(refusalOf(await act(police(), 'stateBasis', { ...basis, basis: 'CONCERN_REPORTED' }))).toBe(
      'BAD_USER_INPUT basisWithoutReport',
    );
    expect(refusalOf(await act(police(), 'stateBasis', { ...basis, basis: 'SAME_AGENCY' }))).toBe(
      'BAD_USER_INPUT notSameAgency',
    );
    expect(refusalOf(await act(police(), 'stateBasis', basis))).toBe('');
    expect(refusalOf(await act(police(), 'stateBasis', basis))).toBe('INVALID_STATE basisStated');
    expect((await seen(coordinator(), id))!.case).toMatchObject({
      youngPerson: { givenName: 'Vera' },
      proposal: { basis: 'FAMILY_AGREED', words: 'Bror till Kim i nian.' },
    });
    expect(refusalOf(await act(coordinator(), 'acceptProposal', { caseId }))).toBe('');
    expect(await seen(police(), id)).toEqual({ id, state: 'ACCEPTED', number: null, destroyedOn: null, case: null });
    expect(refusalOf(await act(police(), 'stateBasis', basis))).toBe('INVALID_STATE proposalDecided');
    expect((await app.ask(police(), '{ cases(first: 100) { edges { node { id } } } }')).text).not.toContain(caseId);
  });

  it('within one agency there is none: the basis follows from the agency', async () => {
    const id = await proposed(as('FIELD_SECRETARY'));
    expect((await seen(coordinator(), id))!.case).toMatchObject({
      youngPerson: { givenName: 'Vera' },
      proposal: { basis: 'SAME_AGENCY' },
    });
  });
});

describe('the same proposal again and again', () => {
  const number = testIdentityNumber(bornAgo(17), 'MALE');
  const ids = async (): Promise<string[]> =>
    (await app.ask<Seen>(coordinator(), PROPOSALS)).data.proposals.edges.map(({ node }) => node.id);
  const again = (token: string, more: object = {}): Promise<Answer<Told>> =>
    proposing(app, token, { personalIdentityNumber: number, ...more });

  it('is one, also when it is sent twice at once; of somebody else it is another, and so is one after the answer', async () => {
    const before = await ids();
    const answers = await Promise.all([police(), police(), police()].map((token) => again(token)));
    const [id, ...others] = new Set(answers.map(({ data }) => data.proposal!.id));
    expect(others).toEqual([]);
    expect((await ids()).filter((one) => !before.includes(one))).toEqual([id]);
    expect(refusalOf(await again(police(), { basis: 'FAMILY_AGREED' }))).toBe('INVALID_STATE alreadyProposed');
    const school = (await again(as('PRINCIPAL'))).data.proposal!.id;
    expect(school).not.toBe(id);
    const caseId = (await seen(coordinator(), id!))!.case!.id;
    await act(coordinator(), 'declineProposal', { caseId, reason: 'Ingen grund.' });
    expect((await again(police())).data.proposal!.id).not.toBe(id);
  });
});

describe('case numbers', () => {
  it('run through what is taken on alone, one after the other, also when several are at once', async () => {
    const numberOf = async (caseId: string): Promise<string> =>
      (await app.ask<{ case: { number: string } }>(coordinator(), `{ case(id: "${caseId}") { number } }`)).data.case
        .number;
    const caseOf = async (): Promise<string> => {
      const id = await proposed(as('FIELD_SECRETARY'), {
        personalIdentityNumber: testIdentityNumber(bornAgo(13), fresh++ % 2 === 0 ? 'MALE' : 'FEMALE'),
      });
      return (await seen(coordinator(), id))!.case!.id;
    };
    let fresh = 0;
    const [first, declined] = [await caseOf(), await caseOf()];
    await act(coordinator(), 'acceptProposal', { caseId: first });
    await proposed(police());
    await act(coordinator(), 'declineProposal', { caseId: declined, reason: 'Familjen tackade nej.' });
    const [third, fourth] = [await caseOf(), await caseOf()];
    await Promise.all([third, fourth].map((caseId) => act(coordinator(), 'acceptProposal', { caseId })));
    const serials = await Promise.all(
      [first, third, fourth].map(async (caseId) => Number(/^SIG-\d{4}-(\d{3})$/.exec(await numberOf(caseId))?.[1])),
    );
    const from = serials[0]!;
    expect(serials.toSorted((a, b) => a - b)).toEqual([from, from + 1, from + 2]);
    expect(await numberOf(declined)).toMatch(/^F-/);
  });
});

describe('the gates', () => {
  it.each([
    ['Uddevalla', 11, 'BAD_USER_INPUT outsideTargetAge'],
    ['Uddevalla', 12, ''],
    ['Uddevalla', 20, ''],
    ['Uddevalla', 21, 'BAD_USER_INPUT outsideTargetAge'],
    ['Vellinge', 12, 'BAD_USER_INPUT outsideTargetAge'],
    ['Vellinge', 19, ''],
    ['Vellinge', 20, 'BAD_USER_INPUT outsideTargetAge'],
  ])('of age: in %s somebody aged %i', async (municipality, age, refusal) => {
    const personalIdentityNumber = testIdentityNumber(bornAgo(age), 'MALE');
    const concern = { stand: 'KNOWN_TO_BE_INVOLVED' };
    const answer = await proposing(app, as('POLICE_OFFICER', municipality), { personalIdentityNumber, concern });
    expect(refusalOf(answer)).toBe(refusal);
    const ages = municipality === 'Vellinge' ? /13 .*19/ : /12 .*20/;
    expect(answer.errors?.[0]?.message ?? '13 – 19, 12 – 20').toMatch(ages);
  });

  const REPORTED = { stand: 'REPORTED', reference: 'ORO 77', reportedOn: '2024-05-06' };
  it.each([
    ['Vellinge', null, 'BAD_USER_INPUT concernMissing'],
    ['Uddevalla', null, ''],
    ['Vellinge', REPORTED, ''],
    ['Vellinge', { stand: 'REPORTED' }, 'BAD_USER_INPUT concernIncomplete'],
    ['Vellinge', { ...REPORTED, stand: 'KNOWN_TO_BE_INVOLVED' }, 'BAD_USER_INPUT concernIncomplete'],
    [
      'Vellinge',
      { ...REPORTED, reportedOn: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10) },
      'BAD_USER_INPUT concernInFuture',
    ],
  ])('of the report of concern: in %s with %j', async (municipality, concern, refusal) => {
    expect(refusalOf(await proposing(app, as('PRINCIPAL', municipality), { concern }))).toBe(refusal);
  });

  it.each(['20110230-2384', '201105062381', '110506-2380', 'inget nummer'])('a wrong number: %s', async (number) => {
    const answer = await proposing(app, police(), { personalIdentityNumber: number });
    expect(refusalOf(answer)).toBe('BAD_USER_INPUT identityNumberWrong');
  });

  it.each([
    [{ reasons: [] }, 'proposalTicksNothing'],
    [{ riskAreas: [] }, 'proposalTicksNothing'],
    [{ givenName: '  ' }, 'textEmpty'],
    [{ basis: 'CONCERN_REPORTED' }, 'basisWithoutReport'],
    [{ basis: 'SAME_AGENCY' }, 'notSameAgency'],
  ])('%j is refused', async (more, reason) => {
    expect(refusalOf(await proposing(app, police(), more))).toBe(`BAD_USER_INPUT ${reason}`);
  });
});

describe('somebody who has a running case already', () => {
  const number = testIdentityNumber(bornAgo(14), 'FEMALE');
  it('is proposed like anybody else; the coordinator sees it, though not of a blind proposal', async () => {
    const common = { personalIdentityNumber: number };
    const first = await proposing(app, as('FIELD_SECRETARY'), common);
    const firstCase = (await seen(coordinator(), first.data.proposal!.id))!.case!;
    expect(firstCase.proposal.alreadyInCase).toBe(false);
    expect(refusalOf(await act(coordinator(), 'acceptProposal', { caseId: firstCase.id }))).toBe('');

    const [again, stranger] = [await proposing(app, police(), common), await proposing(app, police())];
    const shapeOf = ({ data, status }: Answer<Told>): object => [status, { ...data.proposal, id: '' }];
    expect(shapeOf(again)).toEqual(shapeOf(stranger));
    const id = again.data.proposal!.id;
    expect((await seen(coordinator(), id))!.case!.proposal.alreadyInCase).toBe(false);
    expect(refusalOf(await act(police(), 'stateBasis', { proposalId: id, basis: 'FAMILY_AGREED' }))).toBe('');
    expect((await seen(coordinator(), id))!.case!.proposal.alreadyInCase).toBe(true);
    const elsewhere = await proposed(as('FIELD_SECRETARY', 'Vellinge'), {
      ...common,
      concern: { stand: 'KNOWN_TO_BE_INVOLVED' },
    });
    expect((await seen(coordinator('Vellinge'), elsewhere))!.case!.proposal.alreadyInCase).toBe(false);
  });
});

describe('a declined proposal', () => {
  it('is destroyed on its day: a number, its state and dates are left', async () => {
    const id = await proposed(as('PRINCIPAL'), { basis: 'FAMILY_AGREED', words: 'Frånvaro' });
    const { id: caseId } = (await seen(coordinator(), id))!.case!;
    expect(refusalOf(await act(coordinator(), 'declineProposal', { caseId, reason: ' ' }))).toBe(
      'BAD_USER_INPUT textEmpty',
    );
    expect(refusalOf(await act(coordinator(), 'declineProposal', { caseId, reason: 'Familjen tackade nej.' }))).toBe(
      '',
    );
    expect(refusalOf(await act(coordinator(), 'acceptProposal', { caseId }))).toBe('INVALID_STATE statusForbids');
    expect((await seen(coordinator(), id))!.case!.proposal.declineReason).toBe('Familjen tackade nej.');
    expect(await seen(as('PRINCIPAL'), id)).toMatchObject({ state: 'DECLINED', case: null, number: null });
    const { number } = (await seen(coordinator(), id))!;

    const pools = openPools(app.database.login);
    try {
      await destroyDeclined(pools.jobs);
      expect((await seen(coordinator(), id))!.case).not.toBeNull();
      await setClock(app.database.login, Date.now() + 31 * 86_400_000);
      expect(await destroyDeclined(pools.jobs)).toBeGreaterThan(0);
      expect(await destroyDeclined(pools.jobs)).toBe(0);
    } finally {
      await setClock(app.database.login, Date.now());
      await pools.end();
    }
    expect(await seen(coordinator(), id)).toEqual({
      id,
      state: 'DECLINED',
      number,
      destroyedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
      case: null,
    });
    expect(await seen(as('PRINCIPAL'), id)).toBeUndefined();
    expect((await app.ask<{ case: null }>(coordinator(), `{ case(id: "${caseId}") { id } }`)).data.case).toBeNull();
    const places = await owner<{ place: string }>(
      `select table_name as place from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema = 'sig' and column_name = 'case_id' and table_type = 'BASE TABLE'`,
      [],
    );
    expect(places.length).toBeGreaterThan(20);
    const left: string[] = [];
    for (const { place } of places) {
      const [row] = await owner<{ rows: string }>(`select count(*) as rows from sig.${place} where case_id = $1`, [
        caseId,
      ]);
      if (row!.rows !== '0') left.push(place);
    }
    expect(left.sort()).toEqual(['access_record', 'outbox', 'proposal']);
    const [file] = await owner<{ status: string; key: number }>(
      'select status, length(wrapped_key) as key from sig.case_file where id = $1',
      [caseId],
    );
    expect(file).toEqual({ status: 'DECLINED', key: 0 });
  });
});

describe('who, and how often', () => {
  it.each(['YOUNG_PERSON', 'GUARDIAN', 'STEERING_MEMBER', 'ADMINISTRATOR'])('not a %s', async (capacity) => {
    expect(refusalOf(await proposing(app, app.persona({ ...uddevalla, capacity }).token))).toBe(
      'FORBIDDEN capacityMayNot',
    );
    expect(
      (await app.ask<Seen>(app.persona({ ...uddevalla, capacity }).token, PROPOSALS)).data.proposals.edges,
    ).toEqual([]);
  });

  it('a decision is the coordinator’s alone, and of the own municipality', async () => {
    const id = await proposed(police(), { basis: 'FAMILY_AGREED' });
    const { id: caseId } = (await seen(coordinator(), id))!.case!;
    for (const [field, more] of [
      ['acceptProposal', {}],
      ['declineProposal', { reason: 'x' }],
    ] as const) {
      expect(refusalOf(await act(police(), field, { caseId, ...more }))).toBe('FORBIDDEN capacityMayNot');
      expect(refusalOf(await act(coordinator('Vellinge'), field, { caseId, ...more }))).toBe('NOT_FOUND nodeNotFound');
    }
  });

  it('the same request id gives the same proposal, also twice at once; another input under it is refused', async () => {
    const [requestId, personalIdentityNumber] = [randomUUID(), testIdentityNumber(bornAgo(16), 'MALE')];
    const same = { requestId, personalIdentityNumber };
    const answers = await Promise.all([1, 2, 3].map(() => proposing(app, police(), same)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]!.errors).toBeUndefined();
    expect(refusalOf(await proposing(app, police(), { ...same, givenName: 'Någon' }))).toBe('CONFLICT requestIdReused');
    const requests = await Promise.all([1, 2, 3, 4].map(() => proposing(app, police())));
    const ids = requests.map(({ data }) => data.proposal!.id);
    const numbers = await Promise.all(ids.map(async (id) => (await seen(coordinator(), id))!.number));
    expect(new Set(numbers).size).toBe(4);
  });

  it('two decisions at once: one holds', async () => {
    const id = await proposed(police(), { basis: 'FAMILY_AGREED' });
    const { id: caseId } = (await seen(coordinator(), id))!.case!;
    const answers = await Promise.all([
      act(coordinator(), 'acceptProposal', { caseId }),
      act(coordinator(), 'declineProposal', { caseId, reason: 'Fel ort.' }),
    ]);
    expect(answers.map(refusalOf).sort()).toEqual(['', 'INVALID_STATE statusForbids']);
  });
});
