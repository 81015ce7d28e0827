import { h } from '../../client/dom';
import { Session } from '../../client/session';
import type { Persona } from '../../client/session';
import type { StreamRequest } from '../../client/resumable';
import { drawMeetings, drawProgress } from './plots';
import { TEXTS } from './texts';
import type { Texts } from './texts';

/** All my cases, live: one query, three streams over all of them, and what is withheld said where it would stand. */
const CASES = `{
  cases(first: 100, status: [ACTIVE, PAUSED, ACCEPTED]) {
    edges { node {
      id number status
      youngPerson { givenName familyName }
      plan { progress { done overdue total } }
      nextMeetingDue { through overdue }
      meetings(first: 50) { edges { node { startsAt place status } } }
    } }
  }
}`;
const STREAMS = ['caseChanged', 'planChanged', 'meetingChanged'].map((field): StreamRequest => {
  const type = `${field[0]?.toUpperCase() ?? ''}${field.slice(1)}`;
  return {
    query: `subscription Follow($after: Cursor) {
      ${field}(after: $after, begin: PLACE) {
        __typename
        ... on StreamStarted { cursor }
        ... on ${type} { cursor }
        ... on AccessEnded { cursor caseId }
        ... on ResyncRequired { cause }
      }
    }`,
    variables: {},
  };
});

export interface MyCase {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly youngPerson: { readonly givenName: string | null; readonly familyName: string | null };
  readonly plan: {
    readonly progress: { readonly done: number; readonly overdue: number; readonly total: number };
  } | null;
  readonly nextMeetingDue: { readonly through: string; readonly overdue: boolean } | null;
  readonly meetings: {
    readonly edges: readonly { readonly node: { startsAt: string; place: string | null; status: string } }[];
  };
}

interface Told {
  readonly __typename: string;
  readonly cursor?: string;
}

const language = document.documentElement.lang === 'en' ? 'en' : 'sv';
const texts: Texts = TEXTS[language];
const when = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
  timeZone: 'Europe/Stockholm',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

const personas = (await (await fetch('/dev/personas')).json()) as Persona[];
const colleagues = personas.filter(({ capacity }) => capacity === 'PROFESSIONAL' || capacity === 'COORDINATOR');
const chooser = h(
  'select',
  { 'aria-label': texts.who, onchange: () => void follow() },
  ...colleagues.map(({ id, name, agency }) => h('option', { value: id }, `${name}, ${agency?.name ?? ''}`)),
);
const status = h('span', { class: 'live', role: 'status' });
const plots = h('section', { class: 'plots', 'aria-label': texts.overview });
const list = h('tbody');
const heads = [texts.number, texts.person, texts.status, texts.progress, texts.meeting].map((text) =>
  h('th', { scope: 'col' }, text),
);
document.body.append(
  h('header', {}, h('h1', {}, texts.title), chooser, status),
  h(
    'main',
    {},
    plots,
    h(
      'div',
      { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': texts.title },
      h('table', {}, h('thead', {}, h('tr', {}, ...heads)), list),
    ),
  ),
);

let leave: (() => void)[] = [];
let session: Session | null = null;
await follow();

/** Signs in as whom was chosen, and leaves what was followed before. */
async function follow(): Promise<void> {
  for (const end of leave) end();
  session?.end();
  const persona = colleagues.find(({ id }) => id === chooser.value);
  if (persona === undefined) return;
  const own = new Session(persona, language, async ({ id }) => {
    const again = (await (await fetch('/dev/personas')).json()) as Persona[];
    return again.find((one) => one.id === id) ?? persona;
  });
  session = own;
  const refresh = joined(() => show(own));
  leave = STREAMS.map((request) =>
    own.follow<Told>(request, {
      started: () => void refresh(),
      frame: () => void refresh(),
      ended: () => void refresh(),
      resync: () => void refresh(),
      connection: (open) => (status.textContent = open ? texts.live : texts.away),
      refused: ([why]) => (status.textContent = why ?? ''),
    }),
  );
}

async function show(own: Session): Promise<void> {
  const { data } = await own.ask<{ cases: { edges: { node: MyCase }[] } }>(CASES);
  if (own !== session || !data) return;
  const { now } = (await (await fetch('/dev/clock')).json()) as { now: string };
  const cases = data.cases.edges.map(({ node }) => node);
  plots.replaceChildren(drawMeetings(cases, Date.parse(now), texts, language), drawProgress(cases, texts));
  list.replaceChildren(...cases.map((one) => row(one, Date.parse(now))));
}

function row({ number, status: state, youngPerson, plan, meetings, nextMeetingDue }: MyCase, now: number): HTMLElement {
  const next = meetings.edges
    .map(({ node }) => node)
    .find((one) => one.status === 'PLANNED' && Date.parse(one.startsAt) > now);
  const { givenName, familyName } = youngPerson;
  const late = plan !== null && plan.progress.overdue > 0 ? ` · ${texts.late(plan.progress.overdue)}` : '';
  const due = nextMeetingDue === null ? texts.none : texts.due(nextMeetingDue.through, nextMeetingDue.overdue);
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, number),
    h(
      'td',
      givenName === null ? { class: 'shut' } : {},
      givenName === null ? texts.withheld : `${givenName} ${familyName ?? ''}`,
    ),
    h('td', {}, texts.states[state] ?? state),
    h(
      'td',
      plan === null ? { class: 'shut' } : {},
      plan === null ? texts.withheld : `${texts.done(plan.progress.done, plan.progress.total)}${late}`,
    ),
    h(
      'td',
      {},
      next === undefined ? due : [when.format(new Date(next.startsAt)), next.place].filter(Boolean).join(', '),
    ),
  );
}

/** What is asked for while it runs is done once more, and once only. */
function joined(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  return async function run(): Promise<void> {
    if (running !== null) {
      again = true;
      return;
    }
    running = work();
    await running;
    running = null;
    if (again) {
      again = false;
      await run();
    }
  };
}
