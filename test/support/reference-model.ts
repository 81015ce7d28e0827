import type {
  BlockFact,
  CaseFacts,
  CustodyFact,
  Grant,
  PersonFact,
  RulePack,
  Statement,
} from '../../src/core/case-facts.js';
import type { AgencyId, PersonId } from '../../src/core/ids.js';
import type { InformationCategory } from '../../src/core/information-category.js';
import type { Instant, Period } from '../../src/core/period.js';
import type { KindRules, PieceFacts } from '../../src/core/piece.js';
import type { Viewer } from '../../src/core/viewer.js';
import { KINDS_BY_HAND } from './kinds-by-hand.js';
import { swedishMidnight } from './swedish-midnight.js';

/**
 * The consent formula of the design, word by word and one instant at a time: slow, without any timeline, and sharing
 * no code with src/core. Times are whole milliseconds, so "just before b" is b - 1.
 */
export interface ModelCell {
  readonly s: PersonId;
  readonly h: AgencyId;
  readonly r: AgencyId;
  readonly c: InformationCategory;
}

/** Only a cache: facts and cell tell the answer. */
type Known = Map<string, boolean>;
const caches = new WeakMap<CaseFacts, Known>();
const YES: Statement['decision'] = 'GRANTED';
const instants = new WeakMap<CaseFacts, readonly Instant[]>();

function modelRequired(facts: CaseFacts, s: PersonId, t: Instant): ReadonlySet<PersonId> {
  const pack = packAt(facts, t);
  const signers = new Set<PersonId>();
  if (pack === undefined) return signers;
  if (t >= birthday(facts, s, pack.youngPersonSignsFromAge)) signers.add(s);
  if (t < birthday(facts, s, Math.max(18, pack.guardiansSignUntilAge))) {
    const custodians = facts.custody.filter(
      (fact) => fact.subjectId === s && hasCustodyAt(fact, t) && !isPreventedAt(fact, t),
    );
    if (custodians.length === 0) return new Set();
    for (const { guardianId } of custodians) signers.add(guardianId);
  }
  return signers;
}

/** The cell, whatever it is that was recorded. */
export function modelOpen(facts: CaseFacts, cell: ModelCell, t: Instant): boolean {
  const known = caches.get(facts) ?? new Map<string, boolean>();
  caches.set(facts, known);
  const key = `${Object.values(cell).join()} ${t}`;
  const answer = known.get(key) ?? (allSayYes(facts, cell, t) && !waits(facts, cell, t));
  known.set(key, answer);
  return answer;
}

/** The cell for something recorded at `p`. */
export function modelOpenFor(facts: CaseFacts, cell: ModelCell, p: Instant, t: Instant): boolean {
  if (!modelOpen(facts, cell, t)) return false;
  return [...modelRequired(facts, cell.s, t)].every((x) => {
    const grant = last(facts, x, cell, t);
    if (grant === undefined) return false;
    if (grant.dataPeriods !== null) return grant.dataPeriods.some((period) => within(period, p));
    return (grant.until === null || p < grant.until) && !isGap(facts, cell, p, t);
  });
}

export function modelReadable(facts: CaseFacts, v: Viewer, p: PieceFacts, t: Instant): boolean {
  if (v.municipalityId !== facts.municipalityId) return false;
  switch (v.capacity) {
    case 'STEERING_MEMBER':
    case 'ADMINISTRATOR':
      return false;
    case 'YOUNG_PERSON':
      return v.personId === facts.youngPersonId && familyMayRead(facts, v.personId, p);
    case 'GUARDIAN': {
      const child = facts.youngPersonId;
      const hasCustody = facts.custody.some(
        (fact) => fact.subjectId === child && fact.guardianId === v.personId && hasCustodyAt(fact, t),
      );
      return (
        hasCustody &&
        t < birthday(facts, child, 18) &&
        familyMayRead(facts, v.personId, p) &&
        protectionsAt(facts, p, t).length === 0
      );
    }
    case 'PROFESSIONAL':
    case 'COORDINATOR': {
      if (!facts.assignments.some(({ roleTermId, period }) => roleTermId === v.roleTermId && within(period, t)))
        return false;
      const isOwn = p.holderId === v.agencyId;
      const mayHandle = protectionsAt(facts, p, t).every(
        ({ level, handlerIds }) => isOwn && (level === 'CONFIDENTIALITY_MARKING' || handlerIds.includes(v.roleTermId)),
      );
      if (!mayHandle) return false;
      const { coordinatorOnly, namesGuardian } = kindOf(p);
      if (coordinatorOnly) return v.capacity === 'COORDINATOR' && isOwn;
      if (isOwn || (v.capacity === 'COORDINATOR' && namesGuardian)) return true;
      if (p.heldBack) return false;
      return p.subjectIds.every((s) => {
        if (person(facts, s).kind === 'GUARDIAN') return false;
        return modelOpenFor(facts, { s, h: p.holderId, r: v.agencyId, c: p.category }, p.recordedAt, t);
      });
    }
  }
}

function allSayYes(facts: CaseFacts, cell: ModelCell, t: Instant): boolean {
  const known = caches.get(facts) ?? new Map<string, boolean>();
  caches.set(facts, known);
  const key = `yes ${Object.values(cell).join()} ${t}`;
  const answer = known.get(key) ?? allSayYesAt(facts, cell, t);
  known.set(key, answer);
  return answer;
}

function allSayYesAt(facts: CaseFacts, cell: ModelCell, t: Instant): boolean {
  const required = modelRequired(facts, cell.s, t);
  if (required.size === 0) return false;
  for (const x of required) {
    const said = last(facts, x, cell, t);
    if (said === undefined || said.decision !== 'GRANTED' || (said.until !== null && t >= said.until)) return false;
  }
  const own = last(facts, cell.s, cell, t);
  if (own !== undefined && own.decision !== 'GRANTED') return false;
  return !isBlockedAt(facts, cell, t);
}

function isBlockedAt(facts: CaseFacts, cell: ModelCell, t: Instant): boolean {
  return facts.blocks.some((block) => block.subjectId === cell.s && within(block.period, t) && blockNames(block, cell));
}

/**
 * Closed just before a change by time alone, and since then at no moment both otherwise open and so by the last word,
 * said since, of somebody who must sign at that moment.
 */
function waits(facts: CaseFacts, cell: ModelCell, t: Instant): boolean {
  return timeAlone(facts, cell.s).some((b) => {
    const isNewRules = facts.packs.some(({ validFrom }) => validFrom === b);
    if (b > t || (!isNewRules && packAt(facts, b)?.timeMayOpen !== false)) return false;
    const before = modelRequired(facts, cell.s, b - 1);
    const after = modelRequired(facts, cell.s, b);
    const isSame = before.size === after.size && [...before].every((x) => after.has(x));
    if (isSame || modelOpen(facts, cell, b - 1)) return false;
    return ![...everyInstant(facts), t].some((moment) => {
      if (moment < b || moment > t || !allSayYes(facts, cell, moment)) return false;
      const required = modelRequired(facts, cell.s, moment);
      return [...required].some((x) => (last(facts, x, cell, moment)?.appliesFrom ?? -Infinity) >= b);
    });
  });
}

/** Closed when `p` was recorded, after it had been open or after a no or a block; seen from a later `t`. */
function isGap(facts: CaseFacts, cell: ModelCell, p: Instant, t: Instant): boolean {
  return (
    p < t &&
    !modelOpen(facts, cell, p) &&
    [...everyInstant(facts), p].some(
      (earlier) => earlier <= p && (modelOpen(facts, cell, earlier) || isSaidNoTo(facts, cell, earlier)),
    )
  );
}

/** A no stands, of the subject or of somebody who must sign, or a block does. */
function isSaidNoTo(facts: CaseFacts, cell: ModelCell, t: Instant): boolean {
  const voices = [cell.s, ...modelRequired(facts, cell.s, t)];
  return isBlockedAt(facts, cell, t) || voices.some((x) => (last(facts, x, cell, t)?.decision ?? YES) !== YES);
}

function last(facts: CaseFacts, x: PersonId, cell: ModelCell, t: Instant): Statement | undefined {
  return facts.ledger
    .filter(
      (said) => said.subjectId === cell.s && said.signerId === x && said.appliesFrom <= t && statementNames(said, cell),
    )
    .sort((a, b) => b.sequence - a.sequence)[0];
}

function statementNames({ decision, grants }: Statement, cell: ModelCell): boolean {
  return grants === null ? decision !== 'GRANTED' : grantsName(grants, cell);
}

function blockNames({ byHolderId, grants }: BlockFact, cell: ModelCell): boolean {
  return (byHolderId === null || byHolderId === cell.h) && (grants === null || grantsName(grants, cell));
}

function grantsName(grants: readonly Grant[], { h, r, c }: ModelCell): boolean {
  return grants.some(
    (grant) => h !== r && grant.fromIds.includes(h) && grant.toIds.includes(r) && grant.categories.includes(c),
  );
}

function familyMayRead(facts: CaseFacts, reader: PersonId, p: PieceFacts): boolean {
  const { coordinatorOnly, familyReads } = kindOf(p);
  if (coordinatorOnly || p.heldBack || p.hiddenFromIds.includes(reader)) return false;
  const byKind = familyReads === 'ALWAYS';
  const byCategory = ['IDENTITY', 'CONTACT', 'PLAN', 'MEETING'].includes(p.category);
  return p.subjectIds.every((s) => s === facts.youngPersonId) && (byKind || byCategory);
}

function protectionsAt(facts: CaseFacts, p: PieceFacts, t: Instant): CaseFacts['protections'] {
  if (!kindOf(p).tellsPlace) return [];
  return facts.protections.filter(({ personId, period }) => p.subjectIds.includes(personId) && within(period, t));
}

/** By the table of the tests, whatever the facts say of kinds. */
function kindOf({ kind }: PieceFacts): KindRules {
  const rules = KINDS_BY_HAND[kind];
  if (rules === undefined) throw new Error(`no kind ${kind}`);
  return rules;
}

function packAt({ packs }: CaseFacts, t: Instant): RulePack | undefined {
  return packs
    .filter(({ validFrom }) => validFrom <= t)
    .sort((a, b) => b.validFrom - a.validFrom || b.pack.version - a.pack.version)[0]?.pack;
}

function timeAlone(facts: CaseFacts, s: PersonId): Instant[] {
  const ages = facts.packs.flatMap(({ pack }) => [
    pack.youngPersonSignsFromAge,
    Math.max(18, pack.guardiansSignUntilAge),
  ]);
  const custodyEnds = facts.custody.filter(({ subjectId, until }) => subjectId === s && until !== null);
  return [
    ...facts.packs.map(({ validFrom }) => validFrom),
    ...ages.map((age) => birthday(facts, s, age)),
    ...custodyEnds.map(({ until }) => swedishMidnight(until ?? '')),
  ];
}

/** Every instant at which anything about the case may change. */
function everyInstant(facts: CaseFacts): readonly Instant[] {
  const known = instants.get(facts) ?? [...new Set(instantsOf(facts))];
  instants.set(facts, known);
  return known;
}

function instantsOf(facts: CaseFacts): Instant[] {
  const dates = facts.custody.flatMap(({ from, until, preventedFrom, preventedUntil }) => [
    from,
    until,
    preventedFrom,
    preventedUntil,
  ]);
  const subjects = facts.persons.filter(({ birthDate }) => birthDate !== null);
  return [
    ...dates.filter((date) => date !== null).map(swedishMidnight),
    ...subjects.flatMap(({ id }) => timeAlone(facts, id)),
    ...facts.packs.map(({ validFrom }) => validFrom),
    ...facts.ledger.flatMap(({ appliesFrom, until }) => [appliesFrom, until]),
    ...facts.blocks.flatMap(({ period }) => [period.from, period.until]),
  ].filter((instant) => instant !== null);
}

function hasCustodyAt({ from, until }: CustodyFact, t: Instant): boolean {
  return swedishMidnight(from) <= t && (until === null || t < swedishMidnight(until));
}

function isPreventedAt({ preventedFrom, preventedUntil }: CustodyFact, t: Instant): boolean {
  return (
    preventedFrom !== null &&
    swedishMidnight(preventedFrom) <= t &&
    (preventedUntil === null || t < swedishMidnight(preventedUntil))
  );
}

/** On 29 February only in leap years, else on 1 March. */
function birthday(facts: CaseFacts, s: PersonId, age: number): Instant {
  const [year = 0, month = 0, day = 0] = (person(facts, s).birthDate ?? '').split('-').map(Number);
  // Date.UTC turns 29 February of a common year into 1 March.
  return swedishMidnight(new Date(Date.UTC(year + age, month - 1, day)).toISOString().slice(0, 10));
}

function person({ persons }: CaseFacts, id: PersonId): PersonFact {
  const found = persons.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no person ${id}`);
  return found;
}

function within({ from, until }: Period, t: Instant): boolean {
  return (from === null || t >= from) && (until === null || t < until);
}
