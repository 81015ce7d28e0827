import type { PackVersion } from '../../src/core/case-facts.js';
import { PERSON_TABLES } from '../../src/core/steering-report/person-tables.js';
import { steeringReport } from '../../src/core/steering-report/report.js';
import type { SteeringReport } from '../../src/core/steering-report/report.js';
import type { CaseCourse, Place, TermFacts } from '../../src/core/steering-report/term-facts.js';
import { midnight, noon, UDDEVALLA } from '../support/core-fixtures.js';

const SPRING = { from: '2026-01-01', through: '2026-06-30' };
const AUTUMN = { from: '2026-07-01', through: '2026-12-31' };
const packs: PackVersion[] = [{ validFrom: midnight('2025-01-01'), pack: UDDEVALLA }];
const NOTHING: TermFacts = {
  ...{ term: SPRING, packs, areas: [], cases: [], meetings: [] },
  places: [],
  actions: [],
  undertakings: [],
};

const BEGAN: CaseCourse = {
  ...{
    proposedOn: '2026-01-10',
    declinedOn: null,
    beganOn: '2026-02-01',
    endedOn: null,
    birthDate: '2010-03-01',
    areaId: null,
  },
  ...{ firstMeetingOn: '2026-02-10', plannedOn: '2026-04-01', consentWithdrawn: false, effects: [] },
};
const times = (count: number, changed: Partial<CaseCourse> = {}): CaseCourse[] =>
  Array.from({ length: count }, () => ({ ...BEGAN, ...changed }));
const reported = (facts: Partial<TermFacts>, earlier: readonly SteeringReport[] = []): SteeringReport =>
  steeringReport({ ...NOTHING, ...facts }, earlier);
/** The counts of a table by the name of each cell; of the row of a party where there are several. */
function table({ tables }: SteeringReport, wanted: string, party: string | null = null): object {
  const found = tables.find(({ name }) => name === wanted)?.rows.find((row) => row.party === party);
  return Object.fromEntries((found?.cells ?? []).map(({ of, count }) => [of, count]));
}

describe('the flow of a term', () => {
  const flow = (cases: CaseCourse[], earlier?: readonly SteeringReport[]) =>
    table(reported({ cases }, earlier), 'FLOW');
  const DECLINED = { beganOn: null, declinedOn: '2026-03-01' };

  test('none, few and ten who began look the same; one more is told, and ten who were declined', () => {
    const hidden = { DECLINED: null, BEGAN: null, ENDED: null };
    for (const count of [0, 1, 10]) expect(flow(times(count))).toEqual(hidden);
    expect(flow(times(11))).toEqual({ ...hidden, BEGAN: 11 });
    expect(flow(times(9, DECLINED))).toEqual(hidden);
    expect(flow(times(10, DECLINED))).toEqual({ ...hidden, DECLINED: 10 });
  });

  test('those who ended are told only where many of those who were told to have begun are still there', () => {
    const spring = (ended: number) => [...times(12), ...times(ended, { endedOn: '2026-06-01' })];
    expect(flow(spring(11))).toMatchObject({ BEGAN: 23, ENDED: 11 });
    expect(flow([...times(10), ...times(11, { endedOn: '2026-06-01' })])).toMatchObject({ BEGAN: 21, ENDED: null });
    const first = reported({ cases: spring(11) });
    const next = (ended: number) =>
      table(
        reported(
          {
            term: AUTUMN,
            cases: [...times(13, { beganOn: '2026-08-01' }), ...times(ended, { endedOn: '2026-09-01' })],
          },
          [first],
        ),
        'FLOW',
      );
    expect(next(14)).toMatchObject({ BEGAN: 13, ENDED: 14 });
    expect(next(15)).toMatchObject({ BEGAN: 13, ENDED: null });
  });

  test('whoever never began did not end, and the days of other terms do not count', () => {
    const cases = [...times(11, { beganOn: '2025-12-31' }), ...times(11, { beganOn: null, endedOn: '2026-02-01' })];
    expect(flow([...cases, ...times(30)])).toMatchObject({ BEGAN: 30, ENDED: null });
    expect(flow(cases)).toEqual({ DECLINED: null, BEGAN: null, ENDED: null });
  });
});

describe('a split', () => {
  const at16 = { birthDate: '2010-01-31' };
  const at14 = { birthDate: '2011-02-02' };
  const at18 = { birthDate: '2008-02-01' };

  test('is told whole, or nothing of it', () => {
    const told = (young: number) =>
      table(reported({ cases: [...times(12, at16), ...times(10, at18), ...times(young, at14)] }), 'AGE_AT_START');
    expect(told(10)).toEqual({ UNDER_15: 10, FROM_15_TO_17: 12, FROM_18: 10 });
    for (const few of [0, 9]) expect(told(few)).toEqual({ UNDER_15: null, FROM_15_TO_17: null, FROM_18: null });
  });

  test('lead times are of thirty days, and what has not happened is late', () => {
    const cases = [
      ...times(10, { proposedOn: '2026-01-02', firstMeetingOn: '2026-03-03', plannedOn: '2026-04-02' }),
      ...times(12, { proposedOn: '2026-01-01', firstMeetingOn: '2026-03-04', plannedOn: null }),
    ];
    const both = { WITHIN_30_DAYS: 10, LATER_OR_NOT_YET: 12 };
    const report = reported({ cases });
    for (const name of ['PROPOSAL_TO_CONSENT', 'CONSENT_TO_FIRST_MEETING', 'FIRST_MEETING_TO_PLAN'])
      expect(table(report, name)).toEqual(both);
  });

  test('effects before and after are of those who ended, unknown counted with what was not reached', () => {
    const effects = (before: 'MET' | 'NOT_MET', after: 'PARTLY_MET' | 'UNKNOWN' | null) => [
      { category: 'OFFENDING' as const, before, after },
    ];
    const ended = { beganOn: '2026-01-02', endedOn: '2026-06-01' };
    const cases = [
      ...times(11),
      ...times(10, { ...ended, effects: effects('NOT_MET', 'PARTLY_MET'), consentWithdrawn: true }),
      ...times(10, { ...ended, effects: effects('MET', 'UNKNOWN') }),
    ];
    const report = reported({ cases });
    const half = { REACHED: 10, NOT_REACHED_OR_UNKNOWN: 10 };
    expect(table(report, 'OFFENDING_BEFORE')).toEqual(half);
    expect(table(report, 'OFFENDING_AFTER')).toEqual(half);
    expect(table(report, 'LEISURE_AFTER')).toEqual({ REACHED: null, NOT_REACHED_OR_UNKNOWN: null });
    expect(table(report, 'CONSENT_WITHDRAWN')).toEqual({ WITHDRAWN: 10, NOT_WITHDRAWN: 10 });
  });

  test('areas are told whole or not at all, with whoever is at home in none of them', () => {
    const areas = ['Dalaberg', 'Kampenhof'].map((name) => ({ id: name, name }));
    const told = (count: number) => {
      const at = (areaId: string | null, many: number) => times(many, { areaId });
      const report = reported({ areas, cases: [...at('Dalaberg', 12), ...at('Kampenhof', count), ...at(null, 10)] });
      const { rows } = report.tables.find(({ name }) => name === 'AREA')!;
      return rows.map(({ text, cells }) => [text, cells[0]!.of, cells[0]!.count]);
    };
    const named = (dalaberg: number | null, kampenhof: number | null, elsewhere: number | null) => [
      ['Dalaberg', 'IN_AREA', dalaberg],
      ['Kampenhof', 'IN_AREA', kampenhof],
      [null, 'ELSEWHERE_OR_UNKNOWN', elsewhere],
    ];
    expect(told(11)).toEqual(named(12, 11, 10));
    for (const few of [0, 9]) expect(told(few)).toEqual(named(null, null, null));
  });

  test('each is of one population alone, and none is of two things', () => {
    expect(new Set(PERSON_TABLES.map(({ name }) => name)).size).toBe(PERSON_TABLES.length);
    expect(
      PERSON_TABLES.filter(({ name, population }) => name === 'AGE_AT_START' && population === 'BEGAN'),
    ).toHaveLength(1);
  });
});

describe('what those at work did is told of a single case too', () => {
  const meeting = (day: string) => ({ caseKey: 'one', startsAt: noon(day) });
  const every = (days: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      caseKey: 'one',
      startsAt: noon('2026-01-05') + index * days * 86_400_000,
    }));

  test('follow-ups that came by the day of the local rules, and those that did not', () => {
    const inTime = every(UDDEVALLA.followUpEveryDaysThrough, 8);
    const last = inTime.at(-1)!.startsAt;
    const late = Array.from({ length: 2 }, (_, index) => ({
      caseKey: 'two',
      startsAt: noon('2026-01-05') + index * 90 * 86_400_000,
    }));
    expect(last).toBeLessThan(midnight('2026-07-01'));
    const before = { caseKey: 'one', startsAt: noon('2025-12-20') };
    const again = [
      ...inTime,
      before,
      { caseKey: 'three', startsAt: noon('2026-02-01') },
      { caseKey: 'three', startsAt: noon('2026-02-02') },
    ];
    expect(table(reported({ meetings: [...again, ...late] }), 'CADENCE')).toEqual({ KEPT: 9, LATE: 1 });
    expect(table(reported({ meetings: again }), 'CADENCE')).toEqual({ KEPT: null, LATE: null });
    expect(table(reported({ meetings: [meeting('2026-07-02'), meeting('2026-07-03')] }), 'CADENCE')).toEqual({
      KEPT: null,
      LATE: null,
    });
  });

  test('attendance for each party, and whether the same person came again', () => {
    const places = (party: Place['party'], count: number, faces: number): Place[] =>
      every(7, count).map((one, index) => ({
        ...one,
        party,
        professionalKey: `${index % faces}`,
        attended: index < count - 1,
      }));
    const report = reported({
      places: [...places('POLICE', 22, 10), ...places('SCHOOL', 12, 1), ...places('LEISURE', 9, 1)],
    });
    expect(table(report, 'ATTENDANCE', 'POLICE')).toEqual({ CAME: 21, DID_NOT_COME: 1 });
    expect(table(report, 'CONTINUITY', 'POLICE')).toEqual({ KNOWN_FACE: 11, NEW_FACE: 10 });
    expect(table(report, 'ATTENDANCE', 'SCHOOL')).toEqual({ CAME: 11, DID_NOT_COME: 1 });
    // One new face is one case.
    expect(table(report, 'CONTINUITY', 'SCHOOL')).toEqual({ KNOWN_FACE: null, NEW_FACE: null });
    expect(table(report, 'ATTENDANCE', 'LEISURE')).toEqual({ CAME: null, DID_NOT_COME: null });
  });

  test('actions that were due, by whose they are', () => {
    const due = (doneOn: string | null) => ({ party: 'POLICE' as const, dueOn: '2026-03-01', doneOn });
    const others = [{ party: 'SCHOOL' as const, dueOn: '2026-07-01', doneOn: null }];
    const actions = [...Array.from({ length: 8 }, () => due('2026-03-01')), due('2026-03-02'), due(null), ...others];
    expect(table(reported({ actions }), 'ACTIONS', 'POLICE')).toEqual({ DONE_IN_TIME: 8, LATE: 2 });
    expect(table(reported({ actions }), 'ACTIONS', 'SCHOOL')).toEqual({ DONE_IN_TIME: null, LATE: null });
  });

  test('what a party undertook, as it is', () => {
    const undertakings = [{ party: 'POLICE' as const, text: 'Foot patrols on Friday nights', kept: true }];
    expect(table(reported({ undertakings }), 'UNDERTAKINGS', 'POLICE')).toEqual({ KEPT: 1, NOT_KEPT: 0 });
  });
});
