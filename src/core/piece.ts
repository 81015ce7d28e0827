import type { AgencyId, PersonId } from './ids.js';
import type { InformationCategory } from './information-category.js';
import type { Instant } from './period.js';

/** The sorts of stored pieces; which table or type each has is the storage's and the schema's own matter. */
export type PieceKind =
  | 'IDENTITY'
  | 'GUARDIAN'
  | 'IMPORTANT_PERSON'
  | 'CONTACT'
  | 'SITUATION'
  | 'MAPPING'
  | 'NOTE'
  | 'OBJECTION'
  | 'PLAN'
  | 'GOAL'
  | 'ACTION'
  | 'EVALUATION'
  | 'PLAN_VERSION'
  | 'MEETING'
  | 'MEETING_PLACE'
  | 'INVITATION'
  | 'AGENDA_ITEM'
  | 'MEETING_DECISION'
  | 'MINUTES'
  | 'OUTCOME';

/** What every stored piece of information carries, and all that the decision needs to know of it. */
export interface PieceFacts {
  readonly kind: PieceKind;
  readonly holderId: AgencyId;
  readonly category: InformationCategory;
  /** At least one; every one of them must be open. */
  readonly subjectIds: readonly PersonId[];
  /** Held back by the holder from everyone else (OSL 10:27 ff. permits disclosure, it does not compel). */
  readonly heldBack: boolean;
  /** Members of the family from whom this piece is kept (OSL 12:3). */
  readonly hiddenFromIds: readonly PersonId[];
  readonly recordedAt: Instant;
}
