import { disclosing } from '../../access/disclosure.js';
import type { ReadScope } from '../../access/read-scope.js';
import { isKnownTo } from '../../core/rules/disclosure-known-to.js';
import { paragraphOf } from '../../core/rules/disclosure-grounds.js';
import { OWN_AGENCY, OWN_RIGHT } from '../../core/verdict.js';
import { agenciesById, professional } from '../agency/agency.view.js';
import { knownCase } from '../case/case.view.js';
import { factOf, opener } from './disclosure-row.js';
import type { DecidedRow } from './disclosure-row.js';
import { DISCLOSURES } from './disclosure.repository.js';
import type { StatutoryDisclosureType } from './disclosure.type.js';

/** What the viewer may know of the disclosures without consent in a case, newest first. */
export async function disclosures(scope: ReadScope, caseId: string): Promise<StatutoryDisclosureType[]> {
  const [known, agencies, { decision }] = await Promise.all([
    knownDisclosures(scope, caseId),
    agenciesById(scope),
    knownCase(scope, caseId),
  ]);
  const basis = 'personId' in scope.viewer ? OWN_RIGHT : OWN_AGENCY;
  const givesReasons = decision.rule('disclosureReasons').open;
  return Promise.all(
    known.map(async (row) => {
      const { id, ground, holderId, categories, decidedAt, until, endedAt, toldFrom } = row;
      const open = opener(scope.sealer, row);
      const text = (sealed: Buffer | null, column: string): string | null =>
        givesReasons && sealed !== null ? open(sealed, 'disclosure_reason', column) : null;
      const [decidedBy, recipient] = await Promise.all(
        [row.decidedById, row.recipientId].map((roleTermId) => professional(scope, roleTermId)),
      );
      const shown: StatutoryDisclosureType = {
        ...{ id, ground, paragraph: paragraphOf(ground), holder: agencies.get(holderId) ?? null },
        ...{ recipientAgency: recipient?.agency ?? null, categories: [...categories] },
        ...{ decidedAt, until, endedAt, toldFrom },
        decidedBy: givesReasons ? (decidedBy ?? null) : null,
        recipient: givesReasons ? (recipient ?? null) : null,
        reasons: text(row.reasons, 'reasons_sealed'),
        delayReason: text(row.delayReason, 'delay_reason_sealed'),
      };
      return disclosing(
        shown,
        categories.map((category) => ({ caseId: row.caseId, holderId, category, basis })),
      );
    }),
  );
}

/** Those that the viewer may know of; what was read in their copies may be told with them, and no sooner. */
export async function knownDisclosures(scope: ReadScope, caseId: string): Promise<DecidedRow[]> {
  const { decision } = await knownCase(scope, caseId);
  const loader = scope.loader<readonly DecidedRow[]>('disclosures', async (ids) => {
    const byCase = Map.groupBy(await scope.query<DecidedRow>(DISCLOSURES, [ids]), (row) => row.caseId as string);
    return ids.map((id) => byCase.get(id) ?? []);
  });
  return (await loader.load(caseId)).filter((row) => isKnownTo(factOf(row), scope.viewer, decision));
}
