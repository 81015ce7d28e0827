import type { CaseId } from '../core/ids.js';
import type { DecisionCache, KeptFacts } from './decision-cache.js';
import type { Kinds } from './kinds.js';
import { LOAD_CASES, LOAD_PIECES, LOAD_PIECES_AND_VERSIONS } from './load.js';
import type { CaseRow, Needs } from './load.js';
import type { LoadedCase, StoredVersion } from './loaded-case.js';
import type { AnyKind } from './piece-kind.js';
import type { PreparedQuery } from './prepared-query.js';
import type { ReaderConnection } from './reader-connection.js';
import type { StoredRow } from './stored-row.js';

/** What the database answered to a load. */
export interface Answers {
  readonly cases: readonly CaseRow[];
  /** The facts whose versions it was given, and so did not send if they are the newest. */
  readonly inMemory: ReadonlyMap<CaseId, KeptFacts>;
  readonly pieces: readonly StoredRow[];
  readonly versions: readonly StoredVersion[];
  readonly rows: ReadonlyMap<string, readonly { readonly caseId: string }[]>;
}

/** What of the needs a case does not have yet. */
export interface Lacking {
  readonly kinds: readonly AnyKind[];
  readonly versions: readonly AnyKind[];
  readonly queries: readonly PreparedQuery[];
  readonly isNothing: boolean;
}

export function lacking(loaded: LoadedCase, needs: Needs, kinds: Kinds): Lacking {
  const missing = {
    kinds: [...needs.kinds].map((number) => kinds.byNumber(number)).filter((kind) => !loaded.has(kind)),
    versions: [...needs.versions].map((number) => kinds.byNumber(number)).filter((kind) => !loaded.hasVersions(kind)),
    queries: [...needs.queries.values()].filter((query) => !loaded.hasRows(query)),
  };
  const isNothing = Object.values(missing).every(({ length }) => length === 0);
  return { ...missing, isNothing };
}

/** Every statement of a load, without waiting for one before the next. */
export async function sendLoad(
  connection: ReaderConnection,
  cache: DecisionCache,
  ids: readonly CaseId[],
  { kinds, versions, queries }: Needs,
  knownIds: ReadonlySet<CaseId> = new Set(),
): Promise<Answers> {
  const unknown = ids.filter((id) => !knownIds.has(id));
  const inMemory = cache.factsInMemory(unknown);
  const versionsInMemory = unknown.map((id) => inMemory.get(id)?.version ?? null);
  const none: Promise<never[]> = Promise.resolve([]);
  const [cases, pieces, ...rows] = await connection.inOneFlight(() =>
    Promise.all([
      unknown.length === 0 ? none : connection.query<CaseRow>(LOAD_CASES, [unknown, versionsInMemory]),
      kinds.size === 0 && versions.size === 0 ? none : loadPieces(connection, ids, [...kinds], [...versions]),
      ...[...queries.values()].map((query) => connection.query<{ caseId: string }>(query, [ids])),
    ] as const),
  );
  return {
    cases,
    inMemory,
    pieces: pieces.filter((row): row is StoredRow => !isVersion(row)),
    versions: pieces.filter(isVersion),
    rows: new Map([...queries.keys()].map((name, at) => [name, rows[at] ?? []])),
  };
}

function loadPieces(
  connection: ReaderConnection,
  ids: readonly CaseId[],
  kinds: readonly number[],
  versions: readonly number[],
): Promise<(StoredRow | StoredVersion)[]> {
  return versions.length === 0
    ? connection.query(LOAD_PIECES, [ids, kinds])
    : connection.query(LOAD_PIECES_AND_VERSIONS, [ids, kinds, versions]);
}

function isVersion(row: StoredRow | StoredVersion): row is StoredVersion {
  return (row as Partial<StoredVersion>).pieceId != null;
}
