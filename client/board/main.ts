import { h } from '../dom';
import { Session } from '../session';
import type { Persona } from '../session';
import { Board } from './board';
import { changeAction, cutConnection } from './outage';
import { loadPersonas, tellAnew } from './people';
import type { Stage } from './people';
import { textsOf } from './texts';
import type { Language } from './texts';
import { Timeline } from './timeline';
import { createView, LABELS } from './view';

const CASES = `{
  cases(first: 100, status: [ACTIVE, PAUSED, CONSENT_PENDING, ACCEPTED]) {
    edges { node { id number status participants { id } youngPerson { givenName familyName } } }
  }
}`;

interface Choice {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly municipality: Persona['municipality'];
  /** How many take part, while the work goes on: where there is most to see. */
  readonly parties: number;
}

const language: Language = document.documentElement.lang === 'en' ? 'en' : 'sv';
const texts = textsOf(language);
const address = new URL(location.href);

await begin();

async function begin(): Promise<void> {
  const personas = await loadPersonas();
  const coordinators = personas.filter(({ capacity }) => capacity === 'COORDINATOR');
  const [first] = coordinators;
  if (first === undefined) {
    document.body.append(h('main', { class: 'empty' }, h('h1', {}, texts.title), h('p', {}, texts.noPersonas)));
    return;
  }
  const sessions = coordinators.map((one) => new Session(one, language, (known) => Promise.resolve(known)));
  const [choices, clock, { data }] = await Promise.all([
    Promise.all(sessions.map(casesOf)).then((lists) => lists.flat()),
    serverClock(),
    (sessions[0] as Session).ask<{ labels: Parameters<typeof createView>[2] }>(LABELS),
  ]);
  for (const session of sessions) session.end();
  const query = queryWindow();
  const view = createView(language, texts, data?.labels ?? [], clock.now, query.show);
  const timeline = new Timeline(view);

  const chooser = h('select', { id: 'case', autocomplete: 'off' });
  for (const name of new Set(choices.map(({ municipality }) => municipality.name))) {
    const options = choices.filter(({ municipality }) => municipality.name === name);
    chooser.append(
      h(
        'optgroup',
        { label: name },
        ...options.map((one) => h('option', { value: one.id }, `${one.number} · ${one.name}`)),
      ),
    );
  }
  const scope = h(
    'select',
    { 'aria-label': texts.withdrawWhat },
    h('option', { value: 'POLICE' }, texts.toPolice),
    h('option', { value: '' }, texts.toAll),
  );
  const told = h('span', { class: 'clock', title: texts.clock });
  const button = (text: string, onclick: () => void, attributes = {}): HTMLButtonElement =>
    h('button', { type: 'button', class: 'pill', onclick, ...attributes }, text);
  const withdrawal = button('', () => void busy(() => board?.withdraw(scope.value || null)), {
    class: 'pill danger',
    id: 'withdraw',
  });
  const header = h(
    'header',
    {},
    h('h1', {}, 'sig-graph', h('span', { class: 'sr' }, ` – ${texts.title}`)),
    h('label', {}, `${texts.case} `, chooser),
    told,
    button(texts.nextDay, () => void busy(() => moveClock('NEXT_DAY')), { id: 'next-day' }),
    button(texts.midnight, () => void busy(() => moveClock('MIDNIGHT')), { id: 'midnight' }),
    h('span', { class: 'grow' }),
    button(language === 'sv' ? 'Ändra en åtgärd' : 'Change an action', () => void busy(changePlan), { id: 'change' }),
    button(texts.cut, () => void busy(() => board && cutConnection(board, view, timeline)), { id: 'cut' }),
    h('span', { class: 'joined' }, withdrawal, scope),
    button(texts.restore, () => void busy(() => anew([])), { id: 'restore' }),
  );
  const nav = h('nav', { 'aria-label': texts.agencies });
  const main = h('div', { class: 'columns' });
  const signers = h('div');
  const below = h('div', { class: 'below' });
  const about = h('p', { class: 'about' }, texts.about);
  const root = h('main', {}, about, signers, nav, main, below);
  document.body.append(header, root, query.element);

  let board: Board | null = null;
  const fullest = [...choices].sort((one, other) => other.parties - one.parties)[0];
  chooser.value = choices.find(({ id }) => id === address.searchParams.get('case'))?.id ?? fullest?.id ?? '';
  chooser.addEventListener('change', () => {
    history.replaceState(null, '', `?case=${chooser.value}&lang=${language}`);
    void busy(() => show(demoStage()));
  });
  setInterval(() => (told.textContent = view.when(new Date(clock.now()).toISOString()) + seconds(clock.now())), 250);
  await show(demoStage());

  function demoStage(): Stage | null {
    const chosen = choices.find(({ id }) => id === chooser.value);
    return chosen ? { caseId: chosen.id, municipality: chosen.municipality, personas, copy: false } : null;
  }

  async function show(stage: Stage | null): Promise<void> {
    board?.stop();
    board = stage === null ? null : await Board.open(stage, view, timeline, (name) => void busy(() => anew([name])));
    if (board === null) return;
    const columns = [
      ...board.columns.map(({ element }) => element),
      ...(board.familyColumn ? [board.familyColumn.element] : []),
    ];
    main.replaceChildren(...columns);
    signers.replaceChildren(board.signers.element);
    below.replaceChildren(board.grid.element, timeline.element);
    tabs(columns);
    await board.start();
    nameWithdrawer();
  }

  /** On a narrow window one column at a time. */
  function tabs(columns: readonly HTMLElement[]): void {
    const select = (chosen: HTMLElement): void => {
      for (const column of columns) column.classList.toggle('sel', column === chosen);
      for (const tab of nav.children)
        tab.setAttribute('aria-pressed', String(tab.getAttribute('aria-controls') === chosen.id));
    };
    nav.replaceChildren(
      ...columns.map((column) =>
        h(
          'button',
          { type: 'button', class: 'pill', 'aria-controls': column.id, onclick: () => select(column) },
          column.querySelector('h2 > span')?.firstChild?.textContent ?? '',
        ),
      ),
    );
    const [one] = columns;
    if (one) select(one);
  }

  /** What the board does is done one after the other. */
  async function busy(work: () => unknown): Promise<void> {
    if (document.body.getAttribute('aria-busy') === 'true') return;
    document.body.setAttribute('aria-busy', 'true');
    try {
      await work();
    } finally {
      document.body.removeAttribute('aria-busy');
      nameWithdrawer();
    }
  }

  function nameWithdrawer(): void {
    const who = board?.withdrawer?.name.split(' ')[0] ?? '';
    withdrawal.textContent = texts.withdraw(who === '' ? '–' : who);
    withdrawal.disabled = who === '';
  }

  async function anew(notAsked: readonly string[]): Promise<void> {
    const chosen = choices.find(({ id }) => id === chooser.value);
    if (chosen === undefined) return;
    const stage = await tellAnew(chosen.municipality.name, chosen.name, notAsked);
    timeline.add(texts.startedCopy);
    await show(stage);
  }

  async function moveClock(to: 'MIDNIGHT' | 'NEXT_DAY'): Promise<void> {
    timeline.add(texts.moved);
    await fetch('/dev/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to }),
    });
    await clock.ask();
  }

  async function changePlan(): Promise<void> {
    if (board === null) return;
    const what = language === 'sv' ? 'Samordnaren ändrade en åtgärd' : 'The coordinator changed an action';
    const entry = timeline.add(what);
    board.acts.begin(({ frames }) => entry.set(what, texts.frames(frames.length, Math.max(...frames))));
    await changeAction(board);
  }
}

async function casesOf(session: Session): Promise<Choice[]> {
  type Person = { givenName: string | null; familyName: string | null };
  type Node = { id: string; number: string; status: string; participants: object[]; youngPerson: Person };
  type Data = { cases: { edges: { node: Node }[] } };
  const { data } = await session.ask<Data>(CASES);
  return (data?.cases.edges ?? []).flatMap(({ node }) => {
    const { id, number, youngPerson, status, participants } = node;
    if (youngPerson.givenName === null) return [];
    const name = `${youngPerson.givenName} ${youngPerson.familyName ?? ''}`;
    const parties = status === 'ACTIVE' ? participants.length : 0;
    return [{ id, number, name, municipality: session.persona.municipality, parties }];
  });
}

/** The server's clock, which the board may set: asked once, then counted from there. */
async function serverClock(): Promise<{ now: () => number; ask: () => Promise<void> }> {
  let apart = 0;
  const ask = async (): Promise<void> => {
    const { now } = (await (await fetch('/dev/clock')).json()) as { now: string };
    apart = Date.parse(now) - performance.now();
  };
  await ask();
  return { now: () => performance.now() + apart, ask };
}

function seconds(instant: number): string {
  return `:${String(Math.floor(instant / 1000) % 60).padStart(2, '0')}`;
}

function queryWindow(): { element: HTMLDialogElement; show: (part: string, whole: string) => void } {
  const part = h('pre');
  const whole = h('pre', { tabindex: '0' });
  const element = h(
    'dialog',
    { 'aria-labelledby': 'head-query' },
    h('h2', { id: 'head-query' }, texts.queryOf),
    part,
    whole,
    h('button', { type: 'button', class: 'pill', onclick: () => element.close() }, texts.close),
  );
  return {
    element,
    show(own, all) {
      part.textContent = own;
      part.hidden = own === '';
      whole.textContent = all;
      element.showModal();
    },
  };
}
