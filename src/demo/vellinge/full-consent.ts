import type { DemoTime } from '../demo-time.js';
import { talkOpenly } from '../forms.js';
import type { CaseStory } from '../story.js';

/** The leaflet's own case: four parties and student health may talk openly, for about four months. */
export function fullConsent({ daysAgo, inDays, dateDaysAgo, dateInDays, turned }: DemoTime): CaseStory {
  return {
    shows: 'Everything is open between all parties; an action kept from the guardians is for the young person to tell.',
    serial: 4,
    status: 'ACTIVE',
    startedOn: dateDaysAgo(66),
    plannedEndOn: dateInDays(55),
    youngPerson: {
      givenName: 'Amanda',
      familyName: 'Widengren',
      sex: 'FEMALE',
      birthDate: turned(15, 95),
      address: 'Strandrågsvägen 14, 235 00 Vellinge',
      phone: '070-174 06 43',
    },
    guardians: {
      mother: { givenName: 'Katarina', familyName: 'Widengren' },
      father: { givenName: 'Niklas', familyName: 'Widengren' },
    },
    importantPersons: {
      coach: {
        name: 'Leif Brorström',
        relation: 'Tränare i friidrottsklubben',
        contact: 'Tisdagar på Söderslättshallen',
      },
    },
    assigned: {
      socialWorker: true,
      fieldSecretary: true,
      principal: true,
      counsellor: true,
      upperSecondaryPrincipal: true,
      leisureLeader: true,
      policeOfficer: true,
    },
    consents: [
      {
        at: daysAgo(66, '17:00'),
        signers: { youngPerson: 'GRANTED', mother: 'GRANTED', father: 'GRANTED' },
        grants: talkOpenly(['socialServices', 'school', 'studentHealth', 'upperSecondary', 'leisure', 'police']),
        until: inDays(60, '00:00'),
        purpose: 'Att alla runt Amanda ska kunna prata öppet om hennes situation under insatsen.',
        method: 'WRITTEN',
        formVersion: 'Vellinge, januari 2019',
        informedBy: 'coordinator',
      },
    ],
    situation: {
      school: { SCHOOL_ATTENDANCE: { attendancePercent: 76 }, SCHOOL_RESULTS: { passingGrades: true } },
      studentHealth: { STUDENT_HEALTH: { studentHealthContact: 'Skolsköterska, återbesök om tre veckor' } },
      socialServices: {
        SOCIAL_SUPPORT: { openInquiry: true, measures: ['Stödsamtal', 'Föräldrastöd'] },
        SUBSTANCE_USE: { substanceUse: 'Har använt cannabis, vill sluta och går på samtal' },
        EMPLOYMENT: { placement: 'Praktikdag på café, fredagar', works: false },
      },
      police: {
        OFFENDING: { concern: 'Köp av cannabis, ringa narkotikabrott', lastSharedIncidentOn: dateDaysAgo(73) },
      },
      leisure: { LEISURE: { activities: ['Simklubben', 'Fritidsgården onsdagar'] } },
    },
    notes: [
      {
        at: daysAgo(12, '13:30'),
        by: 'socialWorker',
        category: 'PLAN',
        text: 'Familjen vill vänta med föräldrastödets tredje kväll.',
        objection: { at: daysAgo(9, '20:10'), by: 'mother', text: 'Det var kommunen som ställde in, inte vi.' },
      },
      {
        at: daysAgo(59, '08:30'),
        by: 'principal',
        category: 'SCHOOL_ATTENDANCE',
        text: 'Frånvaro framför allt efter lunch. Amanda har fått en plats i biblioteket att gå till när det blir stökigt.',
      },
      {
        at: daysAgo(17, '14:15'),
        by: 'principal',
        category: 'SCHOOL_RESULTS',
        text: 'Behörig till gymnasiet om nuvarande betyg står sig. Mentorn följer matematiken vecka för vecka.',
      },
      {
        at: daysAgo(46, '11:00'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Vi har gjort en krisplan på ett papper som hon har i plånboken.',
      },
      {
        at: daysAgo(18, '11:00'),
        by: 'counsellor',
        category: 'HEALTH',
        text: 'Sömnen är bättre. Äter frukost i skolan.',
      },
      {
        at: daysAgo(25, '13:00'),
        by: 'upperSecondaryPrincipal',
        category: 'SCHOOL_RESULTS',
        text: 'Plats på hotell- och turismprogrammet är möjlig. Inbjuden att skugga en elev i två dagar.',
      },
      {
        at: daysAgo(11, '13:20'),
        by: 'upperSecondaryPrincipal',
        category: 'EMPLOYMENT',
        text: 'Caféet tar gärna emot Amanda som praktikant också under gymnasiet.',
      },
      {
        at: daysAgo(60, '16:00'),
        by: 'socialWorker',
        category: 'SUBSTANCE_USE',
        text: 'Amanda beskriver att hon rökte för att kunna sova. Hon är motiverad och vill ha hjälp.',
      },
      {
        at: daysAgo(22, '15:30'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        text: 'Föräldrarna har gått två gånger på föräldrastödet och tycker att det hjälper.',
      },
      {
        at: daysAgo(35, '20:00'),
        by: 'fieldSecretary',
        category: 'LEISURE',
        text: 'Satt med tjejerna på bänken vid torget. Amanda valde att följa med till gården i stället för till festen.',
      },
      {
        at: daysAgo(9, '18:40'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Simmar igen efter ett års uppehåll. Tränaren har hälsat henne välkommen tillbaka.',
      },
      {
        at: daysAgo(73, '22:45'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Anträffad med en mindre mängd cannabis. Samarbetade, vårdnadshavare hämtade. Anmälan till socialtjänsten gjord.',
      },
      {
        at: daysAgo(20, '19:15'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Inga nya händelser. Amanda har lämnat umgänget vid hamnen.',
      },
    ],
    plan: {
      at: daysAgo(58, '16:00'),
      overallResponsible: 'socialWorker',
      goals: [
        {
          heldBy: 'socialServices',
          area: 'SUBSTANCE_USE',
          inOwnWords: 'Kunna sova utan att röka.',
          inProfessionalWords: 'Drogfrihet under insatsen, uppföljd med samtal och frivilliga prover.',
          actions: [
            {
              heldBy: 'socialServices',
              category: 'SUBSTANCE_USE',
              what: 'Haschavvänjning, sex samtal',
              responsible: { professional: 'socialWorker' },
              dueOn: dateInDays(16),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'studentHealth',
              category: 'HEALTH',
              what: 'Eget samtal på ungdomsmottagningen',
              responsible: { person: 'youngPerson' },
              dueOn: dateDaysAgo(4),
              status: 'DONE',
              evaluations: [
                { at: daysAgo(13, '15:40'), by: 'counsellor', text: 'Samtalet blev av. Amanda vill ha ett till.' },
              ],
              hiddenFrom: ['mother', 'father'],
            },
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Föräldrastöd, tre kvällar',
              responsible: { person: 'mother' },
              dueOn: dateInDays(11),
              status: 'IN_PROGRESS',
            },
          ],
        },
        {
          heldBy: 'school',
          area: 'SCHOOL_ATTENDANCE',
          inOwnWords: 'Komma in på gymnasiet.',
          inProfessionalWords: 'Närvaron är minst 90 procent och behörigheten säkrad i juni.',
          actions: [
            {
              heldBy: 'school',
              category: 'SCHOOL_ATTENDANCE',
              what: 'Plats i biblioteket och avstämning efter lunch',
              responsible: { professional: 'principal' },
              dueOn: dateInDays(30),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'upperSecondary',
              category: 'SCHOOL_RESULTS',
              what: 'Två skuggdagar på hotell- och turismprogrammet',
              responsible: { agency: 'upperSecondary' },
              dueOn: dateInDays(24),
              status: 'PLANNED',
            },
          ],
        },
        {
          heldBy: 'leisure',
          area: 'LEISURE',
          inOwnWords: 'Simma igen.',
          inProfessionalWords: 'Två träningar i veckan i simklubben.',
          actions: [
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Följa med till första träningen och lösa avgiften',
              responsible: { importantPerson: 'coach' },
              dueOn: dateDaysAgo(14),
              status: 'DONE',
              evaluations: [
                { at: daysAgo(13, '15:15'), by: 'leisureLeader', text: 'Gick bra. Tränaren tar över härifrån.' },
              ],
            },
          ],
        },
      ],
    },
    mappings: [
      {
        at: daysAgo(57, '10:00'),
        by: 'socialWorker',
        category: 'SUBSTANCE_USE',
        strengths: 'Söker själv hjälp och pratar öppet.',
        needs: 'Att bryta vanan på helger.',
      },
      {
        at: daysAgo(50, '10:00'),
        by: 'leisureLeader',
        category: 'LEISURE',
        strengths: 'Uthållig löpare.',
        needs: 'Någon som följer med den första tiden.',
      },
    ],
    outcomes: { SUBSTANCE_USE: { before: 'NOT_MET' }, LEISURE: { before: 'NOT_MET' } },
    meetings: [
      { kind: 'INTRODUCTION', startsAt: daysAgo(70, '16:00'), minutes: 60, place: 'Socialtjänsten, rum Strandkål' },
      { kind: 'FIRST', startsAt: daysAgo(58, '14:30'), minutes: 90, place: 'Kommunhuset, rum Marviol' },
      {
        kind: 'FOLLOW_UP',
        startsAt: daysAgo(13, '15:00'),
        minutes: 60,
        place: 'Fritidsgårdens studierum',
        absent: ['policeOfficer'],
        decisions: [
          { category: 'LEISURE', text: 'Tränaren följer Amanda till träningarna fram till sommaren.' },
          {
            category: 'SCHOOL_RESULTS',
            text: 'Studie- och yrkesvägledaren bokar skuggdagarna.',
            becomes: 'Två skuggdagar på hotell- och turismprogrammet',
          },
        ],
      },
      { kind: 'FOLLOW_UP', startsAt: inDays(1, '15:00'), minutes: 60, place: 'Fritidsgårdens studierum' },
    ],
    personas: ['youngPerson', 'mother', 'father'],
  };
}
