import { h } from '../dom';
import type { SignerState } from './sharing';
import type { View } from './view';

export type Answer = 'yes' | 'no' | 'notAsked';

/** A switch for each who has to sign: what they say now, and what they could say. */
export class Signers {
  readonly element: HTMLElement;

  constructor(
    private readonly view: View,
    private readonly choose: (signer: SignerState, answer: Answer) => void,
  ) {
    this.element = h('section', { class: 'signers', 'aria-label': view.texts.signers });
  }

  show(states: readonly SignerState[]): void {
    const { texts } = this.view;
    this.element.replaceChildren(h('span', {}, `${texts.signers}:`), ...states.map((state) => this.#switch(state)));
  }

  #switch(state: SignerState): HTMLElement {
    const { texts } = this.view;
    const now = answerOf(state);
    const option = (answer: Answer): HTMLElement =>
      h(
        'button',
        {
          type: 'button',
          class: answer,
          'aria-pressed': String(now === answer),
          onclick: () => {
            if (now !== answer) this.choose(state, answer);
          },
        },
        texts[answer],
      );
    return h(
      'div',
      { class: 'signer', role: 'group', 'aria-label': state.name },
      h('span', {}, state.name),
      h('span', { class: 'seg' }, option('yes'), option('no'), option('notAsked')),
      now === null && h('small', {}, texts.partly(state.yes, state.asked)),
    );
  }
}

/** Null where they say yes to some of it and no to the rest. */
function answerOf({ yes, no, asked }: SignerState): Answer | null {
  if (yes === asked) return 'yes';
  if (no === asked || (yes === 0 && no > 0)) return 'no';
  return yes === 0 ? 'notAsked' : null;
}
