import { readFile } from 'node:fs/promises';
import { buildSchema, getNamedType, isAbstractType, isObjectType, parse, validate } from 'graphql';
import { TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { GraphQLError, GraphQLObjectType, OperationDefinitionNode } from 'graphql';
import { checkLimits } from '../../src/graphql/limits.js';
import { randomDocument, randomOf } from '../support/random-document.js';
import { CASE, ELSA } from '../support/world-cast.js';

// What the documents of the other properties are worth: one that is refused, or a field that none asks for, proves nothing.

const DOCUMENTS = 600;
/** Checked whole as a server would; the others only walk fields, which costs a tenth. */
const VALIDATED = 100;
/** What a query can ask for and these documents do not. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'Query.label': 'words of the program; the same for everybody',
  'Query.labels': 'words of the program; the same for everybody',
  'Query.previewRulePack':
    'numbers over all cases for an administrator, who sees no case: test/scenarios/rule-packs.test.ts',
};

const schema = buildSchema(await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8'));

/** Every field that some query leads to, without those named above and what only they lead to. */
function reachable(): Set<string> {
  const fields = new Set<string>();
  const types = new Set<GraphQLObjectType>();
  const waiting = [schema.getQueryType()!];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (types.has(type)) continue;
    types.add(type);
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      if (name in ELSEWHERE) continue;
      fields.add(name);
      const leadsTo = getNamedType(field.type);
      if (isObjectType(leadsTo)) waiting.push(leadsTo);
      else if (isAbstractType(leadsTo)) waiting.push(...schema.getPossibleTypes(leadsTo));
    }
  }
  return fields;
}

test('random documents are valid and within the limits, and ask for every field that a query can reach', () => {
  const never = reachable();
  const all = never.size;
  const faults: GraphQLError[] = [];
  for (let seed = 1; seed <= DOCUMENTS; seed++) {
    const wanted = { schema, caseId: CASE, ids: [CASE, ELSA], words: ['SIG'] };
    const document = parse(randomDocument(randomOf(seed * 7_919), wanted));
    if (seed <= VALIDATED) faults.push(...validate(schema, document));
    checkLimits({ schema, document, operation: document.definitions[0] as OperationDefinitionNode, variables: {} });
    const info = new TypeInfo(schema);
    const Field = (): void => {
      never.delete(`${info.getParentType()?.name ?? ''}.${info.getFieldDef()?.name ?? ''}`);
    };
    visit(document, visitWithTypeInfo(info, { Field }));
  }
  expect(faults).toEqual([]);
  expect([...never]).toEqual([]);
  expect(all).toBeGreaterThan(450);
  for (const field of Object.keys(ELSEWHERE)) expect(schema.getQueryType()!.getFields()).toHaveProperty(field.slice(6));
});
