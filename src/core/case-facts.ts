import type {
  AGENCY_KINDS,
  CASE_STATUSES,
  MEETING_PARTIES,
  PERSON_KINDS,
  PROTECTION_LEVELS,
  STATEMENT_DECISIONS,
} from './closed-lists.js';
import type { AgencyId, BlockId, CaseId, MunicipalityId, PersonId, ProfessionalId, RoleTermId } from './ids.js';
import type { InformationCategory } from './information-category.js';
import type { MeetingKind } from './meeting-kind.js';
import type { Instant, Period } from './period.js';
import type { KindRegister } from './piece.js';

/** A calendar date in Europe/Stockholm, `YYYY-MM-DD`. */
export type LocalDate = string;

/** The status as stored. PAUSED is not among them: it follows from the consents, see case-status.ts. */
export type StoredCaseStatus = Exclude<(typeof CASE_STATUSES)[number], 'PAUSED'>;
/** The parties of the leaflets (R1); a municipality may have several agencies and branches of one kind. */
export type AgencyKind = (typeof AGENCY_KINDS)[number];
/** Part in the case; `OTHER_SUBJECT` is somebody whom a piece is also about, such as a sibling. */
export type PersonKind = (typeof PERSON_KINDS)[number];
/** What a signer states. Only `GRANTED` opens anything. */
export type StatementDecision = (typeof STATEMENT_DECISIONS)[number];
/**
 * Sekretessmarkering and skyddad folkbokföring (OSL 21:3, 22:2; folkbokföringslagen 16 §); the second is the stronger.
 */
export type ProtectionLevel = (typeof PROTECTION_LEVELS)[number];

/** Who sits at a meeting: a member of the family, the coordinator, or somebody of an agency of that kind. */
export type MeetingParty = (typeof MEETING_PARTIES)[number];

/** Whom one kind of meeting needs, and whom it may have besides (R14). */
export interface MeetingParties {
  readonly kind: MeetingKind;
  readonly required: readonly MeetingParty[];
  readonly optional: readonly MeetingParty[];
}

/** The part of a municipality's local rules that the decision rests on; design, section 6. */
export interface RulePack {
  readonly version: number;
  readonly targetAgeFrom: number;
  readonly targetAgeThrough: number;
  /** R6: from this age the young person signs; below it only a no counts. */
  readonly youngPersonSignsFromAge: number;
  /** R7: below this age every custodian who is not prevented signs. */
  readonly guardiansSignUntilAge: number;
  readonly agreesToTakePartFromAge: number;
  /** False in both leaflets' municipalities: a birthday or the end of custody never opens what was closed. */
  readonly timeMayOpen: boolean;
  readonly followUpEveryDaysFrom: number;
  readonly followUpEveryDaysThrough: number;
  /** Of the kinds of meeting that the rules say something about. */
  readonly meetingParties: readonly MeetingParties[];
  readonly interventionMonths: number | null;
  /** R11: how often the steering group meets in a term; `null` where the rules say nothing. */
  readonly steeringMeetingsPerTerm: number | null;
  readonly concernReportGate: boolean;
  /** Whether a yes that somebody enters waits until a second person confirms it. */
  readonly consentNeedsSecondPerson: boolean;
  /** How many months a consent lasts at most, and unless its form ends sooner: none is without end. */
  readonly consentMonthsAtMost: number;
  /** How many days a declined proposal is kept before it is destroyed. */
  readonly declinedProposalKeptDays: number;
  /** Categories whose pieces are held back by their holder until released. */
  readonly heldBackCategories: readonly InformationCategory[];
}

/** A version of the pack applies from `validFrom` until the next one does. */
export interface PackVersion {
  readonly validFrom: Instant;
  readonly pack: RulePack;
}

/** An agency, or an independent branch of one (OSL 8:2): each decides on its own secrecy. */
export interface AgencyFact {
  readonly id: AgencyId;
  readonly kind: AgencyKind;
  readonly parentId: AgencyId | null;
}

/** A person of the case, with what the age rules need. */
export interface PersonFact {
  readonly id: PersonId;
  readonly kind: PersonKind;
  /** `null` only for guardians; for a subject a missing birth date is an error, never a yes. */
  readonly birthDate: LocalDate | null;
}

/** One guardian's custody of one subject; all limits are half-open local dates, turned at local midnight. */
export interface CustodyFact {
  readonly subjectId: PersonId;
  readonly guardianId: PersonId;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  /** Recorded, never assumed (FB 6:13): the guardian's signature is not asked for between these dates. */
  readonly preventedFrom: LocalDate | null;
  readonly preventedUntil: LocalDate | null;
}

/** `categories` may go from each of these agencies to each of those; nobody is a recipient of their own. */
export interface Grant {
  readonly fromIds: readonly AgencyId[];
  readonly toIds: readonly AgencyId[];
  readonly categories: readonly InformationCategory[];
}

/** One row of the append-only ledger. A withdrawal is a row of its own. */
export interface Statement {
  readonly sequence: number;
  readonly subjectId: PersonId;
  readonly signerId: PersonId;
  readonly decision: StatementDecision;
  /** `null` names every cell; only a refusal or withdrawal may. */
  readonly grants: readonly Grant[] | null;
  readonly appliesFrom: Instant;
  readonly until: Instant | null;
  /** `null` is the default: everything recorded up to and during the grant, except gaps. */
  readonly dataPeriods: readonly Period[] | null;
  readonly recordedAt: Instant;
}

/** Set by a signer or by the holder of the information; beats every consent. */
export interface BlockFact {
  readonly id: BlockId;
  readonly subjectId: PersonId;
  readonly bySignerId: PersonId | null;
  readonly byHolderId: AgencyId | null;
  /** `null` names every cell. */
  readonly grants: readonly Grant[] | null;
  readonly period: Period;
}

/** A confirmed place in the group round the case, held by a role term and so by exactly one branch. */
export interface AssignmentFact {
  readonly roleTermId: RoleTermId;
  readonly professionalId: ProfessionalId;
  readonly agencyId: AgencyId;
  readonly period: Period;
}

/** A recorded protection of a person's identity; in force it withholds address, telephone and meeting place. */
export interface ProtectionFact {
  readonly personId: PersonId;
  readonly level: ProtectionLevel;
  /** Under PROTECTED_REGISTRATION only these role terms of the holder read what is protected. */
  readonly handlerIds: readonly RoleTermId[];
  readonly period: Period;
}

/** Everything that the decision about one case rests on, as one database snapshot knows it. */
export interface CaseFacts {
  readonly caseId: CaseId;
  readonly municipalityId: MunicipalityId;
  readonly status: StoredCaseStatus;
  /**
   * The first day of the work, set with the consent that carries it; may lie ahead, and stays when facts are corrected.
   */
  readonly startedOn: LocalDate | null;
  readonly youngPersonId: PersonId;
  readonly coordinatorAgencyId: AgencyId;
  readonly packs: readonly PackVersion[];
  readonly agencies: readonly AgencyFact[];
  readonly persons: readonly PersonFact[];
  readonly custody: readonly CustodyFact[];
  readonly ledger: readonly Statement[];
  readonly blocks: readonly BlockFact[];
  readonly assignments: readonly AssignmentFact[];
  readonly protections: readonly ProtectionFact[];
  /** What holds for each kind of piece, by name. */
  readonly kinds: KindRegister;
}
