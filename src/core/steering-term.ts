import { lastDaysOfParts, localDate } from './calendar.js';
import type { LocalDate, PackVersion } from './case-facts.js';
import type { Instant } from './period.js';
import { packInForce } from './rules/pack-in-force.js';

/** A meeting of the steering group, as far as the term asks. */
export interface SteeringMet {
  readonly status: string;
  readonly startsAt: Instant;
}

/** The first day of a term and the last, both included. */
export interface Term {
  readonly from: LocalDate;
  readonly through: LocalDate;
}

/** How often the steering group is to meet in a term, and how far it has come. */
export interface SteeringTerm extends Term {
  readonly required: number;
  readonly held: number;
  readonly planned: number;
  /** By which day each meeting is due that is neither held nor planned; empty when all are. */
  readonly dueThrough: readonly LocalDate[];
  /** The day has passed by which the next meeting was to be held, whatever is planned. */
  readonly overdue: boolean;
}

/**
 * The term at an instant. The rules say how often, not when: the meetings are spread evenly over the term.
 *
 * Source: leaflet R11 (Uddevalla: twice a term); skolförordningen (2011:185) 3 kap. 2–3 §§ (a school year from August to
 * June, of an autumn and a spring term). Each municipality sets its own days, so the half-years of the calendar stand
 * for them.
 *
 * @returns `null` where the municipality's rules say nothing of it.
 */
export function steeringTerm(
  packs: readonly PackVersion[],
  meetings: readonly SteeringMet[],
  at: Instant,
): SteeringTerm | null {
  const required = packInForce(packs, at)?.steeringMeetingsPerTerm ?? null;
  if (required === null) return null;
  const today = localDate(at);
  const { from, through } = termOf(today);
  const ofTerm = meetings.filter(({ startsAt }) => {
    const day = localDate(startsAt);
    return from <= day && day <= through;
  });
  const count = (wanted: string): number => ofTerm.filter(({ status }) => status === wanted).length;
  const [held, planned] = [count('HELD'), count('PLANNED')];
  const days = lastDaysOfParts(from, through, required);
  const next = days[held];
  const overdue = next !== undefined && next < today;
  return { from, through, required, held, planned, dueThrough: days.slice(held + planned), overdue };
}

/** The term of a day. */
export function termOf(day: LocalDate): Term {
  const year = day.slice(0, 4);
  const isSpring = day.slice(5) < '07';
  return isSpring
    ? { from: `${year}-01-01`, through: `${year}-06-30` }
    : { from: `${year}-07-01`, through: `${year}-12-31` };
}
