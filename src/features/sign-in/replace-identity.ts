import type { CaseId, MunicipalityId, PersonId, ProfessionalId } from '../../core/ids.js';
import type { Instant } from '../../core/period.js';
import type { IdentityKind } from '../../core/sign-in-identity.js';
import type { CommandScope } from '../../access/command-scope.js';
import { Identity } from './identity.entity.js';

/** The command, whatever it has locked. */
export interface TyingScope {
  readonly em: CommandScope['em'];
  readonly at: Instant;
  readonly viewer: { readonly id: string };
  readonly newId: () => string;
  readonly municipalityId: MunicipalityId;
  readonly identityHash: (key: string) => Buffer;
}

export type IdentityOwner =
  | { readonly professionalId: ProfessionalId; readonly caseId: null; readonly personId: null }
  | { readonly professionalId: null; readonly caseId: CaseId; readonly personId: PersonId };

/** Ends what takes the place of it, and never rewrites it: who could sign in as whom, and when, stays on record. */
export async function replaceIdentity(
  { em, at, viewer, newId, municipalityId, identityHash }: TyingScope,
  owner: IdentityOwner,
  next: { readonly kind: IdentityKind; readonly key: string } | null,
): Promise<void> {
  const hash = next === null ? null : identityHash(next.key).toString('hex');
  const tied = await em.find(Identity, { ...owner, validUntil: null });
  for (const one of tied) {
    const isReplaced = next === null || (one.kind === next.kind && one.hash !== hash);
    if (isReplaced) one.validUntil = Math.max(at, one.validFrom);
  }
  if (next === null || hash === null || tied.some((one) => one.hash === hash)) return;
  const row = { id: newId(), municipalityId, kind: next.kind, hash, ...owner };
  const times = { validFrom: at, validUntil: null, recordedAt: at };
  em.persist(em.create(Identity, { ...row, ...times, recordedById: viewer.id }));
}

/** Whether somebody else of the municipality comes in by it. */
export async function isTaken(
  { em, municipalityId, identityHash }: TyingScope,
  professionalId: ProfessionalId,
  key: string,
): Promise<boolean> {
  const hash = identityHash(key).toString('hex');
  const found = await em.find(Identity, { municipalityId, hash, validUntil: null });
  return found.some((one) => one.professionalId !== null && one.professionalId !== professionalId);
}
