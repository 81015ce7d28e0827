import type { Formula, Told, Word } from '../support/formula-monitor.js';

/** How much can happen at one instant. */
export interface Bound {
  readonly name: string;
  /** The subject and so many guardians. */
  readonly persons: number;
  readonly words: readonly Word[];
  /** Whether a piece is recorded at some instant. */
  readonly hasPiece: boolean;
  /** How many persons may speak at one instant. */
  readonly speakersAtOnce: number;
}

const EVERY_WORD: readonly Word[] = ['YES', 'YES_TO_ALL', 'YES_TO_OTHERS', 'NO', 'OVER'];

export const ONE_GUARDIAN: Bound = {
  ...{ name: 'one guardian', persons: 2, words: EVERY_WORD, hasPiece: true, speakersAtOnce: 2 },
};
export const TWO_GUARDIANS: Bound = {
  ...{ name: 'two guardians', persons: 3, words: ['YES', 'NO', 'OVER'], hasPiece: false, speakersAtOnce: 3 },
};
/** For pairs of runs, of which there are many more. */
export const ONE_AT_A_TIME: Bound = { ...ONE_GUARDIAN, name: 'one guardian, one at a time', speakersAtOnce: 1 };

/** All that can happen in this state at one instant, everything that can coincide coinciding. */
export function* eventsIn({ last, signers, piece }: Formula, bound: Bound): Generator<Told> {
  const masks = Array.from({ length: 1 << bound.persons }, (_, mask) => mask);
  for (const words of wordsOfAll(bound)) {
    const isPossible = words.every((word, who) => word !== 'OVER' || last[who]?.startsWith('YES') === true);
    if (!isPossible) continue;
    for (const isBlocked of [false, true]) {
      for (const isRecorded of bound.hasPiece && piece === 'UNRECORDED' ? [false, true] : [false]) {
        for (const mask of masks) {
          const told = { signers: mask, words, isBlocked, isRecorded };
          yield { ...told, isTurn: false };
          if (mask !== signers) yield { ...told, isTurn: true };
        }
      }
    }
  }
}

const known = new Map<Bound, readonly (readonly Word[])[]>();

function wordsOfAll(bound: Bound): readonly (readonly Word[])[] {
  const found = known.get(bound) ?? combinations(bound, bound.persons, bound.speakersAtOnce);
  known.set(bound, found);
  return found;
}

function combinations({ words }: Bound, persons: number, speakers: number): readonly (readonly Word[])[] {
  if (persons === 0) return [[]];
  const without = combinations({ words } as Bound, persons - 1, speakers).map((rest): Word[] => ['NONE', ...rest]);
  if (speakers === 0) return without;
  const spoken = combinations({ words } as Bound, persons - 1, speakers - 1);
  return [...without, ...words.flatMap((word) => spoken.map((rest): Word[] => [word, ...rest]))];
}
