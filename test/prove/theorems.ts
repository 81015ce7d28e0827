import { isRead, keyOf, START, tell } from '../support/formula-monitor.js';
import type { Formula, FormulaFault, Told, Word } from '../support/formula-monitor.js';
import { eventsIn } from './product-events.js';
import type { Bound } from './product-events.js';

/** One thing that must hold of the formula itself, whatever happens and however often. */
export interface Theorem {
  readonly name: string;
  /** A planted error of the formula for which it must fail. */
  readonly fault: FormulaFault;
  /** What is told where it fails; `null` when it holds. */
  readonly counterexample: (bound: Bound, fault: FormulaFault | null) => string | null;
}

type Law = (before: Formula, told: Told, after: Formula) => boolean;

const isYes = (word: Word | undefined): boolean => word?.startsWith('YES') === true;
const mustSign = ({ signers, last }: Formula): readonly (Word | undefined)[] =>
  last.filter((_, who) => signers & (1 << who));

const anyNoCloses: Law = (_before, _told, after) =>
  !after.isOpen || (after.last[0] !== 'NO' && !mustSign(after).includes('NO'));

const silenceCloses: Law = (_before, _told, after) => !after.isOpen || mustSign(after).every(isYes);

const nobodyOpensNothing: Law = (_before, _told, after) => !after.isOpen || after.signers !== 0;

const blockCloses: Law = (_before, told, after) => !after.isOpen || !told.isBlocked;

/** A turn, and that a yes expires: whatever of the two happens, and nothing else. */
const timeNeverOpens: Law = (before, told, after) =>
  before.isOpen || !after.isOpen || !told.isTurn || told.words.some(isYes);

/** Of every state that can be reached, and whatever happens in it. */
const always =
  (law: Law): Theorem['counterexample'] =>
  (bound, fault) => {
    const met = new Set([keyOf(START)]);
    const ahead: Formula[] = [START];
    for (let state = ahead.pop(); state !== undefined; state = ahead.pop()) {
      for (const told of eventsIn(state, bound)) {
        const next = tell(state, told, fault);
        if (!law(state, told, next)) return JSON.stringify({ state, told, next });
        const key = keyOf(next);
        if (!met.has(key)) ahead.push(next);
        met.add(key);
      }
    }
    return null;
  };

/** Two histories, equal but for more acts of one kind in the second. Which persons' no stands in it over what they say later. */
interface Twins {
  readonly one: Formula;
  readonly other: Formula;
  readonly firm: number;
}

/** What the second history may be told where the first is told this. */
type More = (told: Told, twins: Twins) => readonly (readonly [told: Told, firm: number])[];

/** Whoever said no besides may be held to it, or be heard again; or the no is overruled from the beginning. */
const moreNos: More = (told, { firm, other }) =>
  told.words.reduce<readonly (readonly [Told, number])[]>(
    (soFar, word, who) =>
      soFar.flatMap(([heard, held]) => {
        const bit = 1 << who;
        const withNo = (said: Word): Told => ({ ...heard, words: heard.words.with(who, said) });
        if (held & bit) {
          const stays = [withNo('NONE'), held] as const;
          return isYes(word) || word === 'NO' ? [stays, [heard, held & ~bit] as const] : [stays];
        }
        const said = [[heard, held] as const, [withNo('NO'), held | bit] as const];
        const mayBeOverruled = word === 'NONE' && (other.last[who] ?? 'NONE') !== 'NONE';
        return mayBeOverruled ? [...said, [withNo('OVERRULED'), held] as const] : said;
      }),
    [[told, firm]],
  );

const moreBlocks: More = (told) =>
  told.isBlocked
    ? [[told, 0]]
    : [
        [told, 0],
        [{ ...told, isBlocked: true }, 0],
      ];

/** What is open or read in the second history is so in the first. */
const never =
  (more: More): Theorem['counterexample'] =>
  (bound, fault) => {
    const first: Twins = { one: START, other: START, firm: 0 };
    const keyOfTwins = ({ one, other, firm }: Twins): string => `${keyOf(one)} | ${keyOf(other)} | ${firm}`;
    const met = new Set([keyOfTwins(first)]);
    const ahead = [first];
    for (let twins = ahead.pop(); twins !== undefined; twins = ahead.pop()) {
      for (const told of eventsIn(twins.one, bound)) {
        const one = tell(twins.one, told, fault);
        for (const [heard, firm] of more(told, twins)) {
          const next: Twins = { one, other: tell(twins.other, heard, fault), firm };
          const holds = (!next.other.isOpen || one.isOpen) && (!isRead(next.other) || isRead(one));
          if (!holds) return JSON.stringify({ twins, told, heard, next });
          const key = keyOfTwins(next);
          if (!met.has(key)) ahead.push(next);
          met.add(key);
        }
      }
    }
    return null;
  };

/** Two who speak one after the other, with nothing between, come to the same in either order. */
const orderDoesNotMatter: Theorem['counterexample'] = (bound, fault) => {
  const met = new Set([keyOf(START)]);
  const ahead: Formula[] = [START];
  for (let state = ahead.pop(); state !== undefined; state = ahead.pop()) {
    for (const told of eventsIn(state, { ...bound, speakersAtOnce: 1 })) {
      const next = tell(state, told, fault);
      const key = keyOf(next);
      if (!met.has(key)) ahead.push(next);
      met.add(key);
      const speaker = told.words.findIndex((word) => word !== 'NONE' && word !== 'OVER');
      if (speaker < 0 || told.isTurn || told.signers !== state.signers || told.isRecorded) continue;
      for (const word of ['YES', 'NO'] as const) {
        const silence = told.words.map((): Word => 'NONE');
        for (const [other] of told.words.entries()) {
          if (other === speaker) continue;
          const second = { ...told, words: silence.with(other, word) };
          const [a, b] = [tell(next, second, fault), tell(tell(state, second, fault), told, fault)];
          if (a.isOpen !== b.isOpen) return JSON.stringify({ state, told, second, a, b });
        }
      }
    }
  }
  return null;
};

export const THEOREMS: readonly Theorem[] = [
  { name: 'any no closes', fault: 'A_NO_IS_SILENCE', counterexample: always(anyNoCloses) },
  { name: 'default deny: silence closes', fault: 'SILENCE_AGREES', counterexample: always(silenceCloses) },
  { name: 'default deny: nobody opens nothing', fault: 'NOBODY_AGREES', counterexample: always(nobodyOpensNothing) },
  { name: 'a block beats', fault: 'A_BLOCK_IS_ADVICE', counterexample: always(blockCloses) },
  { name: 'time never opens', fault: 'TIME_OPENS', counterexample: always(timeNeverOpens) },
  { name: 'a no never opens, then or later', fault: 'A_WORD_OVERRULED_FREES', counterexample: never(moreNos) },
  {
    name: 'a no never shows what was recorded under it',
    fault: 'A_REFUSED_CELL_HAS_NO_GAP',
    counterexample: never(moreNos),
  },
  {
    name: 'a block never opens, then or later',
    fault: 'A_REFUSED_CELL_HAS_NO_GAP',
    counterexample: never(moreBlocks),
  },
  {
    name: 'order between signers does not matter',
    fault: 'THE_LAST_SPEAKER_DECIDES',
    counterexample: orderDoesNotMatter,
  },
];
