import fc from 'fast-check';

export const KINDS = [
  'GRANT',
  'REFUSE',
  'WITHDRAW',
  'BLOCK',
  'UNBLOCK',
  'HOLD',
  'RELEASE',
  'PREVENT',
  'END_CUSTODY',
  'CUSTODY',
  'LEAVE',
  'ASSIGN',
  'DISCLOSE',
  'WAIT',
  'BIRTHDAY',
] as const;
export type Kind = (typeof KINDS)[number];
/** By these nothing may ever open, for anybody. */
export const CLOSING: readonly Kind[] = ['REFUSE', 'WITHDRAW', 'BLOCK', 'HOLD', 'END_CUSTODY', 'LEAVE', 'DISCLOSE'];

/** One thing that somebody does, or time that passes; `who`, `what` and `days` choose among those there are. */
export interface Step {
  readonly kind: Kind;
  readonly who: number;
  readonly what: number;
  readonly days: number;
}

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Kind[]>(...KINDS, 'GRANT', 'GRANT', 'WITHDRAW', 'BLOCK', 'WAIT', 'WAIT'),
    ...{ who: fc.nat(99), what: fc.nat(99), days: fc.integer({ min: 1, max: 200 }) },
  }),
  { minLength: 8, maxLength: 14 },
);
