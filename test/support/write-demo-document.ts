import { mkdir, writeFile } from 'node:fs/promises';
import { DEMO_DOCUMENT, demoDocument } from './demo-document.js';

await mkdir(new URL('.', DEMO_DOCUMENT), { recursive: true });
await writeFile(DEMO_DOCUMENT, demoDocument());
