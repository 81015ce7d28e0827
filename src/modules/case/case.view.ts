import type { JudgedCase } from '../../access/judged-case.js';
import { present } from '../../access/present.js';
import type { ReadScope } from '../../access/read-scope.js';
import { unsealer } from '../../access/unseal.js';
import { caseStatus } from '../../core/case-status.js';
import type { CaseStatus } from '../../core/case-status.js';
import type { Duty } from '../../core/duty.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { CaseId } from '../../core/ids.js';
import { cellsToldTo } from '../../core/access-cells.js';
import { agenciesById, professional } from '../agency/agency.view.js';
import { CASE_SHELLS, PARTICIPANTS } from './case.repository.js';
import type { CaseShell } from './case.repository.js';
import type { AccessCellType, CaseType, ParticipantType } from './case.type.js';

/** A judged case with its shell: what everyone who knows of it sees. */
export interface CaseView extends JudgedCase {
  readonly shell: CaseShell;
  readonly status: CaseStatus;
}

/** `null` for a case that is unknown or not the viewer's to know. */
export function caseView(scope: ReadScope, id: string): Promise<CaseView | null> {
  return scope.loader('case_view', (ids) => loadViews(scope, ids as readonly CaseId[])).load(id);
}

/** For fields below a case that is already shown. */
export async function knownCase(scope: ReadScope, id: string): Promise<CaseView> {
  const view = await caseView(scope, id);
  if (view === null) throw new Error('A field of a case was asked for without the case');
  return view;
}

async function loadViews(scope: ReadScope, ids: readonly CaseId[]): Promise<(CaseView | null)[]> {
  const [shells, facts] = await Promise.all([
    scope.query<CaseShell>(CASE_SHELLS, [ids]),
    Promise.all(ids.map((id) => scope.facts(id))),
  ]);
  const shellOf = new Map(shells.map((shell) => [shell.id, shell]));
  return ids.map((id, index) => {
    const shell = shellOf.get(id);
    const known = facts[index];
    if (shell === undefined || known === null || known === undefined) return null;
    const decision = scope.decide(known);
    if (!decision.knowsCase) return null;
    const unseal = unsealer(scope.sealer, id, shell.wrappedKey);
    return {
      id,
      shell,
      status: caseStatus(known, scope.at),
      facts: known,
      decision,
      presenter: { caseId: id, decision, policies: scope.policies, unseal },
    };
  });
}

/** @throws DomainError NOT_FOUND, in the same words whether the case is unknown or not the viewer's to know. */
export async function findCase(scope: ReadScope, id: string): Promise<CaseView> {
  const view = await caseView(scope, requireId(id));
  if (view === null) throw new DomainError('NOT_FOUND', 'caseNotFound');
  scope.recorder.touch(view.id);
  return view;
}

export function presentCase({ shell, status, presenter }: CaseView): CaseType {
  return present(presenter, 'Case', { plain: { ...shell, status } }) as unknown as CaseType;
}

/** One cell per agency of the municipality and category: never per what is stored. */
export async function accessCells(scope: ReadScope, caseId: string): Promise<AccessCellType[]> {
  const [{ decision, facts }, agencies] = await Promise.all([knownCase(scope, caseId), agenciesById(scope)]);
  return cellsToldTo(scope.viewer, facts).map(({ holderId, category }) => {
    const holder = agencies.get(holderId);
    if (holder === undefined) throw new Error('A cell has a holder that the municipality does not know');
    const verdict = decision.cell(holderId, category);
    const told = verdict.open ? { reason: null, until: verdict.until } : { reason: verdict.reason, until: null };
    return { caseId, holder, category, readable: verdict.open, ...told };
  });
}

interface ParticipantRow {
  readonly id: string;
  readonly caseId: string;
  readonly roleTermId: string;
  readonly duty: Duty | null;
  readonly from: number;
  readonly until: number | null;
}

export async function participants(scope: ReadScope, caseId: string): Promise<ParticipantType[]> {
  const { decision } = await knownCase(scope, caseId);
  const rows = await scope
    .loader<readonly ParticipantRow[]>('participants', async (ids) => {
      const found = Map.groupBy(await scope.query<ParticipantRow>(PARTICIPANTS, [ids]), (row) => row.caseId);
      return ids.map((id) => found.get(id) ?? []);
    })
    .load(caseId);
  const known = rows.filter(({ roleTermId }) => decision.participant(roleTermId as never).open);
  return Promise.all(
    known.map(async ({ id, roleTermId, duty, from, until }) => ({
      id,
      duty,
      from,
      until,
      professional: await professional(scope, roleTermId),
    })),
  );
}
