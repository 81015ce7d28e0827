import type { DemoTime } from '../demo-time.js';
import { share, talkOpenly } from '../forms.js';
import type { AgencyKey, CaseStory } from '../story.js';

const PARTIES: readonly AgencyKey[] = ['socialServices', 'upperSecondary', 'studentHealth', 'leisure', 'police'];

/**
 * What midnight does here, without any write:
 * the wide form ends with the 18th birthday, so school, social support and offending close for the other agencies;
 * plan, meetings and leisure go on, on the young person's own yes, which was there before;
 * employment stays closed: his mother had refused it, and time alone opens nothing although his own yes stands;
 * his parents are no longer guardians, and the case is gone for them.
 */
export function turnsEighteen({
  daysAgo,
  inDays,
  dateDaysAgo,
  dateInDays,
  midnight,
  turnsTomorrow,
}: DemoTime): CaseStory {
  const everyone = { youngPerson: 'GRANTED', mother: 'GRANTED', father: 'GRANTED' } as const;
  return {
    shows:
      'Turns 18 at the coming midnight: school, social support, substance use and offending close, plan, meetings and leisure go on, ' +
      'what the mother refused stays closed, and the guardians lose the case.',
    serial: 8,
    status: 'ACTIVE',
    startedOn: dateDaysAgo(84),
    plannedEndOn: dateInDays(80),
    youngPerson: {
      givenName: 'Melvin',
      familyName: 'Strandh',
      sex: 'MALE',
      birthDate: turnsTomorrow(18),
      address: 'Skvattramsvägen 5 lgh 1102, 451 00 Uddevalla',
      phone: '070-174 06 31',
    },
    guardians: {
      mother: { givenName: 'Carina', familyName: 'Strandh' },
      father: { givenName: 'Jörgen', familyName: 'Strandh' },
    },
    assigned: {
      socialWorker: true,
      unitManager: true,
      upperSecondaryPrincipal: true,
      counsellor: true,
      leisureLeader: true,
      policeOfficer: true,
    },
    consents: [
      {
        at: daysAgo(83, '15:00'),
        signers: everyone,
        grants: talkOpenly(PARTIES, ['IDENTITY', 'CONTACT', 'LEISURE', 'PLAN', 'MEETING']),
        until: inDays(100, '00:00'),
        purpose: 'Gemensam plan och gemensamma möten under hela insatsen.',
        method: 'WRITTEN',
        formVersion: 'Uddevalla 2026:1',
        informedBy: 'coordinator',
      },
      {
        at: daysAgo(83, '15:10'),
        signers: everyone,
        grants: talkOpenly(PARTIES, [
          'SCHOOL_ATTENDANCE',
          'SCHOOL_RESULTS',
          'SOCIAL_SUPPORT',
          'SUBSTANCE_USE',
          'OFFENDING',
        ]),
        until: midnight,
        purpose: 'En samlad bild fram till 18-årsdagen. Därefter tar Melvin själv ställning på nytt.',
        method: 'WRITTEN',
        formVersion: 'Uddevalla 2026:1',
        informedBy: 'coordinator',
      },
      {
        at: daysAgo(69, '15:30'),
        signers: { youngPerson: 'GRANTED', father: 'GRANTED', mother: 'REFUSED' },
        grants: share('socialServices', ['upperSecondary', 'leisure'], ['EMPLOYMENT']),
        purpose: 'Att skolan och fritidsgården får veta hur det går på jobbet.',
        method: 'WRITTEN',
        formVersion: 'Uddevalla 2026:1',
        informedBy: 'coordinator',
      },
    ],
    situation: {
      upperSecondary: { SCHOOL_ATTENDANCE: { attendancePercent: 79 }, SCHOOL_RESULTS: { passingGrades: true } },
      studentHealth: { STUDENT_HEALTH: { studentHealthContact: 'Kurator, enstaka samtal' } },
      socialServices: {
        SOCIAL_SUPPORT: { openInquiry: false, measures: ['Råd och stöd', 'Hjälp att söka egen bostad'] },
        SUBSTANCE_USE: { substanceUse: 'Dricker på helger, har minskat' },
        EMPLOYMENT: { placement: 'Provanställning på bilverkstad, eftermiddagar', works: true },
      },
      police: {
        OFFENDING: { concern: 'Olovlig körning en gång', lastSharedIncidentOn: dateDaysAgo(88) },
      },
      leisure: { LEISURE: { activities: ['Mekarkvällar', 'Innebandy'] } },
    },
    notes: [
      {
        at: daysAgo(72, '13:00'),
        by: 'upperSecondaryPrincipal',
        category: 'SCHOOL_ATTENDANCE',
        text: 'Fordonsläraren och Melvin har gjort ett schema där praktiken ger struktur åt veckan.',
      },
      {
        at: daysAgo(10, '13:40'),
        by: 'upperSecondaryPrincipal',
        category: 'SCHOOL_RESULTS',
        text: 'Godkänd i alla karaktärsämnen. Svenska 3 återstår.',
      },
      {
        at: daysAgo(60, '09:45'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Melvin funderar mycket på att bli vuxen på papperet. Vi gick igenom vad som ändras vid 18.',
      },
      {
        at: daysAgo(5, '09:45'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Vill ha kvar möjligheten till samtal också efter födelsedagen.',
      },
      {
        at: daysAgo(65, '16:00'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        text: 'Melvin vill flytta till eget. Vi gör en budget tillsammans nästa gång.',
      },
      {
        at: daysAgo(34, '16:20'),
        by: 'socialWorker',
        category: 'EMPLOYMENT',
        text: 'Chefen på verkstaden är nöjd och vill ha honom kvar till sommaren.',
      },
      {
        at: daysAgo(6, '10:00'),
        by: 'unitManager',
        category: 'PLAN',
        text: 'Nytt samtycke behövs efter 18-årsdagen. Samordnaren bokar tid med Melvin.',
      },
      {
        at: daysAgo(44, '19:20'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Lär två yngre killar att byta bromsar på mopeden. Tålmodig och noggrann.',
      },
      {
        at: daysAgo(15, '20:00'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Har anmält sig som funktionär till innebandycupen.',
      },
      {
        at: daysAgo(88, '23:30'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Stoppad vid ratten utan körkort. Erkände direkt, föräldrarna underrättade.',
      },
      {
        at: daysAgo(30, '18:45'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Körkortsteorin är påbörjad. Inga nya händelser.',
      },
    ],
    plan: {
      at: daysAgo(76, '16:00'),
      overallResponsible: 'socialWorker',
      goals: [
        {
          heldBy: 'socialServices',
          area: 'PLAN',
          inOwnWords: 'Egen lägenhet och körkort.',
          inProfessionalWords: 'Egen försörjning och ett ordnat boende inom ett halvår.',
          actions: [
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Ställa sig i bostadskön och göra en budget',
              responsible: { person: 'youngPerson' },
              dueOn: dateInDays(9),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'socialServices',
              category: 'EMPLOYMENT',
              what: 'Trepartssamtal med verkstaden om fortsatt anställning',
              responsible: { professional: 'socialWorker' },
              dueOn: dateInDays(20),
              status: 'PLANNED',
            },
            {
              heldBy: 'police',
              category: 'OFFENDING',
              what: 'Genomgång av vad olovlig körning betyder för körkortet',
              responsible: { professional: 'policeOfficer' },
              dueOn: dateDaysAgo(40),
              status: 'DONE',
            },
          ],
        },
        {
          heldBy: 'leisure',
          area: 'LEISURE',
          inOwnWords: 'Fortsätta meka och spela.',
          inProfessionalWords: 'Behålla två aktiviteter med trygga vuxna efter 18-årsdagen.',
          actions: [
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Ledare på mekarkvällen varannan tisdag',
              responsible: { professional: 'leisureLeader' },
              dueOn: dateInDays(50),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'upperSecondary',
              category: 'SCHOOL_RESULTS',
              what: 'Svenska 3 på stödtid, torsdagar',
              responsible: { agency: 'upperSecondary' },
              dueOn: dateInDays(42),
              status: 'IN_PROGRESS',
            },
          ],
        },
      ],
    },
    meetings: [
      { kind: 'FIRST', startsAt: daysAgo(76, '14:30'), minutes: 90, place: 'Gymnasiets fordonshall, kontoret' },
      { kind: 'FOLLOW_UP', startsAt: daysAgo(20, '15:00'), minutes: 60, place: 'Fritidsgårdens mekarverkstad' },
      { kind: 'FOLLOW_UP', startsAt: inDays(5, '15:00'), minutes: 60, place: 'Fritidsgårdens mekarverkstad' },
    ],
    personas: ['youngPerson', 'mother', 'father'],
  };
}
