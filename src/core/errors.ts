/** The closed list of codes that a client meets in `extensions.code`; GraphQL's own codes come on top. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'CONSENT_REQUIRED',
  'INVALID_STATE',
  'LIMIT_EXCEEDED',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A refusal that the caller may know of. `reason` names the text, in Swedish and English, that says what to do. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    /** What the caller needs to go on, as they may see it; goes out as `extensions.current`. */
    readonly current: object | null = null,
  ) {
    super(`${code}: ${reason}`);
    this.name = 'DomainError';
  }
}

/** A fact that a decision cannot do without is missing: never a no, never a yes, always a fault of the data (P2). */
export class MissingFactError extends Error {
  constructor(readonly fact: string) {
    super(`The decision lacks a fact: ${fact}`);
    this.name = 'MissingFactError';
  }
}
