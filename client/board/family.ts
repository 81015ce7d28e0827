import { h } from '../dom';
import type { Session } from '../session';
import { bar } from './column';
import type { Agency, Sharing } from './sharing';
import type { View } from './view';

const FAMILY = `query Family($id: ID!) {
  case(id: $id) {
    plan { progress { done total } }
    meetings(first: 50) { edges { node { startsAt place status } } }
    accessRecords(first: 6) {
      edges { node { id at profession capacity agency { name } entries { category } } }
    }
  }
}`;

interface FamilyCase {
  readonly plan: { readonly progress: { readonly done: number; readonly total: number } } | null;
  readonly meetings: {
    readonly edges: readonly { readonly node: { startsAt: string; place: string | null; status: string } }[];
  };
  readonly accessRecords: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly at: string;
        readonly profession: string | null;
        readonly capacity: string;
        readonly agency: { readonly name: string } | null;
        readonly entries: readonly { readonly category: string }[];
      };
    }[];
  } | null;
}

const MONTH = 30 * 24 * 60 * 60 * 1000;
/** Milliseconds: others' reads are not told by a stream, so the family's column asks again. */
const ASK_EVERY = 5_000;

/** The family's column: what is open, who has read what, the plan and the next meeting. */
export class FamilyColumn {
  readonly element: HTMLElement;
  readonly #consents = h('p');
  readonly #plan = h('p');
  readonly #meeting = h('p');
  readonly #reads = h('ul');
  #asking: Promise<void> | null = null;
  #again = false;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #seen = new Set<string>();

  constructor(
    private readonly session: Session,
    who: string,
    private readonly caseId: string,
    private readonly view: View,
  ) {
    const { texts } = view;
    const tile = (key: string, title: string, value: HTMLElement): HTMLElement =>
      h('div', { class: 'tile', 'data-tile': key }, h('h3', {}, title), value);
    this.element = h(
      'section',
      { class: 'col FAMILY', id: 'col-FAMILY', 'aria-labelledby': 'head-FAMILY' },
      h(
        'h2',
        { id: 'head-FAMILY' },
        h('span', {}, texts.family, h('span', { class: 'who' }, who)),
        h('span', { class: 'live' }, texts.live),
      ),
      tile('consents', texts.myConsents, this.#consents),
      tile('plan', texts.plan, this.#plan),
      tile('nextMeeting', texts.nextMeeting, this.#meeting),
      tile('reads', texts.whoRead, this.#reads),
      h(
        'button',
        { class: 'q wide', type: 'button', onclick: () => view.showQuery('', FAMILY) },
        `{ } ${texts.showQuery}`,
      ),
    );
  }

  start(): void {
    void this.refresh();
    this.#timer = setInterval(() => void this.refresh(), ASK_EVERY);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.session.end();
  }

  /** @param agencies those that have a column. */
  showSharing(sharing: Sharing, agencies: readonly Agency[]): void {
    const known = new Set(agencies.map(({ id }) => id));
    const cells = sharing.cells.filter(({ from, to }) => known.has(from.id) && known.has(to.id));
    const { texts } = this.view;
    const open = cells.filter((cell) => cell.open);
    const soon = open.filter(({ until }) => until !== null && Date.parse(until) - this.view.now() < MONTH);
    this.#consents.replaceChildren(
      texts.openOf(open.length, cells.length),
      soon.length > 0 ? ` · ${texts.closeSoon(soon.length)}` : '',
    );
  }

  /** One question at a time: who asks meanwhile is answered by the next. */
  async refresh(): Promise<void> {
    if (this.#asking) {
      this.#again = true;
      return;
    }
    this.#asking = this.#ask();
    await this.#asking;
    this.#asking = null;
    if (this.#again) {
      this.#again = false;
      await this.refresh();
    }
  }

  async #ask(): Promise<void> {
    const { data } = await this.session.ask<{ case: FamilyCase | null }>(FAMILY, { id: this.caseId });
    if (!data?.case) return;
    const { plan, meetings, accessRecords } = data.case;
    const { view } = this;
    this.#plan.replaceChildren(
      ...(plan === null
        ? [view.texts.nothing]
        : [view.texts.done(plan.progress.done, plan.progress.total), bar(plan.progress)]),
    );
    const next = meetings.edges
      .map(({ node }) => node)
      .find(({ startsAt, status }) => status === 'PLANNED' && Date.parse(startsAt) > view.now());
    this.#meeting.textContent =
      next === undefined ? view.texts.nothing : [view.when(next.startsAt), next.place].filter(Boolean).join(', ');
    const first = this.#seen.size === 0;
    const reads = (accessRecords?.edges ?? []).map(({ node }) => {
      const isNew = !first && !this.#seen.has(node.id);
      this.#seen.add(node.id);
      const what = [...new Set(node.entries.map(({ category }) => view.label('InformationCategory', category)))];
      const who = [node.agency?.name, node.profession === null ? null : view.label('Profession', node.profession)];
      return h(
        'li',
        isNew ? { class: 'flash' } : {},
        h('time', { datetime: node.at }, timeOf(node.at, view)),
        ` ${who.filter(Boolean).join(', ')}: ${what.slice(0, 3).join(', ')}${what.length > 3 ? ` +${what.length - 3}` : ''}`,
      );
    });
    this.#reads.replaceChildren(...(reads.length > 0 ? reads : [h('li', {}, view.texts.nobodyRead)]));
  }
}

function timeOf(instant: string, { language }: View): string {
  return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    timeZone: 'Europe/Stockholm',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(new Date(instant));
}
