import { MerkleTree } from './merkle.js';
import { hashOf } from './sealed-row.js';
import type { SealedRow } from './sealed-row.js';
import type { SignedRoot } from './signed-root.js';

export type FindingKind = 'CHANGED' | 'REORDERED' | 'REMOVED' | 'ADDED' | 'ROOT_REFUSED' | 'ROOT_DIFFERS';

/** One thing wrong with the record; `where` names the row, or the place where one is missing. */
export interface Finding {
  readonly kind: FindingKind;
  readonly where: string;
}

interface Head {
  readonly id: string;
  readonly chainSeq: number;
  readonly hash: Buffer;
}

/** More rows than these are not told apart into changed and reordered; that takes each with each other. */
const COMPARED = 500;
const NO_HASH = Buffer.alloc(0);

/**
 * Walks through the whole record once, in the order of its positions. What is wrong is named: a row that does not fit
 * its own seal, a place without its row, a row whose successor says that it was another, and a signed root that does
 * not fit. A row after the newest root can be taken from the end, or added there, without a trace: that is why roots
 * are exported.
 */
export class Verification {
  readonly #heads = new Map<string, Head>();
  readonly #tree = new MerkleTree();
  readonly #found: Finding[] = [];
  readonly #unfitting: SealedRow[] = [];
  readonly #roots: SignedRoot[];
  readonly #signedSize: number;
  #last = 0;
  /** How many rows the newest root covers that fits. */
  #agreed = 0;
  rows = 0;

  /** @param roots those whose signature holds. */
  constructor(roots: readonly SignedRoot[]) {
    this.#roots = [...roots].sort((a, b) => a.size - b.size);
    this.#signedSize = this.#roots.at(-1)?.size ?? 0;
  }

  read(row: SealedRow): void {
    this.rows += 1;
    this.#checkPosition(row);
    const before = this.#heads.get(row.caseId) ?? { id: '', chainSeq: 0, hash: NO_HASH };
    if (!hashOf(row, row).equals(row.hash)) this.#unfitting.push(row);
    else if (row.chainSeq === before.chainSeq + 1 && !row.previousHash.equals(before.hash)) {
      // The row itself is as it was sealed, so it is the one before it that was sealed anew.
      this.#find('CHANGED', `record ${before.id} of case ${row.caseId}, or record ${row.id} sealed after it`);
    }
    if (row.chainSeq > before.chainSeq + 1)
      this.#find('REMOVED', `records ${before.chainSeq + 1} to ${row.chainSeq - 1} of case ${row.caseId}`);
    else if (row.chainSeq <= before.chainSeq) this.#find('ADDED', `record ${row.id} of case ${row.caseId}`);
    this.#heads.set(row.caseId, { id: row.id, chainSeq: row.chainSeq, hash: row.hash });
    this.#tree.append(row.hash);
    this.#checkRoots();
  }

  /** Everything found, once all rows were read. */
  finish(): readonly Finding[] {
    if (this.#signedSize > this.#last)
      this.#find(
        'REMOVED',
        `positions ${this.#last + 1} to ${this.#signedSize} at the end, which a signed root covers`,
      );
    for (const row of this.#unfitting) {
      const { id, caseId } = row;
      this.#find(this.#fitsAnothersPlace(row) ? 'REORDERED' : 'CHANGED', `record ${id} of case ${caseId}`);
    }
    return this.#found;
  }

  #checkPosition({ position }: SealedRow): void {
    if (position > this.#last + 1) {
      this.#find('REMOVED', `positions ${this.#last + 1} to ${position - 1}`);
      // A missing leaf makes every later root differ; that would say nothing more.
      this.#roots.length = 0;
    }
    this.#last = position;
  }

  #checkRoots(): void {
    while (this.#roots[0]?.size === this.#tree.size) {
      const [signed] = this.#roots.splice(0, 1);
      if (signed === undefined) return;
      if (signed.root.equals(this.#tree.root())) {
        this.#agreed = signed.size;
        continue;
      }
      this.#find(
        'ROOT_DIFFERS',
        `positions ${this.#agreed + 1} to ${signed.size}, signed at ${new Date(signed.at).toISOString()}`,
      );
      // All later ones differ too, for the same reason.
      this.#roots.length = 0;
    }
  }

  /** A row whose content was sealed at a place where another stands now. */
  #fitsAnothersPlace(row: SealedRow): boolean {
    return (
      this.#unfitting.length <= COMPARED &&
      this.#unfitting.some((other) => other !== row && hashOf(row, other).equals(other.hash))
    );
  }

  #find(kind: FindingKind, where: string): void {
    this.#found.push({ kind, where });
  }
}
