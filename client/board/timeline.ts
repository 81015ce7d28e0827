import { h } from '../dom';
import type { View } from './view';

/** Entries that are kept. */
const KEPT = 40;

export interface Entry {
  /** Takes the place of what the entry says, as more becomes known. */
  set(what: string, consequence: string, hot?: boolean): void;
}

/** What happened, newest first; read out to who does not see it. */
export class Timeline {
  readonly element: HTMLElement;
  readonly #list = h('ol');
  readonly #spoken = h('p', { class: 'sr', role: 'status' });

  constructor(private readonly view: View) {
    this.element = h(
      'section',
      { class: 'panel', 'aria-labelledby': 'head-timeline' },
      h('h2', { id: 'head-timeline' }, view.texts.timeline),
      h(
        'div',
        { class: 'scroll events', tabindex: '0', role: 'group', 'aria-labelledby': 'head-timeline' },
        this.#list,
      ),
      this.#spoken,
    );
  }

  add(what: string): Entry {
    const text = h('span');
    const item = h('li', {}, h('time', {}, this.#clock()), ' ', text);
    this.#list.prepend(item);
    while (this.#list.children.length > KEPT) this.#list.lastChild?.remove();
    const set: Entry['set'] = (said, consequence, hot = false) => {
      const whole = consequence === '' ? said : `${said} → ${consequence}`;
      text.textContent = whole;
      item.classList.toggle('hot', hot);
      this.#spoken.textContent = whole;
    };
    set(what, '');
    return { set };
  }

  #clock(): string {
    return new Intl.DateTimeFormat(this.view.language === 'sv' ? 'sv-SE' : 'en-GB', {
      timeZone: 'Europe/Stockholm',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
    }).format(new Date(this.view.now()));
  }
}
