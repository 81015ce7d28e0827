import type { CommandScope } from '../../access/command-scope.js';
import type { Statement } from '../../core/case-facts.js';
import { ConsentDetail } from './consent-detail.entity.js';
import { ConsentStatement } from './consent-statement.entity.js';

export interface NewStatement {
  readonly statement: Omit<Statement, 'sequence' | 'recordedAt'>;
  readonly detail: Pick<ConsentDetail, 'method' | 'formVersion' | 'language' | 'documentHash' | 'informedById'>;
  readonly texts: { readonly purpose: string; readonly witness: string | null; readonly reason: string | null };
  /** Where somebody else entered it than confirms it now; else whoever acts entered it, and nobody confirmed. */
  readonly by?: Pick<ConsentDetail, 'recordedById' | 'confirmedById'>;
}

/**
 * Adds a row to the ledger of the locked case, which nobody else can add to meanwhile.
 *
 * @param index how many rows the same command has added before.
 * @returns the id of the statement.
 */
export function appendStatement(
  scope: CommandScope,
  index: number,
  { statement, detail, texts, by }: NewStatement,
): string {
  const { caseId, at, em, viewer } = scope;
  const id = scope.newId();
  const newest = scope.facts.ledger.reduce((highest, { sequence }) => Math.max(highest, sequence), 0);
  const sealed = (plain: string, column: string): Buffer =>
    scope.seal(plain, { table: 'consent_detail', column, rowId: id });
  em.persist(em.create(ConsentStatement, { id, caseId, ...statement, sequence: newest + 1 + index, recordedAt: at }));
  em.persist(
    em.create(ConsentDetail, {
      statementId: id,
      caseId,
      ...detail,
      purposeSealed: sealed(texts.purpose, 'purpose_sealed'),
      witnessSealed: texts.witness === null ? null : sealed(texts.witness, 'witness_sealed'),
      reasonSealed: texts.reason === null ? null : sealed(texts.reason, 'reason_sealed'),
      recordedById: 'roleTermId' in viewer ? viewer.roleTermId : null,
      confirmedById: null,
      ...by,
    }),
  );
  return id;
}

/** The place of a statement in the ledger; `null` when the locked case has none with that id. */
export async function sequenceOf({ em, caseId }: CommandScope, id: string): Promise<number | null> {
  const statement = await em.findOne(ConsentStatement, { id, caseId });
  return statement?.sequence ?? null;
}
