import { createHash } from 'node:crypto';

const HASH_BYTES = 32;

/**
 * A Merkle tree that only grows (RFC 6962, section 2.1: leaves and inner nodes are hashed with different prefixes). It
 * keeps one hash for each perfect subtree, so that it can be put away and taken up again whatever its size.
 */
export class MerkleTree {
  #size: number;
  /** Roots of the perfect subtrees, largest first; their sizes are the ones of `#size` in binary. */
  readonly #peaks: Buffer[];

  constructor(size = 0, frontier: Buffer = Buffer.alloc(0)) {
    this.#size = size;
    this.#peaks = [];
    for (let start = 0; start < frontier.length; start += HASH_BYTES)
      this.#peaks.push(frontier.subarray(start, start + HASH_BYTES));
    if (this.#peaks.length !== onesOf(size))
      throw new Error('The stored frontier does not belong to a tree of that size');
  }

  get size(): number {
    return this.#size;
  }

  get frontier(): Buffer {
    return Buffer.concat(this.#peaks);
  }

  append(entry: Buffer): void {
    let node = hash(0, entry);
    // As in counting up in binary: every trailing one is a subtree of the same size to join with.
    for (let carry = this.#size; carry % 2 === 1; carry = Math.floor(carry / 2)) {
      const left = this.#peaks.pop();
      if (left !== undefined) node = hash(1, left, node);
    }
    this.#peaks.push(node);
    this.#size += 1;
  }

  root(): Buffer {
    const [smallest, ...larger] = [...this.#peaks].reverse();
    if (smallest === undefined) return createHash('sha256').digest();
    return larger.reduce((right, left) => hash(1, left, right), smallest);
  }
}

function hash(prefix: 0 | 1, ...parts: readonly Buffer[]): Buffer {
  const sum = createHash('sha256').update(Buffer.of(prefix));
  for (const part of parts) sum.update(part);
  return sum.digest();
}

function onesOf(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}
