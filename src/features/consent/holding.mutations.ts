import type { CommandScope } from '../../access/command-scope.js';
import type { PieceRow } from '../../access/piece-row.js';
import type { PieceStore } from '../../access/piece-store.js';
import { heldChange, heldId } from '../../changes/held-piece.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { PersonId } from '../../core/ids.js';
import { caseMutation } from '../../graphql/case-mutation.js';
import { CaseType } from '../case/case.type.js';
import { presentCase } from '../case/case.queries.js';
import { PieceAndGuardianArgs, PieceArgs } from './block-input.type.js';
import { requireHoldable, requireNamed } from './holdable-piece.js';

/** Consent permits, it does not compel: the piece is left out for everybody but its holder. */
export const HoldBack = caseMutation({
  name: 'holdBack',
  description:
    'Holds a piece of the own agency back from everybody else, whatever is consented; without any trace for them.',
  input: PieceArgs,
  spreadsInput: true,
  type: CaseType,
  typename: 'Case',
  act: 'HOLD_BACK',
  target: requireNamed,
  work: async (scope, args) => hold(scope, await requireHoldable(scope, args), { heldBack: true }, 'HELD_BACK'),
  answer: presentCase,
});

/** What consent opens is open again. */
export const Release = caseMutation({
  name: 'release',
  description: 'Releases a piece that was held back.',
  input: PieceArgs,
  spreadsInput: true,
  type: CaseType,
  typename: 'Case',
  act: 'RELEASE',
  target: requireNamed,
  work: async (scope, args) => hold(scope, await requireHoldable(scope, args), { heldBack: false }, 'RELEASED'),
  answer: presentCase,
});

/** What is about a minor may have to be kept from one guardian. */
export const KeepFromGuardian = caseMutation({
  name: 'keepFromGuardian',
  description: 'Keeps a piece of the own agency from one guardian (OSL 12:3).',
  input: PieceAndGuardianArgs,
  spreadsInput: true,
  type: CaseType,
  typename: 'Case',
  act: 'HOLD_BACK',
  target: requireNamed,
  async work(scope, args) {
    const piece = await requireHoldable(scope, args);
    const guardianId = requireGuardian(scope, args);
    return hold(scope, piece, { hiddenFromIds: [...othersThan(guardianId, piece), guardianId] }, 'HIDDEN');
  },
  answer: presentCase,
});

export const ShowToGuardian = caseMutation({
  name: 'showToGuardian',
  description: 'Shows a guardian again what was kept from them.',
  input: PieceAndGuardianArgs,
  spreadsInput: true,
  type: CaseType,
  typename: 'Case',
  act: 'RELEASE',
  target: requireNamed,
  async work(scope, args) {
    const piece = await requireHoldable(scope, args);
    const guardianId = requireGuardian(scope, args);
    return hold(scope, piece, { hiddenFromIds: othersThan(guardianId, piece) }, 'SHOWN');
  },
  answer: presentCase,
});

type Held = Pick<PieceRow, 'heldBack' | 'hiddenFromIds'>;

async function hold(
  scope: CommandScope,
  piece: PieceRow,
  becomes: Partial<Held>,
  cause: Parameters<PieceStore['hold']>[2],
): Promise<{ caseId: string }> {
  const { pieces, caseId } = scope;
  const { heldBack, hiddenFromIds } = piece;
  const held: Held = { heldBack, hiddenFromIds, ...becomes };
  const change = { before: { ...piece }, after: { ...piece, ...held } };
  scope.changed(heldChange(piece.id, change));
  scope.changed({ kind: pieces.kindOf(piece).told, ids: [heldId(piece.id, change)] });
  await pieces.hold(piece, held, cause);
  return { caseId };
}

function othersThan(guardianId: PersonId, { hiddenFromIds }: PieceRow): PersonId[] {
  return hiddenFromIds.filter((id) => id !== guardianId);
}

function requireGuardian({ facts }: CommandScope, { guardianId }: PieceAndGuardianArgs): PersonId {
  const id = requireId<'Person'>(guardianId);
  if (!facts.persons.some((person) => person.id === id && person.kind === 'GUARDIAN')) {
    throw new DomainError('BAD_USER_INPUT', 'guardianUnknown');
  }
  return id;
}
