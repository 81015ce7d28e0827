/**
 * By what an identity provider tells who somebody is, and the text of it that is stored as a keyed hash: equal for the
 * same human being, however it is written.
 */
import { DomainError } from './errors.js';
import { isNational, joined, numberParts } from './identity-number.js';
import { requireMailAddress } from './mail-address.js';

export const IDENTITY_KINDS = ['SUBJECT', 'HSA_ID', 'EMAIL', 'PERSONAL_IDENTITY_NUMBER'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** Where providers tell it, if nothing else is agreed with them; HSA ids and numbers have no claim that is the same everywhere. */
export const CLAIMS: Readonly<Record<IdentityKind, string>> = {
  SUBJECT: 'sub',
  HSA_ID: 'employeeHsaId',
  EMAIL: 'email',
  PERSONAL_IDENTITY_NUMBER: 'personalIdentityNumber',
};

/** Whom a provider speaks for, where it does not for everybody. */
export const SIGN_IN_PEOPLE = ['STAFF', 'FAMILY'] as const;
export type SignInPeople = (typeof SIGN_IN_PEOPLE)[number];

/** OpenID Connect Core 1.0, 2: at most 255 ASCII characters, and two that differ in case are two. */
const SUBJECT = /^[\x21-\x7e]{1,255}$/;
/** Inera, HSA: the country, the organisation number, and what the organisation chose; 31 characters at most. */
const HSA_ID = /^[A-Z]{2}\d{10}-[0-9A-Z]{1,18}$/;

/**
 * @param issuer says whose a subject is: two providers may use the same one for two people; the rest is nobody else's
 * in the country
 * @returns `null` for what cannot be an identity of the kind
 */
export function signInKey(kind: IdentityKind, value: string, issuer: string): string | null {
  const text = writtenAs[kind](value.trim());
  if (text === null) return null;
  return kind === 'SUBJECT' ? `sign-in ${kind} ${issuer} ${text}` : `sign-in ${kind} ${text}`;
}

/**
 * The same of what somebody states.
 *
 * @throws DomainError BAD_USER_INPUT; the value is never repeated in it.
 */
export function requireSignInKey(given: {
  readonly kind: IdentityKind;
  readonly value: string;
  readonly issuer?: string | null;
}): string {
  const { kind, value, issuer } = given;
  if ((kind === 'SUBJECT') !== (issuer != null)) throw new DomainError('BAD_USER_INPUT', 'signInIssuer');
  const key = signInKey(kind, value, issuer ?? '');
  if (key === null) throw new DomainError('BAD_USER_INPUT', 'signInMalformed');
  return key;
}

const writtenAs: Readonly<Record<IdentityKind, (value: string) => string | null>> = {
  SUBJECT: (value) => (SUBJECT.test(value) ? value : null),
  HSA_ID: (value) => (HSA_ID.test(value.toUpperCase()) ? value.toUpperCase() : null),
  EMAIL: (value) => mailAddress(value)?.toLowerCase() ?? null,
  PERSONAL_IDENTITY_NUMBER: (value) => {
    const written = numberParts(value)?.written;
    return written !== undefined && isNational(written) ? joined(written) : null;
  },
};

function mailAddress(value: string): string | null {
  try {
    return requireMailAddress(value);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
