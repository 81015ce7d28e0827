import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { lexicographicSortSchema } from 'graphql';
import { createSchema } from './schema.js';

/** The schema as `schema.graphql` shows it, with the policy of every field; graphql's own printer would drop them. */
export async function printSchemaText(): Promise<string> {
  const { schema } = await createSchema();
  return `${printSchemaWithDirectives(lexicographicSortSchema(schema))}\n`;
}
