import type { BlockFact, CaseFacts, CustodyFact, RulePack } from '../../src/core/case-facts.js';
import type { BlockId, PersonId } from '../../src/core/ids.js';
import type { Instant } from '../../src/core/period.js';
import {
  block,
  custody,
  ELSA,
  elsasCase,
  JOHAN,
  MARIA,
  midnight,
  noon,
  refuses,
  SCHOOL,
  UDDEVALLA,
  VELLINGE,
  withdraws,
  yes,
} from './core-fixtures.js';

/** The dimensions of the decision table, and the case that each of their combinations is. */

export const PACKS: Readonly<Record<string, RulePack>> = {
  Uddevalla: UDDEVALLA,
  Vellinge: VELLINGE,
  'Vellinge, if time might open': { ...VELLINGE, timeMayOpen: true },
};

/** When the form is signed. Elsa was born on 10 June 2011: on each of these days she is of that age. */
export const SIGNED_AT = { 14: noon('2026-05-01'), 17: noon('2029-05-01'), 18: noon('2029-07-01') } as const;
export type Age = keyof typeof SIGNED_AT;
export const AGES = [14, 17, 18] as const satisfies readonly Age[];

export const SIGNER_STATES = ['yes', 'nothing', 'no', 'took back', 'expired'] as const;
export type SignerState = (typeof SIGNER_STATES)[number];
export const CUSTODIES = ['both', 'Johan prevented', 'Johan until later'] as const;
export type CustodyState = (typeof CUSTODIES)[number];
export const BLOCKS = ['none', 'by a signer', 'by the holder', 'by another holder'] as const;
export type BlockState = (typeof BLOCKS)[number];

const DAY = 86_400_000;
/** Days after the form: every limit is another day, so that each can be told from the others. */
export const TAKEN_BACK = 10;
export const EXPIRES = 70;
const BLOCKED = [20, 30] as const;
const PREVENTED = ['2026-05-20', '2026-06-25'] as const;

export interface Row {
  readonly pack: string;
  readonly age: Age;
  readonly says: Readonly<Record<'ELSA' | 'MARIA' | 'JOHAN', SignerState>>;
  readonly custody: CustodyState;
  readonly block: BlockState;
}

/** Every combination there is. */
export function* rows(): Generator<Row> {
  for (const pack of Object.keys(PACKS))
    for (const age of AGES)
      for (const elsa of SIGNER_STATES)
        for (const maria of SIGNER_STATES)
          for (const johan of SIGNER_STATES)
            for (const guardianship of CUSTODIES)
              for (const blocked of BLOCKS)
                yield {
                  pack,
                  age,
                  says: { ELSA: elsa, MARIA: maria, JOHAN: johan },
                  custody: guardianship,
                  block: blocked,
                };
}

export function caseOfRow({ pack, age, says, custody: guardianship, block: blocked }: Row): CaseFacts {
  const signed = SIGNED_AT[age];
  const rules = PACKS[pack] ?? VELLINGE;
  return elsasCase({
    packs: [{ validFrom: midnight('2000-01-01'), pack: rules }],
    said: [...said(ELSA, says.ELSA, signed), ...said(MARIA, says.MARIA, signed), ...said(JOHAN, says.JOHAN, signed)],
    custody: [custody(MARIA), custody(JOHAN, johansCustody(guardianship, age))],
    blocks: blocks(blocked, signed),
  });
}

/** Every instant at which anything of the case can turn. */
export function limitsOf({ age, says, custody: guardianship, block: blocked }: Row): readonly Instant[] {
  const signed = SIGNED_AT[age];
  const states = Object.values(says);
  const { preventedFrom, preventedUntil, until } = johansCustody(guardianship, age);
  return [
    signed,
    ...(states.includes('took back') ? [signed + TAKEN_BACK * DAY] : []),
    ...(states.includes('expired') ? [signed + EXPIRES * DAY] : []),
    ...(blocked === 'none' ? [] : BLOCKED.map((days) => signed + days * DAY)),
    ...[preventedFrom, preventedUntil, until].flatMap((day) => (day == null ? [] : [midnight(day)])),
    ...(age === 14 ? [midnight('2026-06-10')] : []),
    ...(age === 17 ? [midnight('2029-06-10')] : []),
  ];
}

function said(signer: PersonId, state: SignerState, signed: Instant): ReturnType<typeof yes>[] {
  switch (state) {
    case 'nothing':
      return [];
    case 'yes':
      return [yes(signer, signed)];
    case 'no':
      return [refuses(signer, signed)];
    case 'took back':
      return [yes(signer, signed), withdraws(signer, signed + TAKEN_BACK * DAY)];
    case 'expired':
      return [yes(signer, signed, { until: signed + EXPIRES * DAY })];
  }
}

function johansCustody(state: CustodyState, age: Age): Partial<CustodyFact> {
  const year = age === 14 ? '2026' : '2029';
  const dated = (day: string): string => day.replace('2026', year);
  if (state === 'Johan until later') return { until: dated('2026-06-20') };
  if (state === 'both') return {};
  return { preventedFrom: dated(PREVENTED[0]), preventedUntil: dated(PREVENTED[1]) };
}

function blocks(state: BlockState, signed: Instant): BlockFact[] {
  if (state === 'none') return [];
  const [from, until] = BLOCKED.map((days) => signed + days * DAY);
  const author = {
    'by a signer': { bySignerId: MARIA },
    'by the holder': { byHolderId: SCHOOL },
    'by another holder': { byHolderId: 'leisure' as typeof SCHOOL },
  }[state];
  return [block({ id: state as BlockId, ...author, period: { from: from ?? null, until: until ?? null } })];
}
