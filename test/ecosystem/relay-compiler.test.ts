import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The path of the compiler's program. */
const RELAY = createRequire(import.meta.url)('relay-compiler') as string;
const ROOT = join(import.meta.dirname, '../..');

/** What a Relay frontend would write: a paged list, a node, a change, and a stream. */
const COMPONENT = `import { graphql } from 'relay-runtime';
graphql\`
  fragment component_notes on Case
  @refetchable(queryName: "componentNotesQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "Cursor" }) {
    notes(first: $count, after: $cursor) @connection(key: "component_notes") {
      edges { node { id text holder { name } } }
    }
  }
\`;
graphql\`
  query componentQuery($id: ID!) {
    node(id: $id) { __typename id ...component_notes @alias ...component_meeting @alias }
    cases(first: 20) { totalCount pageInfo { startCursor hasPreviousPage } edges { node { number youngPerson { givenName } } } }
  }
\`;
graphql\`
  fragment component_meeting on Meeting { startsAt caseId }
\`;
graphql\`
  mutation componentMutation($input: WriteNoteInput!) { writeNote(input: $input) { id text } }
\`;
graphql\`
  subscription componentSubscription($caseId: ID!, $after: Cursor) {
    planChanged(caseId: $caseId, after: $after, begin: PLACE) {
      __typename
      ... on StreamStarted { cursor }
      ... on PlanChanged { cursor plan { progress { done total } } }
      ... on AccessEnded { cursor reason }
    }
  }
\`;
`;

test('a Relay frontend compiles against the schema', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sig-relay-'));
  try {
    mkdirSync(join(folder, 'src'));
    copyFileSync(join(ROOT, 'schema.graphql'), join(folder, 'schema.graphql'));
    writeFileSync(join(folder, 'src/component.js'), COMPONENT);
    const config = {
      src: './src',
      schema: './schema.graphql',
      language: 'typescript',
      eagerEsModules: true,
      customScalarTypes: { Cursor: 'string', Date: 'string', DateTime: 'string' },
      requireCustomScalarTypes: true,
    };
    writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
    execFileSync(RELAY, ['relay.config.json'], { cwd: folder, stdio: 'pipe' });
    const made = readdirSync(join(folder, 'src/__generated__')).sort();
    expect(made).toEqual(
      ['Mutation', 'NotesQuery', 'Query', 'Subscription', '_meeting', '_notes']
        .map((name) => `component${name}.graphql.ts`)
        .sort(),
    );
    const types = readFileSync(join(folder, 'src/__generated__/componentQuery.graphql.ts'), 'utf8');
    expect(types).toContain('readonly givenName: string | null | undefined;');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
