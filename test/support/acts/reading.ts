import { randomUUID } from 'node:crypto';
import { getNamedType, isInterfaceType, isLeafType, isNonNullType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { TestApp } from '../app.js';
import type { SignedIn } from './people.js';

/** Reading the first writes it; of the second the rows of mutations store what nobody sealed, and the journal tells who sees it. */
const LEFT_OUT = new Set(['accessRecords', 'notificationEmail']);
/** What is about no case is told with the viewer; its id is enough where a case leads there. */
const ELSEWHERE = ['Municipality', 'Agency'];
const DEEPEST = 10;
const LISTS = `cases { totalCount edges { cursor node { id number status } } pageInfo { endCursor } }
  meetings { totalCount edges { cursor node { id version place } } pageInfo { endCursor } }`;

/** Documents over everything that the schema shows of a case and of the viewer's own, with the lists over several cases. */
export function everything(schema: GraphQLSchema): readonly string[] {
  const fieldsOf = (name: string): ReturnType<GraphQLObjectType['getFields']> =>
    (schema.getType(name) as GraphQLObjectType).getFields();
  const ofCase = Object.values(fieldsOf('Case')).map((field) => fieldText(schema, field, ['Case', ...ELSEWHERE]));
  const own = ['viewer', 'proposals', 'receivedDisclosures'].map((name) => fieldsOf('Query')[name]!);
  const mine = own.map((field) => fieldText(schema, field, ['Query', 'Case', 'Agency']));
  return [`query ($id: ID!) { case(id: $id) { ${ofCase.join(' ')} } }`, `{ ${mine.join(' ')} ${LISTS} }`];
}

function fieldText(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, above: readonly string[]): string {
  const type = getNamedType(field.type);
  const isAsked = field.args.every(({ type: of, defaultValue }) => !isNonNullType(of) || defaultValue !== undefined);
  if (LEFT_OUT.has(field.name) || !isAsked) return '';
  if (isLeafType(type)) return field.name;
  const paged = field.args.some(({ name }) => name === 'first') ? '(first: 25)' : '';
  if (isUnionType(type)) {
    const members = type.getTypes().map(({ name }) => `... on ${name} { id }`);
    return `${field.name}${paged} { __typename ${members.join(' ')} }`;
  }
  if (isInterfaceType(type) || !isObjectType(type)) return '';
  if (above.includes(type.name) || above.length > DEEPEST)
    return type.getFields()['id'] ? `${field.name}${paged} { id }` : '';
  const inner = Object.values(type.getFields()).map((one) => fieldText(schema, one, [...above, type.name]));
  return `${field.name}${paged} { __typename ${inner.join(' ')} }`;
}

/** The way to the viewer's own calendar. */
export async function calendarOf(app: TestApp, { token }: SignedIn): Promise<string> {
  const document = 'mutation ($input: CalendarFeedInput!) { createCalendarFeed(input: $input) { path } }';
  const { data } = await app.ask<{ createCalendarFeed: { path: string } }>(token, document, {
    input: { requestId: randomUUID() },
  });
  return data.createCalendarFeed.path;
}

/** Everything that somebody reads: of the case and of their own, and their calendar with its headers; one text each. */
export async function readingOf(
  app: TestApp,
  documents: readonly string[],
  caseId: string,
  { token, calendar }: SignedIn & { readonly calendar: string },
): Promise<readonly string[]> {
  const answers = documents.map(async (document) => {
    const variables = document.startsWith('query') ? { id: caseId } : {};
    const { text } = await app.ask(token, document, variables);
    if (/"code":"(INTERNAL|LIMIT_EXCEEDED|GRAPHQL_\w+)"/.test(text))
      throw new Error(`${text.slice(0, 600)}\n${document}`);
    return text;
  });
  return Promise.all([...answers, calendarText(`${app.url}${calendar}`)]);
}

async function calendarText(url: string): Promise<string> {
  const response = await fetch(url);
  const headers = [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  return `${JSON.stringify(headers)}\n${await response.text()}`;
}

/** The first place at which two texts differ, with what stands around it. */
export function difference(before: readonly string[], after: readonly string[]): string | null {
  for (const [index, text] of before.entries()) {
    const other = after[index] ?? '';
    if (text === other) continue;
    let at = 0;
    while (text[at] === other[at]) at += 1;
    const around = (whole: string): string => whole.slice(Math.max(0, at - 160), at + 200);
    return `- ${around(text)}\n+ ${around(other)}`;
  }
  return null;
}
