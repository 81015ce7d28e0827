import { DomainError } from '../core/errors.js';
import { requireId } from '../core/ids.js';
import type { AgencyId, PersonId } from '../core/ids.js';
import type { InformationCategory } from '../core/information-category.js';
import { heldBackByDefault } from '../core/rules/held-back-by-default.js';
import type { CommandScope } from './command-scope.js';
import type { Fields, PieceKindOf } from './piece-kind.js';
import type { PieceRow } from './piece-row.js';
import type { NewPiece, StoredPiece } from './piece-writing.js';

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
 * @param id as a client sends it
 * @throws DomainError NOT_FOUND, in the same words whether there is none or it is not the viewer's to see.
 */
export async function requireSeen<Of extends Fields>(
  scope: CommandScope,
  kind: PieceKindOf<Of>,
  id: string,
): Promise<StoredPiece<Of>> {
  return requireOpen(scope, await scope.pieces.find(kind, { id: requireId<string>(id) }));
}

/** The same of a piece that was found in another way. */
export function requireOpen<Piece extends PieceRow>(scope: CommandScope, piece: Piece | null): Piece {
  if (piece === null || !scope.decision().piece(piece).open) throw new DomainError('NOT_FOUND', 'nodeNotFound');
  return piece;
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

/**
 * Changes a stored row that is no piece; the unit of work writes what differs. The mapper's own `assign` takes an
 * instant for a text.
 */
export function rewrite<Stored extends object>(stored: Stored, changes: Partial<Stored>): void {
  Object.assign(stored, changes);
}
