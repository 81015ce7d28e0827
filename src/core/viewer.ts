import type { AgencyId, CaseId, MunicipalityId, PersonId, ProfessionalId, RoleTermId } from './ids.js';

/** One role term of a professional; `agencyId` is the independent branch that the term belongs to. */
export interface StaffViewer {
  readonly capacity: 'PROFESSIONAL' | 'COORDINATOR';
  readonly roleTermId: RoleTermId;
  readonly professionalId: ProfessionalId;
  readonly agencyId: AgencyId;
  readonly municipalityId: MunicipalityId;
}

/** The young person of a case or one of the guardians. */
export interface FamilyViewer {
  readonly capacity: 'YOUNG_PERSON' | 'GUARDIAN';
  readonly personId: PersonId;
  readonly caseId: CaseId;
  readonly municipalityId: MunicipalityId;
}

/** Sees aggregates or registers, never a case. */
export interface OfficeViewer {
  readonly capacity: 'STEERING_MEMBER' | 'ADMINISTRATOR';
  readonly roleTermId: RoleTermId;
  readonly professionalId: ProfessionalId;
  readonly municipalityId: MunicipalityId;
}

/** Who asks, in exactly one capacity: a token is never a union of roles (design section 3, "Capacities"). */
export type Viewer = StaffViewer | FamilyViewer | OfficeViewer;
/** What a viewer acts as; one token carries exactly one. */
export type Capacity = Viewer['capacity'];
