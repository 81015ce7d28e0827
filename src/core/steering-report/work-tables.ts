import { daysLater, localDate } from '../calendar.js';
import { AGENCY_KINDS } from '../closed-lists.js';
import { packInForce } from '../rules/pack-in-force.js';
import type { ReportPart, ReportTableName } from './names.js';
import type { ReportRow, ReportTable, ReportUnit } from './report-table.js';
import { SMALLEST_SHOWN } from './smallest.js';
import { isIn } from './term-facts.js';
import type { HeldMeeting, Place, TermFacts } from './term-facts.js';

type Counts = Partial<Readonly<Record<ReportPart, number>>>;

/**
 * A table of what those at work did. It stays where few young persons took part, or most reports would be empty; why it
 * may is said of each. The counts are told where there are enough of them in all: fewer would set a limit to how many
 * young persons there can be.
 */
interface WorkTable {
  readonly name: ReportTableName;
  readonly unit: ReportUnit;
  readonly isPublic: boolean;
  readonly parts: readonly ReportPart[];
  /** Of each part as many as of persons, where one of them stands for somebody. */
  readonly eachPart: boolean;
  readonly rows: (facts: TermFacts) => readonly { readonly party: ReportRow['party']; readonly counts: Counts }[];
}

const byParty = (of: (party: (typeof AGENCY_KINDS)[number]) => Counts): ReturnType<WorkTable['rows']> =>
  AGENCY_KINDS.map((party) => ({ party, counts: of(party) }));

const WORK_TABLES: readonly WorkTable[] = [
  {
    // How often somebody calls a meeting is the coordinator's work. First meetings are left out: there is one a person.
    ...{ name: 'CADENCE', unit: 'MEETINGS', isPublic: true, parts: ['KEPT', 'LATE'], eachPart: false },
    rows: (facts) => {
      const kept = followUps(facts);
      return [{ party: null, counts: { KEPT: count(kept, true), LATE: count(kept, false) } }];
    },
  },
  {
    // Who sends somebody to a meeting is a matter of the agency, and several sit at one table.
    ...{ name: 'ATTENDANCE', unit: 'PLACES', isPublic: false, parts: ['CAME', 'DID_NOT_COME'], eachPart: false },
    rows: (facts) =>
      byParty((party) => {
        const came = placesOf(facts, party).map(({ attended }) => attended);
        return { CAME: count(came, true), DID_NOT_COME: count(came, false) };
      }),
  },
  {
    // Whether the same person comes again is the agency's staffing. A new face stands for a case, so that both are told
    // or none.
    ...{ name: 'CONTINUITY', unit: 'PLACES', isPublic: false, parts: ['KNOWN_FACE', 'NEW_FACE'], eachPart: true },
    rows: (facts) =>
      byParty((party) => {
        const known = knownFaces(facts, party);
        return { KNOWN_FACE: count(known, true), NEW_FACE: count(known, false) };
      }),
  },
  {
    // What an agency promised to do and when it did it; a plan has many actions and some cases have none.
    ...{ name: 'ACTIONS', unit: 'ACTIONS', isPublic: false, parts: ['DONE_IN_TIME', 'LATE'], eachPart: false },
    rows: ({ actions, term }) =>
      byParty((of) => {
        const inTime = actions
          .filter(({ party, dueOn }) => party === of && isIn(term, dueOn))
          .map(({ doneOn, dueOn }) => doneOn !== null && doneOn <= dueOn);
        return { DONE_IN_TIME: count(inTime, true), LATE: count(inTime, false) };
      }),
  },
];

/** What was undertaken towards the citizens is about no case, and told as it is. */
const UNDERTAKINGS = 'UNDERTAKINGS';

/** What those at work did in the term, and what was undertaken. */
export function workTables(facts: TermFacts): readonly ReportTable[] {
  const counted: readonly ReportTable[] = WORK_TABLES.map(({ name, unit, isPublic, parts, eachPart, rows }) => ({
    ...{ name, unit, isPublic },
    rows: rows(facts).map(({ party, counts }) => {
      const each = parts.map((part) => counts[part] ?? 0);
      const decisive = eachPart ? Math.min(...each) : each.reduce((sum, one) => sum + one, 0);
      const cells = parts.map((of, index) => ({
        of,
        count: decisive < SMALLEST_SHOWN ? null : (each[index] ?? 0),
      }));
      return { party, text: null, cells };
    }),
  }));
  const undertaken: readonly ReportRow[] = facts.undertakings.map(({ party, text, kept }) => ({
    ...{ party, text },
    cells: [
      { of: 'KEPT', count: kept ? 1 : 0 },
      { of: 'NOT_KEPT', count: kept ? 0 : 1 },
    ],
  }));
  return [...counted, { name: UNDERTAKINGS, unit: 'UNDERTAKINGS', isPublic: true, rows: undertaken }];
}

/** Whether each follow-up of the term came by the day that the rules of the meeting before gave it. */
function followUps({ meetings, packs, term }: TermFacts): readonly boolean[] {
  return inOrder(meetings).flatMap((ofCase) =>
    ofCase.flatMap(({ startsAt }, index) => {
      const before = ofCase[index - 1];
      if (before === undefined || !isIn(term, localDate(startsAt))) return [];
      const days = packInForce(packs, before.startsAt)?.followUpEveryDaysThrough;
      return days === undefined ? [] : [localDate(startsAt) <= localDate(daysLater(before.startsAt, days))];
    }),
  );
}

/** Whether each who came had come to a meeting of the same case before. */
function knownFaces(facts: TermFacts, of: Place['party']): readonly boolean[] {
  const came = facts.places.filter(({ party, attended }) => party === of && attended);
  return inOrder(came).flatMap((ofCase) => {
    const met = new Set<string>();
    return ofCase.flatMap(({ professionalKey, startsAt }) => {
      const isKnown = met.has(professionalKey);
      met.add(professionalKey);
      return isIn(facts.term, localDate(startsAt)) ? [isKnown] : [];
    });
  });
}

function placesOf({ places, term }: TermFacts, of: Place['party']): readonly Place[] {
  return places.filter(({ party, startsAt }) => party === of && isIn(term, localDate(startsAt)));
}

function inOrder<Of extends Pick<HeldMeeting, 'caseKey' | 'startsAt'>>(all: readonly Of[]): readonly (readonly Of[])[] {
  const cases = Map.groupBy(all, ({ caseKey }) => caseKey);
  return [...cases.values()].map((ofCase) => ofCase.toSorted((a, b) => a.startsAt - b.startsAt));
}

function count(answers: readonly boolean[], wanted: boolean): number {
  return answers.filter((answer) => answer === wanted).length;
}
