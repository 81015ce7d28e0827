import type { DemoTime } from '../demo-time.js';
import { share } from '../forms.js';
import type { CaseStory } from '../story.js';

/** A narrow form: each of the four agencies gets an answer of its own; one custodian is recorded as prevented. */
export function partialConsent({ daysAgo, inDays, dateDaysAgo, dateInDays, turned }: DemoTime): CaseStory {
  return {
    shows:
      'Identity for all four; school and offending only to social services; plan and meetings to school and leisure, not to the police; ' +
      'support to student health. The father is recorded as prevented, so his signature is not asked for.',
    // The same number as in Uddevalla: the examples of the playground search for it in either municipality.
    serial: 14,
    status: 'ACTIVE',
    startedOn: dateDaysAgo(52),
    plannedEndOn: dateInDays(68),
    youngPerson: {
      givenName: 'Isak',
      familyName: 'Palmborg',
      sex: 'MALE',
      birthDate: turned(15, 180),
      address: 'Marehalmsgatan 9, 235 00 Vellinge',
      phone: '070-174 06 49',
    },
    guardians: {
      mother: { givenName: 'Lena', familyName: 'Palmborg' },
      father: { givenName: 'Roger', familyName: 'Palmborg', preventedFrom: dateDaysAgo(240) },
    },
    assigned: {
      socialWorker: true,
      socialPedagogue: true,
      fieldSecretary: true,
      principal: true,
      counsellor: true,
      leisureLeader: true,
      policeOfficer: true,
    },
    consents: [
      {
        at: daysAgo(52, '15:45'),
        signers: { youngPerson: 'GRANTED', mother: 'GRANTED' },
        grants: [
          ...share('socialServices', ['school', 'leisure', 'police', 'studentHealth'], ['IDENTITY']),
          ...share('socialServices', ['school', 'leisure'], ['PLAN', 'MEETING']),
          ...share('socialServices', ['leisure'], ['CONTACT', 'LEISURE']),
          ...share('socialServices', ['studentHealth'], ['SOCIAL_SUPPORT']),
          ...share('school', ['socialServices'], ['SCHOOL_ATTENDANCE', 'SCHOOL_RESULTS']),
          ...share('police', ['socialServices'], ['OFFENDING']),
          ...share('leisure', ['socialServices', 'school'], ['LEISURE']),
        ],
        until: inDays(68, '00:00'),
        purpose: 'Att Isak ska ha en vuxen att lita på i varje del av vardagen, utan att allt sägs till alla.',
        method: 'WRITTEN',
        formVersion: 'Vellinge, januari 2019',
        informedBy: 'coordinator',
      },
    ],
    situation: {
      school: { SCHOOL_ATTENDANCE: { attendancePercent: 58 }, SCHOOL_RESULTS: { passingGrades: false } },
      studentHealth: { STUDENT_HEALTH: { studentHealthContact: 'Kurator varje torsdag' } },
      socialServices: {
        SOCIAL_SUPPORT: { openInquiry: true, measures: ['Kontaktfamilj', 'Stödsamtal'] },
        SUBSTANCE_USE: { substanceUse: 'Snusar, inget annat känt' },
        EMPLOYMENT: { placement: 'Sommarjobb på badplatsen är sökt', works: false },
      },
      police: {
        OFFENDING: { concern: 'Mopedkörning utan behörighet och ett slagsmål', lastSharedIncidentOn: dateDaysAgo(44) },
      },
      leisure: { LEISURE: { activities: ['Boxningsgym, nybörjargrupp', 'Fältgruppens fredagar'] } },
    },
    notes: [
      {
        at: daysAgo(49, '09:00'),
        by: 'principal',
        category: 'SCHOOL_ATTENDANCE',
        text: 'Isak är här tre dagar av fem. Han svarar bäst på en vuxen i taget.',
      },
      {
        at: daysAgo(23, '14:00'),
        by: 'principal',
        category: 'SCHOOL_RESULTS',
        text: 'Två betyg saknas. Prövning i slöjd redan före jul, där är han stark.',
      },
      {
        at: daysAgo(30, '10:40'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Saknar sin pappa och är arg på honom på samma gång. Det får vara så.',
      },
      {
        at: daysAgo(16, '10:40'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Har själv föreslagit att mamma kommer med nästa gång.',
      },
      {
        at: daysAgo(43, '16:15'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        text: 'Kontaktfamiljen har tackat ja. Första helgen gick bra, de lagade en cykel ihop.',
      },
      {
        at: daysAgo(15, '15:00'),
        by: 'socialPedagogue',
        category: 'SOCIAL_SUPPORT',
        text: 'Isak vill ta båten till farfar själv. Vi övade på att läsa tidtabellen.',
      },
      {
        at: daysAgo(27, '19:10'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Kommer till boxningen i tid och hälsar på alla. Tränaren litar på honom med nycklarna.',
      },
      {
        at: daysAgo(6, '21:00'),
        by: 'fieldSecretary',
        category: 'LEISURE',
        text: 'Hjälpte oss att grilla för de yngre. Gick hem när han sa att han skulle.',
      },
      {
        at: daysAgo(44, '22:00'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Slagsmål utanför pizzerian. Båda har bett om ursäkt, medling är erbjuden.',
      },
      {
        at: daysAgo(19, '18:30'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Medlingen genomförd. Isak var den som räckte fram handen först.',
      },
    ],
    plan: {
      at: daysAgo(45, '16:00'),
      overallResponsible: 'socialWorker',
      goals: [
        {
          heldBy: 'socialServices',
          area: 'PLAN',
          inOwnWords: 'Att det är lugnt hemma och att någon är där när jag kommer.',
          inProfessionalWords: 'Trygg vardag hos mamma och en stadig kontaktfamilj.',
          actions: [
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Kontaktfamilj varannan helg',
              responsible: { professional: 'socialWorker' },
              dueOn: dateInDays(50),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Mamma lägger om sitt kvällsschema',
              responsible: { person: 'mother' },
              dueOn: dateDaysAgo(8),
              status: 'DONE',
            },
          ],
        },
        {
          heldBy: 'leisure',
          area: 'LEISURE',
          inOwnWords: 'Bli så bra att jag får tävla.',
          inProfessionalWords: 'Tre träningar i veckan med stadig tränare.',
          actions: [
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Boxning måndag, onsdag och lördag',
              responsible: { person: 'youngPerson' },
              dueOn: dateInDays(40),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Licensavgift genom fritidsfonden',
              responsible: { agency: 'leisure' },
              dueOn: dateInDays(13),
              status: 'PLANNED',
            },
          ],
        },
        {
          heldBy: 'school',
          area: 'SCHOOL_ATTENDANCE',
          inOwnWords: 'Slippa sitta i stora klassrummet hela dagen.',
          inProfessionalWords: 'Anpassad studiegång, närvaro minst fyra dagar av fem.',
          actions: [
            {
              heldBy: 'school',
              category: 'SCHOOL_ATTENDANCE',
              what: 'Liten grupp på förmiddagarna',
              responsible: { professional: 'principal' },
              dueOn: dateInDays(26),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'police',
              category: 'OFFENDING',
              what: 'Besök på skolan om moped och behörighet',
              responsible: { professional: 'policeOfficer' },
              dueOn: dateDaysAgo(6),
              status: 'NOT_DONE',
            },
          ],
        },
      ],
    },
    meetings: [
      { kind: 'FIRST', startsAt: daysAgo(45, '14:30'), minutes: 90, place: 'Kommunhuset, rum Ängsnäva' },
      { kind: 'FOLLOW_UP', startsAt: daysAgo(14, '15:00'), minutes: 60, place: 'Boxningsgymmets kontor' },
      { kind: 'FOLLOW_UP', startsAt: inDays(1, '16:00'), minutes: 60, place: 'Boxningsgymmets kontor' },
    ],
    personas: ['youngPerson', 'mother'],
  };
}
