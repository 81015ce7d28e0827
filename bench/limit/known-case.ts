import type { StoredPiece } from './stored-piece.js';

/** The record of a read, as it was kept. */
export interface KeptRecord {
  readonly caseId: string;
  readonly entries: readonly { readonly holderId: string; readonly category: string }[];
}

/** One operation by heart: how it is asked, what the product answered, and what it recorded. */
export interface Lesson {
  readonly name: 'full' | 'list' | 'progress' | 'status' | 'viewer';
  readonly body: string;
  readonly answer: string;
  readonly records: readonly KeptRecord[];
}

/**
 * What follows from the facts of a case and the day alone. The limit is taught it by one answer of the product, and keeps
 * it for the version of the facts and the day of its first read: it says at least as much as the product's own caches.
 */
export class KnownCase<Told> {
  readonly #basisOf: ReadonlyMap<string, string>;
  #version: string | null = null;

  constructor(
    readonly told: Told,
    record: KeptRecord | undefined,
  ) {
    this.#basisOf = new Map(
      record?.entries.map((entry) => [`${entry.holderId} ${entry.category}`, JSON.stringify(entry)]),
    );
  }

  /** @throws Error when what it knows is of another version or day */
  requireVersion(version: string): void {
    this.#version ??= version;
    if (this.#version !== version) throw new Error('The facts are no longer those that were taught');
  }

  /** One entry for each cell of which one of these pieces is. @throws Error for a cell that the product did not show */
  entriesOf(pieces: Iterable<Pick<StoredPiece, 3 | 4>>): string {
    const entries = new Set<string>();
    for (const { 3: holderId, 4: category } of pieces) {
      const entry = this.#basisOf.get(`${holderId} ${category}`);
      if (entry === undefined) throw new Error('Something is shown that the product did not record');
      entries.add(entry);
    }
    return `[${[...entries].join()}]`;
  }
}
