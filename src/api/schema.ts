import 'reflect-metadata';
import '../graphql/enums.js';
import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLNonNull,
  GraphQLSchema,
  GraphQLString,
  isAbstractType,
  isObjectType,
} from 'graphql';
import type { GraphQLEnumType } from 'graphql';
import { buildSchema } from 'type-graphql';
import type { PubSub } from 'type-graphql';
import { checkingArguments } from '../graphql/argument-check.js';
import { directResolvers } from './direct-resolvers.js';
import { withAccessLogging } from '../graphql/field-resolver.js';
import { PolicyTable } from '../graphql/policy-table.js';
import { RESOLVERS } from './resolvers.js';

/** The builder asks for one as soon as there is a subscription; every subscription brings a stream of its own. */
const NO_PUB_SUB: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('A subscription lacks its stream');
  },
};

export interface FinishedSchema {
  readonly schema: GraphQLSchema;
  readonly policies: PolicyTable;
}

/** Builds the schema, or stops the start naming every field that lacks its one policy or brings code of its own. */
export async function createSchema(): Promise<FinishedSchema> {
  // Unchecked: the check is a whole introspection query at every start, and Apollo validates the schema itself.
  const built = await buildSchema({ resolvers: RESOLVERS, validate: false, pubSub: NO_PUB_SUB, skipCheck: true });
  const config = built.toConfig();
  const schema = new GraphQLSchema({ ...config, directives: [...config.directives, ...policyDirectives(built)] });
  resolveByTypename(schema);
  refuseStrayResolvers(schema);
  checkAndRecord(schema);
  return { schema, policies: new PolicyTable(schema) };
}

/** Presented objects carry their type's name; type-graphql would look for class instances, asynchronously. */
function resolveByTypename(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value) => (value as { __typename: string }).__typename;
  }
}

/**
 * Arguments are checked by their types first; everything else is read by the executor's default resolver, which records
 * what it reads.
 */
function checkAndRecord(schema: GraphQLSchema): void {
  const direct = directResolvers();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve = direct.get(`${type.name}.${field.name}`) ?? field.resolve;
      if (resolve !== undefined) field.resolve = checkingArguments(field.args, withAccessLogging(resolve));
    }
  }
}

/** Only root fields and declared field resolvers bring code; everything else is read from presented objects. */
function refuseStrayResolvers(schema: GraphQLSchema): void {
  const declared = new Set(RESOLVERS.flatMap((resolver) => Object.getOwnPropertyNames(resolver.prototype)));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const stray = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !roots.includes(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields())
            .filter(({ resolve, name }) => resolve !== undefined && !declared.has(name))
            .map(({ name }) => `${type.name}.${name}`)
        : [],
    );
  if (stray.length > 0)
    throw new Error(`Fields resolve by code of their own (simpleResolvers is missing): ${stray.join(', ')}`);
}

function policyDirectives(schema: GraphQLSchema): GraphQLDirective[] {
  const { OBJECT, FIELD_DEFINITION } = DirectiveLocation;
  const category = schema.getType('InformationCategory') as GraphQLEnumType;
  return [
    new GraphQLDirective({
      name: 'open',
      description: 'Readable by everyone who may know that the object exists.',
      locations: [OBJECT, FIELD_DEFINITION],
    }),
    new GraphQLDirective({
      name: 'piece',
      description: 'The object is there or not as a whole, by its stored holder, category and subjects.',
      locations: [OBJECT],
    }),
    new GraphQLDirective({
      name: 'consent',
      description:
        "The field is readable when consent in force opens `category` from the agency that holds it to the viewer's agency.",
      locations: [FIELD_DEFINITION],
      args: { category: { type: new GraphQLNonNull(category) } },
    }),
    new GraphQLDirective({
      name: 'rule',
      description: 'Readable by a named rule of the decision.',
      locations: [FIELD_DEFINITION],
      args: { name: { type: new GraphQLNonNull(GraphQLString) } },
    }),
  ];
}
