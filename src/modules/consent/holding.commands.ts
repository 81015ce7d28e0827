import type { RunCommand } from '../../access/command-runner.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { CommandResult } from '../../access/request.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { PersonId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import type { Act } from '../../core/permissions.js';
import type { PieceKind } from '../../core/piece.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import type { ChangeKind } from '../../events/event.js';
import { heldChange } from '../../events/held-piece.js';
import type { PieceAndGuardianArgs, PieceArgs } from './block-input.type.js';
import { findPiece, findPieceWithoutId, holdPiece } from './piece-holding.repository.js';
import type { StoredPiece } from './piece-holding.repository.js';

export interface HoldingResult extends CommandResult {
  readonly caseId: string;
}
type Held = Pick<StoredPiece, 'heldBack' | 'hiddenFromIds'>;

/** Consent permits, it does not compel: the piece is left out for everybody but its holder, without any trace. */
export function holdBack(run: RunCommand, args: PieceArgs): Promise<HoldingResult> {
  return hold(run, 'holdBack', 'HOLD_BACK', args, ({ hiddenFromIds }) => ({ heldBack: true, hiddenFromIds }));
}

/** What consent opens is open again. */
export function release(run: RunCommand, args: PieceArgs): Promise<HoldingResult> {
  return hold(run, 'release', 'RELEASE', args, ({ hiddenFromIds }) => ({ heldBack: false, hiddenFromIds }));
}

/** OSL 12:3: what is about a minor may have to be kept from one guardian. */
export function keepFromGuardian(run: RunCommand, args: PieceAndGuardianArgs): Promise<HoldingResult> {
  return hold(run, 'keepFromGuardian', 'HOLD_BACK', args, ({ heldBack, hiddenFromIds }, scope) => {
    const guardianId = requireGuardian(scope, args.guardianId);
    return { heldBack, hiddenFromIds: [...hiddenFromIds.filter((id) => id !== guardianId), guardianId] };
  });
}

export function showToGuardian(run: RunCommand, args: PieceAndGuardianArgs): Promise<HoldingResult> {
  return hold(run, 'showToGuardian', 'RELEASE', args, ({ heldBack, hiddenFromIds }, scope) => {
    const guardianId = requireGuardian(scope, args.guardianId);
    return { heldBack, hiddenFromIds: hiddenFromIds.filter((id) => id !== guardianId) };
  });
}

function hold(
  run: RunCommand,
  operation: string,
  act: Act,
  args: PieceArgs,
  next: (held: Held, scope: CommandScope) => Held,
): Promise<HoldingResult> {
  const { requestId = null, pieceId, caseId, category } = args;
  const target = pieceId ?? caseId;
  if (target === undefined || (pieceId === undefined) !== (category !== undefined)) {
    throw new DomainError('BAD_USER_INPUT', 'holdWhat');
  }
  return run({ operation, act, requestId, target, input: args }, async (scope) => {
    const piece =
      category === undefined ? await requireOwnPiece(scope, target) : await requireOwnCategory(scope, category);
    const { heldBack, hiddenFromIds } = next(piece, scope);
    await holdPiece(scope, piece, heldBack, hiddenFromIds);
    scope.changed(heldChange(piece.id, { before: piece, after: { ...piece, heldBack, hiddenFromIds } }));
    scope.changed({ kind: EVENTS[piece.kind] ?? 'PIECE_CHANGED', ids: [piece.id] });
    return { caseId: scope.caseId };
  });
}

const EVENTS: Partial<Record<PieceKind, ChangeKind>> = {
  PLAN: 'PLAN_CHANGED',
  GOAL: 'PLAN_CHANGED',
  ACTION: 'ACTION_CHANGED',
  MEETING: 'MEETING_CHANGED',
};

/** @throws DomainError NOT_FOUND for what the viewer does not see, FORBIDDEN for what another agency holds. */
async function requireOwnPiece(scope: CommandScope, id: string): Promise<StoredPiece> {
  const piece = await findPiece(scope, requireId(id));
  if (piece === null || !scope.decision().piece(piece).open) throw new DomainError('NOT_FOUND', 'nodeNotFound');
  const own = 'agencyId' in scope.viewer ? scope.viewer.agencyId : null;
  if (piece.holderId !== own) throw new DomainError('FORBIDDEN', 'onlyOwnInformation');
  return piece;
}

/** @throws DomainError NOT_FOUND when the own agency holds nothing there: of others' this tells nothing. */
async function requireOwnCategory(scope: CommandScope, category: InformationCategory): Promise<StoredPiece> {
  const piece = await findPieceWithoutId(scope, requireAgency(scope.viewer), category);
  if (piece === null) throw new DomainError('NOT_FOUND', 'nodeNotFound');
  return piece;
}

function requireGuardian({ facts }: CommandScope, text: string): PersonId {
  const id = requireId<'Person'>(text);
  if (!facts.persons.some((person) => person.id === id && person.kind === 'GUARDIAN')) {
    throw new DomainError('BAD_USER_INPUT', 'guardianUnknown');
  }
  return id;
}
