import type { CaseId } from '../core/ids.js';
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

/** Gathers what one operation shows; `flush` gives one row per case, to be written before the response leaves. */
export class Recorder {
  readonly #cases = new Map<CaseId, Map<string, Omit<Disclosure, 'caseId'>>>();

  /** The case itself was shown, if only its number. */
  touch(caseId: CaseId): void {
    if (!this.#cases.has(caseId)) this.#cases.set(caseId, new Map());
  }

  add({ caseId, holderId, category, basis }: Disclosure): void {
    this.touch(caseId);
    this.#cases.get(caseId)?.set(`${holderId} ${category} ${JSON.stringify(basis)}`, { holderId, category, basis });
  }

  flush(operationId: string, reader: Reader, newId: () => string): { statement: Statement; values: unknown[] } | null {
    if (this.#cases.size === 0) return null;
    const rows = [...this.#cases].map(([caseId, entries]) => ({
      id: newId(),
      case_id: caseId,
      entries: [...entries.values()],
    }));
    this.#cases.clear();
    return {
      statement: INSERT,
      values: [operationId, reader.id, reader.capacity, reader.agencyId, JSON.stringify(rows)],
    };
  }

  /** @throws Error when more than one case was shown: what is told to several is told of one. */
  flushFor(viewerIds: readonly string[]): { statement: Statement; values: unknown[] } | null {
    const [shown, ...more] = [...this.#cases];
    if (more.length > 0) throw new Error('A frame told of more than one case');
    this.#cases.clear();
    if (shown === undefined) return null;
    const [caseId, entries] = shown;
    return { statement: INSERT_FOR, values: [viewerIds, caseId, JSON.stringify([...entries.values()])] };
  }
}
