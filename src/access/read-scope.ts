import DataLoader from 'dataloader';
import type { Pool, PoolClient } from 'pg';
import type { Decide, Decision } from '../core/decision.js';
import type { CaseFacts } from '../core/case-facts.js';
import type { CaseId, RoleTermId } from '../core/ids.js';
import type { PieceKind } from '../core/piece.js';
import { sharedRights } from '../core/rules/same-rights.js';
import type { Capacity, Viewer } from '../core/viewer.js';
import type { Sealer } from '../database/encryption.js';
import type { PolicyTable } from '../graphql/policy-table.js';
import { CASE_FACTS, parseFacts } from './facts.js';
import { Quiet } from './quiet.js';
import { Recorder } from './recorder.js';
import type { PieceRow, PieceSection, Statement } from './section.js';

/** Who a verified token says is asking. */
export interface Credentials {
  readonly subjectId: string;
  readonly capacity: Capacity;
}

/** The viewer as the database knows them in this snapshot; the family has no profession. */
export type KnownViewer = Viewer & {
  readonly id: string;
  readonly name: string | null;
  readonly profession?: string;
};

export interface ReadScopeDeps {
  readonly decide: Decide;
  readonly sealer: Sealer;
  readonly policies: PolicyTable;
  readonly newId: () => string;
  /** Told of every statement by name, before it is sent; for metrics and for tests that count. */
  readonly onStatement?: (name: string) => void;
  /**
   * Told of the kind of every row that the database let through although the decision closes it. The row is withheld all
   * the same; the opposite, a row that only the database keeps, cannot be seen from here.
   */
  readonly onDisagreement?: (kind: PieceKind) => void;
}

const COLLEAGUES: Statement = { name: 'colleagues', text: 'select sig.colleagues($1) as ids' };
const OPEN: Statement = { name: 'open_scope', text: 'select at, viewer from sig.open_scope($1, $2)' };

/**
 * One operation of one viewer: a REPEATABLE READ transaction of the reader role, its loaders and its access record.
 * Never shared between operations or events, nor between viewers save those of `sameRights` (P7, P12). Opened by `openReadScope`, ended by `finish` or `abandon`.
 */
export class ReadScope {
  readonly recorder = new Recorder();
  readonly #client: PoolClient;
  readonly #deps: ReadScopeDeps;
  readonly #sections = new Map<string, DataLoader<CaseId, readonly PieceRow[]>>();
  readonly #loaders = new Map<string, DataLoader<string, unknown>>();
  readonly #decisions = new WeakMap<CaseFacts, Decision>();
  readonly #facts: DataLoader<CaseId, CaseFacts | null>;
  readonly #quiet = new Quiet();
  #ended = false;

  constructor(
    client: PoolClient,
    deps: ReadScopeDeps,
    readonly viewer: KnownViewer,
    readonly at: number,
  ) {
    this.#client = client;
    this.#deps = deps;
    this.#facts = new DataLoader((ids) => this.#loadFacts(ids));
  }

  get policies(): PolicyTable {
    return this.#deps.policies;
  }

  get sealer(): Sealer {
    return this.#deps.sealer;
  }

  /** @throws Error once the read is over: a straggler must not reach a connection that somebody else may have by now. */
  async query<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    if (this.#ended) throw new Error('The read is over');
    return this.#quiet.during(this.#send<Row>(statement, values));
  }

  /** The facts of a case, or `null` where the case is unknown or not the viewer's to know: the same answer. */
  facts(caseId: CaseId): Promise<CaseFacts | null> {
    return this.#facts.load(caseId);
  }

  decide(facts: CaseFacts): Decision {
    const known = this.#decisions.get(facts) ?? this.#deps.decide(facts, this.viewer, this.at);
    this.#decisions.set(facts, known);
    return known;
  }

  pieces(section: PieceSection, caseId: CaseId): Promise<readonly PieceRow[]> {
    let loader = this.#sections.get(section.statement.name);
    if (loader === undefined) {
      loader = new DataLoader((ids) => this.#loadPieces(section, ids));
      this.#sections.set(section.statement.name, loader);
    }
    return loader.load(caseId);
  }

  /**
   * A loader of this scope by name, made on first use: one statement for all keys asked for together. With `last` it
   * waits until every other statement is answered, for what hangs on the rows of many sections.
   */
  loader<Value>(
    name: string,
    batch: (keys: readonly string[]) => Promise<readonly Value[]>,
    { last = false } = {},
  ): DataLoader<string, Value> {
    let loader = this.#loaders.get(name);
    if (loader === undefined) {
      const batchScheduleFn = last ? (run: () => void) => this.#quiet.putOff(run) : undefined;
      loader = new DataLoader<string, unknown>(batch, { ...(batchScheduleFn && { batchScheduleFn }) });
      this.#loaders.set(name, loader);
    }
    return loader as DataLoader<string, Value>;
  }

  /**
   * Those who have, in this snapshot, the very rights of its viewer in a case: the one way in which anybody else is told
   * what was read here (P12).
   *
   * @param viewerIds of the capacity of this viewer
   */
  async sameRights(caseId: CaseId, viewerIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { viewer } = this;
    if (viewer.capacity !== 'PROFESSIONAL' && viewer.capacity !== 'COORDINATOR') return new Set([viewer.id]);
    const others = viewerIds.filter((id) => id !== viewer.id);
    if (others.length === 0) return new Set([viewer.id]);
    const [facts, [row]] = await Promise.all([
      this.facts(caseId),
      this.query<{ ids: RoleTermId[] }>(COLLEAGUES, [others]),
    ]);
    const rightsOf = (roleTermId: RoleTermId): string | null =>
      facts && sharedRights(facts, { ...viewer, roleTermId }, this.at);
    const own = rightsOf(viewer.roleTermId);
    const equal = own === null ? [] : (row?.ids ?? []).filter((id) => rightsOf(id) === own);
    return new Set([viewer.id, ...equal]);
  }

  /** Writes the access record and commits. Only when this resolves may the response leave (P10). */
  finish(operationId: string): Promise<void> {
    const { id, capacity } = this.viewer;
    const agencyId = 'agencyId' in this.viewer ? this.viewer.agencyId : null;
    return this.#finish(() => this.recorder.flush(operationId, { id, capacity, agencyId }, this.#deps.newId));
  }

  /** The same for a frame that goes to several, a record for each. @param viewerIds found by {@link sameRights} */
  finishFor(viewerIds: readonly string[]): Promise<void> {
    return this.#finish(() => this.recorder.flushFor(viewerIds));
  }

  async #finish(flush: () => { statement: Statement; values: unknown[] } | null): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    let broken: Error | undefined;
    try {
      const record = flush();
      if (record !== null) await this.#send(record.statement, record.values);
      const { command } = await this.#client.query('commit');
      // Committing an aborted transaction resolves too; only the command tag tells that nothing was kept.
      if (command !== 'COMMIT') throw new Error(`The read ended with ${command}: its access record was not kept`);
    } catch (error) {
      broken = error as Error;
      throw error;
    } finally {
      this.#client.release(broken);
    }
  }

  /** Rolls back: nothing was shown, nothing is recorded. */
  async abandon(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    await this.#client.query('rollback').then(
      () => this.#client.release(),
      (error: unknown) => this.#client.release(error instanceof Error ? error : true),
    );
  }

  async #send<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    this.#deps.onStatement?.(statement.name);
    const { rows } = await this.#client.query<Row>({ ...statement, values: [...values] });
    return rows;
  }

  async #loadFacts(ids: readonly CaseId[]): Promise<(CaseFacts | null)[]> {
    const rows = await this.query<{ caseId: CaseId; facts: unknown }>(CASE_FACTS, [ids]);
    const byCase = new Map(rows.map((row) => [row.caseId, parseFacts(row.facts)]));
    return ids.map((id) => byCase.get(id) ?? null);
  }

  async #loadPieces(section: PieceSection, ids: readonly CaseId[]): Promise<PieceRow[][]> {
    const rows = await this.query<PieceRow>(section.statement, [ids]);
    const byCase = Map.groupBy(rows, (row) => row.caseId);
    const pieces = ids.map((id) =>
      (byCase.get(id) ?? []).map((row) => ({ ...row, kind: section.kind, table: section.table })),
    );
    await Promise.all(ids.map((id, at) => this.#compareWalls(id, pieces[at] ?? [])));
    return pieces;
  }

  async #compareWalls(id: CaseId, pieces: readonly PieceRow[]): Promise<void> {
    if (pieces.length === 0) return;
    const facts = await this.facts(id);
    const decision = facts === null ? null : this.decide(facts);
    for (const piece of pieces) {
      if (decision?.piece(piece).open !== true) this.#deps.onDisagreement?.(piece.kind);
    }
  }
}

/** `null` when the role term or the family member that the token names does not hold (any more). */
export async function openReadScope(
  pool: Pool,
  credentials: Credentials,
  deps: ReadScopeDeps,
): Promise<ReadScope | null> {
  const client = await pool.connect();
  try {
    deps.onStatement?.(OPEN.name);
    // Both are under way at once; a lost connection fails both, and a failure that nobody waits for ends the process.
    const [, opened] = await Promise.all([
      client.query('begin isolation level repeatable read'),
      client.query<{ at: number; viewer: KnownViewer }>({
        ...OPEN,
        values: [credentials.subjectId, credentials.capacity],
      }),
    ]);
    const row = opened.rows[0];
    if (row !== undefined) return new ReadScope(client, deps, row.viewer, row.at);
    await client.query('rollback');
    client.release();
    return null;
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}
