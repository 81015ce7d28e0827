import { writeFile } from 'node:fs/promises';
import { ERRORS_DOCUMENT, errorsDocument } from './errors-document.js';

await writeFile(ERRORS_DOCUMENT, errorsDocument());
