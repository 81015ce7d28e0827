import type { NewPiece } from '../access/piece-writing.js';
import type { AgencyId, CaseId, PersonId, RoleTermId } from '../core/ids.js';
import type { InformationCategory } from '../core/information-category.js';
import type { Instant } from '../core/period.js';
import type { SealedPlace } from '../crypto/encryption.js';
import type { DemoPieces } from './demo-pieces.js';
import type { DemoTime } from './demo-time.js';
import { found, type Registers } from './registers.js';
import type { AgencyKey, CaseStory, PersonKey, ProfessionalKey } from './story.js';

/** What building the rows of one case needs besides its story. */
export interface CaseContext {
  readonly story: CaseStory;
  readonly registers: Registers;
  readonly time: DemoTime;
  readonly caseId: CaseId;
  /** When the case was accepted: before anything else in its story. */
  readonly openedAt: Instant;
  newId(): string;
  /** With the case's own key; pieces are sealed by {@link DemoPieces}. */
  seal(plain: string, place: SealedPlace): Buffer;
  /** Where every piece of the case is written. */
  readonly pieces: DemoPieces;
  identityHash(key: string): string;
  personId(key: PersonKey): PersonId;
  agencyId(key: AgencyKey): AgencyId;
  roleTermId(key: ProfessionalKey): RoleTermId;
}

/** What the builder of a case is given by its caller. */
export type CaseMeans = Pick<
  CaseContext,
  'registers' | 'time' | 'newId' | 'caseId' | 'seal' | 'pieces' | 'identityHash'
>;

/** Gives every person of the story an id. */
export function caseContext(story: CaseStory, means: CaseMeans): CaseContext {
  const others = [story.guardians, story.siblings ?? {}, story.importantPersons ?? {}];
  const keys = ['youngPerson', ...others.flatMap((each) => Object.keys(each))];
  const persons = new Map(keys.map((key) => [key, means.newId() as PersonId]));
  const { registers } = means;
  return {
    ...means,
    story,
    openedAt: story.openedAt ?? earliest(story),
    personId: (key) => found(persons, key),
    agencyId: (key) => registers.agencyId(key),
    roleTermId: (key) => registers.roleTerm(key).id,
  };
}

function earliest({ consents, notes, plan, meetings }: CaseStory): Instant {
  const told = [
    ...consents.map(({ at }) => at),
    ...notes.map(({ at }) => at),
    ...(plan === undefined ? [] : [plan.at]),
  ];
  return Math.min(...told, ...meetings.map(({ startsAt }) => startsAt));
}

interface PieceStory {
  /** An agency, or that of somebody. */
  readonly holder: AgencyKey | { readonly of: ProfessionalKey };
  readonly category: InformationCategory;
  readonly at: Instant;
  readonly alsoAbout?: readonly PersonKey[] | undefined;
  readonly heldBack?: boolean | undefined;
  readonly hiddenFrom?: readonly PersonKey[] | undefined;
}

/** What every piece carries; about the young person first, and about nobody else unless the story says so. */
export function piece(
  context: CaseContext,
  { holder, category, at, alsoAbout, heldBack, hiddenFrom }: PieceStory,
): NewPiece {
  return {
    id: context.newId(),
    caseId: context.caseId,
    holderId: typeof holder === 'string' ? context.agencyId(holder) : agencyOf(context, holder.of),
    category,
    subjectIds: ['youngPerson', ...(alsoAbout ?? [])].map((key) => context.personId(key)),
    heldBack: heldBack ?? false,
    hiddenFromIds: (hiddenFrom ?? []).map((key) => context.personId(key)),
    recordedAt: at,
  };
}

function agencyOf({ registers }: CaseContext, key: ProfessionalKey): AgencyId {
  const { agencyId } = registers.roleTerm(key);
  if (agencyId === null) throw new Error(`"${key}" belongs to no agency`);
  return agencyId;
}
