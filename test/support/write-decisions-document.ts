import { writeFile } from 'node:fs/promises';
import { DECISIONS_DOCUMENT, decisionsDocument } from './decisions-document.js';

await writeFile(DECISIONS_DOCUMENT, decisionsDocument());
