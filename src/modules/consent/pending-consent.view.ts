import type { ReadScope } from '../../access/read-scope.js';
import type { PieceRow } from '../../access/section.js';
import { agenciesById, professional } from '../agency/agency.view.js';
import { knownCase } from '../case/case.view.js';
import { shownGrants, signers } from './consent.view.js';
import { PENDING_CONSENTS } from './pending-consent.repository.js';
import type { PendingConsentType } from './pending-consent.type.js';
import type { StoredForm } from './pending-form.js';

interface PendingRow extends PieceRow {
  readonly enteredById: string;
  readonly enteredAt: number;
  readonly lapsesAt: number;
}

/** Forms that wait now, oldest first; `null` where they are not the viewer's to know. */
export async function pendingConsents(scope: ReadScope, caseId: string): Promise<PendingConsentType[] | null> {
  const view = await knownCase(scope, caseId);
  if (!view.decision.rule('pendingConsents').open) return null;
  const [rows, agencies, signerOf] = await Promise.all([
    formRows(scope, caseId),
    agenciesById(scope),
    signers(scope, view),
  ]);
  const waiting = rows.filter((row) => row['content'] !== null && scope.at < row.lapsesAt);
  return Promise.all(
    waiting.map(async (row) => {
      const form = view.presenter.unseal(row) as unknown as StoredForm;
      const [informedBy, recordedBy] = await Promise.all(
        [form.informerId, row.enteredById].map((id) => professional(scope, id)),
      );
      const { method, formVersion, language, documentHash } = form.detail;
      const { subjectId, purpose, appliesFrom, until, dataPeriods } = form;
      const evidence = { method, formVersion, language, documentHash, informedBy, recordedBy, confirmedBy: null };
      return {
        ...{ id: row.id, subjectId, purpose, appliesFrom, until, dataPeriods, evidence },
        ...{ enteredAt: row.enteredAt, lapsesAt: row.lapsesAt },
        signers: form.signerIds.map(signerOf),
        scope: shownGrants(form.grants, agencies),
      } as PendingConsentType;
    }),
  );
}

/** Of every form that there has been, answered or not; none where they are not the viewer's to know. */
export async function formIds(scope: ReadScope, caseId: string): Promise<readonly string[]> {
  const { decision } = await knownCase(scope, caseId);
  if (!decision.rule('pendingConsents').open) return [];
  return (await formRows(scope, caseId)).map(({ id }) => id);
}

function formRows(scope: ReadScope, caseId: string): Promise<readonly PendingRow[]> {
  const loader = scope.loader<readonly PendingRow[]>('pending_consents', async (ids) => {
    const rows = await scope.query<PendingRow>(PENDING_CONSENTS, [ids]);
    const byCase = Map.groupBy(
      rows.map((row) => ({ ...row, table: 'pending_consent' })),
      (row) => row.caseId as string,
    );
    return ids.map((id) => byCase.get(id) ?? []);
  });
  return loader.load(caseId);
}
