import type { DemoTime } from '../demo-time.js';
import { talkOpenly } from '../forms.js';
import type { AgencyKey, CaseStory } from '../story.js';

const PARTIES: readonly AgencyKey[] = ['socialServices', 'school', 'studentHealth', 'leisure', 'police'];

/** The first consent ran out; at the renewal one of two custodians said no. Every agency is back to its own. */
export function guardianRefuses({ daysAgo, inDays, dateDaysAgo, dateInDays, turned }: DemoTime): CaseStory {
  return {
    shows:
      'Consent expired and one custodian refused the renewal: nothing passes between agencies, the case counts as paused.',
    serial: 6,
    status: 'ACTIVE',
    startedOn: dateDaysAgo(118),
    plannedEndOn: dateInDays(30),
    youngPerson: {
      givenName: 'Hugo',
      familyName: 'Silfverby',
      sex: 'MALE',
      birthDate: turned(13, 77),
      address: 'Odonvägen 21, 451 00 Uddevalla',
      phone: '070-174 06 18',
    },
    guardians: {
      mother: { givenName: 'Malin', familyName: 'Silfverby' },
      father: { givenName: 'Robert', familyName: 'Åhlander' },
    },
    assigned: {
      socialWorker: true,
      socialPedagogue: true,
      unitManager: true,
      principal: true,
      counsellor: true,
      leisureLeader: true,
      policeOfficer: true,
    },
    consents: [
      {
        at: daysAgo(117, '15:00'),
        signers: { youngPerson: 'GRANTED', mother: 'GRANTED', father: 'GRANTED' },
        grants: talkOpenly(PARTIES),
        until: daysAgo(12, '00:00'),
        purpose: 'Gemensam planering kring Hugos skolgång och fritid under en första period.',
        method: 'WRITTEN',
        formVersion: 'Uddevalla 2026:1',
        informedBy: 'coordinator',
      },
      {
        at: daysAgo(11, '15:30'),
        signers: { youngPerson: 'GRANTED', mother: 'GRANTED' },
        grants: talkOpenly(PARTIES),
        until: inDays(100, '00:00'),
        purpose: 'Fortsatt samverkan kring Hugo.',
        method: 'WRITTEN',
        formVersion: 'Uddevalla 2026:1',
        informedBy: 'coordinator',
      },
      {
        at: daysAgo(10, '16:45'),
        signers: { father: 'REFUSED' },
        purpose: 'Fortsatt samverkan kring Hugo.',
        method: 'ORAL_WITNESSED',
        formVersion: 'Uddevalla 2026:1',
        informedBy: 'coordinator',
        witness: 'Enhetschefen var med vid telefonsamtalet',
        reason: 'Tycker att det räcker med skolans stöd nu och vill inte att polisen är med.',
      },
    ],
    situation: {
      school: { SCHOOL_ATTENDANCE: { attendancePercent: 83 }, SCHOOL_RESULTS: { passingGrades: true } },
      studentHealth: { STUDENT_HEALTH: { studentHealthContact: 'Skolsköterska vid behov' } },
      socialServices: {
        SOCIAL_SUPPORT: { openInquiry: false, measures: ['Kontaktperson'] },
        SUBSTANCE_USE: { substanceUse: 'Inget känt' },
        EMPLOYMENT: { placement: 'Ingen', works: false },
      },
      police: {
        OFFENDING: {
          concern: 'Skadegörelse på skolgård, tillsammans med andra',
          lastSharedIncidentOn: dateDaysAgo(96),
        },
      },
      leisure: { LEISURE: { activities: ['Schackklubben', 'Öppet hus på fritidsgården'] } },
    },
    notes: [
      {
        at: daysAgo(100, '09:30'),
        by: 'principal',
        category: 'SCHOOL_ATTENDANCE',
        text: 'Bättre sedan Hugo bytte grupp. Sen ankomst ungefär en gång i veckan.',
      },
      {
        at: daysAgo(9, '13:15'),
        by: 'principal',
        category: 'SCHOOL_RESULTS',
        text: 'Godkänt i alla ämnen så länge specialläraren finns kvar två timmar i veckan.',
      },
      {
        at: daysAgo(64, '10:00'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Hugo tycker att det är jobbigt att bo på två ställen men vill ha det så.',
      },
      {
        at: daysAgo(21, '10:00'),
        by: 'counsellor',
        category: 'HEALTH',
        text: 'Synundersökning klar, glasögon beställda.',
      },
      {
        at: daysAgo(88, '15:45'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        text: 'Kontaktpersonen och Hugo har kommit överens om att ses varannan lördag.',
      },
      {
        at: daysAgo(10, '16:55'),
        by: 'unitManager',
        category: 'FAMILY',
        text: 'Pappa säger nej till fortsatt samtycke. Vi respekterar det, varje verksamhet arbetar vidare för sig.',
      },
      {
        at: daysAgo(74, '18:00'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Schackturnering i helgen, Hugo kom trea och tog med sig en kompis.',
      },
      {
        at: daysAgo(16, '17:45'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Vill gärna bli ungdomsledare i schackklubben till sommaren.',
      },
      {
        at: daysAgo(96, '22:10'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Trasig belysning på skolgården. Hugo var med men berättade själv. Samtal med båda föräldrarna.',
      },
      {
        at: daysAgo(50, '19:30'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Inget nytt. Hugo har hjälpt vaktmästaren att byta lamporna.',
      },
    ],
    plan: {
      at: daysAgo(105, '16:00'),
      overallResponsible: 'socialWorker',
      goals: [
        {
          heldBy: 'socialServices',
          area: 'PLAN',
          inOwnWords: 'Att mamma och pappa inte behöver bråka om mig.',
          inProfessionalWords: 'Samma regler och samma stöd i båda hemmen.',
          actions: [
            {
              heldBy: 'socialServices',
              category: 'FAMILY',
              what: 'Samarbetssamtal, tre gånger',
              responsible: { person: 'mother' },
              dueOn: dateDaysAgo(20),
              status: 'NOT_DONE',
            },
            {
              heldBy: 'socialServices',
              category: 'SOCIAL_SUPPORT',
              what: 'Kontaktperson varannan lördag',
              responsible: { professional: 'socialPedagogue' },
              dueOn: dateInDays(30),
              status: 'IN_PROGRESS',
            },
          ],
        },
        {
          heldBy: 'school',
          area: 'SCHOOL_ATTENDANCE',
          inOwnWords: 'Komma i tid så att jag slipper frågor.',
          inProfessionalWords: 'Närvaron är minst 90 procent.',
          actions: [
            {
              heldBy: 'school',
              category: 'SCHOOL_ATTENDANCE',
              what: 'Avstämning med mentor varje fredag',
              responsible: { professional: 'principal' },
              dueOn: dateInDays(18),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Schackklubben tisdagar, Hugo ansvarar för lokalen',
              responsible: { person: 'youngPerson' },
              dueOn: dateInDays(25),
              status: 'PLANNED',
            },
          ],
        },
      ],
    },
    meetings: [
      { kind: 'FIRST', startsAt: daysAgo(105, '15:00'), minutes: 90, place: 'Medborgarhuset, rum Hallon' },
      { kind: 'FOLLOW_UP', startsAt: daysAgo(35, '15:00'), minutes: 60, place: 'Skolans grupprum' },
      { kind: 'FOLLOW_UP', startsAt: inDays(6, '15:00'), minutes: 60, place: 'Skolans grupprum', cancelled: true },
      { kind: 'CLOSING', startsAt: inDays(29, '15:00'), minutes: 45, place: 'Socialtjänstens samtalsrum 1' },
    ],
    personas: ['youngPerson', 'mother', 'father'],
  };
}
