import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { localDate } from '../../src/core/calendar.js';
import type { AssignmentFact, CaseFacts } from '../../src/core/case-facts.js';
import type { PersonId } from '../../src/core/ids.js';
import type { Persona } from './app.js';

const DAY = 86_400_000;

/** What a step needs that changes who takes part or has custody. */
export interface Acting {
  readonly facts: CaseFacts;
  readonly coordinator: Persona;
  readonly superuser: pg.Client;
  now(): Promise<number>;
  /** @returns the id of the result, an empty text where it has none; `null` when it was refused */
  ask(persona: Persona, field: string, type: string, input: object, shows?: string): Promise<string | null>;
}

/** Somebody is asked to take part, and says yes; for some days. @returns what the model is to believe, `null` when it was refused */
export async function takesPart(acting: Acting, asked: Persona, days: number): Promise<CaseFacts | null> {
  const { facts, coordinator, superuser } = acting;
  const until = (await acting.now()) + days * DAY;
  const request = await acting.ask(
    ...([coordinator, 'assign', 'AssignInput!'] as const),
    {
      ...{ requestId: randomUUID(), caseId: facts.caseId, professionalId: asked.id, duty: 'MEMBER' },
      until: new Date(until).toISOString(),
    },
    'id',
  );
  if (request === null) return null;
  const answer = { requestId: randomUUID(), assignmentRequestId: request };
  if ((await acting.ask(asked, 'confirmAssignment', 'AnswerAssignmentInput!', answer)) === null)
    throw new Error('Who was asked cannot say yes');
  const { rows } = await superuser.query<Omit<AssignmentFact, 'period'>>(
    `select id as "roleTermId", professional_id as "professionalId", agency_id as "agencyId" from sig.role_term where id = $1`,
    [asked.id],
  );
  const added = rows.map((row) => ({ ...row, period: { from: null, until } }));
  // From now on, which is what everybody is asked about; nobody asks about what was.
  return { ...facts, assignments: [...facts.assignments, ...added] };
}

export async function leaves(acting: Acting, leaving: Persona): Promise<CaseFacts | null> {
  const { facts, coordinator, superuser } = acting;
  const { rows } = await superuser.query<{ id: string }>(
    `select id from sig.assignment where case_id = $1 and role_term_id = $2 and valid_from <= sig.now()
      and (valid_until is null or valid_until > sig.now())`,
    [facts.caseId, leaving.id],
  );
  const participantId = rows[0]?.id;
  if (participantId === undefined) return null;
  const input = { requestId: randomUUID(), participantId };
  if ((await acting.ask(coordinator, 'endAssignment', 'EndAssignmentInput!', input)) === null) return null;
  const until = await acting.now();
  const ended = facts.assignments.map((one) => {
    const goesOn = one.period.until === null || one.period.until > until;
    return one.roleTermId === leaving.id && goesOn ? { ...one, period: { ...one.period, until } } : one;
  });
  return { ...facts, assignments: ended };
}

/** A guardian is prevented for some days from today, loses custody on such a day, or has it anew from today. */
export async function custodyChanges(
  acting: Acting,
  kind: 'PREVENT' | 'END_CUSTODY' | 'CUSTODY',
  guardianId: PersonId,
  days: number,
): Promise<CaseFacts | null> {
  const { facts, coordinator } = acting;
  const subjectId = facts.youngPersonId;
  const now = await acting.now();
  const [from, until] = [localDate(now), localDate(now + days * DAY)];
  const of = { requestId: randomUUID(), caseId: facts.caseId, guardianId };
  const whole = { subjectId, guardianId, from, until: null, preventedFrom: null, preventedUntil: null };
  const changed = (change: object): CaseFacts => ({
    ...facts,
    custody: facts.custody.map((one) => {
      const isNow = one.from <= from && (one.until === null || from < one.until);
      return one.guardianId === guardianId && one.subjectId === subjectId && isNow ? { ...one, ...change } : one;
    }),
  });
  switch (kind) {
    case 'PREVENT': {
      const done = await acting.ask(coordinator, 'recordPrevention', 'CustodyInput!', { ...of, from, until });
      return done === null ? null : changed({ preventedFrom: from, preventedUntil: until });
    }
    case 'END_CUSTODY': {
      const done = await acting.ask(coordinator, 'endCustody', 'EndCustodyInput!', { ...of, until });
      return done === null ? null : changed({ until });
    }
    case 'CUSTODY': {
      const done = await acting.ask(coordinator, 'recordCustody', 'CustodyInput!', { ...of, from });
      return done === null ? null : { ...facts, custody: [...facts.custody, whole] };
    }
  }
}
