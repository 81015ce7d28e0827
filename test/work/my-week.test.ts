import { startTestApp } from '../support/app.js';
import type { Persona, TestApp } from '../support/app.js';

let app: TestApp;
const statements: string[] = [];
beforeAll(async () => {
  app = await startTestApp({ onStatement: (name) => statements.push(name) });
});
afterAll(() => app.stop());

const WEEK = `query Week($days: Int! = 7, $since: Cursor) {
  myWeek(days: $days, since: $since) {
    at cursor
    actions { overdue case { id number } action { id what dueOn status responsible { __typename ... on Professional { id } ... on Agency { id } } } }
    late { overdue case { id } action { id dueOn } }
    meetings { case { number } meeting { id startsAt } }
    unanswered { meeting { id invitations { answer invitee { __typename ... on Professional { id } } } } }
    withoutMeeting { id }
    endingConsents { at cells case { number } }
    changed { at categories case { id } }
  }
}`;

interface Action {
  readonly id: string;
  readonly dueOn: string | null;
  readonly status: string;
  readonly responsible: { readonly __typename: string; readonly id?: string } | null;
}
interface Week {
  readonly at: string;
  readonly cursor: string;
  readonly actions: { readonly overdue: boolean; readonly case: { readonly id: string }; readonly action: Action }[];
  readonly late: { readonly overdue: boolean; readonly action: Action }[];
  readonly meetings: { readonly meeting: { readonly id: string; readonly startsAt: string } }[];
  readonly unanswered: {
    readonly meeting: { readonly invitations: { answer: string; invitee: { id?: string } | null }[] };
  }[];
  readonly withoutMeeting: { readonly id: string }[];
  readonly endingConsents: { readonly at: string; readonly cells: number }[];
  readonly changed: { readonly at: string; readonly categories: string[]; readonly case: { readonly id: string } }[];
}

async function weekOf({ token }: Persona, variables: object = {}) {
  const { data, errors, withheld } = await app.ask<{ myWeek: Week }>(token, WEEK, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return { week: data.myWeek, withheld };
}

/** Everything that the viewer sees in their cases, put together by hand. */
async function seenBy({ token }: Persona) {
  const { data } = await app.ask<{
    cases: {
      edges: {
        node: {
          id: string;
          status: string;
          plan: { goals: { actions: Action[] }[]; actions: Action[] } | null;
          meetings: { edges: { node: { id: string; startsAt: string; status: string } }[] };
        };
      }[];
    };
  }>(
    token,
    `{ cases(first: 200) { edges { node { id status
      plan { goals { actions { id dueOn status responsible { __typename ... on Professional { id } ... on Agency { id } } } }
        actions { id dueOn status responsible { __typename ... on Professional { id } ... on Agency { id } } } }
      meetings(first: 200) { edges { node { id startsAt status } } } } } } }`,
  );
  const cases = data.cases.edges
    .map(({ node }) => node)
    .filter(({ status }) => !['CLOSED', 'DECLINED', 'PROPOSED'].includes(status));
  const actions = cases
    .flatMap(({ plan }) => (plan ? [...plan.goals.flatMap((goal) => goal.actions), ...plan.actions] : []))
    .filter(({ status }) => ['PLANNED', 'IN_PROGRESS'].includes(status));
  const meetings = cases
    .flatMap((one) => one.meetings.edges.map(({ node }) => node))
    .filter(({ status }) => status === 'PLANNED');
  return { actions, meetings };
}

const byDueDate = (one: { dueOn: string | null }) => one.dueOn ?? '9999';

test.each([
  ['the coordinator', { capacity: 'COORDINATOR' }],
  ['the social worker', { profession: 'SOCIAL_WORKER' }],
  ['the leisure leader', { profession: 'LEISURE_LEADER' }],
  ['the police officer', { profession: 'POLICE_OFFICER' }],
])('%s finds what is theirs to do over all cases, by due date, and nothing that they do not see', async (_, wanted) => {
  const me = app.persona({ municipality: 'Uddevalla', ...wanted });
  const { week } = await weekOf(me, { days: 30 });
  const seen = await seenBy(me);
  const today = week.at.slice(0, 10);
  const isMine = ({ responsible }: Action) => responsible?.id === me.id || responsible?.id === me.agency!.id;
  const own = week.actions.map(({ action }) => action);
  expect(own.map(({ id }) => id).sort()).toEqual(
    seen.actions
      .filter(isMine)
      .map(({ id }) => id)
      .sort(),
  );
  expect(own.map(byDueDate)).toEqual(own.map(byDueDate).sort());
  const late = seen.actions.filter((one) => !isMine(one) && one.dueOn !== null && one.dueOn < today);
  expect(week.late.map(({ action }) => action.id).sort()).toEqual(late.map(({ id }) => id).sort());
  const until = Date.parse(week.at) + 30 * 86_400_000;
  const ahead = seen.meetings.filter(
    ({ startsAt }) => Date.parse(startsAt) >= Date.parse(week.at) && Date.parse(startsAt) < until,
  );
  expect(week.meetings.map(({ meeting }) => meeting.id).sort()).toEqual(ahead.map(({ id }) => id).sort());
  for (const { meeting } of week.unanswered)
    expect(meeting.invitations.some(({ answer, invitee }) => invitee?.id === me.id && answer === 'NONE')).toBe(true);
});

test('the young person finds their own, and consents that end; a steering member finds nothing', async () => {
  const young = app.persona({ municipality: 'Uddevalla', capacity: 'YOUNG_PERSON', name: 'Alva' });
  const { week } = await weekOf(app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }), { days: 92 });
  expect(week.endingConsents.length).toBeGreaterThan(0);
  expect(week.endingConsents.map(({ at }) => at)).toEqual(week.endingConsents.map(({ at }) => at).sort());
  const own = await weekOf(young, { days: 92 });
  expect(own.week.withoutMeeting).toEqual([]);
  const steering = await weekOf(app.persona({ municipality: 'Uddevalla', capacity: 'STEERING_MEMBER' }), { days: 92 });
  const { at: _at, cursor: _cursor, ...lists } = steering.week;
  expect(Object.values(lists)).toEqual(Object.values(lists).map(() => []));
});

test('what was written since the viewer looked is told to whoever may read it, and to nobody else', async () => {
  const leader = app.persona({ municipality: 'Uddevalla', profession: 'LEISURE_LEADER' });
  const police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  const principal = app.persona({ municipality: 'Uddevalla', profession: 'PRINCIPAL', name: 'Anders' });
  const { data } = await app.ask<{ cases: { edges: { node: { id: string } }[] } }>(
    leader.token,
    '{ cases(search: "-014") { edges { node { id } } } }',
  );
  const elias = data.cases.edges[0]!.node.id;
  const looked = await Promise.all([leader, police, principal].map(async (one) => (await weekOf(one)).week.cursor));
  const [forLeader, forPolice, forPrincipal] = looked as [string, string, string];
  expect((await weekOf(leader, { since: forLeader })).week.changed).toEqual([]);
  const written = await app.ask(
    leader.token,
    'mutation Write($input: WriteNoteInput!) { writeNote(input: $input) { id } }',
    {
      input: { requestId: crypto.randomUUID(), caseId: elias, category: 'LEISURE', text: 'Kom till musikverkstaden.' },
    },
  );
  expect(written.errors).toBeUndefined();
  const changed = async (who: Persona, since: string) => (await weekOf(who, { since })).week.changed;
  expect(await changed(leader, forLeader)).toMatchObject([{ case: { id: elias }, categories: ['LEISURE'] }]);
  expect(await changed(principal, forPrincipal)).toMatchObject([{ case: { id: elias }, categories: ['LEISURE'] }]);
  expect(await changed(police, forPolice)).toEqual([]);
  const foreign = await app.ask(police.token, WEEK, { since: forLeader });
  expect(foreign.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', reason: 'cursorInvalid' } }]);
});

test('says what is withheld, and takes as many statements for thirteen cases as for one', async () => {
  const police = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  const { withheld } = await weekOf(police);
  expect(withheld.map(({ path }) => path.join('.'))).toEqual(
    expect.arrayContaining(['myWeek.actions.action', 'myWeek.meetings.meeting']),
  );
  const counted = async (who: Persona): Promise<number> => {
    await weekOf(who);
    statements.length = 0;
    await weekOf(who);
    return statements.length;
  };
  const young = app.persona({ municipality: 'Uddevalla', capacity: 'YOUNG_PERSON' });
  expect(await counted(app.persona({ municipality: 'Uddevalla', capacity: 'COORDINATOR' }))).toBeLessThanOrEqual(
    (await counted(young)) + 1,
  );
});

test.each([0, 93])('%i days ahead are refused', async (days) => {
  const { errors } = await app.ask(app.persona({ capacity: 'COORDINATOR' }).token, WEEK, { days });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', reason: 'daysAhead' } }]);
});
