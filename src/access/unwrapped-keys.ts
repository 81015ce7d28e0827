import type { AgencyId, CaseId } from '../core/ids.js';
import type { CaseKey, Sealer } from '../crypto/encryption.js';
import { BoundedCache } from './bounded-cache.js';
import { partOf } from './piece-keys.js';

/** About 300 bytes each. */
const MOST_KEYS = 2_000;

/**
 * Keys of parts of cases that were unwrapped before, found by the part and its wrapped text together. A read has that
 * text from its own snapshot, so a key whose row was destroyed is found by no read; it leaves the memory of the process when
 * others take its place or the process ends.
 */
export class UnwrappedKeys {
  readonly #kept = new BoundedCache<string, CaseKey>(MOST_KEYS);

  constructor(private readonly sealer: Sealer) {}

  /**
   * @param wrapped as Base64
   * @throws Error when it is not the key of this part
   */
  of(caseId: CaseId, holderId: AgencyId, wrapped: string): CaseKey {
    const part = partOf(caseId, holderId);
    // By the part as well: a wrapped key that somebody moved to another row must fail, unwrapped before or not.
    const place = `${part} ${wrapped}`;
    const key = this.#kept.get(place) ?? this.sealer.unwrap(Buffer.from(wrapped, 'base64'), part);
    this.#kept.set(place, key);
    return key;
  }
}
