import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';

/** Instants travel as epoch milliseconds inside the server and as RFC 3339 in UTC outside. */
export const DateTimeScalar = new GraphQLScalarType<number, string>({
  name: 'DateTime',
  description: 'An instant, RFC 3339 in UTC.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => new Date(value as number).toISOString(),
  parseValue: (value) => GraphQLDateTimeISO.parseValue(value).getTime(),
  parseLiteral: (node, variables) => GraphQLDateTimeISO.parseLiteral(node, variables).getTime(),
});

export const DateScalar = new GraphQLScalarType<string, string>({
  ...(GraphQLLocalDate.toConfig() as ConstructorParameters<typeof GraphQLScalarType<string, string>>[0]),
  name: 'Date',
  description: 'A local calendar date in Europe/Stockholm, YYYY-MM-DD.',
});

export const CursorScalar = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: 'An opaque place in a list, bound to the viewer and the list. Give it back as it came.',
  serialize: String,
  parseValue: String,
  parseLiteral: (node) => ('value' in node ? String(node.value) : ''),
});
