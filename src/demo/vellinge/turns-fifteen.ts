import type { DemoTime } from '../demo-time.js';
import { talkOpenly } from '../forms.js';
import type { CaseStory } from '../story.js';

/**
 * Until the 15th birthday the custodians' yes is enough in Vellinge. From midnight her own is asked for as well, and
 * nobody has it yet: everything between the agencies closes without a write. Her mother still sees the case.
 */
export function turnsFifteen({ daysAgo, inDays, dateDaysAgo, dateInDays, turnsTomorrow }: DemoTime): CaseStory {
  return {
    shows:
      'Turns 15 at the coming midnight: her own signature is missing, so all that was open between agencies closes.',
    serial: 9,
    status: 'ACTIVE',
    startedOn: dateDaysAgo(57),
    plannedEndOn: dateInDays(63),
    youngPerson: {
      givenName: 'Ella',
      familyName: 'Mårdstrand',
      sex: 'FEMALE',
      birthDate: turnsTomorrow(15),
      address: 'Backtimjansvägen 17, 235 00 Vellinge',
      phone: '070-174 06 67',
    },
    guardians: {
      mother: { givenName: 'Ann-Sofie', familyName: 'Mårdstrand' },
      father: { givenName: 'Tobias', familyName: 'Mårdstrand' },
    },
    assigned: {
      socialWorker: true,
      fieldSecretary: true,
      unitManager: true,
      principal: true,
      counsellor: true,
      leisureLeader: true,
      policeOfficer: true,
    },
    consents: [
      {
        at: daysAgo(56, '16:45'),
        signers: { mother: 'GRANTED', father: 'GRANTED' },
        grants: talkOpenly(['socialServices', 'school', 'studentHealth', 'leisure', 'police']),
        until: inDays(70, '00:00'),
        purpose: 'Att skola, fritid, polis och socialtjänst tillsammans ska kunna stötta Ella.',
        method: 'WRITTEN',
        formVersion: 'Vellinge, januari 2019',
        informedBy: 'coordinator',
      },
    ],
    situation: {
      school: { SCHOOL_ATTENDANCE: { attendancePercent: 74 }, SCHOOL_RESULTS: { passingGrades: true } },
      studentHealth: { STUDENT_HEALTH: { studentHealthContact: 'Kurator, ett samtal i månaden' } },
      socialServices: {
        SOCIAL_SUPPORT: { openInquiry: false, measures: ['Familjerådgivning'] },
        SUBSTANCE_USE: { substanceUse: 'Har druckit på fester, inget känt sedan dess' },
        EMPLOYMENT: { placement: 'Prao i blomsterhandel', works: false },
      },
      police: {
        OFFENDING: { concern: 'Snatteri tillsammans med kamrater', lastSharedIncidentOn: dateDaysAgo(63) },
      },
      leisure: { LEISURE: { activities: ['Volontär på 4H-gården', 'Fotokurs'] } },
    },
    notes: [
      {
        at: daysAgo(51, '09:15'),
        by: 'principal',
        category: 'SCHOOL_ATTENDANCE',
        text: 'Ella kommer på alla lektioner där hon sitter med sin bästa vän. Vi har ändrat placeringen.',
      },
      {
        at: daysAgo(16, '14:40'),
        by: 'principal',
        category: 'SCHOOL_RESULTS',
        text: 'Godkänt i allt, starkt i biologi.',
      },
      {
        at: daysAgo(37, '10:50'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Ella vill bli tillfrågad själv och inte bara genom sina föräldrar.',
      },
      {
        at: daysAgo(9, '10:50'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Gick igenom vad det betyder att skriva under själv från 15. Hon vill läsa blanketten i lugn och ro.',
      },
      {
        at: daysAgo(48, '16:00'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        text: 'Familjerådgivningen har börjat. Alla tre kom och alla tre pratade.',
      },
      {
        at: daysAgo(7, '09:30'),
        by: 'unitManager',
        category: 'PLAN',
        text: 'Ella fyller 15. Hennes eget samtycke behövs för att samverkan ska fortsätta, tid är bokad med samordnaren.',
      },
      {
        at: daysAgo(29, '17:00'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Sköter två får på 4H-gården och lär de yngre hur man klipper klövar.',
      },
      {
        at: daysAgo(13, '20:20'),
        by: 'fieldSecretary',
        category: 'LEISURE',
        text: 'Fotade höstmarknaden åt oss. Bilderna ska ställas ut på biblioteket.',
      },
      {
        at: daysAgo(63, '18:10'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Snatteri av smink för en mindre summa. Ella har betalat tillbaka av egna pengar.',
      },
      {
        at: daysAgo(24, '16:30'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Butiken har tackat för att hon kom och bad om ursäkt.',
      },
    ],
    plan: {
      at: daysAgo(50, '16:00'),
      overallResponsible: 'socialWorker',
      goals: [
        {
          heldBy: 'school',
          area: 'SCHOOL_ATTENDANCE',
          inOwnWords: 'Att lärarna ser mig när jag försöker.',
          inProfessionalWords: 'Närvaron är minst 90 procent vid terminens slut.',
          actions: [
            {
              heldBy: 'school',
              category: 'SCHOOL_ATTENDANCE',
              what: 'Samtal med mentor varje fredag, fem minuter',
              responsible: { professional: 'principal' },
              dueOn: dateInDays(27),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Familjerådgivning, fyra gånger',
              responsible: { person: 'father' },
              dueOn: dateInDays(31),
              status: 'IN_PROGRESS',
            },
          ],
        },
        {
          heldBy: 'leisure',
          area: 'LEISURE',
          inOwnWords: 'Jobba med djur.',
          inProfessionalWords: 'Fast plats som volontär och en prao som passar.',
          actions: [
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Ansvarig för fåren på lördagar',
              responsible: { person: 'youngPerson' },
              dueOn: dateInDays(60),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Fotoutställning på biblioteket',
              responsible: { professional: 'leisureLeader' },
              dueOn: dateDaysAgo(3),
              status: 'DONE',
            },
            {
              heldBy: 'police',
              category: 'OFFENDING',
              what: 'Återbesök hos butiken tillsammans med Ella',
              responsible: { agency: 'police' },
              dueOn: dateDaysAgo(24),
              status: 'DONE',
            },
          ],
        },
      ],
    },
    meetings: [
      { kind: 'FIRST', startsAt: daysAgo(50, '14:30'), minutes: 90, place: 'Kommunhuset, rum Ängsnäva' },
      { kind: 'FOLLOW_UP', startsAt: daysAgo(10, '15:00'), minutes: 60, place: '4H-gårdens kök' },
      { kind: 'FOLLOW_UP', startsAt: inDays(4, '15:00'), minutes: 60, place: '4H-gårdens kök' },
    ],
    personas: ['youngPerson', 'mother', 'father'],
  };
}
