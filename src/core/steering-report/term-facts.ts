import type { AgencyKind, LocalDate, PackVersion } from '../case-facts.js';
import type { InformationCategory } from '../information-category.js';
import type { OutcomeLevel } from '../outcome.js';
import type { Instant } from '../period.js';
import type { Term } from '../steering-term.js';

/** How far one wanted effect was reached, before the work and after it; `null` where nothing is recorded. */
export interface EffectReached {
  readonly category: InformationCategory;
  readonly before: OutcomeLevel;
  readonly after: OutcomeLevel | null;
}

/** What a report counts of one case. It names nobody, and leaves the process in no other form than counted. */
export interface CaseCourse {
  readonly proposedOn: LocalDate | null;
  readonly declinedOn: LocalDate | null;
  readonly beganOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  /** Of somebody who was only proposed it may be gone. */
  readonly birthDate: LocalDate | null;
  /** The focus area in which the young person is at home; none while where they are is protected. */
  readonly areaId: string | null;
  readonly firstMeetingOn: LocalDate | null;
  /** When the plan got its first goal or action. */
  readonly plannedOn: LocalDate | null;
  /** Whether somebody took a consent back while it ran. */
  readonly consentWithdrawn: boolean;
  readonly effects: readonly EffectReached[];
}

/** A first or follow-up meeting that was held; `caseKey` tells the meetings of one case from those of others. */
export interface HeldMeeting {
  readonly caseKey: string;
  readonly startsAt: Instant;
}

/** A professional's call to a meeting that was held. */
export interface Place {
  readonly caseKey: string;
  readonly startsAt: Instant;
  readonly party: AgencyKind;
  readonly professionalKey: string;
  readonly attended: boolean;
}

/** An action of a plan that was due. */
export interface DueAction {
  /** Of the agency that answers for it. */
  readonly party: AgencyKind;
  readonly dueOn: LocalDate;
  readonly doneOn: LocalDate | null;
}

/** What a party undertook by the citizen promise (medborgarlöfte), and whether it was kept: about no case. */
export interface Undertaking {
  readonly party: AgencyKind;
  readonly text: string;
  readonly kept: boolean;
}

/** Everything that the report of one term is counted from. Meetings and places may lie before the term. */
export interface TermFacts {
  readonly term: Term;
  readonly packs: readonly PackVersion[];
  /** The focus areas of the municipality. */
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly cases: readonly CaseCourse[];
  readonly meetings: readonly HeldMeeting[];
  readonly places: readonly Place[];
  readonly actions: readonly DueAction[];
  readonly undertakings: readonly Undertaking[];
}

/** Whether a day lies in the term. */
export function isIn({ from, through }: Term, day: LocalDate | null): boolean {
  return day !== null && from <= day && day <= through;
}
