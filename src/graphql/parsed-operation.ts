import { getOperationAST, GraphQLError, parse, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { DomainError } from '../core/errors.js';
import { refusal } from './errors.js';
import { checkLimits, LIMITS } from './limits.js';

/** A document that was read and held against the schema, whatever it is asked with. */
export interface ParsedDocument {
  readonly document: DocumentNode;
  /** What is wrong with it. */
  readonly invalid: readonly GraphQLError[];
}

/** Documents that are kept; a thousand subscribers ask with a handful. */
const MOST_KEPT = 200;

/** Documents by their text: subscribers who ask the same share one, which is most of what an idle one would hold. */
export class ParsedDocuments {
  readonly #kept = new Map<string, ParsedDocument>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** @throws GraphQLError GRAPHQL_PARSE_FAILED */
  parse(query: string): ParsedDocument {
    const known = this.#kept.get(query);
    if (known !== undefined) return known;
    const document = parsed(query);
    const invalid = validate(this.schema, document, undefined, { maxErrors: 5 });
    const made = { document, invalid: invalid.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')) };
    if (this.#kept.size >= MOST_KEPT) this.#kept.delete(this.#kept.keys().next().value ?? '');
    this.#kept.set(query, made);
    return made;
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    throw coded(error as GraphQLError, 'GRAPHQL_PARSE_FAILED');
  }
}

/** @throws GraphQLError OPERATION_RESOLUTION_FAILURE */
export function operationOf(document: DocumentNode, operationName?: string | null): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (!operation) throw coded(new GraphQLError('Unable to identify operation'), 'OPERATION_RESOLUTION_FAILURE');
  return operation;
}

/** Everything that is refused of an operation before anything is loaded. */
export function faultsOf(
  schema: GraphQLSchema,
  { document, invalid }: ParsedDocument,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] {
  if (invalid.length > 0) return invalid;
  try {
    checkLimits({ schema, document, operation, variables });
    return [];
  } catch (error) {
    if (error instanceof DomainError) return [refusal(error)];
    throw error;
  }
}

function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, path, originalError } = error;
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    path,
    originalError,
    extensions: { ...error.extensions, code },
  });
}
