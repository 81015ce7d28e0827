import type { DemoTime } from '../demo-time.js';
import type { AgencyKey, CaseStory, FormStory, GrantStory, GuardianStory, YoungPersonStory } from '../story.js';
import { talkOpenly } from '../forms.js';

/** Who a short story is about, and what differs between the municipalities: the situation itself is the same. */
export interface Cast {
  readonly serial: number;
  readonly youngPerson: Omit<YoungPersonStory, 'birthDate'>;
  readonly mother: GuardianStory;
  readonly father: GuardianStory;
  readonly formVersion: string;
}

/** Three parties, so that a short story stays short. */
export const PARTIES: readonly AgencyKey[] = ['socialServices', 'school', 'police'];

/** What the form of a short story opens between its parties. */
export const OPENED: readonly GrantStory[] = talkOpenly(PARTIES, [
  'IDENTITY',
  'CONTACT',
  'SCHOOL_ATTENDANCE',
  'OFFENDING',
  'PLAN',
  'MEETING',
]);

/** A form that the young person and both guardians sign, unless `different` says otherwise. */
export function form({ formVersion }: Cast, at: number, until: number, different: Partial<FormStory> = {}): FormStory {
  return {
    at,
    until,
    signers: { youngPerson: 'GRANTED', mother: 'GRANTED', father: 'GRANTED' },
    grants: OPENED,
    purpose: 'Samverkan mellan socialtjänst, skola och polis.',
    method: 'WRITTEN',
    formVersion,
    informedBy: 'coordinator',
    ...different,
  };
}

type Own = Pick<CaseStory, 'shows' | 'consents' | 'personas'> & { readonly age: number } & Partial<CaseStory>;

/** A running case with little in it but what its situation is about. */
export function briefCase(
  { daysAgo, inDays, dateDaysAgo, dateInDays, turned }: DemoTime,
  { serial, youngPerson, mother, father }: Cast,
  { age, ...own }: Own,
): CaseStory {
  return {
    serial,
    status: 'ACTIVE',
    startedOn: dateDaysAgo(95),
    plannedEndOn: dateInDays(45),
    youngPerson: { ...youngPerson, birthDate: turned(age, 40 + serial) },
    guardians: { mother, father },
    assigned: { socialWorker: true, principal: true, policeOfficer: true },
    situation: {
      school: { SCHOOL_ATTENDANCE: { attendancePercent: 60 + serial } },
      police: { OFFENDING: { concern: 'Setts med äldre kamrater sent', lastSharedIncidentOn: dateDaysAgo(50) } },
    },
    notes: [
      {
        at: daysAgo(90, '10:00'),
        by: 'principal',
        category: 'SCHOOL_ATTENDANCE',
        text: `${youngPerson.givenName} kommer oftare när första lektionen är praktisk.`,
      },
      {
        at: daysAgo(60, '21:00'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: `Pratade med ${youngPerson.givenName} vid centrum. Lugnt, på väg hem.`,
      },
    ],
    plan: {
      at: daysAgo(88, '15:00'),
      overallResponsible: 'socialWorker',
      goals: [
        {
          heldBy: 'socialServices',
          area: 'PLAN',
          inOwnWords: 'Att det blir lugnare.',
          inProfessionalWords: 'Färre kvällar ute och bättre närvaro.',
          actions: [
            {
              heldBy: 'school',
              category: 'SCHOOL_ATTENDANCE',
              what: 'Samtal med mentor varje måndag',
              responsible: { professional: 'principal' },
              dueOn: dateInDays(20),
              status: 'IN_PROGRESS',
            },
          ],
        },
      ],
    },
    meetings: [
      { kind: 'FIRST', startsAt: daysAgo(88, '14:00'), minutes: 60, place: 'Kommunhuset' },
      { kind: 'FOLLOW_UP', startsAt: inDays(8, '14:00'), minutes: 60, place: 'Skolans samtalsrum' },
    ],
    ...own,
  };
}
