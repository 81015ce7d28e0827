import type { MunicipalityStory } from '../story.js';
import { BRIEF_CASES } from './brief-cases.js';
import { fullConsent } from './full-consent.js';
import { guardianRefuses } from './guardian-refuses.js';
import { partialConsent } from './partial-consent.js';
import { siblingNote } from './sibling-note.js';
import { turnsFifteen } from './turns-fifteen.js';
import { withdrawnForPolice } from './withdrawn-for-police.js';

/** Vellinge by its folder of January 2019; everybody in it is invented. The field group belongs to leisure here. */
export const vellinge: MunicipalityStory = {
  name: 'Vellinge',
  code: '1233',
  contact: {
    reachedThrough: 'Kommunens kontaktcenter, eller din socialsekreterare',
    switchboard: '040-628 04 00',
  },
  areas: null,
  groups: [
    {
      kind: 'OPERATIVE',
      name: 'SIG-gruppen',
      members: ['coordinator', 'fieldSecretary', 'socialPedagogue', 'counsellor', 'leisureLeader', 'policeOfficer'],
    },
    {
      kind: 'STEERING',
      name: 'Styrgruppen',
      members: [
        'steeringPrincipal',
        'steeringUpperSecondary',
        'steeringSocialServices',
        'steeringLeisure',
        'steeringPolice',
      ],
    },
  ],
  pack: {
    version: 1,
    targetAgeFrom: 13,
    targetAgeThrough: 19,
    youngPersonSignsFromAge: 15,
    guardiansSignUntilAge: 18,
    agreesToTakePartFromAge: 0,
    timeMayOpen: false,
    followUpEveryDaysFrom: 14,
    followUpEveryDaysThrough: 14,
    // R14: leisure possibly; all others are needed.
    meetingParties: [
      {
        kind: 'FIRST',
        required: ['YOUNG_PERSON', 'GUARDIAN', 'SOCIAL_SERVICES', 'POLICE', 'SCHOOL', 'COORDINATOR'],
        optional: ['LEISURE'],
      },
    ],
    interventionMonths: 4,
    steeringMeetingsPerTerm: null,
    concernReportGate: true,
    consentNeedsSecondPerson: false,
    // No leaflet says how long a consent lasts; a parameter of this product.
    consentMonthsAtMost: 6,
    declinedProposalKeptDays: 30,
    heldBackCategories: [],
  },
  agencies: {
    socialServices: { name: 'Socialtjänsten', kind: 'SOCIAL_SERVICES' },
    school: { name: 'Grundskolan', kind: 'SCHOOL' },
    studentHealth: { name: 'Elevhälsan', kind: 'SCHOOL', parent: 'school' },
    upperSecondary: { name: 'Gymnasieskolan', kind: 'SCHOOL' },
    leisure: { name: 'Fritid', kind: 'LEISURE' },
    police: { name: 'Polisen', kind: 'POLICE' },
  },
  staff: {
    coordinator: {
      name: 'Henrik Sjöblad',
      profession: 'COORDINATOR',
      capacity: 'COORDINATOR',
      agency: 'socialServices',
    },
    socialWorker: {
      name: 'Nadia Ekvall',
      profession: 'SOCIAL_WORKER',
      capacity: 'PROFESSIONAL',
      agency: 'socialServices',
      mayDisclose: true,
    },
    fieldSecretary: {
      name: 'Oskar Brinkby',
      profession: 'FIELD_SECRETARY',
      capacity: 'PROFESSIONAL',
      agency: 'leisure',
    },
    socialPedagogue: {
      name: 'Frida Malmgård',
      profession: 'SOCIAL_PEDAGOGUE',
      capacity: 'PROFESSIONAL',
      agency: 'socialServices',
    },
    counsellor: {
      name: 'Therese Ahlbeck',
      profession: 'COUNSELLOR',
      capacity: 'PROFESSIONAL',
      agency: 'studentHealth',
      mayDisclose: true,
    },
    leisureLeader: {
      name: 'Samir Lindfors',
      profession: 'LEISURE_LEADER',
      capacity: 'PROFESSIONAL',
      agency: 'leisure',
    },
    policeOfficer: {
      name: 'Johan Askerud',
      profession: 'POLICE_OFFICER',
      capacity: 'PROFESSIONAL',
      agency: 'police',
      mayDisclose: true,
    },
    principal: {
      name: 'Camilla Norlinder',
      profession: 'PRINCIPAL',
      capacity: 'PROFESSIONAL',
      agency: 'school',
      mayDisclose: true,
    },
    upperSecondaryPrincipal: {
      name: 'Stefan Höglid',
      profession: 'PRINCIPAL',
      capacity: 'PROFESSIONAL',
      agency: 'upperSecondary',
      mayDisclose: true,
    },
    unitManager: {
      name: 'Monica Persgård',
      profession: 'UNIT_MANAGER',
      capacity: 'PROFESSIONAL',
      agency: 'socialServices',
      mayDisclose: true,
    },
    steeringPrincipal: {
      name: 'Ulrika Dahlmo',
      profession: 'PRINCIPAL',
      capacity: 'STEERING_MEMBER',
      agency: 'school',
    },
    steeringUpperSecondary: {
      name: 'Patrik Sörenby',
      profession: 'PRINCIPAL',
      capacity: 'STEERING_MEMBER',
      agency: 'upperSecondary',
    },
    steeringSocialServices: {
      name: 'Kerstin Vångdal',
      profession: 'UNIT_MANAGER',
      capacity: 'STEERING_MEMBER',
      agency: 'socialServices',
    },
    steeringLeisure: {
      name: 'Lars Hallinge',
      profession: 'UNIT_MANAGER',
      capacity: 'STEERING_MEMBER',
      agency: 'leisure',
    },
    steeringPolice: {
      name: 'Emma Kroksand',
      profession: 'POLICE_OFFICER',
      capacity: 'STEERING_MEMBER',
      agency: 'police',
    },
    administrator: { name: 'Mats Viborgh', profession: 'UNIT_MANAGER', capacity: 'ADMINISTRATOR' },
    secondAdministrator: { name: 'Staffan Ekhult', profession: 'UNIT_MANAGER', capacity: 'ADMINISTRATOR' },
  },
  officePersonas: ['steeringSocialServices', 'administrator', 'secondAdministrator'],
  cases: [fullConsent, partialConsent, guardianRefuses, withdrawnForPolice, turnsFifteen, siblingNote, ...BRIEF_CASES],
};
