import { h, icon, LOCK } from '../dom';
import type { Result, Session } from '../session';
import type { StreamSink } from '../resumable';
import type { Acts } from './acts';
import { CARD, CARD_QUERY, TILES, lockOf } from './card';
import type { Card, Tile } from './card';
import type { Frame, View } from './view';

const PLAN_STREAM = `subscription Plan($id: ID!, $after: Cursor) {
  planChanged(caseId: $id, after: $after, begin: PLACE) {
    __typename
    ... on StreamStarted { cursor }
    ... on PlanChanged { cursor changedActionIds }
    ... on AccessEnded { cursor reason }
  }
}`;
const MEETING_STREAM = `subscription Meetings($id: ID!, $after: Cursor) {
  meetingChanged(caseId: $id, after: $after, begin: PLACE) {
    __typename
    ... on StreamStarted { cursor }
    ... on MeetingChanged { cursor }
    ... on AccessEnded { cursor reason }
  }
}`;
const CASE_STREAM = `subscription Case($id: ID!, $after: Cursor) {
  caseChanged(caseId: $id, after: $after, begin: PLACE) {
    __typename
    ... on StreamStarted { cursor }
    ... on CaseChanged { cursor case { ${CARD} } }
    ... on AccessEnded { cursor reason }
  }
}`;

/** Milliseconds after which a stream that ends was open before. */
const SETTLING = 2_000;

export interface ColumnOptions {
  readonly key: string;
  readonly title: string;
  readonly who: string;
  readonly caseId: string;
  readonly session: Session;
  readonly view: View;
  readonly acts: Acts;
  /** Somebody has just read something. */
  readonly onRead: () => void;
}

/** What one agency sees of the case, live: the same query as everybody's, a value or a lock in each tile. */
export class Column {
  readonly element: HTMLElement;
  /** Of plan frames since the page cut the connection: which actions each told of. */
  readonly told: string[][] = [];
  readonly #tiles = new Map<Tile, { box: HTMLElement; value: HTMLElement; shown: string }>();
  readonly #status = h('span', { class: 'live' });
  readonly #over = h('p', { class: 'over', hidden: true });
  readonly #leave: (() => void)[] = [];
  readonly #connected = new Set<string>();
  readonly #ended = new Set<string>();
  #stopped = false;
  #wasCut = false;

  constructor(private readonly options: ColumnOptions) {
    const { key, title, who, view } = options;
    const heading = h(
      'h2',
      { id: `head-${key}` },
      h('span', {}, title, h('span', { class: 'who' }, who)),
      this.#status,
    );
    const head = h('div', { class: 'head' }, heading, this.#over);
    this.element = h('section', { class: `col ${key}`, id: `col-${key}`, 'aria-labelledby': `head-${key}` }, head);
    for (const tile of TILES) {
      const value = h('p');
      const query = h(
        'button',
        {
          class: 'q',
          type: 'button',
          'aria-label': `${view.texts.showQuery}: ${view.texts[tile.key]}`,
          onclick: () => view.showQuery(`query {\n  case(id: "…") {\n    ${tile.query}\n  }\n}`, CARD_QUERY),
        },
        '{ }',
      );
      const box = h('div', { class: 'tile', 'data-tile': tile.key }, h('h3', {}, view.texts[tile.key]), value, query);
      this.#tiles.set(tile, { box, value, shown: '' });
      this.element.append(box);
    }
    this.#showStatus();
  }

  async start(): Promise<void> {
    this.#follow('case', CASE_STREAM, (frame, result) => {
      if (frame.case) this.#show(frame.case as Card, result);
    });
    this.#follow('plan', PLAN_STREAM, (frame) => {
      this.told.push([...(frame.changedActionIds ?? [])]);
      void this.refresh();
    });
    this.#follow('meeting', MEETING_STREAM, () => void this.refresh());
    await this.refresh();
  }

  stop(): void {
    this.#stopped = true;
    for (const leave of this.#leave) leave();
    this.options.session.end();
  }

  get session(): Session {
    return this.options.session;
  }

  /** Whether all of its streams that have not ended are connected. */
  get isLive(): boolean {
    return ['case', 'plan', 'meeting'].every((name) => this.#connected.has(name) || this.#ended.has(name));
  }

  get followsPlan(): boolean {
    return !this.#ended.has('plan');
  }

  async refresh(): Promise<void> {
    const { session, caseId, onRead } = this.options;
    const result = await session.ask<{ case: Card | null }>(CARD_QUERY, { id: caseId });
    if (this.#stopped) return;
    if (result.data?.case) this.#show(result.data.case, result);
    else this.#forget(this.options.view.texts.unknown);
    onRead();
  }

  #follow(name: string, query: string, take: (frame: Frame, result: Result<Record<string, Frame>>) => void): void {
    const { session, caseId, acts, view } = this.options;
    const begun = performance.now();
    const sink: StreamSink<Frame> = {
      frame: (frame, result) => {
        acts.frame();
        take(frame, result);
      },
      ended: (frame) => {
        const since = acts.ended();
        this.#ended.add(name);
        // Closed before the page came: nothing was cut, and there is nothing to forget.
        if (since === null && performance.now() - begun < SETTLING) {
          this.#showStatus();
          return;
        }
        this.#wasCut = true;
        const cut = since === null ? view.texts.endedByItself : view.texts.ended(since);
        const why = frame.reason === undefined ? '' : ` ${view.label('StreamEndReason', frame.reason)}.`;
        this.#over.replaceChildren(h('strong', {}, cut), why, ' ', view.texts.forgotten);
        this.#showStatus();
        void this.refresh();
      },
      // Asked after the stream began to follow: nothing falls between.
      started: () => void this.refresh(),
      resync: () => void this.refresh(),
      connection: (open) => {
        if (open) this.#connected.add(name);
        else this.#connected.delete(name);
        this.#showStatus();
      },
      refused: () => {
        this.#ended.add(name);
        this.#showStatus();
      },
    };
    this.#leave.push(session.follow<Frame>({ query, variables: { id: caseId } }, sink));
  }

  #showStatus(): void {
    const { texts } = this.options.view;
    const gone = this.#wasCut && this.#ended.has('plan') && this.#ended.has('meeting');
    const away = !gone && this.#connected.size === 0;
    this.element.classList.toggle('gone', gone);
    this.element.classList.toggle('away', away);
    this.#over.hidden = this.#ended.size === 0 || this.#over.childNodes.length === 0;
    this.#status.textContent = gone ? texts.over : away ? texts.away : texts.live;
  }

  #show(card: Card, result: Result<unknown>): void {
    const { view } = this.options;
    for (const [tile, place] of this.#tiles) {
      const value = tile.value(card, { texts: view.texts, now: view.now(), when: view.when });
      const lock = lockOf(result, tile);
      const shut = value === null && lock !== null;
      const text = value ?? (lock === null ? view.texts.nothing : view.label('WithheldReason', lock.reason));
      const partly = value !== null && lock !== null;
      const key = `${shut ? 'shut' : 'open'} ${text} ${partly}`;
      if (key === place.shown) continue;
      place.box.className = `tile${shut ? ' shut' : ''}${value === null && !shut ? ' none' : ''}${place.shown === '' ? '' : ' flash'}`;
      place.shown = key;
      place.value.replaceChildren(
        ...(shut ? [icon(LOCK)] : []),
        text,
        ...(partly
          ? [
              h('span', { class: 'partly', title: view.texts.someWithheld }, icon(LOCK)),
              h('span', { class: 'sr' }, `. ${view.texts.someWithheld}`),
            ]
          : []),
        ...(tile.key === 'plan' && card.plan !== null ? [bar(card.plan.progress)] : []),
      );
      if (shut) place.box.title = view.explanation('WithheldReason', lock.reason);
      else place.box.removeAttribute('title');
    }
  }

  #forget(why: string): void {
    for (const place of this.#tiles.values()) {
      place.shown = 'unknown';
      place.box.className = 'tile shut';
      place.value.replaceChildren(icon(LOCK), why);
    }
  }
}

export function bar({ done, total }: { readonly done: number; readonly total: number }): HTMLElement {
  return h('progress', { max: String(Math.max(1, total)), value: String(done), 'aria-hidden': 'true' });
}
