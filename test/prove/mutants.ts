import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../architecture/source-files.js';

interface Report {
  readonly files: Record<string, { readonly mutants: readonly { readonly status: string }[] }>;
}

/** One line about the last `npm run mutants`, if its report is still there. */
export function mutantsSoFar(): string[] {
  const path = join(ROOT, 'node_modules/.cache/stryker-report.json');
  if (!existsSync(path)) return [];
  const { files } = JSON.parse(readFileSync(path, 'utf8')) as Report;
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const killed = statuses.filter((status) => status === 'Killed' || status === 'Timeout').length;
  const alive = statuses.filter((status) => status === 'Survived' || status === 'NoCoverage').length;
  return [`| mutants of ${Object.keys(files).length} files | ${killed + alive} | ${killed} killed, ${alive} left | |`];
}
