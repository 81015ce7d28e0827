import type { DemoTime } from '../demo-time.js';
import { share } from '../forms.js';
import type { CaseStory } from '../story.js';

/** A narrow form: each of the four agencies gets an answer of its own to the same question. */
export function partialConsent({ daysAgo, inDays, dateDaysAgo, dateInDays, turned }: DemoTime): CaseStory {
  return {
    shows:
      'Identity for all four; attendance and offending only to social services; leisure between leisure, school and social services; ' +
      'plan and meetings to school and leisure, not to the police; the telephone number to leisure only.',
    serial: 14,
    status: 'ACTIVE',
    startedOn: dateDaysAgo(48),
    plannedEndOn: dateInDays(75),
    youngPerson: {
      givenName: 'Elias',
      familyName: 'Rönnqvist',
      sex: 'MALE',
      birthDate: turned(14, 201),
      address: 'Hjortronbacken 3, 451 00 Uddevalla',
      phone: '070-174 06 12',
    },
    guardians: {
      mother: { givenName: 'Anna', familyName: 'Rönnqvist' },
      father: { givenName: 'Peter', familyName: 'Rönnqvist' },
    },
    assigned: {
      socialWorker: true,
      socialPedagogue: true,
      principal: true,
      counsellor: true,
      leisureLeader: true,
      policeOfficer: true,
    },
    consents: [
      {
        at: daysAgo(48, '16:20'),
        signers: { youngPerson: 'GRANTED', mother: 'GRANTED', father: 'GRANTED' },
        grants: [
          ...share('socialServices', ['school', 'leisure', 'police', 'studentHealth'], ['IDENTITY']),
          ...share('socialServices', ['school', 'leisure'], ['PLAN', 'MEETING']),
          ...share('socialServices', ['leisure'], ['CONTACT']),
          ...share('school', ['socialServices'], ['SCHOOL_ATTENDANCE']),
          ...share('police', ['socialServices'], ['OFFENDING']),
          ...share('leisure', ['socialServices', 'school'], ['LEISURE']),
          ...share('socialServices', ['leisure'], ['LEISURE']),
          ...share('school', ['leisure'], ['LEISURE']),
        ],
        until: inDays(75, '00:00'),
        purpose: 'Att Elias ska få en fungerande skoldag och en fritid han trivs med. Bara det som behövs för det.',
        method: 'WRITTEN',
        formVersion: 'Uddevalla 2026:1',
        informedBy: 'coordinator',
      },
    ],
    situation: {
      school: { SCHOOL_ATTENDANCE: { attendancePercent: 64 }, SCHOOL_RESULTS: { passingGrades: false } },
      studentHealth: { STUDENT_HEALTH: { studentHealthContact: 'Kurator, var fjortonde dag' } },
      socialServices: {
        SOCIAL_SUPPORT: { openInquiry: true, measures: ['Familjebehandling'] },
        SUBSTANCE_USE: { substanceUse: 'Inget känt' },
        EMPLOYMENT: { placement: 'Ingen', works: false },
      },
      police: {
        OFFENDING: { concern: 'Klotter och ett snatteri tillsammans med andra', lastSharedIncidentOn: dateDaysAgo(37) },
      },
      leisure: { LEISURE: { activities: ['Musikverkstaden på fritidsgården', 'Skateboard'] } },
    },
    notes: [
      {
        at: daysAgo(45, '08:50'),
        by: 'principal',
        category: 'SCHOOL_ATTENDANCE',
        text: 'Elias missar framför allt måndagar. Han kommer gärna när musiken ligger först på schemat.',
      },
      {
        at: daysAgo(20, '14:10'),
        by: 'principal',
        category: 'SCHOOL_RESULTS',
        text: 'Risk för underkänt i fyra ämnen. Anpassad studiegång prövas efter lovet.',
      },
      {
        at: daysAgo(18, '15:00'),
        by: 'principal',
        category: 'LEISURE',
        text: 'Spelade trummor på skolans öppna hus, första gången inför publik.',
      },
      {
        at: daysAgo(31, '10:30'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Berättar om oro på kvällarna. Vi pratar om vad som hjälper.',
      },
      {
        at: daysAgo(17, '10:30'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Lugnare vecka. Elias vill att detta stannar mellan oss.',
      },
      {
        at: daysAgo(40, '16:00'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        text: 'Familjebehandlingen har börjat. Båda föräldrarna deltar och Elias var med halva tiden.',
      },
      {
        at: daysAgo(22, '13:00'),
        by: 'socialPedagogue',
        category: 'SOCIAL_SUPPORT',
        text: 'Promenad och samtal. Elias ville visa var han brukar åka skateboard.',
      },
      {
        at: daysAgo(26, '18:30'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Har hittat en plats i husbandet. Kommer i tid och stannar för att plocka undan.',
      },
      {
        at: daysAgo(8, '19:00'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Elias visade två nybörjare hur man stämmer virveltrumman. Fin ledare.',
      },
      {
        at: daysAgo(37, '19:45'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Snatteri i livsmedelsbutik ihop med två andra. Samtal i hemmet med Elias och föräldrarna.',
      },
      {
        at: daysAgo(11, '20:15'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Inga nya händelser. Elias har sagt nej till att följa med de andra på kvällen.',
      },
    ],
    plan: {
      at: daysAgo(41, '15:30'),
      overallResponsible: 'socialWorker',
      goals: [
        {
          heldBy: 'socialServices',
          area: 'PLAN',
          inOwnWords: 'Jag vill gå till skolan utan att det känns i magen.',
          inProfessionalWords: 'Närvaron ökar till minst 85 procent och måndagarna fungerar.',
          actions: [
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Skjuts till skolan på måndagar',
              responsible: { person: 'father' },
              dueOn: dateInDays(12),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'school',
              category: 'SCHOOL_ATTENDANCE',
              what: 'Ringa hem före klockan nio vid frånvaro',
              responsible: { professional: 'principal' },
              dueOn: dateInDays(28),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Säga till mentorn när det blir för mycket',
              responsible: { person: 'youngPerson' },
              dueOn: dateInDays(28),
              status: 'PLANNED',
            },
          ],
        },
        {
          heldBy: 'leisure',
          area: 'LEISURE',
          inOwnWords: 'Spela i ett band på riktigt.',
          inProfessionalWords: 'En regelbunden aktivitet med vuxna omkring minst två kvällar i veckan.',
          actions: [
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Replokal onsdagar med handledare',
              responsible: { professional: 'leisureLeader' },
              dueOn: dateInDays(30),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Låna ut trumplatta att öva på hemma',
              responsible: { agency: 'leisure' },
              dueOn: dateDaysAgo(9),
              status: 'DONE',
            },
          ],
        },
        {
          heldBy: 'police',
          area: 'OFFENDING',
          inOwnWords: 'Slippa bli stoppad varje gång jag är på stan.',
          inProfessionalWords: 'Inga nya brott och en trygg kontakt med områdespolisen.',
          actions: [
            {
              heldBy: 'police',
              category: 'OFFENDING',
              what: 'Samtal om konsekvenser tillsammans med föräldrarna',
              responsible: { professional: 'policeOfficer' },
              dueOn: dateDaysAgo(5),
              status: 'NOT_DONE',
            },
          ],
        },
      ],
    },
    meetings: [
      { kind: 'INTRODUCTION', startsAt: daysAgo(55, '16:00'), minutes: 60, place: 'Socialtjänstens samtalsrum 2' },
      { kind: 'FIRST', startsAt: daysAgo(41, '14:00'), minutes: 90, place: 'Skolans konferensrum' },
      { kind: 'FOLLOW_UP', startsAt: inDays(2, '14:30'), minutes: 60, place: 'Fritidsgårdens musikverkstad' },
    ],
    personas: ['youngPerson', 'mother'],
  };
}
