import type { MunicipalityStory } from '../story.js';
import { BRIEF_CASES } from './brief-cases.js';
import { fullConsent } from './full-consent.js';
import { guardianRefuses } from './guardian-refuses.js';
import { partialConsent } from './partial-consent.js';
import { siblingNote } from './sibling-note.js';
import { turnsEighteen } from './turns-eighteen.js';
import { withdrawnForPolice } from './withdrawn-for-police.js';

/** Uddevalla by its public page on social intervention groups; everybody in it is invented. */
export const uddevalla: MunicipalityStory = {
  name: 'Uddevalla',
  code: '1485',
  contact: {
    telephone: '031-390 06 21',
    email: 'samordnare@uddevalla.example',
    switchboard: '031-390 06 00',
  },
  areas: {
    names: ['Dalaberg', 'Kampenhof'],
    promise: 'Kommunen och polisen är synliga på kvällar och helger, och ingen ung i riskzonen lämnas ensam.',
  },
  groups: [
    {
      kind: 'OPERATIVE',
      name: 'Operativa gruppen',
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
    targetAgeFrom: 12,
    targetAgeThrough: 20,
    youngPersonSignsFromAge: 0,
    guardiansSignUntilAge: 18,
    agreesToTakePartFromAge: 0,
    timeMayOpen: false,
    followUpEveryDaysFrom: 14,
    followUpEveryDaysThrough: 21,
    // The leaflet names nobody for the first meeting; the parties of R1 may come, and R12 meets with the young person.
    meetingParties: [
      {
        kind: 'FIRST',
        required: ['YOUNG_PERSON', 'GUARDIAN', 'COORDINATOR'],
        optional: ['SOCIAL_SERVICES', 'SCHOOL', 'LEISURE', 'POLICE'],
      },
    ],
    interventionMonths: null,
    steeringMeetingsPerTerm: 2,
    concernReportGate: false,
    consentNeedsSecondPerson: false,
    // No leaflet says how long a consent lasts; a parameter of this product.
    consentMonthsAtMost: 12,
    declinedProposalKeptDays: 30,
    heldBackCategories: [],
  },
  agencies: {
    socialServices: { name: 'Socialtjänsten', kind: 'SOCIAL_SERVICES' },
    school: { name: 'Grundskolan', kind: 'SCHOOL' },
    studentHealth: { name: 'Elevhälsan', kind: 'SCHOOL', parent: 'school' },
    upperSecondary: { name: 'Gymnasieskolan', kind: 'SCHOOL' },
    leisure: { name: 'Kultur och fritid', kind: 'LEISURE' },
    police: { name: 'Polisen', kind: 'POLICE' },
  },
  staff: {
    coordinator: {
      name: 'Yasmin Torell',
      profession: 'COORDINATOR',
      capacity: 'COORDINATOR',
      agency: 'socialServices',
    },
    socialWorker: {
      name: 'Petra Lundmark',
      profession: 'SOCIAL_WORKER',
      capacity: 'PROFESSIONAL',
      agency: 'socialServices',
      mayDisclose: true,
    },
    fieldSecretary: {
      name: 'Amir Hagström',
      profession: 'FIELD_SECRETARY',
      capacity: 'PROFESSIONAL',
      agency: 'socialServices',
    },
    socialPedagogue: {
      name: 'Lotta Wennergren',
      profession: 'SOCIAL_PEDAGOGUE',
      capacity: 'PROFESSIONAL',
      agency: 'socialServices',
    },
    counsellor: {
      name: 'Sofia Brantmo',
      profession: 'COUNSELLOR',
      capacity: 'PROFESSIONAL',
      agency: 'studentHealth',
      mayDisclose: true,
    },
    leisureLeader: {
      name: 'Jonas Ekeroth',
      profession: 'LEISURE_LEADER',
      capacity: 'PROFESSIONAL',
      agency: 'leisure',
    },
    policeOfficer: {
      name: 'Karin Stenvall',
      profession: 'POLICE_OFFICER',
      capacity: 'PROFESSIONAL',
      agency: 'police',
      mayDisclose: true,
    },
    principal: {
      name: 'Anders Kvarnlöf',
      profession: 'PRINCIPAL',
      capacity: 'PROFESSIONAL',
      agency: 'school',
      mayDisclose: true,
    },
    upperSecondaryPrincipal: {
      name: 'Birgitta Sandryd',
      profession: 'PRINCIPAL',
      capacity: 'PROFESSIONAL',
      agency: 'upperSecondary',
      mayDisclose: true,
    },
    unitManager: {
      name: 'Elisabet Morander',
      profession: 'UNIT_MANAGER',
      capacity: 'PROFESSIONAL',
      agency: 'socialServices',
      mayDisclose: true,
    },
    steeringPrincipal: {
      name: 'Tomas Granbäck',
      profession: 'PRINCIPAL',
      capacity: 'STEERING_MEMBER',
      agency: 'school',
    },
    steeringUpperSecondary: {
      name: 'Helena Ljungvall',
      profession: 'PRINCIPAL',
      capacity: 'STEERING_MEMBER',
      agency: 'upperSecondary',
    },
    steeringSocialServices: {
      name: 'Ingrid Falkenström',
      profession: 'UNIT_MANAGER',
      capacity: 'STEERING_MEMBER',
      agency: 'socialServices',
    },
    steeringLeisure: {
      name: 'Per Ståhlgren',
      profession: 'UNIT_MANAGER',
      capacity: 'STEERING_MEMBER',
      agency: 'leisure',
    },
    steeringPolice: {
      name: 'Daniel Rosenklint',
      profession: 'POLICE_OFFICER',
      capacity: 'STEERING_MEMBER',
      agency: 'police',
    },
    administrator: { name: 'Rickard Almsjö', profession: 'UNIT_MANAGER', capacity: 'ADMINISTRATOR' },
    secondAdministrator: { name: 'Annika Solbro', profession: 'UNIT_MANAGER', capacity: 'ADMINISTRATOR' },
  },
  officePersonas: ['steeringSocialServices', 'administrator', 'secondAdministrator'],
  cases: [fullConsent, partialConsent, guardianRefuses, withdrawnForPolice, turnsEighteen, siblingNote, ...BRIEF_CASES],
};
