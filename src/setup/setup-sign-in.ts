import { signInKey } from '../core/sign-in-identity.js';
import type { IdentityKind } from '../core/sign-in-identity.js';

/** As a setup file says who somebody is to an identity provider: one of these. */
export interface SetupSignIn {
  readonly hsaId?: string | undefined;
  readonly email?: string | undefined;
  readonly personalIdentityNumber?: string | undefined;
  readonly subject?: { readonly issuer: string; readonly sub: string } | undefined;
}

/** @returns `null` for what cannot be an identity of its kind; `key` is what is stored as a keyed hash */
export function keyOfSignIn(signIn: SetupSignIn): { readonly kind: IdentityKind; readonly key: string } | null {
  const { hsaId, email, personalIdentityNumber, subject } = signIn;
  const [kind, value, issuer]: [IdentityKind, string | undefined, string] =
    subject !== undefined
      ? ['SUBJECT', subject.sub, subject.issuer]
      : hsaId !== undefined
        ? ['HSA_ID', hsaId, '']
        : email !== undefined
          ? ['EMAIL', email, '']
          : ['PERSONAL_IDENTITY_NUMBER', personalIdentityNumber, ''];
  const key = value === undefined ? null : signInKey(kind, value, issuer);
  return key === null ? null : { kind, key };
}
