import type { DemoTime } from '../demo-time.js';
import { talkOpenly } from '../forms.js';
import type { CaseStory } from '../story.js';

/** The young person and both custodians let every party talk openly with every other. */
export function fullConsent({ daysAgo, inDays, dateDaysAgo, dateInDays, turned }: DemoTime): CaseStory {
  return {
    shows:
      'Everything is open between all parties; a held-back police note and an action kept from the father are not.',
    serial: 11,
    status: 'ACTIVE',
    startedOn: dateDaysAgo(75),
    plannedEndOn: dateInDays(60),
    youngPerson: {
      givenName: 'Alva',
      familyName: 'Nordfeldt',
      sex: 'FEMALE',
      birthDate: turned(15, 140),
      address: 'Tranbärsgränd 12, 451 00 Uddevalla',
      phone: '070-174 06 05',
    },
    guardians: {
      mother: { givenName: 'Jenny', familyName: 'Nordfeldt' },
      father: { givenName: 'Markus', familyName: 'Nordfeldt' },
    },
    importantPersons: {
      aunt: { name: 'Moa Nordfeldt', relation: 'Moster som Alva ofta bor hos på helgerna' },
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
        at: daysAgo(75, '15:40'),
        signers: { youngPerson: 'GRANTED', mother: 'GRANTED', father: 'GRANTED' },
        grants: talkOpenly(['socialServices', 'school', 'studentHealth', 'upperSecondary', 'leisure', 'police']),
        until: inDays(90, '00:00'),
        purpose: 'En samlad bild av Alvas situation, så att stödet hänger ihop under insatsen.',
        method: 'WRITTEN',
        formVersion: 'Uddevalla 2026:1',
        informedBy: 'coordinator',
      },
    ],
    situation: {
      school: { SCHOOL_ATTENDANCE: { attendancePercent: 71 }, SCHOOL_RESULTS: { passingGrades: false } },
      studentHealth: { STUDENT_HEALTH: { studentHealthContact: 'Kurator, samtal varje onsdag' } },
      socialServices: {
        SOCIAL_SUPPORT: { openInquiry: false, measures: ['Råd och stöd', 'Kontakt med fältsekreterare'] },
        SUBSTANCE_USE: { substanceUse: 'Har provat alkohol vid några tillfällen, inget känt bruk nu' },
        EMPLOYMENT: { placement: 'Prao på hundpensionat, två dagar', works: false },
      },
      police: {
        OFFENDING: {
          concern: 'Sedd i ett äldre gäng vid Kampenhof sena kvällar',
          lastSharedIncidentOn: dateDaysAgo(52),
        },
      },
      leisure: { LEISURE: { activities: ['Tjejgruppen på fritidsgården', 'Ridning, prova på'] } },
    },
    notes: [
      {
        at: daysAgo(13, '09:30'),
        by: 'socialWorker',
        category: 'PLAN',
        text: 'Alva följer planen och säger att hon har slutat träffa de äldre kompisarna helt.',
        objection: {
          at: daysAgo(11, '18:10'),
          by: 'youngPerson',
          text: 'Det har jag inte sagt. Jag träffar dem mindre, men en av dem är min vän.',
        },
      },
      {
        at: daysAgo(70, '09:10'),
        by: 'principal',
        category: 'SCHOOL_ATTENDANCE',
        text: 'Alva är här nästan alla förmiddagar men går ofta efter lunch. Hon säger att hon orkar mer när idrotten ligger tidigt.',
      },
      {
        at: daysAgo(41, '13:30'),
        by: 'principal',
        category: 'SCHOOL_RESULTS',
        text: 'Godkänt inom räckhåll i svenska och engelska. Matematik behöver läxhjälp två gånger i veckan resten av terminen.',
      },
      {
        at: daysAgo(33, '10:00'),
        by: 'counsellor',
        category: 'STUDENT_HEALTH',
        text: 'Sover bättre sedan mobilen ligger i köket på natten. Vill fortsätta våra samtal.',
      },
      {
        at: daysAgo(19, '11:20'),
        by: 'counsellor',
        category: 'HEALTH',
        text: 'Alva har själv bokat tid på ungdomsmottagningen och vill gå dit utan sällskap.',
      },
      {
        at: daysAgo(28, '14:00'),
        by: 'upperSecondaryPrincipal',
        category: 'SCHOOL_RESULTS',
        text: 'Studiebesök på naturbruk och barn och fritid. Saknas betyg i matematik finns plats på introduktionsprogrammet med inriktning yrke.',
      },
      {
        at: daysAgo(12, '09:00'),
        by: 'upperSecondaryPrincipal',
        category: 'EMPLOYMENT',
        text: 'Alva fick prova en dag i stallet på naturbruk. Läraren berömde hur lugn hon var med hästarna.',
      },
      {
        at: daysAgo(61, '16:15'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        text: 'Hembesök. Föräldrarna är eniga om tider på kvällen och ber om råd när det blir bråk om reglerna.',
      },
      {
        at: daysAgo(24, '21:30'),
        by: 'fieldSecretary',
        category: 'SUBSTANCE_USE',
        text: 'Träffade Alva på stan en fredag. Nykter, följde gärna med på en kopp choklad. Berättade att hon vill umgås mindre med de äldre.',
      },
      {
        at: daysAgo(30, '18:00'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Har kommit till tjejgruppen fyra torsdagar i rad och hjälper till att planera vårens resa.',
      },
      {
        at: daysAgo(6, '17:30'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Provade ridning genom föreningsbidraget. Log hela vägen hem.',
      },
      {
        at: daysAgo(52, '23:05'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Alva fanns på platsen vid ett bråk vid bussterminalen. Inte misstänkt. Föräldrarna hämtade henne.',
      },
      {
        at: daysAgo(15, '20:40'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Lugn kväll, pratade en stund. Hon hälsar och kommer fram själv numera.',
      },
      {
        at: daysAgo(9, '08:30'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Uppgift som rör en pågående utredning om andra personer. Hålls hos polisen tills vidare.',
        heldBack: true,
      },
    ],
    plan: {
      at: daysAgo(63, '16:00'),
      overallResponsible: 'socialWorker',
      goals: [
        {
          heldBy: 'school',
          area: 'SCHOOL_ATTENDANCE',
          inOwnWords: 'Jag vill klara nian och slippa komma ikapp hela tiden.',
          inProfessionalWords: 'Närvaron är minst 90 procent och betygen räcker till ett yrkesprogram.',
          actions: [
            {
              heldBy: 'school',
              category: 'SCHOOL_RESULTS',
              what: 'Läxhjälp i matematik tisdagar och torsdagar',
              responsible: { professional: 'principal' },
              dueOn: dateInDays(35),
              status: 'IN_PROGRESS',
              evaluations: [
                {
                  at: daysAgo(14, '15:20'),
                  by: 'principal',
                  text: 'Har kommit fyra gånger av sex. Fortsätter på tisdagar.',
                },
              ],
            },
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Väcka Alva och äta frukost ihop på vardagar',
              responsible: { person: 'mother' },
              dueOn: dateInDays(14),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'upperSecondary',
              category: 'SCHOOL_RESULTS',
              what: 'Besök på två yrkesprogram tillsammans med studievägledaren',
              responsible: { professional: 'upperSecondaryPrincipal' },
              dueOn: dateDaysAgo(12),
              status: 'DONE',
              evaluations: [
                {
                  at: daysAgo(12, '09:30'),
                  by: 'upperSecondaryPrincipal',
                  text: 'Båda besöken gjorda. Naturbruk känns rätt, hon vill söka dit.',
                },
              ],
            },
          ],
        },
        {
          heldBy: 'leisure',
          area: 'LEISURE',
          inOwnWords: 'Jag vill ha något kul att göra på kvällarna och fler kompisar som är snälla.',
          inProfessionalWords: 'En egen fritidsaktivitet varje vecka och mindre tid med den äldre umgängeskretsen.',
          actions: [
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Prova ridning fem gånger, fritidsgården bokar och följer med första gången',
              responsible: { professional: 'leisureLeader' },
              dueOn: dateInDays(21),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'police',
              category: 'OFFENDING',
              what: 'Närvaro vid Kampenhof fredagskvällar och ett vardagligt samtal när vi ses',
              responsible: { agency: 'police' },
              dueOn: dateInDays(40),
              status: 'PLANNED',
            },
            {
              heldBy: 'studentHealth',
              category: 'HEALTH',
              what: 'Besök på ungdomsmottagningen, Alva bestämmer själv vem hon berättar för',
              responsible: { person: 'youngPerson' },
              dueOn: dateInDays(10),
              status: 'PLANNED',
              hiddenFrom: ['father'],
            },
          ],
        },
      ],
    },
    mappings: [
      {
        at: daysAgo(66, '10:00'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        strengths: 'Föräldrarna är överens och vill ha stöd.',
        needs: 'Gemensamma regler för kvällarna.',
      },
      {
        at: daysAgo(15, '10:00'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        strengths: 'Reglerna hålls på vardagar.',
        needs: 'Stöd på helgerna, när Alva är hos sin moster.',
      },
      {
        at: daysAgo(60, '10:00'),
        by: 'principal',
        category: 'SCHOOL_RESULTS',
        strengths: 'Läser gärna och har god hjälp av bilder.',
        needs: 'Matematik och lugn vid prov.',
      },
    ],
    outcomes: {
      SCHOOL_RESULTS: { before: 'NOT_MET' },
      LEISURE: { before: 'PARTLY_MET' },
      OFFENDING: { before: 'MET' },
    },
    meetings: [
      { kind: 'INTRODUCTION', startsAt: daysAgo(82, '15:00'), minutes: 60, place: 'Hemma hos familjen' },
      { kind: 'FIRST', startsAt: daysAgo(63, '14:30'), minutes: 90, place: 'Medborgarhuset, rum Lingon' },
      {
        kind: 'FOLLOW_UP',
        startsAt: daysAgo(14, '15:00'),
        minutes: 60,
        place: 'Fritidsgårdens café, efter stängning',
        agenda: [{ category: 'SUBSTANCE_USE', title: 'Fältgruppens möten med Alva på stan' }],
        absent: ['leisureLeader', 'father'],
        decisions: [
          {
            category: 'SCHOOL_RESULTS',
            text: 'Läxhjälpen fortsätter, men bara på tisdagar.',
            becomes: 'Läxhjälp i matematik tisdagar och torsdagar',
          },
          { category: 'MEETING', text: 'Nästa uppföljning blir också på fritidsgården, det vill Alva.' },
        ],
      },
      { kind: 'FOLLOW_UP', startsAt: inDays(4, '15:00'), minutes: 60, place: 'Fritidsgårdens café, efter stängning' },
    ],
    personas: ['youngPerson', 'mother', 'father'],
  };
}
