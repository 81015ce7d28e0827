import type { CaseId } from '../core/ids.js';
import type { PreparedQuery } from './prepared-query.js';

/** What everyone who knows of a case may see of it. */
export interface CaseShell {
  readonly id: CaseId;
  readonly number: string;
  readonly coordinatorId: string;
  readonly startedOn: string | null;
  readonly plannedEndOn: string | null;
  readonly closedOn: string | null;
  readonly closingReason: string | null;
  readonly wrappedKey: Buffer;
}

/** A case of the viewer as it comes: its shell, and the facts unless those of this version are in memory. */
export interface CaseRow extends CaseShell {
  readonly factsVersion: string;
  readonly facts: unknown;
  /** The wrapped key of each agency that holds something, as Base64. */
  readonly keys: Readonly<Record<string, string>> | null;
}

/** Row-level security leaves the viewer's own cases. `$2` are the versions of the facts that are in memory. */
export const LOAD_CASES: PreparedQuery = {
  name: 'load_cases',
  text: `with known as materialized (
      select c.*, c.facts_version || '.' || r.version as version from sig.case_file c
        join sig.register_version r on r.municipality_id = c.municipality_id where c.id = any($1::uuid[]))
    select c.id, c.number, c.coordinator_id as "coordinatorId", c.started_on as "startedOn",
      c.planned_end_on as "plannedEndOn", c.closed_on as "closedOn", c.closing_reason as "closingReason",
      c.wrapped_key as "wrappedKey", c.version as "factsVersion", f.facts,
      (select json_object_agg(k.holder_id, encode(k.wrapped_key, 'base64'))
        from sig.piece_key k where k.case_id = c.id) as keys
    from known c left join sig.case_facts(array(select k.id from known k
      left join unnest($1::uuid[], $2::text[]) m (id, version) on m.id = k.id
      where m.version is distinct from k.version)) f on f.case_id = c.id`,
};

const PIECE = `id, case_id as "caseId", kind, holder_id as "holderId", category, subject_ids as "subjectIds", held_back as "heldBack",
  hidden_from_ids as "hiddenFromIds", recorded_at as "recordedAt", version, plain, sealed`;

const PIECES = `select ${PIECE}, parent_id as "parentId", valid_from as "validFrom", valid_until as "validUntil",
      null::uuid as "pieceId", null::uuid as "recordedById"
    from sig.piece where case_id = any($1::uuid[]) and kind = any($2::smallint[])`;

/** Every piece of these kinds in these cases. One statement however many there are of any of them. */
export const LOAD_PIECES: PreparedQuery = { name: 'load_pieces', text: PIECES };

/**
 * With them what changes of pieces left that can be shown (`$3` are the kinds): the versions that bear content. A
 * statement of its own, since PostgreSQL sets up the policies of versions, longer than those of pieces, even where it
 * asks for none.
 */
export const LOAD_PIECES_AND_VERSIONS: PreparedQuery = {
  name: 'load_pieces_and_versions',
  text: `${PIECES}
    union all select ${PIECE}, null, null, null, piece_id, recorded_by_id
    from sig.piece_version
      where case_id = any($1::uuid[]) and kind = any($3::smallint[]) and cause in ('CREATED', 'CHANGED')`,
};

/** What an operation needs of the cases that it shows. */
export interface Needs {
  /** Numbers of kinds of piece. */
  readonly kinds: ReadonlySet<number>;
  /** Kinds whose versions are shown. */
  readonly versions: ReadonlySet<number>;
  /** Further rows of the cases, by the name of the query. */
  readonly queries: ReadonlyMap<string, PreparedQuery>;
}

export const NOTHING_NEEDED: Needs = { kinds: new Set(), versions: new Set(), queries: new Map() };
