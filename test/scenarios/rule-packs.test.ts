import { randomUUID } from 'node:crypto';
import { projectionOf } from '../../src/access/opening-projection.js';
import type { CaseFacts } from '../../src/core/case-facts.js';
import { setClock } from '../../src/storage/clock.js';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { Answer, Persona, TestApp } from '../support/app.js';
import { refusalOf } from '../support/refusals.js';
import { rulesVersion } from '../support/read-versions.js';
import { rulesInForce } from '../support/rules-input.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const DAY = 86_400_000;
const administrator = (municipality: string): Persona => app.persona({ municipality, capacity: 'ADMINISTRATOR' });
const coordinator = (municipality: string): Persona => app.persona({ municipality, capacity: 'COORDINATOR' });

const CELL = '{ from { id } to { id } category cases }';
const PREVIEW = `query ($input: PreviewRulePackInput!) { previewRulePack(input: $input) {
  runningCases casesThatChange casesThatPause opens ${CELL} closes ${CELL} } }`;
const PUBLISH = 'mutation ($input: PublishRulePackInput!) { publishRulePack(input: $input) { version validFrom } }';
interface Count {
  from: { id: string };
  to: { id: string };
  category: string;
  cases: number;
}
interface Previewed {
  previewRulePack: {
    runningCases: number | null;
    casesThatChange: number | null;
    opens: Count[];
    closes: Count[];
  } | null;
}
interface Published {
  publishRulePack: { version: number; validFrom: string } | null;
}
async function publish(municipality: string, changed: object, more: object = {}): Promise<Answer<Published>> {
  const { token } = administrator(municipality);
  const rules = { ...(await rulesInForce(app, token)), ...changed };
  return app.ask(token, PUBLISH, {
    input: { requestId: randomUUID(), expectedVersion: await rulesVersion(app, token), rules, ...more },
  });
}
async function preview(
  municipality: string,
  changed: object,
  who = administrator(municipality),
): Promise<Answer<Previewed>> {
  const rules = { ...(await rulesInForce(app, who.token)), ...changed };
  return app.ask(who.token, PREVIEW, { input: { rules } });
}

/** Every cell that is open in a running case, as the coordinators see it. */
async function openCells(municipality: string): Promise<string[]> {
  interface Cases {
    cases: {
      edges: {
        node: {
          id: string;
          status: string;
          sharing: { open: boolean; category: string; from: { id: string }; to: { id: string } }[];
        };
      }[];
    };
  }
  const query =
    '{ cases(first: 100) { edges { node { id status sharing { open category from { id } to { id } } } } } }';
  const tokens = app.personas
    .filter((one) => one.capacity === 'COORDINATOR' && one.municipality.name.startsWith(municipality))
    .map(({ token }) => token);
  const answers = await Promise.all(tokens.map((token) => app.ask<Cases>(token, query)));
  const nodes = answers.flatMap(({ data }) => data.cases.edges.map(({ node }) => node));
  const running = nodes.filter(({ status }) => status === 'ACTIVE' || status === 'PAUSED');
  return running.flatMap(({ id, sharing }) =>
    sharing.filter(({ open }) => open).map(({ from, to, category }) => `${id} ${from.id} ${to.id} ${category}`),
  );
}
const flat = (counts: readonly Count[]): string[] =>
  counts.map(({ from, to, category, cases }) => `${from.id} ${to.id} ${category}: ${cases}`).toSorted();
/** The same counts, in whole tens, from the cells that the coordinators see before and after. */
function counted(cells: readonly string[], others: readonly string[]): string[] {
  const lost = cells.filter((cell) => !others.includes(cell)).map((cell) => cell.slice(cell.indexOf(' ') + 1));
  const told = [...Map.groupBy(lost, (cell) => cell)].filter(([, same]) => same.length >= 10);
  return told.map(([cell, same]) => `${cell}: ${same.length - (same.length % 10)}`).toSorted();
}

/** How many rows of the projection would have to change to be what the core says of the facts as they are. */
async function openingsAstray(): Promise<number> {
  return asOwner(app.database.login, async (client) => {
    await client.query('begin');
    // Time alone ends an opening, and the next change of its case clears it away.
    await client.query('delete from sig.opening where upper(valid) <= sig.now()');
    const { rows } = await client.query<{ facts: CaseFacts; at: number }>(
      'select sig.facts_of(c.id) as facts, sig.ms(sig.now())::float as at from sig.case_file c',
    );
    let astray = 0;
    for (const { facts, at } of rows)
      for (const { statement, values } of projectionOf(facts, at))
        astray += (await client.query(statement.text, values)).rowCount ?? 0;
    await client.query('rollback');
    return astray;
  });
}

describe.each([
  ['Uddevalla', { targetAgeFrom: 13 }, false],
  ['Vellinge', { youngPersonSignsFromAge: 12 }, true],
] as const)('in %s', (municipality, changed, isClosing) => {
  it('a preview counts what then opens and closes, and the projection follows in every case', async () => {
    const [before, { data, errors }] = [await openCells(municipality), await preview(municipality, changed)];
    expect(errors).toBeUndefined();
    const foreseen = data.previewRulePack!;
    // New rules open nothing, whatever they ask for no longer.
    expect(foreseen.opens).toEqual([]);
    expect(await openCells(municipality)).toEqual(before);
    expect(await openingsAstray()).toBe(0);

    const { data: published } = await publish(municipality, changed);
    expect(published.publishRulePack).toMatchObject({ version: 2 });
    const after = await openCells(municipality);
    expect(after.length < before.length).toBe(isClosing);
    expect(flat(foreseen.closes)).toEqual(counted(before, after));
    expect(flat(foreseen.opens)).toEqual(counted(after, before));
    expect(await openingsAstray()).toBe(0);
  });
});

it('rules that ask for fewer signatures open nothing that is closed', async () => {
  const { data } = await preview('Uddevalla', { youngPersonSignsFromAge: 18 });
  expect(data.previewRulePack?.opens).toEqual([]);
});

it('is the administrator’s alone, who sees no case for it', async () => {
  const { token } = administrator('Uddevalla');
  expect(refusalOf(await preview('Uddevalla', {}, coordinator('Uddevalla')))).toBe('FORBIDDEN capacityMayNot');
  const answer = await app.ask<{ cases: { edges: object[] } }>(token, '{ cases { edges { node { id } } } }');
  expect(answer.data.cases.edges).toEqual([]);
  const facts = (subject: string, capacity: string): Promise<number | null> =>
    asOwner(app.database.login, async (client) => {
      await client.query('begin');
      await client.query('select sig.open_scope($1, $2)', [subject, capacity]);
      return (await client.query('select sig.facts_under_rules()')).rowCount;
    });
  expect(await facts(coordinator('Uddevalla').id, 'COORDINATOR')).toBe(0);
  expect(await facts(administrator('Uddevalla').id, 'ADMINISTRATOR')).toBeGreaterThan(5);
});

it.each([
  [{ youngPersonSignsFromAge: 19 }, {}, 'BAD_USER_INPUT rulesOutOfRange'],
  [{ guardiansSignUntilAge: 0 }, {}, 'BAD_USER_INPUT rulesOutOfRange'],
  [{ guardiansSignUntilAge: 17 }, {}, 'BAD_USER_INPUT rulesOutOfRange'],
  [{ targetAgeFrom: 20, targetAgeThrough: 13 }, {}, 'BAD_USER_INPUT rulesOutOfOrder'],
  [{ followUpEveryDaysFrom: 0 }, {}, 'BAD_USER_INPUT rulesOutOfRange'],
  [{ interventionMonths: 99 }, {}, 'BAD_USER_INPUT rulesOutOfRange'],
  [
    { meetingParties: [1, 2].map(() => ({ kind: 'FIRST', required: [], optional: [] })) },
    {},
    'BAD_USER_INPUT rulesMeetingParties',
  ],
  [{}, { validFrom: '2020-01-01T00:00:00Z' }, 'BAD_USER_INPUT rulesFromPast'],
])('refuses %j from %j, naming what to change', async (changed, more, refusal) => {
  const { token } = administrator('Vellinge');
  const rules = { ...(await rulesInForce(app, token)), ...changed };
  const answer = await app.ask(token, PUBLISH, {
    input: { requestId: randomUUID(), expectedVersion: await rulesVersion(app, token), rules, ...more },
  });
  expect(refusalOf(answer)).toBe(refusal);
  expect(answer.errors![0]!.message.length).toBeGreaterThan(20);
});

it('stands beside commands at the same time, and leaves no opening astray', async () => {
  const { token, id } = coordinator('Uddevalla');
  const { data } = await app.ask<{
    cases: {
      edges: { node: { id: string; youngPerson: { id: string }; municipality: { agencies: { id: string }[] } } }[];
    };
  }>(
    token,
    '{ cases(first: 6, status: [ACTIVE]) { edges { node { id youngPerson { id } municipality { agencies { id } } } } } }',
  );
  const forms = data.cases.edges.map(({ node }) =>
    app.ask(token, 'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id } }', {
      input: {
        ...{ requestId: randomUUID(), caseId: node.id, purpose: 'Samsyn' },
        signers: [{ personId: node.youngPerson.id, decision: 'GRANTED' }],
        talkOpenly: node.municipality.agencies.map((agency) => agency.id),
        evidence: { method: 'WRITTEN', formVersion: '1', language: 'sv', informedById: id },
      },
    }),
  );
  const rules = [publish('Uddevalla', { targetAgeFrom: 12 }), publish('Uddevalla', { targetAgeThrough: 19 })];
  const answers = await Promise.all([...rules, ...forms]);
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done');
  expect(['done', 'CONFLICT']).toEqual(expect.arrayContaining(codes));
  expect(await openingsAstray()).toBe(0);
});

it('what is published for later is announced ahead, and takes effect by itself', async () => {
  const validFrom = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3 * DAY).toISOString();
  const { data } = await publish('Vellinge', { youngPersonSignsFromAge: 10 }, { validFrom });
  expect(data.publishRulePack?.validFrom).toBe(validFrom);
  const ahead = '{ cases(first: 50, status: [ACTIVE]) { edges { node { status upcoming { at causes } } } } }';
  interface Ahead {
    cases: { edges: { node: { status: string; upcoming: { at: string; causes: string[] }[] } }[] };
  }
  const { edges } = (await app.ask<Ahead>(coordinator('Vellinge').token, ahead)).data.cases;
  const announced = edges.map(({ node }) => node.upcoming.find(({ at }) => at === validFrom)?.causes ?? []);
  expect(announced.every((causes) => causes.includes('RULES_CHANGE'))).toBe(true);

  const signsFrom = async (): Promise<unknown> => {
    const personas = (await (await fetch(`${app.url}/dev/personas`)).json()) as Persona[];
    const { token } = personas.find(({ id }) => id === administrator('Vellinge').id)!;
    return (await rulesInForce(app, token))['youngPersonSignsFromAge'];
  };
  expect(await signsFrom()).not.toBe(10);
  await setClock(app.database.login, Date.now() + 3 * DAY + 5_000);
  expect(await signsFrom()).toBe(10);
});

describe('rules that ask for less than those before', () => {
  const CONFIRM = `mutation ($input: AnswerRulePackDraftInput!) { confirmRulePack(input: $input) { version } }`;
  const REJECT = `mutation ($input: AnswerRulePackDraftInput!) { rejectRulePack(input: $input) { id } }`;
  interface Drafts {
    viewer: {
      municipality: {
        rulePacks: { version: number; consentMonthsAtMost: number }[];
        rulePackDrafts: {
          id: string;
          loosens: string[];
          enteredBy: { name: string };
          rules: { version: number; consentMonthsAtMost: number };
        }[];
      };
    };
  }
  const WAITING = `{ viewer { municipality { rulePacks { version consentMonthsAtMost } rulePackDrafts {
    id loosens enteredBy { name } rules { version consentMonthsAtMost } } } } }`;
  const seen = async ({ token }: Persona): Promise<Drafts['viewer']['municipality']> =>
    (await app.ask<Drafts>(token, WAITING)).data.viewer.municipality;
  const answer = ({ token }: Persona, document: string, draftId: string): Promise<Answer<unknown>> =>
    app.ask(token, document, { input: { requestId: randomUUID(), draftId } });
  const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
  let now: number;

  beforeAll(async () => {
    now = Date.now();
    await setClock(app.database.login, now);
  });

  it('wait for another administrator, a week ahead at the earliest', async () => {
    const personas = (await (await fetch(`${app.url}/dev/personas`)).json()) as Persona[];
    const both = personas.filter(
      ({ capacity, municipality }) => capacity === 'ADMINISTRATOR' && municipality.name.startsWith('Uddevalla'),
    );
    const [one, other] = both as [Persona, Persona];
    const before = await seen(one);
    const longer = { consentMonthsAtMost: 18 };
    expect(refusalOf(await publish('Uddevalla', longer))).toBe('BAD_USER_INPUT rulesAhead');
    expect(refusalOf(await publish('Uddevalla', longer, { validFrom: inDays(6) }))).toBe('BAD_USER_INPUT rulesAhead');
    const entered = await publish('Uddevalla', longer, { validFrom: inDays(8) });
    expect([refusalOf(entered), entered.data.publishRulePack]).toEqual(['', null]);
    const [draft] = (await seen(other)).rulePackDrafts;
    expect(draft).toMatchObject({
      ...{ loosens: ['consentMonthsAtMost'], enteredBy: { name: one.name } },
      rules: { version: before.rulePacks[0]!.version + 1, consentMonthsAtMost: 18 },
    });
    // It is no version yet.
    expect((await seen(one)).rulePacks).toEqual(before.rulePacks);
    expect(refusalOf(await answer(one, CONFIRM, draft!.id))).toBe('FORBIDDEN secondPersonNeeded');
    expect(refusalOf(await answer(other, CONFIRM, draft!.id))).toBe('');
    const after = await seen(one);
    expect([after.rulePacks[0], after.rulePackDrafts]).toEqual([draft!.rules, []]);
    expect(refusalOf(await answer(other, CONFIRM, draft!.id))).toBe('INVALID_STATE rulesDraftAnswered');
    // Two have decided that it applies in a week, not that one of them may bring it forward.
    expect(refusalOf(await publish('Uddevalla', longer))).toBe('BAD_USER_INPUT rulesAhead');
  });

  it('are taken back, and overtaken by others', async () => {
    const one = administrator('Vellinge');
    const drafted = async (): Promise<string> => {
      const rules = await publish('Vellinge', { consentMonthsAtMost: 9 }, { validFrom: inDays(9) });
      expect(refusalOf(rules)).toBe('');
      return (await seen(one)).rulePackDrafts[0]!.id;
    };
    const first = await drafted();
    expect(refusalOf(await answer(one, REJECT, first))).toBe('');
    expect((await seen(one)).rulePackDrafts).toEqual([]);
    const second = await drafted();
    const stricter = { consentMonthsAtMost: 3, youngPersonSignsFromAge: 10 };
    expect(refusalOf(await publish('Vellinge', stricter))).toBe('');
    const personas = (await (await fetch(`${app.url}/dev/personas`)).json()) as Persona[];
    const other = personas.findLast(
      ({ capacity, municipality }) => capacity === 'ADMINISTRATOR' && municipality.name.startsWith('Vellinge'),
    )!;
    expect(refusalOf(await answer(other, CONFIRM, second))).toBe('INVALID_STATE rulesDraftOvertaken');
  });
});
