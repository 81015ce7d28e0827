import type { DemoTime } from '../demo-time.js';
import { share, talkOpenly } from '../forms.js';
import type { AgencyKey, CaseStory } from '../story.js';

const PARTIES: readonly AgencyKey[] = ['socialServices', 'school', 'studentHealth', 'leisure', 'police'];

/** A note about several persons needs the consent of all; the sister is 16 and signs for herself, with their mother. */
export function siblingNote({ daysAgo, inDays, dateDaysAgo, dateInDays, turned }: DemoTime): CaseStory {
  return {
    shows:
      'Two notes about both siblings: leisure may tell its one (the sister and their mother said yes), the police may not tell theirs ' +
      '(the sister said no). Marked as confidential: address, telephone and meeting places stay with social services.',
    serial: 15,
    status: 'ACTIVE',
    startedOn: dateDaysAgo(44),
    plannedEndOn: dateInDays(76),
    youngPerson: {
      givenName: 'Linus',
      familyName: 'Hagelby',
      sex: 'MALE',
      birthDate: turned(13, 290),
      address: 'Fårsvingelvägen 6, 235 00 Vellinge',
      phone: '070-174 06 73',
    },
    guardians: {
      mother: { givenName: 'Jessica', familyName: 'Hagelby', custodyOf: ['youngPerson', 'sister'] },
    },
    siblings: {
      sister: { givenName: 'Tuva', familyName: 'Hagelby', birthDate: turned(16, 110) },
    },
    protectedAs: { level: 'CONFIDENTIALITY_MARKING', from: daysAgo(200, '00:00') },
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
        at: daysAgo(43, '15:30'),
        signers: { youngPerson: 'GRANTED', mother: 'GRANTED' },
        grants: talkOpenly(PARTIES),
        until: inDays(80, '00:00'),
        purpose: 'Att Linus ska få en trygg vardag på den nya orten.',
        method: 'WRITTEN',
        formVersion: 'Vellinge, januari 2019',
        informedBy: 'coordinator',
      },
      {
        at: daysAgo(36, '16:00'),
        about: 'sister',
        signers: { sister: 'GRANTED', mother: 'GRANTED' },
        grants: [
          ...share('leisure', ['socialServices', 'school', 'studentHealth', 'police'], ['LEISURE']),
          ...share('socialServices', ['school', 'studentHealth', 'leisure'], ['FAMILY']),
        ],
        until: inDays(80, '00:00'),
        purpose: 'Det syskonen gör tillsammans på fritiden, och att hon finns i familjen.',
        method: 'WRITTEN',
        formVersion: 'Vellinge, januari 2019',
        informedBy: 'coordinator',
      },
      {
        at: daysAgo(36, '16:10'),
        about: 'sister',
        signers: { mother: 'GRANTED', sister: 'REFUSED' },
        grants: share('police', ['socialServices'], ['OFFENDING']),
        purpose: 'Det polisen vet om händelsen där båda syskonen var med.',
        method: 'WRITTEN',
        formVersion: 'Vellinge, januari 2019',
        informedBy: 'coordinator',
        reason: 'Tuva vill själv berätta om det när hon är redo.',
      },
    ],
    situation: {
      school: { SCHOOL_ATTENDANCE: { attendancePercent: 86 }, SCHOOL_RESULTS: { passingGrades: true } },
      studentHealth: { STUDENT_HEALTH: { studentHealthContact: 'Kurator varannan vecka' } },
      socialServices: {
        SOCIAL_SUPPORT: { openInquiry: true, measures: ['Stödsamtal', 'Kontaktperson'] },
        SUBSTANCE_USE: { substanceUse: 'Inget känt' },
        EMPLOYMENT: { placement: 'Ingen', works: false },
      },
      police: {
        OFFENDING: { concern: 'Med vid ett bråk, själv utsatt', lastSharedIncidentOn: dateDaysAgo(31) },
      },
      leisure: { LEISURE: { activities: ['Segelskolan', 'Spelkväll på fritidsgården'] } },
    },
    notes: [
      {
        at: daysAgo(39, '08:40'),
        by: 'principal',
        category: 'SCHOOL_ATTENDANCE',
        text: 'Linus har kommit in i klassen. Vi ropar inte upp efternamn och lägger inte ut bilder.',
      },
      {
        at: daysAgo(14, '13:50'),
        by: 'principal',
        category: 'SCHOOL_RESULTS',
        text: 'Ligger i fas i alla ämnen trots skolbytet.',
      },
      {
        at: daysAgo(28, '10:00'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Tycker att det är tryggt att en vuxen alltid möter vid bussen.',
      },
      {
        at: daysAgo(12, '10:00'),
        by: 'counsellor',
        category: 'HEALTH',
        text: 'Sover med lampan släckt sedan två veckor, säger han själv med ett leende.',
      },
      {
        at: daysAgo(34, '16:20'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        text: 'Mamma och barnen har kommit i ordning i nya bostaden. Kontaktperson beviljad.',
      },
      {
        at: daysAgo(19, '15:10'),
        by: 'socialPedagogue',
        category: 'FAMILY',
        text: 'Tuva hjälper Linus med läxorna. Båda vill att mamma får mer tid för sig själv.',
        alsoAbout: ['sister'],
      },
      {
        at: daysAgo(25, '17:30'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Linus och Tuva seglar i samma båt och har lärt sig att byta roder utan att bråka.',
        alsoAbout: ['sister'],
      },
      {
        at: daysAgo(6, '18:00'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Linus vann spelkvällens turnering och bjöd alla på popcorn.',
      },
      {
        at: daysAgo(31, '21:15'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Bråk vid busshållplatsen. Tuva gick emellan för att skydda Linus. Båda hörda som vittnen.',
        alsoAbout: ['sister'],
      },
      {
        at: daysAgo(18, '14:10'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Linus har fått en egen kontakt hos oss och vet numret utantill.',
      },
    ],
    plan: {
      at: daysAgo(37, '16:00'),
      overallResponsible: 'socialWorker',
      goals: [
        {
          heldBy: 'socialServices',
          area: 'PLAN',
          inOwnWords: 'Kunna gå ut utan att titta bakåt.',
          inProfessionalWords: 'Trygg skolväg och kända vuxna på varje plats.',
          actions: [
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Möta vid bussen varje skoldag',
              responsible: { agency: 'school' },
              dueOn: dateInDays(34),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'socialServices',
              category: 'SOCIAL_SUPPORT',
              what: 'Kontaktperson en eftermiddag i veckan',
              responsible: { professional: 'socialPedagogue' },
              dueOn: dateInDays(70),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'police',
              category: 'OFFENDING',
              what: 'Trygghetssamtal hemma hos familjen',
              responsible: { professional: 'policeOfficer' },
              dueOn: dateDaysAgo(18),
              status: 'DONE',
            },
          ],
        },
        {
          heldBy: 'leisure',
          area: 'LEISURE',
          inOwnWords: 'Segla hela sommaren.',
          inProfessionalWords: 'Fast aktivitet med samma ledare under hela insatsen.',
          actions: [
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Plats i segelskolan för båda syskonen',
              responsible: { professional: 'leisureLeader' },
              dueOn: dateInDays(48),
              status: 'PLANNED',
            },
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Packa väskan själv kvällen före',
              responsible: { person: 'youngPerson' },
              dueOn: dateInDays(15),
              status: 'IN_PROGRESS',
            },
          ],
        },
      ],
    },
    meetings: [
      {
        kind: 'FIRST',
        startsAt: daysAgo(37, '14:30'),
        minutes: 90,
        place: 'Skyddad lokal, samordnaren möter i receptionen',
      },
      {
        kind: 'FOLLOW_UP',
        startsAt: daysAgo(9, '15:00'),
        minutes: 60,
        place: 'Skyddad lokal, samordnaren möter i receptionen',
      },
      {
        kind: 'FOLLOW_UP',
        startsAt: inDays(5, '15:00'),
        minutes: 60,
        place: 'Skyddad lokal, samordnaren möter i receptionen',
      },
    ],
    personas: ['youngPerson', 'mother'],
  };
}
