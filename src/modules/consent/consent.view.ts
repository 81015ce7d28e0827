import { disclosing } from '../../access/disclosure.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { PieceRow } from '../../access/section.js';
import type { Grant, PersonFact } from '../../core/case-facts.js';
import { sharing as sharingNow } from '../../core/sharing.js';
import { agenciesById, professional } from '../agency/agency.view.js';
import type { AgencyType } from '../agency/agency.type.js';
import { knownCase } from '../case/case.view.js';
import type { CaseView } from '../case/case.view.js';
import { guardians, shownName, youngPerson } from '../person/person.view.js';
import { CONSENTS } from './consent.repository.js';
import type { BlockType, ConsentGrantType, ConsentType, SharingCellType, SignerType } from './consent.type.js';

/** `null` where the details of consents are not the viewer's to know. */
export async function consents(scope: ReadScope, caseId: string): Promise<ConsentType[] | null> {
  const view = await knownCase(scope, caseId);
  if (!view.decision.rule('consentDetails').open) return null;
  const [rows, agencies, signerOf] = await Promise.all([
    detailRows(scope, caseId),
    agenciesById(scope),
    signers(scope, view),
  ]);
  const statements = new Map(view.facts.ledger.map((statement) => [statement.sequence, statement]));
  return Promise.all(
    rows.map(async (row) => {
      const statement = statements.get(row['sequence'] as number);
      if (statement === undefined) throw new Error('A consent is in its table and not in the facts');
      const { purpose, method, formVersion, language, documentHash, informedById, recordedById, confirmedById } =
        view.presenter.unseal(row);
      const [informedBy, recordedBy, confirmedBy] = await Promise.all(
        [informedById, recordedById, confirmedById].map((id) => professional(scope, id as string | null)),
      );
      const evidence = { method, formVersion, language, documentHash, informedBy, recordedBy, confirmedBy };
      const { grants, signerId, ...rest } = statement;
      return {
        ...rest,
        id: row.id,
        purpose: purpose === '' ? null : purpose,
        evidence,
        signer: signerOf(signerId),
        scope: grantsOf(grants, agencies),
      } as ConsentType;
    }),
  );
}

/** Some of a case's consents, in the order of the ledger; `null` as for all of them. */
export async function consentsById(
  scope: ReadScope,
  view: CaseView,
  ids: readonly string[],
): Promise<ConsentType[] | null> {
  const all = await consents(scope, view.id);
  return all?.filter(({ id }) => ids.includes(id)) ?? null;
}

export async function blocks(scope: ReadScope, caseId: string): Promise<BlockType[] | null> {
  const view = await knownCase(scope, caseId);
  if (!view.decision.rule('consentDetails').open) return null;
  const [agencies, signerOf] = await Promise.all([agenciesById(scope), signers(scope, view)]);
  return view.facts.blocks.map(({ id, bySignerId, byHolderId, grants, period }) => ({
    id,
    by: bySignerId === null ? null : signerOf(bySignerId),
    holder: agencies.get(byHolderId ?? '') ?? null,
    cells: grantsOf(grants, agencies),
    from: period.from,
    until: period.until,
  }));
}

/** Who may share with whom about what, now; for signers and coordinator. */
export async function sharing(scope: ReadScope, caseId: string): Promise<SharingCellType[] | null> {
  const { decision, facts } = await knownCase(scope, caseId);
  if (!decision.rule('consentDetails').open) return null;
  const agencies = await agenciesById(scope);
  return sharingNow(facts, scope.at).map(({ fromId, toId, category, open, until }) => ({
    caseId,
    from: agencies.get(fromId) as AgencyType,
    to: agencies.get(toId) as AgencyType,
    category,
    open,
    until,
  }));
}

function detailRows(scope: ReadScope, caseId: string): Promise<readonly PieceRow[]> {
  const loader = scope.loader<readonly PieceRow[]>('consents', async (ids) => {
    const rows = await scope.query<PieceRow>(CONSENTS, [ids]);
    const byCase = Map.groupBy(
      rows.map((row) => ({ ...row, table: 'consent_detail' })),
      (row) => row.caseId as string,
    );
    return ids.map((id) => byCase.get(id) ?? []);
  });
  return loader.load(caseId);
}

/** Names the signers, where the viewer may see who they are. */
export async function signers(scope: ReadScope, view: CaseView): Promise<(id: string) => SignerType> {
  const [young, older] = await Promise.all([youngPerson(scope, view), guardians(scope, view)]);
  const named = new Map([young, ...older].map((person) => [person.id, person]));
  const kinds = new Map<string, PersonFact['kind']>(view.facts.persons.map(({ id, kind }) => [id, kind]));
  return (personId) => {
    // A name shown here is the same piece as where the person is shown, and recorded as such.
    const { name, shown } = shownName(named.get(personId));
    return disclosing({ personId, role: kinds.get(personId) ?? 'OTHER_SUBJECT', name }, [], { name: shown });
  };
}

function grantsOf(
  grants: readonly Grant[] | null,
  agencies: ReadonlyMap<string, AgencyType>,
): ConsentGrantType[] | null {
  return grants === null ? null : shownGrants(grants, agencies);
}

/** @throws Error for an agency of another municipality, which no grant can name. */
export function shownGrants(grants: readonly Grant[], agencies: ReadonlyMap<string, AgencyType>): ConsentGrantType[] {
  const known = (id: string): AgencyType => {
    const agency = agencies.get(id);
    if (agency === undefined) throw new Error('A grant names an agency that the municipality does not know');
    return agency;
  };
  return grants.map(({ fromId, toId, categories }) => ({
    from: known(fromId),
    to: known(toId),
    categories: [...categories],
  }));
}
