import type { DemoTime } from '../demo-time.js';
import { talkOpenly } from '../forms.js';
import type { AgencyKey, CaseStory } from '../story.js';

const PARTIES: readonly AgencyKey[] = ['socialServices', 'school', 'studentHealth', 'leisure', 'police'];

/** A note about several persons needs the consent of all of them. */
export function siblingNote({ daysAgo, inDays, dateDaysAgo, dateInDays, turned }: DemoTime): CaseStory {
  return {
    shows:
      'Two notes of leisure: the one about the sister is open (her own signers said yes), the one about the half-brother is not ' +
      '(his father, custodian of him alone, has not been asked).',
    serial: 17,
    status: 'ACTIVE',
    startedOn: dateDaysAgo(62),
    plannedEndOn: dateInDays(70),
    youngPerson: {
      givenName: 'Tindra',
      familyName: 'Bohlin',
      sex: 'FEMALE',
      birthDate: turned(15, 260),
      address: 'Blåbärsslingan 40, 451 00 Uddevalla',
      phone: '070-174 06 37',
    },
    guardians: {
      mother: { givenName: 'Susanne', familyName: 'Bohlin', custodyOf: ['youngPerson', 'sister', 'halfBrother'] },
      father: { givenName: 'Erik', familyName: 'Bohlin', custodyOf: ['youngPerson', 'sister'] },
      fatherOfHalfBrother: { givenName: 'Fredrik', familyName: 'Kjellmark', custodyOf: ['halfBrother'] },
    },
    siblings: {
      sister: { givenName: 'Moa', familyName: 'Bohlin', birthDate: turned(12, 30) },
      halfBrother: { givenName: 'Viggo', familyName: 'Kjellmark', birthDate: turned(10, 190) },
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
        at: daysAgo(61, '16:00'),
        signers: { youngPerson: 'GRANTED', mother: 'GRANTED', father: 'GRANTED' },
        grants: talkOpenly(PARTIES),
        until: inDays(75, '00:00'),
        purpose: 'En samlad bild av Tindras situation hemma, i skolan och på fritiden.',
        method: 'WRITTEN',
        formVersion: 'Uddevalla 2026:1',
        informedBy: 'coordinator',
      },
      {
        at: daysAgo(47, '16:30'),
        about: 'sister',
        signers: { sister: 'GRANTED', mother: 'GRANTED', father: 'GRANTED' },
        grants: talkOpenly(['socialServices', 'school', 'leisure'], ['LEISURE', 'FAMILY']),
        until: inDays(75, '00:00'),
        purpose: 'Det som rör Moa när systrarna gör saker tillsammans.',
        method: 'WRITTEN',
        formVersion: 'Uddevalla 2026:1',
        informedBy: 'socialWorker',
      },
      {
        at: daysAgo(47, '16:40'),
        about: 'halfBrother',
        signers: { mother: 'GRANTED' },
        grants: talkOpenly(['socialServices', 'school', 'leisure'], ['LEISURE']),
        until: inDays(75, '00:00'),
        purpose: 'Det som rör Viggo på fritidsgården. Hans pappa är ännu inte tillfrågad.',
        method: 'WRITTEN',
        formVersion: 'Uddevalla 2026:1',
        informedBy: 'socialWorker',
      },
    ],
    situation: {
      school: { SCHOOL_ATTENDANCE: { attendancePercent: 90 }, SCHOOL_RESULTS: { passingGrades: true } },
      studentHealth: { STUDENT_HEALTH: { studentHealthContact: 'Kurator, samtal i grupp' } },
      socialServices: {
        SOCIAL_SUPPORT: { openInquiry: true, measures: ['Familjebehandling', 'Avlastning två helger i månaden'] },
        SUBSTANCE_USE: { substanceUse: 'Inget känt' },
        EMPLOYMENT: { placement: 'Sommarjobb i parkgruppen är sökt', works: false },
      },
      police: {
        OFFENDING: { concern: 'Utsatt för hot på nätet', lastSharedIncidentOn: dateDaysAgo(29) },
      },
      leisure: { LEISURE: { activities: ['Teatergruppen', 'Ledare för barnens lekkväll'] } },
    },
    notes: [
      {
        at: daysAgo(54, '08:40'),
        by: 'principal',
        category: 'SCHOOL_ATTENDANCE',
        text: 'Kommer sent de dagar då hon lämnar sin lillasyster först. Vi har flyttat första lektionen.',
      },
      {
        at: daysAgo(18, '14:30'),
        by: 'principal',
        category: 'SCHOOL_RESULTS',
        text: 'Godkänt i alla ämnen. Utmärkt muntlig redovisning om teaterns historia.',
      },
      {
        at: daysAgo(42, '10:20'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Tar mycket ansvar hemma. Vi pratar om vad som är en femtonårings och vad som är en vuxens uppgift.',
      },
      {
        at: daysAgo(14, '10:20'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Har börjat i samtalsgruppen och säger att det är skönt att höra andra.',
      },
      {
        at: daysAgo(50, '15:15'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        text: 'Avlastningen är beviljad. Tindra valde själv vilka helger.',
      },
      {
        at: daysAgo(25, '16:10'),
        by: 'socialPedagogue',
        category: 'FAMILY',
        text: 'Tindra och Moa lagade middag till hela familjen medan föräldrarna var på samtal.',
        alsoAbout: ['sister'],
      },
      {
        at: daysAgo(21, '21:10'),
        by: 'fieldSecretary',
        category: 'SOCIAL_SUPPORT',
        text: 'Ringde när hoten kom. Vi satt med henne tills mamma var hemma.',
      },
      {
        at: daysAgo(36, '18:20'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Tindra har tagit med Moa till teatergruppen. Systrarna spelar mot varandra i vårens pjäs.',
        alsoAbout: ['sister'],
      },
      {
        at: daysAgo(16, '18:50'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Tindra hade Viggo med sig på lekkvällen. Han var ledsen och ville inte gå hem till sin pappa.',
        alsoAbout: ['halfBrother'],
      },
      {
        at: daysAgo(7, '18:15'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Ledde lekkvällen helt på egen hand och fick applåder av barnen.',
      },
      {
        at: daysAgo(29, '20:30'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Anmälan om hot på nätet upprättad tillsammans med Tindra och mamma.',
      },
      {
        at: daysAgo(13, '13:10'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Kontot är avstängt. Tindra vet vem hon ringer om det börjar igen.',
      },
    ],
    plan: {
      at: daysAgo(55, '16:00'),
      overallResponsible: 'socialPedagogue',
      goals: [
        {
          heldBy: 'socialServices',
          area: 'PLAN',
          inOwnWords: 'Få vara femton och inte extramamma.',
          inProfessionalWords: 'Vuxna tar ansvaret för de yngre syskonen på vardagar.',
          actions: [
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Lämna Moa i skolan varje morgon',
              responsible: { person: 'father' },
              dueOn: dateInDays(15),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'socialServices',
              category: 'SOCIAL_SUPPORT',
              what: 'Avlastning två helger i månaden',
              responsible: { professional: 'socialWorker' },
              dueOn: dateInDays(60),
              status: 'IN_PROGRESS',
            },
          ],
        },
        {
          heldBy: 'leisure',
          area: 'LEISURE',
          inOwnWords: 'Spela huvudrollen.',
          inProfessionalWords: 'Egen tid i teatergruppen en kväll i veckan utan syskon.',
          actions: [
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Plats i teatergruppen, skjuts hem efteråt',
              responsible: { professional: 'leisureLeader' },
              dueOn: dateDaysAgo(20),
              status: 'DONE',
            },
            {
              heldBy: 'school',
              category: 'SCHOOL_ATTENDANCE',
              what: 'Senare start på tisdagar till terminens slut',
              responsible: { agency: 'school' },
              dueOn: dateInDays(44),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Välja en vuxen i skolan att säga till när det blir för mycket',
              responsible: { person: 'youngPerson' },
              dueOn: dateDaysAgo(2),
              status: 'PLANNED',
            },
          ],
        },
      ],
    },
    meetings: [
      { kind: 'FIRST', startsAt: daysAgo(55, '15:00'), minutes: 90, place: 'Familjecentralens mötesrum' },
      { kind: 'FOLLOW_UP', startsAt: daysAgo(15, '15:30'), minutes: 60, place: 'Skolans bibliotek' },
      { kind: 'FOLLOW_UP', startsAt: inDays(7, '15:30'), minutes: 60, place: 'Skolans bibliotek' },
    ],
    personas: ['youngPerson'],
  };
}
