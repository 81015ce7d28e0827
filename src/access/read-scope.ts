import DataLoader from 'dataloader';
import type { Decision } from '../core/decision.js';
import type { CaseFacts } from '../core/case-facts.js';
import type { AgencyId, CaseId, RoleTermId } from '../core/ids.js';
import { sharedRights } from '../core/rules/same-rights.js';
import type { CaseKey, Sealer } from '../crypto/encryption.js';
import { AccessLog } from './access-log.js';
import type { BoundedCache } from './bounded-cache.js';
import type { DecisionCache, KeptFacts } from './decision-cache.js';
import { parseFacts } from './facts.js';
import type { Kinds } from './kinds.js';
import type { KnownViewer } from './known-viewer.js';
import { NOTHING_NEEDED } from './load.js';
import type { CaseRow, Needs } from './load.js';
import { lacking, sendLoad } from './load-cases.js';
import type { Answers } from './load-cases.js';
import { LoadedCase } from './loaded-case.js';
import { OWN_CASES } from './own-cases.js';
import type { OwnCase } from './own-cases.js';
import type { PreparedQuery } from './prepared-query.js';
import type { ReaderConnection } from './reader-connection.js';
import type { Registers } from './registers.js';
import { Shown } from './shown.js';
import type { FieldRules, Source } from './shown.js';
import { openSealed, openVersion } from './stored-row.js';
import type { UnwrappedKeys } from './unwrapped-keys.js';

export interface ReadScopeDeps {
  readonly cache: DecisionCache;
  readonly registers: BoundedCache<string, Registers>;
  readonly sealer: Sealer;
  readonly unwrapped: UnwrappedKeys;
  readonly kinds: Kinds;
  /** The policies of a type's fields. */
  readonly rulesOf: (typename: string) => FieldRules;
  readonly newId: () => string;
  /** Told of every statement by name, before it is sent; for metrics and for tests that count. */
  readonly onStatement?: ((name: string) => void) | undefined;
  /**
   * Told of the kind of every row that the database let through although the decision closes it. The row is withheld
   * all the same; the opposite, a row that only the database keeps, cannot be seen from here.
   */
  readonly onPolicyMismatch?: (kind: string) => void;
}

const COLLEAGUES: PreparedQuery = { name: 'colleagues', text: 'select sig.colleagues($1) as ids' };
const CASE_OF_PIECE: PreparedQuery = {
  name: 'case_of_piece',
  text: 'select case_id as "caseId" from sig.piece where id = $1',
};

/** What the first flight may load already: cases that the operation names, and which the viewer's own are. */
export interface FirstLoad {
  readonly caseIds: readonly CaseId[];
  readonly needs: Needs;
  readonly listsOwnCases?: boolean;
}

/** What the first flight brought. */
export interface FirstAnswers {
  readonly loaded: Answers | null;
  readonly ownCases: readonly OwnCase[] | null;
}

/**
 * One operation of one viewer: a REPEATABLE READ transaction of the reader role, the cases that it loaded and its
 * access record.
 * Never shared between operations or events, nor between viewers save those of `sameRights` (P7, P12). Opened by
 * `openReadScope`, ended by `finish` or `abandon`.
 */
export class ReadScope {
  readonly log = new AccessLog();
  readonly #cases = new Map<CaseId, LoadedCase | null>();
  readonly #loaders = new Map<string, DataLoader<string, unknown>>();
  #ownCases: Promise<readonly OwnCase[]> | null = null;

  constructor(
    private readonly connection: ReaderConnection,
    private readonly deps: ReadScopeDeps,
    readonly viewer: KnownViewer,
    readonly at: number,
    readonly registers: Registers,
  ) {}

  get sealer(): Sealer {
    return this.deps.sealer;
  }

  get kinds(): Kinds {
    return this.deps.kinds;
  }

  query<Row extends object>(query: PreparedQuery, values: readonly unknown[]): Promise<Row[]> {
    return this.connection.query<Row>(query, values);
  }

  /** A loader of this scope by name, made on first use: one statement for all keys asked for together. */
  loader<Value>(
    name: string,
    batch: (keys: readonly string[]) => Promise<readonly Value[]>,
  ): DataLoader<string, Value> {
    let loader = this.#loaders.get(name);
    if (loader === undefined) {
      loader = new DataLoader<string, unknown>(batch);
      this.#loaders.set(name, loader);
    }
    return loader as DataLoader<string, Value>;
  }

  /** An object of the API that belongs to no case. */
  show(typename: string, source: Source): Shown {
    return new Shown(typename, this.deps.rulesOf(typename), null, source);
  }

  /** A case that was loaded before; `null` where it is unknown or not the viewer's to know. */
  loaded(id: CaseId): LoadedCase | null {
    const found = this.#cases.get(id);
    if (found === undefined) throw new Error('A case was asked for that was not loaded');
    return found;
  }

  /** One case with what is needed of it, or `null` where it is unknown or not the viewer's to know: the same answer. */
  async load(id: CaseId, needs: Needs = NOTHING_NEEDED): Promise<LoadedCase | null> {
    const [found] = await this.loadAll([id], needs);
    return found ?? null;
  }

  /**
   * The cases in the order of their ids, with whatever of them is not loaded yet: one flight, however many they are.
   */
  async loadAll(ids: readonly CaseId[], needs: Needs = NOTHING_NEEDED): Promise<(LoadedCase | null)[]> {
    const missing = this.#missing(ids, needs);
    if (missing !== null) this.#take(ids, missing, await this.#send(ids, missing));
    return ids.map((id) => this.#cases.get(id) ?? null);
  }

  /** The case of a piece that row-level security leaves to the viewer, with what is needed of it. */
  async locate(pieceId: string, needs: Needs): Promise<LoadedCase | null> {
    const [found] = await this.query<{ caseId: CaseId }>(CASE_OF_PIECE, [pieceId]);
    return found === undefined ? null : this.load(found.caseId, needs);
  }

  /** Every case that the viewer knows, by id; asked for once. */
  ownCases(): Promise<readonly OwnCase[]> {
    this.#ownCases ??= this.query<OwnCase>(OWN_CASES, []);
    return this.#ownCases;
  }

  /** What the first flight asked for, now that it is known who asks. */
  takeFirst({ caseIds, needs }: FirstLoad, { loaded, ownCases }: FirstAnswers): void {
    if (loaded !== null) this.#take(caseIds, needs, loaded);
    if (ownCases !== null) this.#ownCases = Promise.resolve(ownCases);
  }

  /**
   * Those who have, in this snapshot, the very rights of its viewer in a case: the one way in which anybody else is
   * told what was read here (P12).
   *
   * @param viewerIds of the capacity of this viewer
   */
  async sameRights(caseId: CaseId, viewerIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { viewer } = this;
    if (viewer.capacity !== 'PROFESSIONAL' && viewer.capacity !== 'COORDINATOR') return new Set([viewer.id]);
    const others = viewerIds.filter((id) => id !== viewer.id);
    if (others.length === 0) return new Set([viewer.id]);
    const [found, [row]] = await Promise.all([
      this.load(caseId),
      this.query<{ ids: RoleTermId[] }>(COLLEAGUES, [others]),
    ]);
    const rightsOf = (roleTermId: RoleTermId): string | null =>
      found && sharedRights(found.facts, { ...viewer, roleTermId }, this.at);
    const own = rightsOf(viewer.roleTermId);
    const equal = own === null ? [] : (row?.ids ?? []).filter((id) => rightsOf(id) === own);
    return new Set([viewer.id, ...equal]);
  }

  decide(facts: CaseFacts): Decision {
    return this.deps.cache.decisionOf(facts, this.viewer, this.at);
  }

  /** Writes the access record and commits. Only when this resolves may the response leave (P10). */
  finish(operationId: string): Promise<void> {
    const { id, capacity } = this.viewer;
    const agencyId = 'agencyId' in this.viewer ? this.viewer.agencyId : null;
    if (this.connection.ended) return Promise.resolve();
    return this.connection.commit(this.log.flush(operationId, { id, capacity, agencyId }, this.deps.newId));
  }

  /** The same for a frame that goes to several, a record for each. @param viewerIds found by {@link sameRights} */
  async finishFor(viewerIds: readonly string[]): Promise<void> {
    await this.connection.commit(this.log.flushFor(viewerIds));
  }

  /** Rolls back: nothing was shown, nothing is recorded. */
  abandon(): Promise<void> {
    return this.connection.abandon();
  }

  /** What of the needs one of the cases does not have; `null` where all have everything. */
  #missing(ids: readonly CaseId[], needs: Needs): Needs | null {
    const { kinds } = this.deps;
    if (ids.some((id) => !this.#cases.has(id))) return needs;
    const all = ids.flatMap((id) => {
      const known = this.#cases.get(id);
      return known === null || known === undefined ? [] : [lacking(known, needs, kinds)];
    });
    if (all.every(({ isNothing }) => isNothing)) return null;
    return {
      kinds: new Set(all.flatMap((one) => one.kinds.map(({ number }) => number))),
      versions: new Set(all.flatMap((one) => one.versions.map(({ number }) => number))),
      queries: new Map(all.flatMap((one) => one.queries.map((query) => [query.name, query] as const))),
    };
  }

  #send(ids: readonly CaseId[], needs: Needs): Promise<Answers> {
    return sendLoad(this.connection, this.deps.cache, ids, needs, new Set(this.#cases.keys()));
  }

  #take(ids: readonly CaseId[], needs: Needs, answers: Answers): void {
    const { kinds } = this.deps;
    for (const row of answers.cases)
      if (!this.#cases.get(row.id)) this.#cases.set(row.id, this.#judge(row, answers.inMemory.get(row.id)));
    for (const id of ids) if (!this.#cases.has(id)) this.#cases.set(id, null);
    const pieces = Map.groupBy(answers.pieces, (row) => row.caseId);
    const versions = Map.groupBy(answers.versions, (row) => row.caseId);
    for (const id of ids) {
      const found = this.#cases.get(id);
      if (found === null || found === undefined) continue;
      const missing = lacking(found, needs, kinds);
      const byKind = Map.groupBy(pieces.get(id) ?? [], (row) => row.kind);
      for (const kind of missing.kinds) found.addPieces(kind, byKind.get(kind.number) ?? []);
      const versionsByKind = Map.groupBy(versions.get(id) ?? [], (row) => row.kind);
      for (const kind of missing.versions) found.addVersions(kind, versionsByKind.get(kind.number) ?? []);
      for (const query of missing.queries) {
        found.addRows(
          query,
          (answers.rows.get(query.name) ?? []).filter(({ caseId }) => caseId === id),
        );
      }
    }
  }

  #judge(row: CaseRow, kept: KeptFacts | undefined): LoadedCase | null {
    const { cache, kinds, sealer, unwrapped, rulesOf, onPolicyMismatch = () => undefined } = this.deps;
    const facts = cache.factsOf(row, kept, (stored) => parseFacts(stored, kinds.rules));
    if (facts === null) return null;
    const decision = this.decide(facts);
    if (!decision.knowsCase) return null;
    const keys = new Map<AgencyId, CaseKey>();
    const keyOf = (holderId: AgencyId): CaseKey => {
      const wrapped = row.keys?.[holderId];
      if (wrapped === undefined) throw new Error('A piece is held by an agency without a key in its case');
      const key = keys.get(holderId) ?? unwrapped.of(row.id, holderId, wrapped);
      keys.set(holderId, key);
      return key;
    };
    const status = cache.statusOf(facts, decision, this.at);
    return new LoadedCase(row, facts, decision, status, {
      ...{ viewer: this.viewer, at: this.at, registers: this.registers, rulesOf, onPolicyMismatch },
      unseal: (kind, piece) => openSealed(sealer, keyOf(piece.holderId), kind, piece),
      unsealVersion: (kind, version) => openVersion(sealer, keyOf(version.holderId), kind, version),
    });
  }
}
