import { readFile } from 'node:fs/promises';
import { printSchemaText } from '../../src/api/print-schema.js';

test('schema.graphql is what the code says (npm run schema writes it)', async () => {
  const file = await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8');
  expect(await printSchemaText()).toBe(file);
});
