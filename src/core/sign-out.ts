/**
 * By what a token and the end of a session find each other: texts that are stored as keyed hashes only.
 *
 * Source: OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6: a signal names a session, or without one all of a
 * subject's. Tokens that name no session cannot be told apart, so a signal about one of them ends them all.
 */

/** Somebody at one provider, in one session where it names one. */
export interface SessionName {
  readonly issuer: string;
  readonly subject: string | null;
  readonly session: string | null;
}

/** A token is of no use any more once one of these has ended. */
export function sessionsOfToken({ issuer, subject, session }: SessionName): readonly string[] {
  return [all(issuer, subject), session === null ? nameless(issuer, subject) : named(issuer, session)];
}

/** What a signal ends. */
export function sessionsEnded({ issuer, subject, session }: SessionName): readonly string[] {
  if (session === null) return [all(issuer, subject)];
  return [named(issuer, session), ...(subject === null ? [] : [nameless(issuer, subject)])];
}

const all = (issuer: string, subject: string | null): string => JSON.stringify(['all of', issuer, subject]);
const nameless = (issuer: string, subject: string | null): string =>
  JSON.stringify(['without a session', issuer, subject]);
const named = (issuer: string, session: string): string => JSON.stringify(['session', issuer, session]);
