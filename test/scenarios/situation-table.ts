/** Who sees, by the keys of the stories: what is seen, what is not, and the reason that is given for what is not. */
export type Line = readonly [who: string, sees: string, doesNotSee?: string, reason?: string];

/** One situation of the leaflets or the law, in a case of each municipality that has it. */
export interface Scene {
  /** As the table of the demo data calls them. */
  readonly situations: readonly string[];
  /** The young person, by municipality. */
  readonly of: { readonly Uddevalla?: string; readonly Vellinge?: string };
  readonly status: string;
  readonly lines: readonly Line[];
  /** "Who can see this?": these, and nobody else of the municipality. */
  readonly seenBy: Readonly<Record<string, string>>;
}

const FAMILY = 'youngPerson, mother, father';
const OFFICE = 'coordinator, socialWorker';

export const SCENES: readonly Scene[] = [
  {
    situations: ['expired', 'paused'],
    of: { Uddevalla: 'Saga Bergfalk', Vellinge: 'Elvira Bonderup' },
    status: 'PAUSED',
    lines: [
      ['socialWorker', 'case, name, address, plan, meetings', 'attendance, concern', 'NO_CONSENT'],
      ['principal', 'case, attendance', 'name, concern, plan, meetings', 'NO_CONSENT'],
      ['policeOfficer', 'case, concern', 'name, attendance, plan, meetings', 'NO_CONSENT'],
      ['mother', 'name, plan, meetings, consents', 'attendance, concern', 'CAPACITY'],
      ['leisureLeader', '', 'case', 'NOT_FOUND'],
    ],
    seenBy: {
      name: `${FAMILY}, ${OFFICE}`,
      attendance: 'principal',
      concern: 'policeOfficer',
      'kommer oftare när första lektionen': 'principal',
      consents: `${FAMILY}, coordinator`,
    },
  },
  {
    situations: ['renewed', 'block by a signer'],
    of: { Uddevalla: 'Noel Grindelid', Vellinge: 'Sixten Dalköpinge' },
    status: 'ACTIVE',
    lines: [
      ['policeOfficer', 'name, address, concern, plan, meetings', 'attendance', 'NO_CONSENT'],
      ['principal', 'name, address, attendance, concern, plan, meetings', 'consents', 'CAPACITY'],
      ['socialWorker', 'name, attendance, concern, plan', 'consents', 'CAPACITY'],
    ],
    seenBy: {
      attendance: `${OFFICE}, principal`,
      'kommer oftare när första lektionen': `${OFFICE}, principal`,
      concern: `${OFFICE}, principal, policeOfficer`,
    },
  },
  {
    situations: ['already 18', 'held back'],
    of: { Uddevalla: 'Tuva Hallerås', Vellinge: 'Freja Ekelund Rask' },
    status: 'ACTIVE',
    lines: [
      ['youngPerson', 'name, address, plan, meetings, consents', 'attendance, concern', 'CAPACITY'],
      ['mother', '', 'case', 'NOT_FOUND'],
      ['father', '', 'case', 'NOT_FOUND'],
      ['principal', 'name, attendance, concern, plan'],
      ['socialWorker', 'concern, Pratade med'],
    ],
    seenBy: {
      case: `youngPerson, ${OFFICE}, principal, policeOfficer`,
      'Hörs som vittne i en pågående utredning': 'policeOfficer',
      consents: 'youngPerson, coordinator',
    },
  },
  {
    situations: ['confidentiality marking', 'block by a holder'],
    of: { Uddevalla: 'Adnan Selimovic', Vellinge: 'Omar Khalidi' },
    status: 'ACTIVE',
    lines: [
      ['mother', 'name, plan, meetings', 'address, meeting place', 'PROTECTED_IDENTITY'],
      ['policeOfficer', 'name, attendance, concern, plan, meetings', 'address, meeting place', 'PROTECTED_IDENTITY'],
      ['principal', 'name, attendance, plan, meetings', 'concern', 'NO_CONSENT'],
      ['principal', 'name', 'address, meeting place', 'PROTECTED_IDENTITY'],
    ],
    seenBy: {
      address: `youngPerson, ${OFFICE}`,
      'meeting place': `youngPerson, ${OFFICE}`,
      concern: `${OFFICE}, policeOfficer`,
      meetings: `${FAMILY}, ${OFFICE}, principal, policeOfficer`,
    },
  },
  {
    situations: ['protected registration', 'kept from a guardian'],
    of: { Uddevalla: 'Lova Tingvall', Vellinge: 'Nova Skanörby' },
    status: 'ACTIVE',
    lines: [
      ['socialWorker', 'name, address, meeting place'],
      ['coordinator', 'name, plan, meetings', 'address, meeting place', 'PROTECTED_IDENTITY'],
      ['father', 'name, plan, meetings', 'address, meeting place', 'PROTECTED_IDENTITY'],
      ['policeOfficer', 'name, plan', 'address, meeting place', 'PROTECTED_IDENTITY'],
    ],
    seenBy: {
      address: 'youngPerson, socialWorker',
      'meeting place': 'youngPerson, socialWorker',
      'Umgänget prövas på nytt': `youngPerson, mother, ${OFFICE}, principal, policeOfficer`,
    },
  },
  {
    situations: ['custodian prevented'],
    of: { Uddevalla: 'Milo Rosander', Vellinge: 'Alve Höllviken Berg' },
    status: 'ACTIVE',
    lines: [
      ['father', 'name, address, plan, meetings, consents', 'attendance', 'CAPACITY'],
      ['principal', 'name, attendance, concern, plan, meetings', 'guardians', 'NO_CONSENT'],
    ],
    seenBy: {
      attendance: `${OFFICE}, principal, policeOfficer`,
      plan: `${FAMILY}, ${OFFICE}, principal, policeOfficer`,
    },
  },
  {
    situations: ['custody ends soon'],
    of: { Uddevalla: 'Iris Vadstedt', Vellinge: 'Tilde Fuglsang' },
    status: 'ACTIVE',
    lines: [
      ['father', 'name, address, plan, meetings, consents', 'attendance', 'CAPACITY'],
      ['mother', 'name, address, plan, meetings, consents', 'attendance', 'CAPACITY'],
      ['policeOfficer', 'attendance, concern', 'guardians', 'NO_CONSENT'],
    ],
    seenBy: { case: `${FAMILY}, ${OFFICE}, principal, policeOfficer`, consents: `${FAMILY}, coordinator` },
  },
  {
    situations: ['blind proposal'],
    of: { Uddevalla: 'Leon Kvistgård', Vellinge: 'Ivar Ljunghusen' },
    status: 'PROPOSED',
    lines: [
      ['coordinator', 'case', 'name, address'],
      ['socialWorker', '', 'case', 'NOT_FOUND'],
      ['principal', '', 'case', 'NOT_FOUND'],
    ],
    seenBy: { name: 'youngPerson', address: 'youngPerson', plan: '', concern: '' },
  },
  {
    situations: ['declined'],
    of: { Uddevalla: 'Stina Ahlforss', Vellinge: 'Majken Räng' },
    status: 'DECLINED',
    lines: [
      ['mother', 'name, address, meetings', 'attendance', 'CAPACITY'],
      ['coordinator', 'name, meetings', 'attendance, concern', 'NO_CONSENT'],
      ['socialWorker', '', 'case', 'NOT_FOUND'],
      ['policeOfficer', '', 'case', 'NOT_FOUND'],
    ],
    seenBy: { case: `${FAMILY}, coordinator`, attendance: '', plan: '' },
  },
  {
    situations: ['closed', 'outcomes', 'expired'],
    of: { Uddevalla: 'Viggo Lanesten', Vellinge: 'Casper Östra Grev' },
    status: 'CLOSED',
    lines: [
      ['socialWorker', 'name, plan, meetings, outcomes', 'attendance, concern', 'NO_CONSENT'],
      ['father', 'plan, meetings', 'attendance, outcomes', 'CAPACITY'],
      ['principal', '', 'case', 'NOT_FOUND'],
      ['policeOfficer', '', 'case', 'NOT_FOUND'],
    ],
    seenBy: {
      case: `${FAMILY}, ${OFFICE}`,
      outcomes: OFFICE,
      'Insatsen avslutas. Mentorssamtalen': `${FAMILY}, ${OFFICE}`,
    },
  },
  {
    situations: ['refused', 'renewed', 'paused'],
    of: { Uddevalla: 'Hugo Silfverby' },
    status: 'PAUSED',
    lines: [
      ['leisureLeader', 'case, leisure', 'name, attendance, plan, meetings', 'NO_CONSENT'],
      ['coordinator', 'name, inquiry, plan, consents', 'attendance, leisure, concern', 'NO_CONSENT'],
      ['father', 'name, plan, consents', 'inquiry', 'CAPACITY'],
    ],
    seenBy: { leisure: 'leisureLeader', concern: 'policeOfficer', 'student health': 'counsellor' },
  },
  {
    situations: ['refused'],
    of: { Vellinge: 'Nova Lindgärde' },
    status: 'CONSENT_PENDING',
    lines: [
      ['policeOfficer', 'case, concern', 'name, attendance, plan, meetings', 'NO_CONSENT'],
      ['father', 'name, plan, consents', 'attendance', 'CAPACITY'],
      ['unitManager', 'name, inquiry, plan', 'attendance, leisure', 'NO_CONSENT'],
    ],
    seenBy: { attendance: 'principal', leisure: 'leisureLeader', concern: 'policeOfficer' },
  },
  {
    situations: ['withdrawn', 'block by a signer', 'disclosed without consent'],
    of: { Uddevalla: 'Leila Haddad' },
    status: 'ACTIVE',
    lines: [
      ['policeOfficer', 'case, concern', 'name, attendance, leisure, plan, meetings', 'NO_CONSENT'],
      ['upperSecondaryPrincipal', 'name, attendance, inquiry, leisure, plan', 'student health', 'NO_CONSENT'],
      ['leisureLeader', 'name, attendance, student health, plan', 'concern', 'NO_CONSENT'],
      // The assignment has ended.
      ['fieldSecretary', '', 'case', 'NOT_FOUND'],
      // Has been disclosed what the police know: a copy, which opens nothing of the case.
      ['unitManager', '', 'case', 'NOT_FOUND'],
    ],
    seenBy: { concern: 'policeOfficer', 'student health': `${OFFICE}, counsellor, leisureLeader` },
  },
  {
    situations: ['withdrawn', 'already 18', 'disclosed without consent'],
    of: { Vellinge: 'Filip Arvidstam' },
    status: 'ACTIVE',
    lines: [
      ['policeOfficer', 'case, concern', 'name, attendance, leisure, plan, meetings', 'NO_CONSENT'],
      ['mother', '', 'case', 'NOT_FOUND'],
      ['leisureLeader', 'name, attendance, plan, meetings', 'concern', 'NO_CONSENT'],
      ['unitManager', '', 'case', 'NOT_FOUND'],
    ],
    seenBy: { concern: 'policeOfficer', consents: 'youngPerson, coordinator' },
  },
  {
    situations: ['several subjects'],
    of: { Uddevalla: 'Tindra Bohlin' },
    status: 'ACTIVE',
    lines: [
      ['principal', 'name, leisure, Tindra har tagit med Moa till teatergruppen', 'Viggo med sig'],
      ['policeOfficer', 'name, leisure', 'Tindra har tagit med Moa till teatergruppen'],
      ['mother', 'name, plan', 'leisure', 'CAPACITY'],
    ],
    seenBy: {
      'Tindra har tagit med Moa till teatergruppen':
        'coordinator, socialWorker, fieldSecretary, socialPedagogue, leisureLeader, principal',
      'Tindra hade Viggo med sig': 'leisureLeader',
    },
  },
  {
    situations: ['several subjects', 'refused', 'confidentiality marking'],
    of: { Vellinge: 'Linus Hagelby' },
    status: 'ACTIVE',
    lines: [
      ['principal', 'name, attendance, concern, Linus och Tuva seglar', 'address, meeting place', 'PROTECTED_IDENTITY'],
      ['socialWorker', 'name, address, meeting place, Linus och Tuva seglar', 'Bråk vid busshållplatsen'],
    ],
    seenBy: {
      'Bråk vid busshållplatsen': 'policeOfficer',
      address: 'youngPerson, coordinator, socialWorker, socialPedagogue',
    },
  },
];

/** Situations that a scenario of its own tells more about, and where it stands. */
export const TOLD_ELSEWHERE: Readonly<Record<string, readonly [file: string, title: string]>> = {
  objection: ['further-nouns.test.ts', 'shows an objection with its note'],
  'other important person': ['further-nouns.test.ts', 'shows the other important person'],
  'birthday at midnight': ['birthday.test.ts', 'turns 15 at midnight'],
};
