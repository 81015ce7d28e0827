import type { Basis } from '../core/decision.js';
import type { AgencyId, CaseId, PersonId } from '../core/ids.js';
import type { InformationCategory } from '../core/information-category.js';
import { hiddenFromEveryEntry } from '../core/rules/access-log-visibility.js';
import type { PreparedQuery } from './prepared-query.js';

/** One thing shown: whose information about what, in which case, and on which basis. The unit of the access record. */
export interface AccessEntry {
  readonly caseId: CaseId;
  readonly holderId: AgencyId;
  readonly category: InformationCategory;
  readonly basis: Basis;
  /** Members of the family from whom the piece that was shown is kept. */
  readonly hiddenFromIds: readonly PersonId[];
}

const INSERT: PreparedQuery = {
  name: 'record_access',
  text: `insert into sig.access_record (id, operation_id, case_id, viewer_id, capacity, agency_id, at, entries)
    select r.id, $1, r.case_id, $2, $3, $4, sig.at(), r.entries
    from jsonb_to_recordset($5::jsonb) as r(id uuid, case_id uuid, entries jsonb)`,
};

/** One case at a time: a frame is about one. */
const INSERT_FOR: PreparedQuery = { name: 'record_access_for', text: 'select sig.record_for($1, $2, $3)' };

export interface Reader {
  readonly id: string;
  readonly capacity: string;
  readonly agencyId: string | null;
}

/** One cell of which something was shown, as it is stored. */
interface StoredEntry {
  readonly holderId: AgencyId;
  readonly category: InformationCategory;
  readonly basis: Basis;
  /** Read by a program, through a calendar feed, and not by a person at that moment; absent where it was not. */
  readonly byFeed?: true;
  /** Members of the family whose view of the record leaves it out; absent where no view does. */
  readonly keptFromIds?: readonly PersonId[];
}

interface StoredRecord {
  readonly caseId: CaseId;
  readonly entries: Map<string, StoredEntry>;
}

/**
 * Gathers what one operation shows; `flush` gives one row per case, to be written before the response leaves. What was
 * read in the copy of a disclosure has a row of its own: the family may see it in the record later than the rest.
 */
export class AccessLog {
  readonly #cases = new Set<CaseId>();
  #isFeed = false;
  /** By identity: whoever presents a piece twice gives the same entry. */
  readonly #entries = new Set<AccessEntry>();

  /** The case itself was shown, if only its number. */
  recordCase(caseId: CaseId): void {
    this.#cases.add(caseId);
  }

  /** All that is shown goes to the program that fetches a feed. */
  markAsFeed(): void {
    this.#isFeed = true;
  }

  add(entry: AccessEntry): void {
    this.#entries.add(entry);
  }

  addAll(entries: readonly AccessEntry[]): void {
    for (const entry of entries) this.#entries.add(entry);
  }

  /** Forgets every entry, since the operation is executed again and nothing of it has been shown. */
  clear(): void {
    this.#cases.clear();
    this.#entries.clear();
  }

  flush(operationId: string, reader: Reader, newId: () => string): { query: PreparedQuery; values: unknown[] } | null {
    const records = this.#take();
    if (records.length === 0) return null;
    const rows = records.map(({ caseId, entries }) => ({
      id: newId(),
      case_id: caseId,
      entries: [...entries.values()],
    }));
    return { query: INSERT, values: [operationId, reader.id, reader.capacity, reader.agencyId, JSON.stringify(rows)] };
  }

  /** @throws Error when more than one case was shown: a frame that several receive is about one. */
  flushFor(viewerIds: readonly string[]): { query: PreparedQuery; values: unknown[] } | null {
    const [shown, ...more] = this.#take();
    if (more.length > 0) throw new Error('A frame showed more than one case');
    if (shown === undefined) return null;
    return { query: INSERT_FOR, values: [viewerIds, shown.caseId, JSON.stringify([...shown.entries.values()])] };
  }

  #take(): StoredRecord[] {
    const records = new Map<string, StoredRecord>();
    const recordOf = (caseId: CaseId, key: string): StoredRecord => {
      const record = records.get(key) ?? { caseId, entries: new Map() };
      records.set(key, record);
      return record;
    };
    for (const caseId of this.#cases) recordOf(caseId, caseId);
    for (const { caseId, holderId, category, basis, hiddenFromIds } of this.#entries) {
      const { entries } = recordOf(caseId, basis.kind === 'DISCLOSURE' ? basis.disclosureId : caseId);
      const key = `${holderId} ${category} ${JSON.stringify(basis)}`;
      const known = entries.get(key);
      const keptFromIds = hiddenFromEveryEntry(
        known === undefined ? [hiddenFromIds] : [known.keptFromIds ?? [], hiddenFromIds],
      );
      const marks = { ...(this.#isFeed && { byFeed: true as const }), ...(keptFromIds.length > 0 && { keptFromIds }) };
      entries.set(key, { holderId, category, basis, ...marks });
    }
    this.clear();
    return [...records.values()];
  }
}
