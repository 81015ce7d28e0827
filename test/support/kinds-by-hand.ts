import type { KindRegister } from '../../src/core/piece.js';

/**
 * What holds for every kind of piece, written down here once more: what the tests hold the declarations, the decision and
 * the database against. Never taken from the declarations, or a fault in one of them would agree with itself.
 */
type Line = readonly [number: number, flags: `${'P' | '.'}${'C' | '.'}${'G' | '.'}${'K' | '.'}${'D' | '.'}`];

/**
 * P: tells where somebody is. C: the family reads it in its own categories alone. G: names a guardian. K: for the coordinator
 * of its holder alone. D: can be disclosed as a copy. The numbers stand in stored rows: one that was ever given is never
 * given again, so a kind that goes leaves its line here, in `GONE`.
 */
const LINES: Readonly<Record<string, Line>> = {
  IDENTITY: [1, '.....'],
  GUARDIAN: [2, '..G..'],
  CONTACT: [3, 'P...D'],
  IMPORTANT_PERSON: [4, '.....'],
  SITUATION: [5, '.C..D'],
  MAPPING: [6, '.C..D'],
  NOTE: [7, '.C..D'],
  OBJECTION: [8, '.C...'],
  PLAN: [9, '.....'],
  GOAL: [10, '....D'],
  ACTION: [11, '....D'],
  EVALUATION: [12, '....D'],
  MEETING: [13, '.....'],
  MEETING_PLACE: [14, 'P....'],
  INVITATION: [15, '.....'],
  AGENDA_ITEM: [16, '.....'],
  MEETING_DECISION: [17, '....D'],
  MINUTES: [18, '.....'],
  OUTCOME: [19, '.C...'],
  PROPOSAL_WORDS: [20, '.C.K.'],
};

/** Numbers of kinds that there are no more. */
export const GONE: readonly number[] = [];

export const KIND_NAMES: readonly string[] = Object.keys(LINES);

export const KIND_NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries(LINES).map(([name, [number]]) => [name, number]),
);

export const KINDS_BY_HAND: KindRegister = Object.fromEntries(
  Object.entries(LINES).map(([name, [, flags]]) => [
    name,
    {
      tellsPlace: flags[0] === 'P',
      familyReads: flags[1] === 'C' ? 'BY_CATEGORY' : 'ALWAYS',
      namesGuardian: flags[2] === 'G',
      coordinatorOnly: flags[3] === 'K',
      disclosable: flags[4] === 'D',
    },
  ]),
);
