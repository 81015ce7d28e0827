import type { LoadedCase } from '../../access/loaded-case.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import { isKnownTo } from '../../core/rules/disclosure-known-to.js';
import { citationOf } from '../../core/rules/disclosure-grounds.js';
import { OWN_AGENCY, OWN_RIGHT } from '../../core/verdict.js';
import type { Needed } from '../../graphql/field-policy.js';
import { factOf, opener } from './disclosure-row.js';
import type { DecidedRow } from './disclosure-row.js';
import { DISCLOSURES } from './disclosure.repository.js';

/** What must be loaded of a case to tell of its disclosures. */
export const DISCLOSURES_NEED: readonly Needed[] = [DISCLOSURES];

/** What the viewer may know of the disclosures without consent in a case, newest first. */
export function disclosures(loaded: LoadedCase, scope: Pick<ReadScope, 'sealer'>): readonly Shown[] {
  return knownDisclosures(loaded).map((row) => disclosure(loaded, scope, row));
}

/** One of them, or `null` where there is none that the viewer may know of. */
export function disclosureById(loaded: LoadedCase, scope: Pick<ReadScope, 'sealer'>, id: string): Shown | null {
  const row = knownDisclosures(loaded).find((known) => known.id === id);
  return row === undefined ? null : disclosure(loaded, scope, row);
}

/** Those that the viewer may know of; what was read in their copies may be told with them, and no sooner. */
export function knownDisclosures(loaded: LoadedCase): readonly DecidedRow[] {
  const { viewer, at, decision } = loaded;
  // The decision may be of an earlier instant, as long as no answer of its own has changed since.
  const known = { knowsCase: decision.knowsCase, at };
  return loaded.rows(DISCLOSURES).filter((row) => isKnownTo(factOf(row), viewer, known));
}

function disclosure(loaded: LoadedCase, { sealer }: Pick<ReadScope, 'sealer'>, row: DecidedRow): Shown {
  const { id, caseId, ground, holderId, categories, decidedAt, until, endedAt, toldFrom } = row;
  const { registers, viewer } = loaded;
  const basis = 'personId' in viewer ? OWN_RIGHT : OWN_AGENCY;
  const open = opener(sealer, row);
  const text = (sealed: Buffer | null, column: string): string | null =>
    sealed === null ? null : open(sealed, 'disclosure_reason', column);
  const recipient = registers.professional(row.recipientId);
  const values = {
    ...{ id, ground, ...citationOf(ground, decidedAt), holder: registers.agency(holderId) },
    ...{ recipientAgency: recipient?.agency ?? null, categories, decidedAt, until, endedAt, toldFrom, recipient },
    decidedBy: registers.professional(row.decidedById),
    reasons: () => text(row.reasons, 'reasons_sealed'),
    delayReason: () => text(row.delayReason, 'delay_reason_sealed'),
  };
  const discloses = categories.map((category) => ({ caseId, holderId, category, basis, hiddenFromIds: [] }));
  return loaded.show('StatutoryDisclosure', { values, discloses });
}
