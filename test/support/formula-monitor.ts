/**
 * The formula of consent about one cell as a monitor: told what happens at one instant after the other, it says whether
 * the cell is open and whether one piece is read. It shares no code with src/core, keeps no instant and no number, and so
 * has finitely many states: what it says of them holds for any number of statements.
 */

/**
 * What somebody says. A yes reaches what lies in no gap, or names what it reaches. `OVER`: their yes expires. `OVERRULED`:
 * something that they said before their last word comes to apply.
 */
export type Word = 'NONE' | 'YES' | 'YES_TO_ALL' | 'YES_TO_OTHERS' | 'NO' | 'OVER' | 'OVERRULED';

/** What happens at one instant. Persons are numbers, the subject 0; a set of them is a mask of bits. */
export interface Told {
  readonly signers: number;
  /** Whether time alone, or new rules, made the signers other ones. */
  readonly isTurn: boolean;
  /** Of each person. */
  readonly words: readonly Word[];
  readonly isBlocked: boolean;
  /** Whether the piece is recorded now. */
  readonly isRecorded: boolean;
}

export interface Formula {
  readonly last: readonly Word[];
  readonly signers: number;
  /** For each turn that found the cell closed and is not freed yet: whose last word is a yes said since. */
  readonly turns: readonly number[];
  readonly isOpen: boolean;
  /** Whether the cell has ever been open, refused or blocked: from then on, closed is a gap. */
  readonly isBegun: boolean;
  readonly piece: 'UNRECORDED' | 'IN_GAP' | 'OUTSIDE';
}

/** A planted error of the formula itself, for which one of its theorems must fail. */
export type FormulaFault =
  | 'TIME_OPENS'
  | 'A_WORD_OVERRULED_FREES'
  | 'A_NO_IS_SILENCE'
  | 'SILENCE_AGREES'
  | 'NOBODY_AGREES'
  | 'A_BLOCK_IS_ADVICE'
  | 'A_REFUSED_CELL_HAS_NO_GAP'
  | 'THE_LAST_SPEAKER_DECIDES';

export const START: Formula = {
  last: [],
  signers: 0,
  turns: [],
  isOpen: false,
  isBegun: false,
  piece: 'UNRECORDED',
};

const isYes = (word: Word | undefined): boolean => word?.startsWith('YES') === true;
const isSilent = (word: Word): boolean => word === 'NONE' || word === 'OVERRULED';
/** Who is in a set, by its mask: up to three guardians. */
const MEMBERS = Array.from({ length: 16 }, (_, mask) => [0, 1, 2, 3].filter((who) => mask & (1 << who)));
const members = (mask: number): readonly number[] => MEMBERS[mask] ?? [];

export function tell(before: Formula, told: Told, fault: FormulaFault | null = null): Formula {
  const { signers, words, isBlocked } = told;
  const last = words.map((word, who) => (isSilent(word) ? (before.last[who] ?? 'NONE') : word));
  const required = members(signers);

  const agrees = (word: Word | undefined): boolean =>
    isYes(word) || (fault === 'SILENCE_AGREES' && word === 'NONE') || (fault === 'A_NO_IS_SILENCE' && word === 'NO');
  const spoke = words.findLast((word) => !isSilent(word));
  const allAgree =
    fault === 'THE_LAST_SPEAKER_DECIDES' && spoke !== undefined
      ? isYes(spoke)
      : required.every((who) => agrees(last[who])) && (last[0] !== 'NO' || fault === 'A_NO_IS_SILENCE');
  const isAgreed =
    (signers !== 0 || fault === 'NOBODY_AGREES') && allAgree && (!isBlocked || fault === 'A_BLOCK_IS_ADVICE');
  const isDenied = isBlocked || last[0] === 'NO' || required.some((who) => last[who] === 'NO');

  const found = told.isTurn && !before.isOpen && fault !== 'TIME_OPENS' ? [...before.turns, 0] : before.turns;
  const since =
    found.length === 0
      ? found
      : found.map((mask) => words.reduce((spoken, word, who) => heard(spoken, word, who, fault), mask));
  const left = isAgreed ? since.filter((mask) => (mask & signers) === 0) : since;
  const isOpen = isAgreed && left.length === 0;

  const isBegun = before.isBegun || isOpen || (isDenied && fault !== 'A_REFUSED_CELL_HAS_NO_GAP');
  const recorded = !isOpen && isBegun ? 'IN_GAP' : 'OUTSIDE';
  const piece = before.piece === 'UNRECORDED' && told.isRecorded ? recorded : before.piece;
  return { last, signers, turns: left.length > 1 ? [...new Set(left)] : left, isOpen, isBegun, piece };
}

function heard(spoken: number, word: Word, who: number, fault: FormulaFault | null): number {
  if (word === 'OVERRULED' && fault === 'A_WORD_OVERRULED_FREES') return spoken | (1 << who);
  if (isSilent(word)) return spoken;
  return isYes(word) ? spoken | (1 << who) : spoken & ~(1 << who);
}

/** Whether the piece is read. */
export function isRead({ last, signers, isOpen, piece }: Formula): boolean {
  if (!isOpen || piece === 'UNRECORDED') return false;
  return members(signers).every((who) => (last[who] === 'YES' ? piece === 'OUTSIDE' : last[who] === 'YES_TO_ALL'));
}

export function keyOf({ last, signers, turns, isOpen, isBegun, piece }: Formula): string {
  return `${last.join()} ${signers} ${turns.join()} ${isOpen} ${isBegun} ${piece}`;
}
