import type {
  AgencyFact,
  BlockFact,
  CaseFacts,
  CustodyFact,
  Grant,
  LocalDate,
  ProtectionFact,
  RulePack,
  Statement,
} from '../../src/core/case-facts.js';
import { decide } from '../../src/core/decide.js';
import type { Decision } from '../../src/core/decision.js';
import type {
  AgencyId,
  BlockId,
  CaseId,
  MunicipalityId,
  PersonId,
  ProfessionalId,
  RoleTermId,
} from '../../src/core/ids.js';
import type { InformationCategory } from '../../src/core/information-category.js';
import { ALWAYS } from '../../src/core/period.js';
import type { Instant } from '../../src/core/period.js';
import type { PieceFacts } from '../../src/core/piece.js';
import type { FamilyViewer, OfficeViewer, StaffViewer, Viewer } from '../../src/core/viewer.js';
import { KINDS_BY_HAND } from './kinds-by-hand.js';
import { swedishMidnight } from './swedish-midnight.js';

/** One case in readable words: Elsa, her guardians Maria and Johan, her brother Nils, and the agencies round them. */

export const ELSA = 'Elsa' as PersonId;
export const MARIA = 'Maria' as PersonId;
export const JOHAN = 'Johan' as PersonId;
export const NILS = 'Nils' as PersonId;

export const SOCIAL = 'social services' as AgencyId;
export const SCHOOL = 'school' as AgencyId;
export const STUDENT_HEALTH = 'student health' as AgencyId;
export const LEISURE = 'leisure' as AgencyId;
export const POLICE = 'police' as AgencyId;

const UDDEVALLA_ID = 'Uddevalla' as MunicipalityId;
const CASE = "Elsa's case" as CaseId;

const pack = (youngPersonSignsFromAge: number): RulePack => ({
  version: 1,
  targetAgeFrom: 12,
  targetAgeThrough: 20,
  youngPersonSignsFromAge,
  guardiansSignUntilAge: 18,
  agreesToTakePartFromAge: 0,
  timeMayOpen: false,
  followUpEveryDaysFrom: 14,
  followUpEveryDaysThrough: 21,
  meetingParties: [],
  interventionMonths: 4,
  steeringMeetingsPerTerm: 2,
  concernReportGate: false,
  consentNeedsSecondPerson: false,
  consentMonthsAtMost: 12,
  declinedProposalKeptDays: 30,
  heldBackCategories: [],
});

/** The young person signs at every age, the guardians until 18. */
export const UDDEVALLA = pack(0);
/** The young person signs from 15, the guardians until 18. */
export const VELLINGE = pack(15);

/** Noon in Sweden, give or take the hour of summer time. */
export const noon = (date: LocalDate): Instant => Date.parse(`${date}T11:00:00Z`);
export const midnight = swedishMidnight;

const agency = (id: AgencyId, kind: AgencyFact['kind'], parentId: AgencyId | null = null): AgencyFact => ({
  id,
  kind,
  parentId,
});

const staff = (name: string, agencyId: AgencyId, capacity: StaffViewer['capacity'] = 'PROFESSIONAL'): StaffViewer => ({
  capacity,
  roleTermId: name as RoleTermId,
  professionalId: name as ProfessionalId,
  agencyId,
  municipalityId: UDDEVALLA_ID,
});

const family = (personId: PersonId, capacity: FamilyViewer['capacity']): FamilyViewer => ({
  capacity,
  personId,
  caseId: CASE,
  municipalityId: UDDEVALLA_ID,
});

const office = (name: string, capacity: OfficeViewer['capacity']): OfficeViewer => ({
  capacity,
  roleTermId: name as RoleTermId,
  professionalId: name as ProfessionalId,
  municipalityId: UDDEVALLA_ID,
});

/** Everybody who might ask. */
export const people = {
  sara: staff('Sara, coordinator', SOCIAL, 'COORDINATOR'),
  anna: staff('Anna, social worker', SOCIAL),
  karin: staff('Karin, teacher', SCHOOL),
  petra: staff('Petra, counsellor', STUDENT_HEALTH),
  lars: staff('Lars, leisure leader', LEISURE),
  bo: staff('Bo, police officer', POLICE),
  elsa: family(ELSA, 'YOUNG_PERSON'),
  maria: family(MARIA, 'GUARDIAN'),
  johan: family(JOHAN, 'GUARDIAN'),
  stig: office('Stig, steering group', 'STEERING_MEMBER'),
  ada: office('Ada, administrator', 'ADMINISTRATOR'),
} as const satisfies Record<string, Viewer>;

export type Name = keyof typeof people;
const STAFF = [people.sara, people.anna, people.karin, people.petra, people.lars, people.bo];

/** From the school to the police, unless other agencies are named. */
export const grant = (
  categories: readonly InformationCategory[],
  fromId: AgencyId = SCHOOL,
  toId: AgencyId = POLICE,
): Grant => ({ fromIds: [fromId], toIds: [toId], categories });
const ATTENDANCE = grant(['SCHOOL_ATTENDANCE']);

type Said = Omit<Statement, 'sequence' | 'subjectId' | 'recordedAt'> & Partial<Pick<Statement, 'subjectId'>>;
type Extent = Partial<Pick<Statement, 'grants' | 'until' | 'dataPeriods' | 'subjectId'>>;

const say =
  (decision: Statement['decision']) =>
  (signerId: PersonId, appliesFrom: Instant, extent: Extent = {}): Said => ({
    signerId,
    decision,
    appliesFrom,
    grants: decision === 'GRANTED' ? [ATTENDANCE] : null,
    until: null,
    dataPeriods: null,
    ...extent,
  });

export const yes = say('GRANTED');
export const refuses = say('REFUSED');
export const withdraws = say('WITHDRAWN');

export const custody = (guardianId: PersonId, more: Partial<CustodyFact> = {}): CustodyFact => ({
  subjectId: ELSA,
  guardianId,
  from: '2005-01-01',
  until: null,
  preventedFrom: null,
  preventedUntil: null,
  ...more,
});

export const block = (more: Partial<BlockFact>): BlockFact => ({
  id: 'block' as BlockId,
  subjectId: ELSA,
  bySignerId: null,
  byHolderId: null,
  grants: null,
  period: ALWAYS,
  ...more,
});

export const protection = (level: ProtectionFact['level'], more: Partial<ProtectionFact> = {}): ProtectionFact => ({
  personId: ELSA,
  level,
  handlerIds: [],
  period: ALWAYS,
  ...more,
});

interface Story extends Partial<Omit<CaseFacts, 'ledger' | 'packs'>> {
  readonly rules?: RulePack;
  readonly packs?: CaseFacts['packs'];
  readonly born?: LocalDate | null;
  readonly said?: readonly Said[];
}

/** Elsa of Vellinge, born 10 June 2011, both guardians with custody, everybody assigned, nothing said: unless told otherwise. */
export function elsasCase({ rules = VELLINGE, born = '2011-06-10', said = [], ...more }: Story = {}): CaseFacts {
  return {
    caseId: CASE,
    municipalityId: UDDEVALLA_ID,
    status: 'ACTIVE',
    startedOn: null,
    youngPersonId: ELSA,
    coordinatorAgencyId: SOCIAL,
    packs: [{ validFrom: midnight('2000-01-01'), pack: rules }],
    agencies: [
      agency(SOCIAL, 'SOCIAL_SERVICES'),
      agency(SCHOOL, 'SCHOOL'),
      agency(STUDENT_HEALTH, 'SCHOOL', SCHOOL),
      agency(LEISURE, 'LEISURE'),
      agency(POLICE, 'POLICE'),
    ],
    persons: [
      { id: ELSA, kind: 'YOUNG_PERSON', birthDate: born },
      { id: MARIA, kind: 'GUARDIAN', birthDate: null },
      { id: JOHAN, kind: 'GUARDIAN', birthDate: null },
      { id: NILS, kind: 'OTHER_SUBJECT', birthDate: '2015-03-03' },
    ],
    custody: [custody(MARIA), custody(JOHAN), custody(MARIA, { subjectId: NILS })],
    ledger: said.map((one, index) => ({ subjectId: ELSA, recordedAt: one.appliesFrom, ...one, sequence: index + 1 })),
    blocks: [],
    assignments: STAFF.map(({ roleTermId, professionalId, agencyId }) => ({
      roleTermId,
      professionalId,
      agencyId,
      period: ALWAYS,
    })),
    protections: [],
    kinds: KINDS_BY_HAND,
    ...more,
  };
}

/** A note of the school about Elsa's attendance, unless told otherwise. */
export const piece = (more: Partial<PieceFacts> = {}): PieceFacts => ({
  kind: 'NOTE',
  holderId: SCHOOL,
  category: 'SCHOOL_ATTENDANCE',
  subjectIds: [ELSA],
  heldBack: false,
  hiddenFromIds: [],
  recordedAt: noon('2020-01-01'),
  ...more,
});

export const decisionFor = (facts: CaseFacts, name: Name, at: Instant): Decision => decide(facts, people[name], at);

/** The reverse question: of everybody, who can see this? */
export function whoSees(facts: CaseFacts, about: PieceFacts, at: Instant): Name[] {
  return (Object.keys(people) as Name[]).filter((name) => decisionFor(facts, name, at).piece(about).open);
}

/** Whether the police may read, at an instant, of Elsa's attendance at school. */
export const policeReads = (facts: CaseFacts, at: Instant, about: PieceFacts = piece()): boolean =>
  decisionFor(facts, 'bo', at).piece(about).open;
