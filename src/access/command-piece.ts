import { DomainError } from '../core/errors.js';
import { requireId } from '../core/ids.js';
import type { AgencyId, CaseId, PersonId } from '../core/ids.js';
import type { InformationCategory } from '../core/information-category.js';
import type { Instant } from '../core/period.js';
import type { PieceFacts, PieceKind } from '../core/piece.js';
import { heldBackByDefault } from '../core/rules/held-back-by-default.js';
import type { CommandScope } from './command-scope.js';

/** What every piece carries when it is new. */
export interface NewPiece extends Omit<PieceFacts, 'kind' | 'subjectIds' | 'hiddenFromIds'> {
  readonly id: string;
  readonly caseId: CaseId;
  readonly subjectIds: PersonId[];
  readonly hiddenFromIds: PersonId[];
  readonly recordedAt: Instant;
}

/** About the young person where nobody else is named; held back where the municipality's rules say so. */
export function newPiece(
  scope: CommandScope,
  holderId: AgencyId,
  category: InformationCategory,
  subjectIds: readonly PersonId[] = [scope.facts.youngPersonId],
): NewPiece {
  const { caseId, at: recordedAt, facts } = scope;
  const heldBack = heldBackByDefault(facts, category, recordedAt);
  const common = { holderId, category, heldBack, recordedAt };
  return { id: scope.newId(), caseId, ...common, subjectIds: [...subjectIds], hiddenFromIds: [] };
}

/**
 * A piece that somebody wants to change, if they may see it.
 *
 * @throws DomainError NOT_FOUND, in the same words whether there is none or it is not the viewer's to see.
 */
export function requireSeen<Stored extends Omit<PieceFacts, 'kind'>>(
  scope: CommandScope,
  kind: PieceKind,
  piece: Stored | null,
): Stored {
  if (piece === null || !scope.decision().piece({ ...facts(piece), kind }).open) {
    throw new DomainError('NOT_FOUND', 'nodeNotFound');
  }
  return piece;
}

/** Changes a stored piece; the unit of work writes what differs. The mapper's own `assign` takes an instant for a text. */
export function rewrite<Stored extends object>(piece: Stored, changes: Partial<Stored>): void {
  Object.assign(piece, changes);
}

/**
 * Whom a new piece is about, as a client names them.
 *
 * @throws DomainError BAD_USER_INPUT for nobody, or for somebody about whom nothing is kept in the case.
 */
export function requireSubjects({ facts }: CommandScope, ids: readonly string[] | null | undefined): PersonId[] {
  if (ids === null || ids === undefined) return [facts.youngPersonId];
  const subjects = new Set(facts.persons.filter(({ kind }) => kind !== 'GUARDIAN').map(({ id }) => id));
  const named = [...new Set(ids.map((id) => requireId<'Person'>(id)))];
  if (named.length === 0 || named.some((id) => !subjects.has(id))) {
    throw new DomainError('BAD_USER_INPUT', 'subjectUnknown');
  }
  return named;
}

function facts(piece: Omit<PieceFacts, 'kind'>): Omit<PieceFacts, 'kind'> {
  const { holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt } = piece;
  return { holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt };
}
