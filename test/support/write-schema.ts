import { writeFile } from 'node:fs/promises';
import { printSchemaText } from '../../src/api/print-schema.js';

// npm run schema: the schema as the code has it becomes the schema as clients read it.
await writeFile(new URL('../../schema.graphql', import.meta.url), await printSchemaText());
