import type { AgencyId, CaseId } from '../core/ids.js';
import type { CaseKey, Sealer } from '../crypto/encryption.js';
import { PieceKeyEntity } from '../storage/piece-key.entity.js';
import type { UnitOfWork } from '../storage/unit-of-work.js';

/** What the key of an agency's part of a case is bound to. */
export function partOf(caseId: CaseId, holderId: AgencyId): string {
  return `${caseId} ${holderId}`;
}

/** The keys of one locked case: one for each agency that holds something, made when it first does. */
export class PieceKeys {
  readonly #keys = new Map<AgencyId, CaseKey>();

  constructor(
    private readonly em: UnitOfWork,
    private readonly sealer: Sealer,
    private readonly caseId: CaseId,
  ) {}

  async of(holderId: AgencyId): Promise<CaseKey> {
    const known = this.#keys.get(holderId);
    if (known !== undefined) return known;
    const { em, sealer, caseId } = this;
    const stored = await em.findOne(PieceKeyEntity, { caseId, holderId });
    const key = stored === null ? this.#make(holderId) : sealer.unwrap(stored.wrappedKey, partOf(caseId, holderId));
    this.#keys.set(holderId, key);
    return key;
  }

  #make(holderId: AgencyId): CaseKey {
    const { em, sealer, caseId } = this;
    const { key, wrapped } = sealer.newCaseKey(partOf(caseId, holderId));
    em.persist(em.create(PieceKeyEntity, { caseId, holderId, wrappedKey: wrapped }));
    return key;
  }
}
