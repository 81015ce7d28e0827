import type { DemoTime } from '../demo-time.js';
import { talkOpenly, toAndFrom } from '../forms.js';
import type { AgencyKey, CaseStory } from '../story.js';

const OTHERS: readonly AgencyKey[] = ['socialServices', 'upperSecondary', 'leisure'];

/** Past 18 nobody is a guardian: the young person alone signed, and alone took back what concerned the police. */
export function withdrawnForPolice({ daysAgo, inDays, dateDaysAgo, dateInDays, turned }: DemoTime): CaseStory {
  return {
    shows:
      'Aged 18: own signature only; withdrawn for everything to and from the police, the other three go on; the guardian is out.',
    serial: 2,
    status: 'ACTIVE',
    startedOn: dateDaysAgo(70),
    plannedEndOn: dateInDays(50),
    youngPerson: {
      givenName: 'Filip',
      familyName: 'Arvidstam',
      sex: 'MALE',
      birthDate: turned(18, 131),
      address: 'Kvickrotsgränd 2, 235 00 Vellinge',
      phone: '070-174 06 61',
    },
    guardians: {
      mother: { givenName: 'Eva', familyName: 'Arvidstam' },
    },
    assigned: {
      socialWorker: true,
      fieldSecretary: { until: daysAgo(33, '00:00') },
      socialPedagogue: true,
      upperSecondaryPrincipal: true,
      leisureLeader: true,
      policeOfficer: true,
    },
    consents: [
      {
        at: daysAgo(69, '15:00'),
        signers: { youngPerson: 'GRANTED' },
        grants: talkOpenly([...OTHERS, 'police']),
        until: inDays(52, '00:00'),
        purpose: 'Att Filip ska komma in på ett jobb och behålla det.',
        method: 'WRITTEN',
        formVersion: 'Vellinge, januari 2019',
        informedBy: 'coordinator',
      },
      {
        at: daysAgo(12, '09:40'),
        signers: { youngPerson: 'WITHDRAWN' },
        grants: toAndFrom('police', OTHERS),
        purpose: 'Återkallelse som gäller polisen.',
        method: 'ORAL_WITNESSED',
        formVersion: 'Vellinge, januari 2019',
        informedBy: 'socialWorker',
        witness: 'Socialpedagogen var med i rummet',
        reason: 'Har sonat sitt och vill inte att det följer med till arbetsgivaren.',
      },
    ],
    situation: {
      upperSecondary: { SCHOOL_ATTENDANCE: { attendancePercent: 81 }, SCHOOL_RESULTS: { passingGrades: true } },
      socialServices: {
        SOCIAL_SUPPORT: { openInquiry: false, measures: ['Råd och stöd', 'Hjälp med jobbansökningar'] },
        SUBSTANCE_USE: { substanceUse: 'Nykter sedan åtta veckor' },
        EMPLOYMENT: { placement: 'Lärling hos snickare, tre dagar i veckan', works: true },
      },
      police: {
        OFFENDING: {
          concern: 'Misshandel förra året, ungdomstjänst fullgjord',
          lastSharedIncidentOn: dateDaysAgo(180),
        },
      },
      leisure: { LEISURE: { activities: ['Discgolf', 'Ungdomsrådet'] } },
    },
    notes: [
      {
        at: daysAgo(57, '13:00'),
        by: 'upperSecondaryPrincipal',
        category: 'SCHOOL_ATTENDANCE',
        text: 'Lärlingsdagarna fungerar utmärkt. Teoridagarna är tyngre, vi har kortat dem.',
      },
      {
        at: daysAgo(21, '13:30'),
        by: 'upperSecondaryPrincipal',
        category: 'SCHOOL_RESULTS',
        text: 'Byggprogrammets yrkeskurser är godkända. Engelska återstår.',
      },
      {
        at: daysAgo(50, '16:00'),
        by: 'socialWorker',
        category: 'EMPLOYMENT',
        text: 'Snickaren vill anställa efter examen om Filip tar körkort.',
      },
      {
        at: daysAgo(11, '10:00'),
        by: 'socialWorker',
        category: 'SOCIAL_SUPPORT',
        text: 'Återkallelsen är registrerad samma dag. Filip fick en kopia och vet att övriga fortsätter.',
      },
      {
        at: daysAgo(32, '14:30'),
        by: 'socialPedagogue',
        category: 'SUBSTANCE_USE',
        text: 'Åtta veckor utan alkohol. Vi firade med våfflor på stranden.',
      },
      {
        at: daysAgo(62, '19:00'),
        by: 'fieldSecretary',
        category: 'LEISURE',
        text: 'Filip drog igång en discgolfkväll för dem som annars hänger i parken.',
      },
      {
        at: daysAgo(14, '18:30'),
        by: 'leisureLeader',
        category: 'LEISURE',
        text: 'Invald i ungdomsrådet. Höll ett kort tal utan papper.',
      },
      {
        at: daysAgo(48, '17:00'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Ungdomstjänsten fullgjord med beröm från handledaren.',
      },
      {
        at: daysAgo(26, '15:20'),
        by: 'policeOfficer',
        category: 'OFFENDING',
        text: 'Inga händelser under hösten.',
      },
    ],
    disclosure: {
      at: daysAgo(4, '10:15'),
      until: inDays(26, '00:00'),
      by: 'policeOfficer',
      to: 'unitManager',
      ground: 'OSL_10_27',
      about: 'Filip Arvidstam',
      reasons:
        'Socialtjänsten behöver uppgiften för att bedöma skyddet, och det är uppenbart att det intresset väger tyngre.',
    },
    plan: {
      at: daysAgo(61, '16:00'),
      overallResponsible: 'socialPedagogue',
      goals: [
        {
          heldBy: 'socialServices',
          area: 'EMPLOYMENT',
          inOwnWords: 'Bli snickare och tjäna egna pengar.',
          inProfessionalWords: 'Anställning efter avslutad lärlingstid.',
          actions: [
            {
              heldBy: 'socialServices',
              category: 'EMPLOYMENT',
              what: 'Söka bidrag till körkort',
              responsible: { professional: 'socialWorker' },
              dueOn: dateInDays(17),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'upperSecondary',
              category: 'SCHOOL_RESULTS',
              what: 'Engelska på distans, en timme i veckan',
              responsible: { agency: 'upperSecondary' },
              dueOn: dateInDays(38),
              status: 'IN_PROGRESS',
            },
            {
              heldBy: 'socialServices',
              category: 'PLAN',
              what: 'Ringa snickaren själv om nästa veckas tider',
              responsible: { person: 'youngPerson' },
              dueOn: dateDaysAgo(1),
              status: 'DONE',
            },
          ],
        },
        {
          heldBy: 'leisure',
          area: 'LEISURE',
          inOwnWords: 'Ha något som är mitt.',
          inProfessionalWords: 'Eget ansvar i ungdomsrådet under våren.',
          actions: [
            {
              heldBy: 'leisure',
              category: 'LEISURE',
              what: 'Mentor i ungdomsrådet',
              responsible: { professional: 'leisureLeader' },
              dueOn: dateInDays(45),
              status: 'PLANNED',
            },
            {
              heldBy: 'police',
              category: 'OFFENDING',
              what: 'Avslutande samtal om ungdomstjänsten',
              responsible: { professional: 'policeOfficer' },
              dueOn: dateDaysAgo(30),
              status: 'DONE',
            },
          ],
        },
      ],
    },
    meetings: [
      { kind: 'FIRST', startsAt: daysAgo(61, '15:00'), minutes: 90, place: 'Kommunhuset, rum Marviol' },
      { kind: 'FOLLOW_UP', startsAt: daysAgo(18, '15:30'), minutes: 60, place: 'Snickeriets fikarum' },
      { kind: 'FOLLOW_UP', startsAt: inDays(6, '15:30'), minutes: 60, place: 'Snickeriets fikarum' },
      { kind: 'CLOSING', startsAt: inDays(49, '15:00'), minutes: 60, place: 'Kommunhuset, rum Marviol' },
    ],
    personas: ['youngPerson'],
  };
}
