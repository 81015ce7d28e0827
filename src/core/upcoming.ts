import { datesBetween, midnightOf, turnsAt } from './calendar.js';
import type { CaseFacts, Grant, LocalDate } from './case-facts.js';
import { cellsBetween } from './cell.js';
import type { Cell } from './cell.js';
import { grantsNaming } from './consent-form.js';
import { openingsAbout } from './openings-about.js';
import type { Instant } from './period.js';
import { agesOutAt } from './rules/ageing-out.js';
import { guardiansSignUntil } from './rules/majority.js';
import { packInForce } from './rules/pack-in-force.js';
import { subjectOf } from './subject.js';

/** Why something will change by itself; the closed list that clients have texts for. */
export const UPCOMING_CAUSES = [
  'CONSENT_EXPIRES',
  'STATEMENT_APPLIES',
  'YOUNG_PERSON_SIGNS',
  'GUARDIANS_SIGN_NO_MORE',
  'CUSTODY_CHANGES',
  'BLOCK_CHANGES',
  'RULES_CHANGE',
  'PLANNED_END',
  'AGES_OUT',
] as const;
export type UpcomingCause = (typeof UPCOMING_CAUSES)[number];

/**
 * One instant at which, with nobody writing anything, what may be shared changes, or who signs, or the work is to end.
 */
export interface UpcomingChange {
  readonly at: Instant;
  readonly causes: readonly UpcomingCause[];
  readonly closes: readonly Grant[];
  readonly opens: readonly Grant[];
}

/**
 * All that is known now to come, in time order, also when the work is to end.
 *
 * @throws MissingFactError when the young person's birth date or the municipality's rules are missing.
 */
export function upcoming(
  facts: CaseFacts,
  at: Instant,
  plannedEndOn: LocalDate | null = null,
): readonly UpcomingChange[] {
  const causes = causesByInstant(facts, at, plannedEndOn);
  const { closes, opens } = turns(facts, at);
  const instants = new Set([...causes.keys(), ...closes.keys(), ...opens.keys()]);
  return [...instants]
    .sort((a, b) => a - b)
    .map((instant) => ({
      at: instant,
      causes: [...(causes.get(instant) ?? [])],
      closes: asGrants(closes.get(instant) ?? [], facts),
      opens: asGrants(opens.get(instant) ?? [], facts),
    }));
}

/** Cells as a form would name them. */
export function asGrants(cells: readonly Cell[], { agencies }: CaseFacts): readonly Grant[] {
  const keyOf = ({ holderId, recipientId, category }: Cell): string => [holderId, recipientId, category].join();
  const named = new Set(cells.map(keyOf));
  return grantsNaming(agencies, (cell) => named.has(keyOf(cell)));
}

/** An opening that goes on under other statements neither closes nor opens anything. */
function turns(facts: CaseFacts, at: Instant): Record<'closes' | 'opens', Map<Instant, Cell[]>> {
  const [closes, opens] = [new Map<Instant, Cell[]>(), new Map<Instant, Cell[]>()];
  const note = (turning: Map<Instant, Cell[]>, instant: Instant | null, cells: readonly Cell[]): void => {
    if (instant !== null && instant > at) turning.set(instant, [...(turning.get(instant) ?? []), ...cells]);
  };
  const alike = Map.groupBy(cellsBetween(facts.agencies), openingsAbout(facts, facts.youngPersonId));
  for (const [openings, cells] of alike) {
    for (const [index, { from, until }] of openings.entries()) {
      if (openings[index - 1]?.until !== from) note(opens, from, cells);
      if (openings[index + 1]?.from !== until) note(closes, until, cells);
    }
  }
  return { closes, opens };
}

function causesByInstant(
  facts: CaseFacts,
  at: Instant,
  plannedEndOn: LocalDate | null,
): Map<Instant, Set<UpcomingCause>> {
  const causes = new Map<Instant, Set<UpcomingCause>>();
  const add = (cause: UpcomingCause, ...instants: readonly (Instant | null | undefined)[]): void => {
    for (const instant of instants) {
      if (instant != null && instant > at) causes.set(instant, (causes.get(instant) ?? new Set()).add(cause));
    }
  };
  const subject = subjectOf(facts, facts.youngPersonId);
  if (subject === null) return causes;
  if (plannedEndOn !== null) add('PLANNED_END', midnightOf(plannedEndOn));
  add('AGES_OUT', agesOutAt(subject.packs, subject.birthDate, at));
  const pack = packInForce(subject.packs, at);
  if (pack !== null) {
    add('YOUNG_PERSON_SIGNS', turnsAt(subject.birthDate, pack.youngPersonSignsFromAge));
    add('GUARDIANS_SIGN_NO_MORE', guardiansSignUntil(subject.birthDate, pack));
  }
  for (const { validFrom } of subject.packs) add('RULES_CHANGE', validFrom);
  for (const { from, until, preventedFrom, preventedUntil } of subject.custody) {
    const [custody, prevented] = [
      datesBetween(from, until),
      preventedFrom === null ? null : datesBetween(preventedFrom, preventedUntil),
    ];
    add('CUSTODY_CHANGES', custody.from, custody.until, prevented?.from, prevented?.until);
  }
  for (const { subjectId, decision, appliesFrom, until } of facts.ledger) {
    if (subjectId !== subject.id) continue;
    add('STATEMENT_APPLIES', appliesFrom);
    if (decision === 'GRANTED') add('CONSENT_EXPIRES', until);
  }
  for (const { subjectId, period } of facts.blocks) {
    if (subjectId === subject.id) add('BLOCK_CHANGES', period.from, period.until);
  }
  return causes;
}
