import type { CaseFacts } from '../core/case-facts.js';
import type { Decide, Decision } from '../core/decision.js';
import type { CaseId } from '../core/ids.js';
import type { CaseKey, SealedPlace, Sealer } from '../crypto/encryption.js';
import type { UnitOfWork } from '../storage/unit-of-work.js';
import type { Change } from './change.js';
import { OutboxRow } from './outbox-row.entity.js';
import { COMMAND_FACTS, parseFacts } from './facts.js';
import type { Kinds } from './kinds.js';
import { projectionOf } from './opening-projection.js';
import { PieceStore } from './piece-store.js';
import type { KnownViewer } from './known-viewer.js';
import type { PreparedQuery, SendQuery } from './prepared-query.js';

/** What the lock told: the case, its new number, and the viewer at the instant of the command. */
export interface LockedCase {
  readonly caseId: CaseId;
  readonly at: number;
  readonly viewer: KnownViewer;
  readonly seq: number;
  readonly wrappedKey: Buffer;
}

export interface CommandScopeDeps {
  readonly decide: Decide;
  readonly sealer: Sealer;
  readonly kinds: Kinds;
  /** The keyed hash by which a personal identity number is found again. */
  readonly identityHash: (key: string) => Buffer;
  readonly newId: () => string;
  readonly onStatement?: (name: string) => void;
}

/** Told to the clock: no read that starts later may be earlier than this. */
export const FACTS_AT: PreparedQuery = {
  name: 'facts_at',
  text: 'update sig.case_file set facts_at = to_timestamp($2 / 1000.0) where id = $1',
};

/**
 * One command of one viewer on one case that it has locked: what it may rest on, and what it writes through. Opened and
 * committed by `run-command`; a command itself never begins, commits or waits for anything else than its statements.
 */
export class CommandScope {
  readonly caseId: CaseId;
  readonly viewer: KnownViewer;
  /** The instant of the command: everything that it records bears it. */
  readonly at: number;
  /** The pieces of the case. */
  readonly pieces: PieceStore;
  readonly #changes: Change[] = [];
  #key: CaseKey | undefined;
  #factsChanged = false;

  constructor(
    readonly query: SendQuery,
    /** The unit of work; flushed when the command is done. */
    readonly em: UnitOfWork,
    /** As they stood when the case was locked; of a case that is just beginning, nobody is in them yet. */
    readonly facts: CaseFacts,
    private readonly locked: LockedCase,
    private readonly deps: CommandScopeDeps,
  ) {
    this.caseId = locked.caseId;
    this.viewer = locked.viewer;
    this.at = locked.at;
    const { sealer, kinds } = deps;
    const { caseId, at, viewer } = locked;
    this.pieces = new PieceStore({ em, sealer, kinds, caseId, at, writerId: viewer.id, newId: deps.newId });
  }

  /** What the viewer may see: a command never acts on a piece that is withheld from whoever gives it. */
  decision(): Decision {
    return this.deps.decide(this.facts, this.viewer, this.at);
  }

  /** The sequence number of the command in its case. It is never shown: it counts hidden changes too. */
  get number(): number {
    return this.locked.seq;
  }

  newId(): string {
    return this.deps.newId();
  }

  seal(plain: string, place: SealedPlace): Buffer {
    return this.deps.sealer.seal(this.#caseKey(), plain, place);
  }

  /** Opens what was sealed in the locked case. */
  unseal(sealed: Buffer, place: SealedPlace): string {
    return this.deps.sealer.open(this.#caseKey(), sealed, place);
  }

  /** A key of its own, bound to an id, for what somebody is to read who does not know the case. */
  newKey(id: string): { readonly wrapped: Buffer; seal(plain: string, place: SealedPlace): Buffer } {
    const { sealer } = this.deps;
    const { key, wrapped } = sealer.newCaseKey(id);
    return { wrapped, seal: (plain, place) => sealer.seal(key, plain, place) };
  }

  identityHash(key: string): Buffer {
    return this.deps.identityHash(key);
  }

  /** Tells subscribers, once the command is committed, that these rows may have changed. */
  changed(change: Change): void {
    this.#changes.push(change);
  }

  /** To be called by whoever writes what {@link CaseFacts} are read from: the projection must follow. */
  markFactsChanged(): void {
    this.#factsChanged = true;
  }

  /** The facts with all that the command has written by now. */
  async factsNow(): Promise<CaseFacts> {
    await this.em.flush();
    const [row] = await this.query<{ facts: unknown }>(COMMAND_FACTS, []);
    return parseFacts(row?.facts, this.deps.kinds.rules);
  }

  /** Writes everything that the command gathered. */
  async write(): Promise<void> {
    const { caseId, at, em, locked, viewer } = this;
    for (const [kind, same] of Map.groupBy(this.#changes, (change) => change.kind)) {
      const ids = [...new Set(same.flatMap((change) => change.ids))];
      const row = {
        id: this.newId(),
        caseId,
        caseSeq: locked.seq,
        kind,
        ids,
        recordedAt: at,
        position: null,
        byId: viewer.id,
      };
      em.persist(em.create(OutboxRow, row));
    }
    await em.flush();
    if (this.#factsChanged) {
      for (const { statement, values } of projectionOf(await this.factsNow(), at)) await this.query(statement, values);
      await this.query(FACTS_AT, [caseId, at]);
    }
  }

  #caseKey(): CaseKey {
    this.#key ??= this.deps.sealer.unwrap(this.locked.wrappedKey, this.caseId);
    return this.#key;
  }
}
