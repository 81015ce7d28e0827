import type { Decision } from '../core/decision.js';
import type { CaseId } from '../core/ids.js';
import type { PolicyTable } from '../graphql/policy-table.js';
import { disclosing, disclosureOf } from './disclosure.js';
import type { Disclosure } from './disclosure.js';
import type { PieceRow } from './section.js';

/** What presenting needs to know of the case: the decision, and how to open what it opens. */
export interface Presenter {
  readonly caseId: CaseId;
  readonly decision: Decision;
  readonly policies: PolicyTable;
  /** Opens the sealed fields of one row; called only for rows that the decision opened. */
  readonly unseal: (row: PieceRow) => Record<string, unknown>;
}

/** An object about to be shown. A `@piece` type takes `piece`, `@consent` fields take their values from `pieces`, all others from `plain`. */
export interface Source {
  readonly piece?: PieceRow;
  readonly pieces?: readonly PieceRow[];
  readonly plain?: Readonly<Record<string, unknown>>;
}

const OF_CASE = Symbol('the case that a presented object belongs to');

/** @throws Error for an object that was not presented: a fault of the server. */
export function caseIdOf(presented: object): CaseId {
  const id = (presented as { [OF_CASE]?: CaseId })[OF_CASE];
  if (id === undefined) throw new Error('A field of an object was asked for that belongs to no case');
  return id;
}

export type Presented = { readonly __typename: string } & Record<string, unknown>;

/**
 * The one place where stored rows become API objects: every field by its policy, what is closed is neither copied nor
 * decrypted. `null` when the object is a piece that is closed as a whole.
 */
export function present(presenter: Presenter, typename: string, source: Source): Presented | null {
  const { decision, policies } = presenter;
  const object: Record<string, unknown> & { __typename: string } = { __typename: typename };
  const any: Disclosure[] = [];
  const byField: Record<string, Disclosure[]> = {};

  let own: Record<string, unknown> = {};
  if (policies.isPiece(typename)) {
    const { piece } = source;
    if (piece === undefined) throw new Error(`${typename} is presented without its piece`);
    const verdict = decision.piece(piece);
    if (!verdict.open) return null;
    any.push(disclosureOf(presenter.caseId, piece, verdict.basis));
    own = presenter.unseal(piece);
  }
  const revealed = new Map<PieceRow, Record<string, unknown>>();
  const reveal = (piece: PieceRow): Record<string, unknown> => {
    const known = revealed.get(piece) ?? presenter.unseal(piece);
    revealed.set(piece, known);
    return known;
  };

  for (const [field, policy] of policies.fieldsOf(typename)) {
    if (policy.kind === 'open') object[field] = source.plain?.[field];
    else if (policy.kind === 'piece') object[field] = source.plain?.[field] ?? own[field];
    else if (policy.kind === 'rule') object[field] = decision.rule(policy.name).open ? source.plain?.[field] : null;
    else {
      object[field] = null;
      for (const piece of source.pieces ?? []) {
        if (piece.category !== policy.category) continue;
        const verdict = decision.piece(piece);
        if (!verdict.open) continue;
        object[field] = reveal(piece)[field] ?? null;
        byField[field] = [disclosureOf(presenter.caseId, piece, verdict.basis)];
      }
    }
  }
  // Enumerable, so that type-graphql's copy of a parent object has it too.
  Object.assign(object, { [OF_CASE]: presenter.caseId });
  return disclosing(object, any, byField);
}
