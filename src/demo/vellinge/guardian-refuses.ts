import type { DemoTime } from '../demo-time.js';
import { talkOpenly } from '../forms.js';
import type { CaseStory } from '../story.js';

/** At 14 only the custodians sign here, and one of the two says no from the start. */
export function guardianRefuses({ daysAgo, inDays, dateDaysAgo, dateInDays, turned }: DemoTime): CaseStory {
  return {
    shows:
      'Waiting for consent: mother and young person say yes, the father refuses everything; nothing passes between agencies.',
    serial: 12,
    status: 'CONSENT_PENDING',
    youngPerson: {
      givenName: 'Nova',
      familyName: 'Lindgärde',
      sex: 'FEMALE',
      birthDate: turned(14, 62),
      address: 'Sandstarrsvägen 31, 235 00 Vellinge',
      phone: '070-174 06 55',
    },
    guardians: {
      mother: { givenName: 'Emelie', familyName: 'Lindgärde' },
      father: { givenName: 'Christian', familyName: 'Falkmo' },
    },
    assigned: {
      socialWorker: true,
      unitManager: true,
      principal: true,
      counsellor: true,
      leisureLeader: true,
      policeOfficer: true,
    },
    consents: [
      {
        at: daysAgo(20, '16:30'),
        signers: { youngPerson: 'GRANTED', mother: 'GRANTED' },
        grants: talkOpenly(['socialServices', 'school', 'studentHealth', 'leisure', 'police']),
        until: inDays(110, '00:00'),
        purpose: 'Att Nova ska få hjälp innan det blir värre, med alla runt samma bord.',
        method: 'WRITTEN',
        formVersion: 'Vellinge, januari 2019',
        informedBy: 'coordinator',
      },
      {
        at: daysAgo(17, '17:10'),
        signers: { father: 'REFUSED' },
        purpose: 'Att Nova ska få hjälp innan det blir värre, med alla runt samma bord.',
        method: 'ORAL_WITNESSED',
        formVersion: 'Vellinge, januari 2019',
        informedBy: 'coordinator',
        witness: 'Socialsekreteraren deltog i samtalet',
        reason: 'Vill först träffa skolan själv. Tycker att det går för fort.',
      },
    ],
    situation: {
      school: { SCHOOL_ATTENDANCE: { attendancePercent: 69 }, SCHOOL_RESULTS: { passingGrades: true } },
      studentHealth: { STUDENT_HEALTH: { studentHealthContact: 'Kurator, två samtal hittills' } },
      socialServices: {
        SOCIAL_SUPPORT: { openInquiry: true, measures: ['Utredning pågår'] },
        SUBSTANCE_USE: { substanceUse: 'Vejpar, inget annat känt' },
        EMPLOYMENT: { placement: 'Ingen', works: false },
      },
      police: {
        OFFENDING: { concern: 'Uppehåller sig nattetid vid stationen', lastSharedIncidentOn: dateDaysAgo(34) },
      },
      leisure: { LEISURE: { activities: ['Ritgruppen'] } },
    },
    notes: [
      {
        at: daysAgo(38, '08:45'),
        by: 'principal',
        category: 'SCHOOL_ATTENDANCE',
        text: 'Nova kommer ofta sent och trött. Duktig när hon väl är på plats.',
      },
      {
        at: daysAgo(12, '13:45'),
        by: 'principal',
        category: 'SCHOOL_RESULTS',
        text: 'Godkänt i alla ämnen. Bildläraren föreslår fördjupning.',
      },
      {
        at: daysAgo(26, '10:10'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Nova vill inte välja mellan sina föräldrar. Vi pratade om att hon inte behöver det.',
      },
      {
        at: daysAgo(11, '10:10'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Uttrycker sig hellre i bilder. Tog med sitt skissblock.',
      },
      {
        at: daysAgo(29, '16:00'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        text: 'Båda föräldrarna har varit på möte var för sig. Utredningen beräknas vara klar om två månader.',
      },
      {
        at: daysAgo(15, '11:20'),
        by: 'unitManager',
        category: 'FAMILY',
        text: 'Pappas nej står fast tills han säger annat. Erbjuds ett eget möte med skolan.',
      },
      {
        at: daysAgo(31, '18:00'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Har tecknat affischen till höstlovet. Den hänger nu i hela kommunen, utan namn som hon önskade.',
      },
      {
        at: daysAgo(8, '17:50'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Kom två gånger den här veckan och stannade till stängning.',
      },
      {
        at: daysAgo(34, '01:20'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Ensam på perrongen en vardagsnatt. Skjutsad hem, mamma var vaken och orolig.',
      },
      {
        at: daysAgo(22, '20:00'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Ingen misstanke om brott. Vi hälsar på henne när vi går förbi.',
      },
    ],
    plan: {
      at: daysAgo(19, '16:00'),
      overallResponsible: 'socialWorker',
      goals: [
        {
          heldBy: 'socialServices',
          area: 'PLAN',
          inOwnWords: 'Sova i min egen säng utan att tänka.',
          inProfessionalWords: 'Trygga kvällar i båda hemmen. Förslag, i väntan på samtycke.',
          actions: [
            {
              heldBy: 'socialServices',
              category: 'FAMILY',
              what: 'Erbjuda föräldrarna gemensamt samtal',
              responsible: { professional: 'socialWorker' },
              dueOn: dateInDays(10),
              status: 'PLANNED',
            },
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Pappa träffar rektorn innan han tar ställning på nytt',
              responsible: { person: 'father' },
              dueOn: dateInDays(5),
              status: 'PLANNED',
            },
          ],
        },
        {
          heldBy: 'leisure',
          area: 'LEISURE',
          inOwnWords: 'Rita serier.',
          inProfessionalWords: 'En kväll i veckan i ritgruppen.',
          actions: [
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Plats i ritgruppen, material lånas ut',
              responsible: { professional: 'leisureLeader' },
              dueOn: dateDaysAgo(7),
              status: 'DONE',
            },
            {
              heldBy: 'school',
              category: 'SCHOOL_ATTENDANCE',
              what: 'Mjuk start med bild första timmen på måndagar',
              responsible: { agency: 'school' },
              dueOn: dateInDays(22),
              status: 'IN_PROGRESS',
            },
          ],
        },
      ],
    },
    meetings: [
      { kind: 'INTRODUCTION', startsAt: daysAgo(20, '15:30'), minutes: 60, place: 'Socialtjänsten, rum Strandkål' },
      { kind: 'FIRST', startsAt: inDays(8, '15:00'), minutes: 90, place: 'Kommunhuset, rum Marviol' },
    ],
    personas: ['youngPerson', 'mother', 'father'],
  };
}
