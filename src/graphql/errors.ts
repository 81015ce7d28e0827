import { GraphQLError, Kind } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { DomainError, ERROR_CODES } from '../core/errors.js';
import type { ErrorCode } from '../core/errors.js';
import { CapacityRefusal } from '../core/pick-capacity.js';
import { LIMITS } from './limits.js';
import { messageOf } from '../texts/messages.js';
import type { Language } from '../texts/message-text.js';

/** Codes of GraphQL itself and of GraphQL over HTTP; their messages come from graphql-js, in English. */
const PROTOCOL_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
] as const;

export interface ErrorPresentation {
  readonly language: Language;
  readonly requestId: string;
  /** True where the schema is no secret: names that the client may have meant stay in the message. */
  readonly suggestions: boolean;
  /** Told of every fault that is ours, before it is hidden behind `INTERNAL`. */
  readonly onInternal: (error: unknown) => void;
}

/**
 * What a client is told of an error: an allow-list of codes and texts. Whatever is not known to be meant for the client
 * becomes `INTERNAL` with the request id: graphql-js quotes values in its messages, and a value may be a withheld one.
 */
export function presentError(
  formatted: GraphQLFormattedError,
  error: unknown,
  presentation: ErrorPresentation,
): GraphQLFormattedError {
  const written = (code: ErrorCode, reason: string | null, params: Params, more: object = {}) => ({
    message: `${nameOf(params)}${messageOf(presentation.language, code, reason, params)}`,
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
    extensions: { code, ...(reason !== null && { reason }), ...more },
  });

  const code = formatted.extensions?.['code'];
  if (
    code === 'GRAPHQL_PARSE_FAILED' &&
    /^Syntax Error: Document contains more tha. \d+ tokens/.test(formatted.message)
  ) {
    return written('LIMIT_EXCEEDED', 'documentTooLarge', { max: LIMITS.tokens });
  }
  if (code === 'GRAPHQL_VALIDATION_FAILED' && formatted.message === 'Validation aborted.') {
    return written('LIMIT_EXCEEDED', 'tooManyRepeats', {});
  }
  if (isOneOf(PROTOCOL_CODES, code)) {
    return { ...formatted, message: withoutHints(formatted.message, presentation), extensions: { code } };
  }
  if (isRefusedValue(formatted, error)) {
    const detail = withoutHints(formatted.message, presentation);
    return written('BAD_USER_INPUT', 'valueRefused', { detail }, variableOf(error));
  }
  const cause = causeOf(error);
  if (cause instanceof DomainError) {
    const current = cause.current === null ? {} : { current: cause.current };
    const { argument } = cause.params;
    const place = { ...variableOf(error), ...(argument !== undefined && { argument }) };
    const toPick = cause instanceof CapacityRefusal ? { capacities: cause.capacities } : {};
    return written(cause.code, cause.reason, cause.params, { ...place, ...current, ...toPick });
  }
  if (isOneOf(ERROR_CODES, code) && code !== 'INTERNAL') return written(code, null, {});
  presentation.onInternal(cause);
  return written('INTERNAL', null, { requestId: presentation.requestId }, { requestId: presentation.requestId });
}

type Params = Readonly<Record<string, string | number>>;

/** Which argument is meant, in front of a text that does not name it. */
function nameOf({ argument }: Params): string {
  return argument === undefined ? '' : `\`${argument}\`: `;
}

/**
 * The HTTP status of an answer without data, by its first code. With data (even `null`) the answer is well-formed: 200.
 */
export function statusOf(code: unknown): number {
  switch (code) {
    case 'UNAUTHENTICATED':
      return 401;
    case 'FORBIDDEN':
      return 403;
    case 'INTERNAL':
      return 500;
    default:
      return 400;
  }
}

/** A refusal outside the executor, in the form that Apollo takes its HTTP status from. */
export function refusal(error: DomainError): GraphQLError {
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { code: error.code, http: { status: statusOf(error.code) } },
  });
}

/** The error that a resolver threw, inside what GraphQL and Apollo wrap round it. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** graphql-js refuses variables and arguments at run time without a code; Apollo gives one to variables only. */
function isRefusedValue(formatted: GraphQLFormattedError, error: unknown): boolean {
  if (formatted.extensions?.['code'] === 'BAD_USER_INPUT')
    return !hasDomainCause(error) && formatted.path === undefined;
  return (
    causeOf(error) instanceof GraphQLError &&
    /^(Argument ".*" (of (required|non-null) type|has invalid value)|Too many errors processing variables)/s.test(
      formatted.message,
    )
  );
}

function hasDomainCause(error: unknown): boolean {
  return causeOf(error) instanceof DomainError;
}

function variableOf(error: unknown): { variable?: string } {
  const node = error instanceof GraphQLError ? error.nodes?.[0] : undefined;
  return node?.kind === Kind.VARIABLE_DEFINITION ? { variable: node.variable.name.value } : {};
}

/** "Did you mean …?" tells names of the schema, of variables' fields and enum values too. */
function withoutHints(message: string, { suggestions }: ErrorPresentation): string {
  return suggestions ? message : message.replace(/ ?Did you mean (the enum value )?".*$/s, '');
}

function isOneOf<Code extends string>(codes: readonly Code[], code: unknown): code is Code {
  return (codes as readonly unknown[]).includes(code);
}
