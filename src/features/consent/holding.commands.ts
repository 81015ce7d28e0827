import type { RunCommand } from '../../access/case-target.js';
import { requireOpen } from '../../access/command-piece.js';
import type { CommandScope } from '../../access/command-scope.js';
import type { CommandResult } from '../../access/idempotency.js';
import type { PieceRow } from '../../access/piece-row.js';
import type { PieceStore } from '../../access/piece-store.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { PersonId } from '../../core/ids.js';
import type { InformationCategory } from '../../core/information-category.js';
import type { Act } from '../../core/permissions.js';
import { requireAgency } from '../../core/rules/own-agency-writes.js';
import { heldChange } from '../../changes/held-piece.js';
import { SITUATION } from '../case/situation.piece.js';
import { CONTACT, GUARDIAN, IDENTITY } from '../person/identity.piece.js';
import type { PieceAndGuardianArgs, PieceArgs } from './block-input.type.js';

export interface HoldingResult extends CommandResult {
  readonly caseId: string;
}
type Held = Pick<PieceRow, 'heldBack' | 'hiddenFromIds'>;
type Cause = Parameters<PieceStore['hold']>[2];

/** Consent permits, it does not compel: the piece is left out for everybody but its holder, without any trace. */
export function holdBack(run: RunCommand, args: PieceArgs): Promise<HoldingResult> {
  return hold(run, { operation: 'holdBack', act: 'HOLD_BACK', cause: 'HELD_BACK' }, args, ({ hiddenFromIds }) => ({
    heldBack: true,
    hiddenFromIds,
  }));
}

/** What consent opens is open again. */
export function release(run: RunCommand, args: PieceArgs): Promise<HoldingResult> {
  return hold(run, { operation: 'release', act: 'RELEASE', cause: 'RELEASED' }, args, ({ hiddenFromIds }) => ({
    heldBack: false,
    hiddenFromIds,
  }));
}

/** OSL 12:3: what is about a minor may have to be kept from one guardian. */
export function keepFromGuardian(run: RunCommand, args: PieceAndGuardianArgs): Promise<HoldingResult> {
  return hold(
    run,
    { operation: 'keepFromGuardian', act: 'HOLD_BACK', cause: 'HIDDEN' },
    args,
    ({ heldBack, hiddenFromIds }, scope) => {
      const guardianId = requireGuardian(scope, args.guardianId);
      return { heldBack, hiddenFromIds: [...hiddenFromIds.filter((id) => id !== guardianId), guardianId] };
    },
  );
}

export function showToGuardian(run: RunCommand, args: PieceAndGuardianArgs): Promise<HoldingResult> {
  return hold(
    run,
    { operation: 'showToGuardian', act: 'RELEASE', cause: 'SHOWN' },
    args,
    ({ heldBack, hiddenFromIds }, scope) => {
      const guardianId = requireGuardian(scope, args.guardianId);
      return { heldBack, hiddenFromIds: hiddenFromIds.filter((id) => id !== guardianId) };
    },
  );
}

function hold(
  run: RunCommand,
  { operation, act, cause }: { readonly operation: string; readonly act: Act; readonly cause: Cause },
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
    const held = next(piece, scope);
    scope.changed(heldChange(piece.id, { before: piece, after: { ...piece, ...held } }));
    await scope.pieces.hold(piece, held, cause);
    scope.changed({ kind: scope.pieces.kindOf(piece).told, ids: [piece.id] });
    return { caseId: scope.caseId };
  });
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

function requireGuardian({ facts }: CommandScope, text: string): PersonId {
  const id = requireId<'Person'>(text);
  if (!facts.persons.some((person) => person.id === id && person.kind === 'GUARDIAN')) {
    throw new DomainError('BAD_USER_INPUT', 'guardianUnknown');
  }
  return id;
}
