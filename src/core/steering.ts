import { DomainError } from './errors.js';
import type { RoleTermId } from './ids.js';
import type { Instant } from './period.js';

/** A place in the steering group, from `from` until `until`; open if none. */
export interface GroupPlace {
  readonly roleTermId: RoleTermId;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** Who came to a meeting of the steering group, and which of its members did not. */
export interface SteeringAttendance {
  readonly attendedIds: RoleTermId[];
  readonly absentIds: RoleTermId[];
}

/**
 * Everybody who belonged to the group when the meeting began came or was absent: nobody is left open. Guests are not
 * counted.
 *
 * Source: leaflet R11 (the group is its five members; decision: a record of attendance is about them alone).
 *
 * @throws DomainError BAD_USER_INPUT for somebody who was no member then.
 */
export function attendanceOf(
  places: readonly GroupPlace[],
  startsAt: Instant,
  came: readonly RoleTermId[],
): SteeringAttendance {
  const members = new Set(
    places.filter(({ from, until }) => from <= startsAt && (until === null || startsAt < until)).map(idOf),
  );
  const attended = new Set(came);
  if (came.some((id) => !members.has(id))) throw new DomainError('BAD_USER_INPUT', 'steeringMemberUnknown');
  return { attendedIds: [...attended].sort(), absentIds: [...members].filter((id) => !attended.has(id)).sort() };
}

/** A case's number, and the number of a person with or without its century and its sign. */
const SOMEBODY = /\bSIG-\d{4}-\d|(?<!\d)(?:\d{2})?\d{6}[\p{Pd}+ ]?(?:\d{4}|[TR]\d{3}|TF\d{2})(?!\d)/iu;

/**
 * The steering group is told aggregates and never a case: what is written down of its meetings stays so, as far as a
 * machine can tell. A name it cannot.
 *
 * Source: design, section 3, "Capacities"; OSL 26:1.
 *
 * @throws DomainError BAD_USER_INPUT for the number of a case or of a person.
 */
export function requireAboutNobody(text: string): string {
  if (SOMEBODY.test(text)) throw new DomainError('BAD_USER_INPUT', 'minutesNameSomebody');
  return text;
}

function idOf({ roleTermId }: GroupPlace): RoleTermId {
  return roleTermId;
}
