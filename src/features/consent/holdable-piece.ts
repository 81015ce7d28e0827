import { requireOpen } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { PieceRow } from '../../access/piece-row.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import { SITUATION } from '../case/situation.piece.js';
import { CONTACT, GUARDIAN, IDENTITY } from '../person/identity.piece.js';
import type { PieceArgs } from './block-input.type.js';

/**
 * The piece, or the case of what clients know by its category alone.
 *
 * @throws DomainError BAD_USER_INPUT for neither, or for both.
 */
export function requireNamed({ pieceId, caseId, category }: PieceArgs): string {
  const named = pieceId ?? caseId;
  if (named === undefined || (pieceId === undefined) !== (category !== undefined)) {
    throw new DomainError('BAD_USER_INPUT', 'holdWhat');
  }
  return named;
}

/** The piece that is named, of the viewer's own agency. @throws DomainError NOT_FOUND, FORBIDDEN */
export function requireHoldable(scope: CommandScope, args: PieceArgs): Promise<PieceRow> {
  const { category } = args;
  return category === undefined ? requireOwnPiece(scope, requireNamed(args)) : requireOwnCategory(scope, category);
}

/** @throws DomainError NOT_FOUND for what the viewer does not see, FORBIDDEN for what another agency holds. */
async function requireOwnPiece(scope: CommandScope, id: string): Promise<PieceRow> {
  const asked = requireId<string>(id);
  const piece = requireOpen(scope, (await scope.pieces.findAny(asked)) ?? (await ofPerson(scope, asked)));
  const own = 'agencyId' in scope.viewer ? scope.viewer.agencyId : null;
  if (piece.holderId !== own) throw new DomainError('FORBIDDEN', 'onlyOwnInformation');
  return piece;
}

/** Clients know a guardian, and whoever else is a subject, by the id of the person. */
async function ofPerson({ pieces }: CommandScope, id: string): Promise<PieceRow | null> {
  const where = { category: 'FAMILY' } as const;
  const named = [...(await pieces.all(GUARDIAN, where)), ...(await pieces.all(IDENTITY, where))];
  return named.find(({ personId }) => personId === id) ?? null;
}

/**
 * What clients know by its category alone.
 *
 * @throws DomainError NOT_FOUND when the own agency holds nothing there: of others' this tells nothing.
 */
async function requireOwnCategory(scope: CommandScope, category: InformationCategory): Promise<PieceRow> {
  const { pieces, viewer } = scope;
  const where = { holderId: requireAgency(viewer), category };
  // Of the family everything has an id.
  const found =
    category === 'FAMILY'
      ? null
      : ((await pieces.find(SITUATION, where)) ??
        (await pieces.find(IDENTITY, where)) ??
        (await pieces.find(CONTACT, where)));
  if (found === null) throw new DomainError('NOT_FOUND', 'nodeNotFound');
  return found;
}
