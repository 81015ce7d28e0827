import type { CaseStatus } from '../core/case-status.js';
import type { CaseFacts } from '../core/case-facts.js';
import type { Basis, Decision } from '../core/decision.js';
import type { CaseId } from '../core/ids.js';
import type { PieceFacts } from '../core/piece.js';
import type { AccessEntry } from './access-log.js';
import type { CaseShell } from './load.js';
import { inOrder, openPiece } from './open-piece.js';
import type { OpenPiece } from './open-piece.js';
import type { AnyKind, Fields, PieceKindOf } from './piece-kind.js';
import type { CaseQuery } from './prepared-query.js';
import type { Registers } from './registers.js';
import { Shown } from './shown.js';
import type { FieldRules, ShownCase, Source } from './shown.js';
import type { StoredRow } from './stored-row.js';
import type { KnownViewer } from './known-viewer.js';

/** A version of a piece that the decision opened: the fields that it gave, and no others. */
export interface OpenVersion {
  readonly id: string;
  readonly pieceId: string;
  readonly version: number;
  readonly recordedAt: number;
  readonly recordedById: string | null;
  readonly entry: AccessEntry;
  readonly given: () => Readonly<Record<string, unknown>>;
}

export interface StoredVersion extends Omit<StoredRow, 'parentId' | 'validFrom' | 'validUntil'> {
  readonly pieceId: string;
  readonly recordedById: string | null;
}

export interface LoadedCaseDeps {
  readonly viewer: KnownViewer;
  readonly at: number;
  readonly registers: Registers;
  readonly rulesOf: (typename: string) => FieldRules;
  /** Opens what is sealed of a row of this case. */
  readonly unseal: (kind: AnyKind, row: StoredRow) => Record<string, unknown>;
  readonly unsealVersion: (kind: AnyKind, row: StoredVersion) => Record<string, unknown>;
  /** Told of the kind of every row that the database let through although the decision closes it. */
  readonly onPolicyMismatch: (kind: string) => void;
}

/**
 * One case as one viewer may see it in one snapshot: judged, with the pieces that are open. Everything in it is there;
 * asking for what the
 * operation's plan did not load is a fault of the server.
 */
export class LoadedCase implements ShownCase {
  readonly id: CaseId;
  readonly #pieces = new Map<string, OpenPiece[]>();
  readonly #versions = new Map<string, OpenVersion[]>();
  readonly #rows = new Map<string, readonly unknown[]>();
  readonly #once = new Map<string, unknown>();
  readonly #entries = new Map<string, AccessEntry>();

  constructor(
    readonly shell: CaseShell,
    readonly facts: CaseFacts,
    readonly decision: Decision,
    readonly status: CaseStatus,
    private readonly deps: LoadedCaseDeps,
  ) {
    this.id = shell.id;
  }

  get viewer(): KnownViewer {
    return this.deps.viewer;
  }

  get at(): number {
    return this.deps.at;
  }

  get registers(): Registers {
    return this.deps.registers;
  }

  /** The pieces of a kind that are open, in the order of the kind. */
  open<Of extends Fields>(kind: PieceKindOf<Of>): readonly OpenPiece<Of>[] {
    const pieces = this.#pieces.get(kind.name);
    if (pieces === undefined) throw new Error(`Pieces of the kind ${kind.name} were not loaded`);
    return pieces as unknown as readonly OpenPiece<Of>[];
  }

  versions(kind: AnyKind): readonly OpenVersion[] {
    const versions = this.#versions.get(kind.name);
    if (versions === undefined) throw new Error(`Versions of the kind ${kind.name} were not loaded`);
    return versions;
  }

  /** Further rows of the case, as row-level security leaves them to the viewer. */
  rows<Row extends { readonly caseId: string }>(query: CaseQuery<Row>): readonly Row[] {
    const rows = this.#rows.get(query.name);
    if (rows === undefined) throw new Error(`The rows of ${query.name} were not loaded`);
    return rows as readonly Row[];
  }

  /** An object of the API about this case. */
  show(typename: string, source: Source): Shown {
    return new Shown(typename, this.deps.rulesOf(typename), this, source);
  }

  /**
   * Worked out when it is first asked for, and once: so that each object is presented once, wherever it is referred to.
   */
  once<Value>(key: string, work: () => Value): Value {
    if (this.#once.has(key)) return this.#once.get(key) as Value;
    const value = work();
    this.#once.set(key, value);
    return value;
  }

  has(kind: AnyKind): boolean {
    return this.#pieces.has(kind.name);
  }

  hasVersions(kind: AnyKind): boolean {
    return this.#versions.has(kind.name);
  }

  hasRows({ name }: { readonly name: string }): boolean {
    return this.#rows.has(name);
  }

  /** Judges each row once, and compares the two layers in the same pass: what the decision closes is gone here. */
  addPieces(kind: AnyKind, rows: readonly StoredRow[]): void {
    const { unseal } = this.deps;
    const open = rows.flatMap((row) => {
      const entry = this.#judge(kind, row);
      return entry === null ? [] : [openPiece(kind, row, entry, unseal)];
    });
    this.#pieces.set(kind.name, inOrder(kind, open));
  }

  addVersions(kind: AnyKind, rows: readonly StoredVersion[]): void {
    const open = rows.flatMap((row): OpenVersion[] => {
      const entry = this.#judge(kind, row);
      const { id, pieceId, version, recordedAt, recordedById } = row;
      let opened: Record<string, unknown> | undefined;
      const given = (): Record<string, unknown> => (opened ??= { ...row.plain, ...this.deps.unsealVersion(kind, row) });
      return entry === null ? [] : [{ id, pieceId, version, recordedAt, recordedById, entry, given }];
    });
    this.#versions.set(kind.name, open);
  }

  addRows({ name }: { readonly name: string }, rows: readonly unknown[]): void {
    this.#rows.set(name, rows);
  }

  #judge(kind: AnyKind, row: Omit<PieceFacts, 'kind'>): AccessEntry | null {
    const { holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt } = row;
    const facts = { kind: kind.name, holderId, category, subjectIds, heldBack, hiddenFromIds, recordedAt };
    const verdict = this.decision.piece(facts);
    if (verdict.open) return this.#entryOf(facts, verdict.basis);
    this.deps.onPolicyMismatch(kind.name);
    return null;
  }

  /** One object for all pieces of which the record says the same. */
  #entryOf({ holderId, category, hiddenFromIds }: PieceFacts, basis: Basis): AccessEntry {
    const carriers = basis.kind === 'CONSENT' ? basis.statements.join() : basis.kind === 'RULE' ? basis.rule : '';
    const key = `${holderId} ${category} ${basis.kind} ${carriers} ${hiddenFromIds.join()}`;
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const entry: AccessEntry = { caseId: this.id, holderId, category, basis, hiddenFromIds };
    this.#entries.set(key, entry);
    return entry;
  }
}

/** The case that a shown object belongs to. @throws Error for one of no case: a fault of the server */
export function caseOf(shown: Shown): LoadedCase {
  if (shown.of instanceof LoadedCase) return shown.of;
  throw new Error('A field of an object was asked for that belongs to no case');
}
