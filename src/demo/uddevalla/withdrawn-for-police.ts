import type { DemoTime } from '../demo-time.js';
import { share, talkOpenly, toAndFrom } from '../forms.js';
import type { AgencyKey, CaseStory } from '../story.js';

const OTHERS: readonly AgencyKey[] = ['socialServices', 'upperSecondary', 'studentHealth', 'leisure'];

/** The young person took back the consent for the police, one signer being enough; the others go on. */
export function withdrawnForPolice({ daysAgo, inDays, dateDaysAgo, dateInDays, turned }: DemoTime): CaseStory {
  return {
    shows:
      'Withdrawn by the young person for everything to and from the police; also a block on student health towards the school ' +
      'and an assignment that has ended.',
    serial: 9,
    status: 'ACTIVE',
    startedOn: dateDaysAgo(96),
    plannedEndOn: dateInDays(45),
    youngPerson: {
      givenName: 'Leila',
      familyName: 'Haddad',
      sex: 'FEMALE',
      birthDate: turned(17, 33),
      address: 'Multestigen 8, 451 00 Uddevalla',
      phone: '070-174 06 24',
    },
    guardians: {
      mother: { givenName: 'Rana', familyName: 'Haddad' },
      father: { givenName: 'Yousef', familyName: 'Haddad' },
    },
    assigned: {
      socialWorker: true,
      fieldSecretary: { until: daysAgo(30, '00:00') },
      upperSecondaryPrincipal: true,
      counsellor: true,
      leisureLeader: true,
      policeOfficer: true,
    },
    consents: [
      {
        at: daysAgo(95, '16:00'),
        signers: { youngPerson: 'GRANTED', mother: 'GRANTED', father: 'GRANTED' },
        grants: talkOpenly([...OTHERS, 'police']),
        until: inDays(60, '00:00'),
        purpose: 'Att Leila ska kunna slutföra gymnasiet och känna sig trygg på fritiden.',
        method: 'ELECTRONIC',
        formVersion: 'Uddevalla 2026:1',
        informedBy: 'coordinator',
      },
      {
        at: daysAgo(9, '12:10'),
        signers: { youngPerson: 'WITHDRAWN' },
        grants: toAndFrom('police', OTHERS),
        purpose: 'Återkallelse som gäller polisen.',
        method: 'ELECTRONIC',
        formVersion: 'Uddevalla 2026:1',
        informedBy: 'coordinator',
        reason: 'Vill inte att polisen är med längre, det märks på stan att vi pratar.',
      },
    ],
    blocks: [
      {
        at: daysAgo(40, '09:00'),
        by: { signer: 'youngPerson' },
        grants: share('studentHealth', ['upperSecondary'], ['STUDENT_HEALTH', 'HEALTH']),
        reason: 'Samtalen hos kuratorn ska inte nå lärarna.',
      },
    ],
    situation: {
      upperSecondary: { SCHOOL_ATTENDANCE: { attendancePercent: 88 }, SCHOOL_RESULTS: { passingGrades: true } },
      studentHealth: { STUDENT_HEALTH: { studentHealthContact: 'Kurator, varannan vecka' } },
      socialServices: {
        SOCIAL_SUPPORT: { openInquiry: false, measures: ['Stödsamtal'] },
        SUBSTANCE_USE: { substanceUse: 'Slutade med cannabis i våras, lämnar prover frivilligt' },
        EMPLOYMENT: { placement: 'Extrajobb på bageri, lördagar', works: true },
      },
      police: {
        OFFENDING: { concern: 'Pressas av en bekant att förvara saker', lastSharedIncidentOn: dateDaysAgo(71) },
      },
      leisure: { LEISURE: { activities: ['Danskursen på kulturskolan', 'Filmkvällar'] } },
    },
    notes: [
      {
        at: daysAgo(80, '11:00'),
        by: 'upperSecondaryPrincipal',
        category: 'SCHOOL_ATTENDANCE',
        text: 'Närvaron har gått från 60 till 85 procent sedan höstlovet. Leila är stolt över det.',
      },
      {
        at: daysAgo(13, '14:20'),
        by: 'upperSecondaryPrincipal',
        category: 'SCHOOL_RESULTS',
        text: 'Gymnasiearbetet är inlämnat. Två kurser kvar att läsa upp före studenten.',
      },
      {
        at: daysAgo(66, '10:15'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Vi arbetar med hur man säger nej utan att tappa ansiktet.',
      },
      {
        at: daysAgo(24, '10:15'),
        by: 'counsellor',
        category: 'HEALTH',
        text: 'Mår bättre, äter lunch med klassen igen.',
      },
      {
        at: daysAgo(90, '15:00'),
        by: 'socialWorker',
        category: 'SUBSTANCE_USE',
        text: 'Leila berättade öppet om i våras. Hon vill själv lämna prover och har gjort det tre gånger, alla utan anmärkning.',
      },
      {
        at: daysAgo(7, '16:30'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        text: 'Samtal om återkallelsen. Leila vill fortsätta med skola och fritid men inte med polisen. Samordnaren är informerad.',
      },
      {
        at: daysAgo(58, '19:00'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Dansar två kvällar i veckan. Koreograferar en egen dans till vårshowen.',
      },
      {
        at: daysAgo(20, '18:10'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Frågade om hon kan få vikariera som ledare för de yngre danserna.',
      },
      {
        at: daysAgo(71, '21:00'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Leila lämnade själv in en väska som hon blivit ombedd att förvara. Ingen misstanke mot henne.',
      },
      {
        at: daysAgo(38, '17:20'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Uppföljande samtal. Hon har bytt nummer och ingen har hört av sig.',
      },
    ],
    disclosure: {
      at: daysAgo(4, '10:15'),
      until: inDays(26, '00:00'),
      by: 'policeOfficer',
      to: 'unitManager',
      ground: 'OSL_10_27',
      about: 'Leila Haddad',
      reasons:
        'Socialtjänsten behöver uppgiften för att bedöma skyddet, och det är uppenbart att det intresset väger tyngre.',
    },
    plan: {
      at: daysAgo(88, '15:30'),
      overallResponsible: 'socialWorker',
      goals: [
        {
          heldBy: 'upperSecondary',
          area: 'SCHOOL_RESULTS',
          inOwnWords: 'Ta studenten med min klass.',
          inProfessionalWords: 'Gymnasieexamen i juni, alla kurser godkända.',
          actions: [
            {
              heldBy: 'upperSecondary',
              category: 'SCHOOL_RESULTS',
              what: 'Plan för de två kurser som återstår',
              responsible: { professional: 'upperSecondaryPrincipal' },
              dueOn: dateDaysAgo(3),
              status: 'DONE',
            },
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Hämta Leila efter kvällspassen när bussen slutat gå',
              responsible: { person: 'father' },
              dueOn: dateInDays(40),
              status: 'IN_PROGRESS',
            },
          ],
        },
        {
          heldBy: 'socialServices',
          area: 'PLAN',
          inOwnWords: 'Att de gamla kompisarna lämnar mig i fred.',
          inProfessionalWords: 'Bryta med en umgängeskrets som pressar, med trygga vuxna i närheten.',
          actions: [
            {
              heldBy: 'police',
              category: 'OFFENDING',
              what: 'Stödsamtal om hot och vart man vänder sig',
              responsible: { professional: 'policeOfficer' },
              dueOn: dateDaysAgo(15),
              status: 'CANCELLED',
            },
            {
              heldBy: 'socialServices',
              category: 'SUBSTANCE_USE',
              what: 'Frivilliga prover var fjortonde dag',
              responsible: { person: 'youngPerson' },
              dueOn: dateInDays(14),
              status: 'IN_PROGRESS',
            },
          ],
        },
        {
          heldBy: 'leisure',
          area: 'LEISURE',
          inOwnWords: 'Bli dansledare.',
          inProfessionalWords: 'Ledaruppdrag för yngre deltagare under våren.',
          actions: [
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Ledarutbildning två lördagar',
              responsible: { agency: 'leisure' },
              dueOn: dateInDays(33),
              status: 'PLANNED',
            },
          ],
        },
      ],
    },
    meetings: [
      { kind: 'FIRST', startsAt: daysAgo(88, '14:00'), minutes: 90, place: 'Gymnasiets mötesrum, plan 3' },
      { kind: 'FOLLOW_UP', startsAt: daysAgo(27, '15:30'), minutes: 60, place: 'Kulturskolans danssal' },
      { kind: 'FOLLOW_UP', startsAt: inDays(3, '15:30'), minutes: 60, place: 'Kulturskolans danssal' },
      { kind: 'CLOSING', startsAt: inDays(44, '15:30'), minutes: 60, place: 'Socialtjänstens samtalsrum 2' },
    ],
    personas: ['youngPerson'],
  };
}
