import type { CaseId, PersonId } from '../core/ids.js';
import { keptFromByAll } from '../core/rules/told-of-reads.js';
import type { Disclosure } from './disclosure.js';
import type { Statement } from './section.js';

const INSERT: Statement = {
  name: 'record_access',
  text: `insert into sig.access_record (id, operation_id, case_id, viewer_id, capacity, agency_id, at, entries)
    select r.id, $1, r.case_id, $2, $3, $4, sig.at(), r.entries
    from jsonb_to_recordset($5::jsonb) as r(id uuid, case_id uuid, entries jsonb)`,
};

/** One case at a time: a frame tells of one. */
const INSERT_FOR: Statement = { name: 'record_access_for', text: 'select sig.record_for($1, $2, $3)' };

export interface Reader {
  readonly id: string;
  readonly capacity: string;
  readonly agencyId: string | null;
}

/** One cell of which something was shown, as it is stored. */
interface Entry extends Omit<Disclosure, 'caseId' | 'hiddenFromIds'> {
  /** Who is not told of it; absent where that is nobody. */
  readonly keptFromIds?: readonly PersonId[];
}

interface Row {
  readonly caseId: CaseId;
  readonly entries: Map<string, Entry>;
}

/**
 * Gathers what one operation shows; `flush` gives one row per case, to be written before the response leaves. What was
 * read in the copy of a disclosure has a row of its own: the family may be told of it later than of the rest.
 */
export class Recorder {
  readonly #rows = new Map<string, Row>();

  /** The case itself was shown, if only its number. */
  touch(caseId: CaseId): void {
    this.#row(caseId, caseId);
  }

  add({ caseId, holderId, category, basis, hiddenFromIds = [] }: Disclosure): void {
    const { entries } = this.#row(caseId, basis.kind === 'DISCLOSURE' ? basis.disclosureId : caseId);
    const key = `${holderId} ${category} ${JSON.stringify(basis)}`;
    const known = entries.get(key);
    const keptFromIds = keptFromByAll(known === undefined ? [hiddenFromIds] : [known.keptFromIds ?? [], hiddenFromIds]);
    entries.set(key, { holderId, category, basis, ...(keptFromIds.length > 0 && { keptFromIds }) });
  }

  flush(operationId: string, reader: Reader, newId: () => string): { statement: Statement; values: unknown[] } | null {
    if (this.#rows.size === 0) return null;
    const rows = [...this.#rows.values()].map(({ caseId, entries }) => ({
      id: newId(),
      case_id: caseId,
      entries: [...entries.values()],
    }));
    this.#rows.clear();
    return {
      statement: INSERT,
      values: [operationId, reader.id, reader.capacity, reader.agencyId, JSON.stringify(rows)],
    };
  }

  /** @throws Error when more than one case was shown: what is told to several is told of one. */
  flushFor(viewerIds: readonly string[]): { statement: Statement; values: unknown[] } | null {
    const [shown, ...more] = [...this.#rows.values()];
    if (more.length > 0) throw new Error('A frame told of more than one case');
    this.#rows.clear();
    if (shown === undefined) return null;
    return { statement: INSERT_FOR, values: [viewerIds, shown.caseId, JSON.stringify([...shown.entries.values()])] };
  }

  #row(caseId: CaseId, key: string): Row {
    const row = this.#rows.get(key) ?? { caseId, entries: new Map() };
    this.#rows.set(key, row);
    return row;
  }
}
