import { h } from '../dom';
import type { Agency, Cell, Sharing } from './sharing';
import { cellKey } from './sharing';
import type { View } from './view';

/** Milliseconds: what closes sooner is marked. */
const SOON = 30 * 24 * 60 * 60 * 1000;

/** Holder, recipient, category: what may go from whom to whom, of those who have a column. */
export class Grid {
  readonly element: HTMLElement;
  readonly #table = h('table');
  #before = new Map<string, boolean>();

  constructor(private readonly view: View) {
    const { texts } = view;
    const key = (name: string, text: string): HTMLElement => h('span', { class: `key ${name}` }, text);
    this.element = h(
      'section',
      { class: 'panel grid', 'aria-labelledby': 'head-grid' },
      h('h2', { id: 'head-grid' }, texts.grid),
      h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-labelledby': 'head-grid' }, this.#table),
      h('p', { class: 'legend' }, key('o', texts.open), key('s', texts.soonShort), key('c', texts.shut)),
    );
  }

  show({ cells }: Sharing, agencies: readonly Agency[]): void {
    const shown = agencies.flatMap((from) => agencies.filter((to) => to.id !== from.id).map((to) => ({ from, to })));
    const byKey = new Map(cells.map((cell) => [cellKey(cell), cell]));
    const categories = [...new Set(cells.map(({ category }) => category))];
    const head = h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('td'),
        ...categories.map((category) =>
          h('th', { scope: 'col' }, h('span', {}, this.view.label('InformationCategory', category))),
        ),
      ),
    );
    const rows = shown.map(({ from, to }, index) =>
      h(
        'tr',
        index > 0 && shown[index - 1]?.from.id !== from.id ? { class: 'next' } : {},
        h(
          'th',
          { scope: 'row', 'aria-label': this.view.texts.fromTo(from.name, to.name) },
          `${from.name} → ${to.name}`,
        ),
        ...categories.map((category) => this.#cell(byKey.get(cellKey({ from, to, category })))),
      ),
    );
    this.#table.replaceChildren(head, h('tbody', {}, ...rows));
    this.#before = new Map(cells.map((cell) => [cellKey(cell), cell.open]));
  }

  #cell(cell: Cell | undefined): HTMLElement {
    const { texts, now, day } = this.view;
    if (cell === undefined) return h('td');
    const soon = cell.open && cell.until !== null && Date.parse(cell.until) - now() < SOON;
    const text = soon ? texts.soon(day(cell.until)) : cell.open ? texts.open : texts.shut;
    const was = this.#before.get(cellKey(cell));
    const kind = soon ? 's' : cell.open ? 'o' : 'c';
    return h(
      'td',
      { class: `${kind}${was !== undefined && was !== cell.open ? ' flash' : ''}`, title: text },
      h('span', { class: 'sr' }, text),
      h('span', { class: 'dot', 'aria-hidden': 'true' }, soon ? '◐' : cell.open ? '●' : '·'),
    );
  }
}
