import type { ReadScope } from '../access/read-scope.js';
import type { CaseId } from '../core/ids.js';
import type { Decision } from '../core/decision.js';
import type { PieceFacts } from '../core/piece.js';
import type { Change } from '../access/change.js';
import type { Topic } from './topic.js';

/**
 * A piece before and after its holder held it back or kept it from somebody: what a decision rests on, and no content.
 */
export interface HeldPiece {
  readonly before: PieceFacts;
  readonly after: PieceFacts;
}

const SEPARATOR = '\n';

/** The change by which those who saw the piece, and nobody else, are told anew what is left. */
export function heldChange(id: string, { before, after }: HeldPiece): Change {
  return { kind: 'PIECE_HELD', ids: [id, factsOf(before), factsOf(after)] };
}

/**
 * What names such a piece in a change of its own kind: to whoever sees it now and did not before it is news, to all
 * others nothing has happened.
 */
export function heldId(id: string, { before, after }: HeldPiece): string {
  return [id, factsOf(before), factsOf(after)].join(SEPARATOR);
}

/** The ids of a change as the viewer may be told of them: of a held piece the id itself, where it came to be open. */
export function idsTold(decision: Decision, ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => {
    const parts = id.split(SEPARATOR);
    const [pieceId = id] = parts;
    if (parts.length === 1) return [id];
    const { before, after } = heldPieceOf(parts);
    return !decision.piece(before).open && decision.piece(after).open ? [pieceId] : [];
  });
}

/** @param ids of a change of the kind PIECE_HELD */
export function heldPieceOf([, before, after = before]: readonly string[]): HeldPiece {
  if (before === undefined || after === undefined) throw new Error('A held piece was told of without its facts');
  return { before: JSON.parse(before) as PieceFacts, after: JSON.parse(after) as PieceFacts };
}

/**
 * What a stream tells whoever saw the piece and does not any more: everything anew, or, when one of many subjects is
 * gone, that only asking afresh shows it. For all others nothing has happened (P11).
 */
export async function toldOfHeld(
  scope: ReadScope,
  topic: Topic,
  caseId: CaseId,
  { before, after }: HeldPiece,
): Promise<'NOTHING' | 'ANEW' | 'RESYNC'> {
  const decision = (await scope.load(caseId))?.decision;
  if (decision?.piece(before).open !== true || decision.piece(after).open) return 'NOTHING';
  if (before.kind === topic.subject?.kind) return 'RESYNC';
  return topic.includesKind(before.kind) ? 'ANEW' : 'NOTHING';
}

function factsOf(piece: PieceFacts): string {
  const { kind, holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt } = piece;
  return JSON.stringify({ kind, holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt });
}
