import type { Grant } from '../core/case-facts.js';
import { grantsOf } from '../core/grant-pairs.js';
import type { BlockId } from '../core/ids.js';
import type { Block } from '../features/consent/block.entity.js';
import type { ConsentDetail } from '../features/consent/consent-detail.entity.js';
import type { ConsentStatement } from '../features/consent/consent-statement.entity.js';
import type { CaseContext } from './case-context.js';
import type { FormStory, GrantStory } from './story.js';

export interface Ledger {
  readonly statements: readonly ConsentStatement[];
  readonly details: readonly ConsentDetail[];
}

/** Every signer of every form is one row of the ledger, in the order of the story. */
export function ledger(context: CaseContext): Ledger {
  const { story, caseId, newId, personId } = context;
  const signed = story.consents.flatMap((form) =>
    Object.entries(form.signers).map(([signer, decision]) => ({ form, signer, decision })),
  );
  const rows = signed.map(({ form, signer, decision }, index) => {
    const statement: ConsentStatement = {
      id: newId(),
      caseId,
      sequence: index + 1,
      subjectId: personId(form.about ?? 'youngPerson'),
      signerId: personId(signer),
      decision,
      grants: form.grants === undefined ? null : grants(context, form.grants),
      appliesFrom: form.at,
      until: form.until ?? null,
      dataPeriods: null,
      recordedAt: form.at,
    };
    return { statement, detail: detail(context, statement, form) };
  });
  return { statements: rows.map(({ statement }) => statement), details: rows.map(({ detail }) => detail) };
}

/** The reason belongs to whoever said no. */
function detail({ seal, registers }: CaseContext, statement: ConsentStatement, form: FormStory): ConsentDetail {
  const sealed = (plain: string, column: string) =>
    seal(plain, { table: 'consent_detail', column, rowId: statement.id });
  const reason = statement.decision === 'GRANTED' ? undefined : form.reason;
  return {
    statementId: statement.id,
    caseId: statement.caseId,
    purposeSealed: sealed(form.purpose, 'purpose_sealed'),
    method: form.method,
    formVersion: form.formVersion,
    language: 'sv',
    informedById: registers.roleTerm(form.informedBy).professionalId,
    witnessSealed: form.witness === undefined ? null : sealed(form.witness, 'witness_sealed'),
    documentHash: null,
    reasonSealed: reason === undefined ? null : sealed(reason, 'reason_sealed'),
    recordedById: registers.roleTerm(form.informedBy).id,
    confirmedById: null,
  };
}

export function blocks(context: CaseContext): Block[] {
  const { story, caseId, newId, personId, agencyId, seal } = context;
  return (story.blocks ?? []).map(({ at, by, until, reason, ...block }) => {
    const id = newId() as BlockId;
    return {
      id,
      caseId,
      subjectId: personId('youngPerson'),
      bySignerId: 'signer' in by ? personId(by.signer) : null,
      byHolderId: 'holder' in by ? agencyId(by.holder) : null,
      grants: grants(context, block.grants),
      validFrom: at,
      validUntil: until ?? null,
      reasonSealed: seal(reason, { table: 'block', column: 'reason_sealed', rowId: id }),
      recordedAt: at,
    };
  });
}

function grants({ agencyId }: CaseContext, cells: readonly GrantStory[]): readonly Grant[] {
  return grantsOf(
    cells.map(({ from, to, categories }) => ({ fromId: agencyId(from), toId: agencyId(to), categories })),
  );
}
