import { z } from 'zod';
import { CLAIMS, IDENTITY_KINDS, SIGN_IN_PEOPLE } from './core/sign-in-identity.js';
import type { IdentityKind, SignInPeople } from './core/sign-in-identity.js';

/** Where tokens of a sign-in come from (OpenID Connect), and by which claim they say who somebody is. */
export interface OidcConfig {
  /** As its tokens name it, to the letter. */
  readonly issuer: string;
  readonly audience: string;
  /** Found through the issuer's own description if `null`. */
  readonly jwksUrl: string | null;
  readonly claim: string;
  readonly identity: IdentityKind;
  /** Whom it speaks for; `null` for everybody. */
  readonly people: SignInPeople | null;
  /** Types of tokens that are taken, in small letters: `at+jwt`, unless the provider gives its access tokens another. */
  readonly tokenTypes: readonly string[];
  /** Client ids of those that sign people in there: whom its signals of a logout are for. */
  readonly clients: readonly string[];
}

/** Of the first provider; of further ones with a number, such as `OIDC_2_ISSUER`. */
export const OIDC_PREFIXES = ['OIDC_', ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `OIDC_${number}_`)];

export type Fault = readonly [name: string, fault: string];

const ANYWHERE = 'must be an https URL (http on localhost only)';
const TYPES = 'must be types of tokens separated by commas, such as at+jwt';

function providerOf(secureUrl: z.ZodType<string>, missing: string) {
  return z.object({
    ISSUER: z.string(missing).refine((url) => secureUrl.safeParse(url).success, ANYWHERE),
    AUDIENCE: z.string(missing),
    JWKS_URL: secureUrl.optional(),
    IDENTITY: z.enum(IDENTITY_KINDS, `must be one of ${IDENTITY_KINDS.join(', ')}`).default('SUBJECT'),
    CLAIM: z.string().optional(),
    PEOPLE: z.enum(SIGN_IN_PEOPLE, `must be ${SIGN_IN_PEOPLE.join(' or ')}`).optional(),
    TOKEN_TYPES: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
      .pipe(z.array(z.string().regex(/^[a-z0-9.+-]{1,60}$/, TYPES)))
      .default(['at+jwt']),
    CLIENTS: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .default([]),
  });
}

/**
 * Every provider that the environment names.
 *
 * @param given variables that are not empty
 * @param isNeeded whether there must be one
 */
export function readProviders(
  given: Readonly<Record<string, unknown>>,
  secureUrl: z.ZodType<string>,
  isNeeded: boolean,
): { readonly providers: readonly OidcConfig[]; readonly faults: readonly Fault[] } {
  const read = OIDC_PREFIXES.flatMap((prefix, index) => {
    const own = variablesOf(given, prefix);
    if (Object.keys(own).length === 0 && !(isNeeded && index === 0)) return [];
    const missing = isNeeded && index === 0 ? 'is required in production' : 'is missing beside the other OIDC ones';
    return [{ prefix, parsed: providerOf(secureUrl, missing).safeParse(own) }];
  });
  const issuers = read.map(({ parsed }) => parsed.data?.ISSUER);
  const faults = read.flatMap(({ prefix, parsed }, index): Fault[] => {
    const twice = issuers[index] !== undefined && issuers.indexOf(issuers[index]) < index;
    return [
      ...(parsed.error?.issues ?? []).map((issue): Fault => [`${prefix}${String(issue.path[0])}`, issue.message]),
      ...(twice ? [[`${prefix}ISSUER`, 'names the issuer of another one'] as const] : []),
    ];
  });
  const providers = read.flatMap(({ parsed }) => (parsed.success ? [frozen(parsed.data)] : []));
  return { providers: Object.freeze(providers), faults };
}

function frozen(env: z.output<ReturnType<typeof providerOf>>): OidcConfig {
  const { ISSUER: issuer, AUDIENCE: audience, JWKS_URL: jwksUrl = null, IDENTITY: identity } = env;
  const { CLAIM: claim = CLAIMS[identity], PEOPLE: people = null } = env;
  return Object.freeze({
    ...{ issuer, audience, jwksUrl, claim, identity, people },
    tokenTypes: Object.freeze(env.TOKEN_TYPES),
    clients: Object.freeze(env.CLIENTS),
  });
}

/** Without their prefix; those of a number are no part of the first. */
function variablesOf(given: Readonly<Record<string, unknown>>, prefix: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const isOwn = name.startsWith(prefix) && !/^\d_/.test(name.slice(prefix.length));
      return isOwn ? [[name.slice(prefix.length), value]] : [];
    }),
  );
}
