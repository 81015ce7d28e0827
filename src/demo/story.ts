import type { ConsentMethod, GroupKind, Profession } from '../core/closed-lists.js';
import type { ActionStatus } from '../core/plan.js';
import type {
  AgencyKind,
  LocalDate,
  ProtectionLevel,
  RulePack,
  StatementDecision,
  StoredCaseStatus,
} from '../core/case-facts.js';
import type { ClosingReason } from '../core/closing.js';
import type { InformationCategory, OUTCOME_CATEGORIES } from '../core/information-category.js';
import type { Instant } from '../core/period.js';
import type { Capacity } from '../core/viewer.js';
import type { DemoTime } from './demo-time.js';
import type { DisclosureStory } from './disclosure-story.js';
import type { OutcomeStory, SituationContent } from './known-story.js';
import type { ProposalStory } from './proposal-story.js';
import type { Sex } from './test-identity-number.js';

/** A story names things by short keys; the builder gives every key a row. */
export type AgencyKey = 'socialServices' | 'school' | 'studentHealth' | 'upperSecondary' | 'leisure' | 'police';

export interface AgencyStory {
  readonly name: string;
  readonly kind: AgencyKind;
  readonly parent?: AgencyKey;
}

export type ProfessionalKey =
  | 'coordinator'
  | 'socialWorker'
  | 'fieldSecretary'
  | 'socialPedagogue'
  | 'counsellor'
  | 'leisureLeader'
  | 'policeOfficer'
  | 'principal'
  | 'upperSecondaryPrincipal'
  | 'unitManager';

export type OfficeKey =
  | 'steeringPrincipal'
  | 'steeringUpperSecondary'
  | 'steeringSocialServices'
  | 'steeringLeisure'
  | 'steeringPolice'
  | 'administrator'
  | 'secondAdministrator';

export interface StaffStory {
  readonly name: string;
  readonly profession: Profession;
  readonly capacity: Exclude<Capacity, 'YOUNG_PERSON' | 'GUARDIAN'>;
  readonly agency?: AgencyKey;
  /** May decide on a disclosure without consent for the own agency. */
  readonly mayDisclose?: boolean;
}

/** The public contact card; its numbers are of the series that belong to nobody (PTS). */
export interface ContactStory {
  readonly telephone?: string;
  readonly email?: string;
  readonly switchboard?: string;
  readonly reachedThrough?: string;
}

export interface GroupStory {
  readonly kind: GroupKind;
  readonly name: string;
  readonly members: readonly (ProfessionalKey | OfficeKey)[];
}

export interface MunicipalityStory {
  readonly name: string;
  /** SCB's municipality code. */
  readonly code: string;
  readonly contact: ContactStory;
  /** Focus areas with the promise that they are tied to. */
  readonly areas: { readonly names: readonly string[]; readonly promise: string } | null;
  readonly groups: readonly GroupStory[];
  readonly pack: RulePack;
  readonly agencies: Readonly<Record<AgencyKey, AgencyStory>>;
  readonly staff: Readonly<Record<ProfessionalKey | OfficeKey, StaffStory>>;
  /** Office holders that one can sign in as, after every professional. */
  readonly officePersonas: readonly OfficeKey[];
  readonly cases: readonly ((time: DemoTime) => CaseStory)[];
}

export interface YoungPersonStory {
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: Sex;
  readonly birthDate: LocalDate;
  readonly address: string;
  readonly phone: string;
}

/** A custodian of the young person, of a sibling in `custodyOf`, or of both. */
export interface GuardianStory {
  readonly givenName: string;
  readonly familyName: string;
  /** The young person when left out. */
  readonly custodyOf?: readonly PersonKey[];
  readonly custodyUntil?: LocalDate;
  /** Recorded as prevented from custody (FB 6:13) since this date. */
  readonly preventedFrom?: LocalDate;
}

export interface SiblingStory {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: LocalDate;
}

/** `youngPerson`, or a key of the story's guardians or siblings. */
export type PersonKey = string;

export interface GrantStory {
  readonly from: AgencyKey;
  readonly to: AgencyKey;
  readonly categories: readonly InformationCategory[];
}

/** One form: all its signers at once, each a row of the ledger. */
export interface FormStory {
  readonly at: Instant;
  /** The young person when left out. */
  readonly about?: PersonKey;
  readonly signers: Readonly<Record<PersonKey, StatementDecision>>;
  /** Left out by a refusal or withdrawal that names every cell. */
  readonly grants?: readonly GrantStory[];
  readonly until?: Instant;
  readonly purpose: string;
  readonly method: ConsentMethod;
  readonly formVersion: string;
  readonly informedBy: ProfessionalKey;
  readonly witness?: string;
  readonly reason?: string;
}

export interface BlockStory {
  readonly at: Instant;
  readonly by: { readonly signer: PersonKey } | { readonly holder: AgencyKey };
  readonly grants: readonly GrantStory[];
  readonly until?: Instant;
  readonly reason: string;
}

export type SituationStory = { readonly [A in AgencyKey]?: Partial<SituationContent> };

/** Held by the author's agency. */
export interface NoteStory {
  readonly at: Instant;
  readonly by: ProfessionalKey;
  readonly category: InformationCategory;
  readonly text: string;
  /** Siblings whom the note is about as well. */
  readonly alsoAbout?: readonly PersonKey[];
  readonly heldBack?: boolean;
  /** Guardians from whom it is kept (OSL 12:3). */
  readonly hiddenFrom?: readonly PersonKey[];
  readonly objection?: { readonly at: Instant; readonly by: PersonKey; readonly text: string };
}

/** Held by the agency of whoever mapped. */
export interface MappingStory {
  readonly at: Instant;
  readonly by: ProfessionalKey;
  readonly category: InformationCategory;
  readonly strengths: string;
  readonly needs: string;
}

export type Responsible =
  | { readonly professional: ProfessionalKey }
  | { readonly agency: AgencyKey }
  | { readonly person: PersonKey }
  | { readonly importantPerson: PersonKey };

/** Held by the agency of whoever evaluates. */
export interface EvaluationStory {
  readonly at: Instant;
  readonly by: ProfessionalKey;
  readonly text: string;
}

export interface ActionStory {
  readonly heldBy: AgencyKey;
  readonly category: InformationCategory;
  readonly what: string;
  readonly responsible: Responsible;
  readonly dueOn?: LocalDate;
  readonly status: ActionStatus;
  /** Guardians from whom it is kept (OSL 12:3). */
  readonly hiddenFrom?: readonly PersonKey[];
  readonly evaluations?: readonly EvaluationStory[];
}

export interface GoalStory {
  readonly heldBy: AgencyKey;
  readonly area: InformationCategory;
  readonly inOwnWords: string;
  readonly inProfessionalWords: string;
  readonly actions: readonly ActionStory[];
}

export interface PlanStory {
  readonly at: Instant;
  readonly overallResponsible: ProfessionalKey;
  readonly goals: readonly GoalStory[];
}

export interface MeetingStory {
  readonly kind: 'INTRODUCTION' | 'FIRST' | 'FOLLOW_UP' | 'CLOSING';
  /** Held when it lies before now, else planned. */
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly place: string;
  readonly cancelled?: boolean;
  readonly agenda?: readonly { readonly category: InformationCategory; readonly title: string }[];
  readonly decisions?: readonly DecisionStory[];
  /** Who did not come, of those called. */
  readonly absent?: readonly string[];
}

export interface DecisionStory {
  readonly category: InformationCategory;
  readonly text: string;
  /** What the action says that it became. */
  readonly becomes?: string;
}

export interface CaseStory {
  /** What the case is there to show, for developers. */
  readonly shows: string;
  /** When it was proposed; left out, the first thing that the story tells. */
  readonly openedAt?: Instant;
  /** Running number within the municipality's year. */
  readonly serial: number;
  readonly status: StoredCaseStatus;
  /** How it began, where the story tells. */
  readonly proposal?: ProposalStory;
  readonly startedOn?: LocalDate;
  readonly plannedEndOn?: LocalDate;
  /** When and why the work ended, and how it went all in all. */
  readonly closed?: { readonly at: Instant; readonly reason: ClosingReason; readonly evaluation: string };
  readonly youngPerson: YoungPersonStory;
  readonly guardians: Readonly<Record<PersonKey, GuardianStory>>;
  readonly siblings?: Readonly<Record<PersonKey, SiblingStory>>;
  /** Others who matter to the young person (annan viktig person), without a login. */
  readonly importantPersons?: Readonly<
    Record<PersonKey, { readonly name: string; readonly relation: string; readonly contact?: string }>
  >;
  readonly protectedAs?: {
    readonly level: ProtectionLevel;
    readonly from: Instant;
    /** Who reads what is protected under PROTECTED_REGISTRATION. */
    readonly handlers?: readonly ProfessionalKey[];
  };
  /** Who holds name and contact: social services, but for a blind proposal the proposer. */
  readonly identityHeldBy?: AgencyKey;
  /** Besides the coordinator, who is always assigned; a date when the assignment has ended. */
  readonly assigned: Readonly<Partial<Record<ProfessionalKey, true | { readonly until: Instant }>>>;
  readonly consents: readonly FormStory[];
  readonly blocks?: readonly BlockStory[];
  readonly situation: SituationStory;
  readonly notes: readonly NoteStory[];
  /** None before the case is accepted. */
  readonly plan?: PlanStory;
  readonly mappings?: readonly MappingStory[];
  readonly outcomes?: { readonly [C in (typeof OUTCOME_CATEGORIES)[number]]?: OutcomeStory };
  readonly meetings: readonly MeetingStory[];
  readonly disclosure?: DisclosureStory<ProfessionalKey>;
  /** Members of the family that one can sign in as. */
  readonly personas: readonly PersonKey[];
}
