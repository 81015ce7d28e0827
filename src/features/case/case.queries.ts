import type { CaseQuery } from '../../access/prepared-query.js';
import type { Needs } from '../../access/load.js';
import type { LoadedCase } from '../../access/loaded-case.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { Shown } from '../../access/shown.js';
import { cellsToldTo } from '../../core/access-cells.js';
import type { Duty } from '../../core/duty.js';
import { DomainError } from '../../core/errors.js';
import { requireId } from '../../core/ids.js';
import type { RoleTermId } from '../../core/ids.js';
import type { AccessCellType, ParticipantType } from './case.type.js';

interface ParticipantRow {
  readonly id: string;
  readonly caseId: string;
  readonly roleTermId: RoleTermId;
  readonly duty: Duty | null;
  readonly from: number;
  readonly until: number | null;
}

export const PARTICIPANTS: CaseQuery<ParticipantRow> = {
  name: 'participants',
  text: `select id, case_id as "caseId", role_term_id as "roleTermId", duty, valid_from as "from", valid_until as "until"
    from sig.assignment where case_id = any($1::uuid[]) order by valid_from, id`,
};

/**
 * A case with what the operation needs of it.
 *
 * @throws DomainError NOT_FOUND, in the same words whether the case is unknown or not the viewer's to know.
 */
export async function getCase(scope: ReadScope, id: string, needs: Needs): Promise<LoadedCase> {
  const loaded = await scope.load(requireId(id), needs);
  if (loaded === null) throw new DomainError('NOT_FOUND', 'caseNotFound');
  scope.log.recordCase(loaded.id);
  return loaded;
}

export function presentCase(loaded: LoadedCase): Shown {
  return loaded.once('case', () => {
    const { wrappedKey: _key, ...shell } = loaded.shell;
    return loaded.show('Case', { values: { ...shell, status: loaded.status } });
  });
}

/** One cell per agency of the municipality and category: never per what is stored. */
export function accessCells(loaded: LoadedCase): readonly AccessCellType[] {
  return loaded.once('access cells', () => cellsOf(loaded));
}

function cellsOf({ id: caseId, decision, facts, viewer, registers }: LoadedCase): AccessCellType[] {
  return cellsToldTo(viewer, facts).map(({ holderId, category }) => {
    const holder = registers.agency(holderId);
    if (holder === null) throw new Error('A cell has a holder that the municipality does not know');
    const verdict = decision.cell(holderId, category);
    const told = verdict.open ? { reason: null, until: verdict.until } : { reason: verdict.reason, until: null };
    const readableEarlier = decision.earlier(holderId, category);
    return { caseId, holder, category, readable: verdict.open, readableEarlier, ...told };
  });
}

export function participants(loaded: LoadedCase): ParticipantType[] {
  return loaded
    .rows(PARTICIPANTS)
    .filter(({ roleTermId }) => loaded.decision.participant(roleTermId).open)
    .map(({ id, roleTermId, duty, from, until }) => {
      const professional = loaded.registers.professional(roleTermId);
      return { id, duty, from, until, professional };
    });
}
