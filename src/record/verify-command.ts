import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Config } from '../config.js';
import { withDatabase } from '../storage/command-database.js';
import { loadKeys } from '../crypto/keys.js';
import { readingAsOwner } from '../storage/owner-connection.js';
import { verifyRecord } from './read-record.js';
import type { Verified } from './read-record.js';
import { isSignedBy } from './signed-root.js';
import type { SignedRoot } from './signed-root.js';

const bytes = z.base64().transform((text) => Buffer.from(text, 'base64'));
const exported = z.object({
  size: z.int().positive(),
  root: bytes,
  at: z.iso.datetime().transform((text) => Date.parse(text)),
  signature: bytes,
});
const SHOWN = 100;

export interface VerifyOutput {
  /** A line of the result. */
  readonly line: (text: string) => void;
  /** How far it has come; each call replaces what the last one said. */
  readonly progress: (text: string) => void;
}

/**
 * `npm run verify-record [-- --export FILE] [--against FILE]`: the whole access record against its seals and signed
 * roots. `--export` keeps the newest root outside the database, `--against` checks that what an earlier export covered
 * is still so.
 * @returns whether nothing was found.
 * @throws Error in one sentence: unknown arguments, a file that is no export, a server that holds the embedded
 * database.
 */
export async function verifyCommand(args: readonly string[], config: Config, output: VerifyOutput): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { export: { type: 'string' }, against: { type: 'string' } },
  });
  const anchors = values.against === undefined ? [] : [await readRoot(values.against)];
  const { record } = await loadKeys(config.dataDir);
  const verified = await withDatabase(config, (login) =>
    readingAsOwner(login, (client) =>
      verifyRecord(client, {
        anchors,
        isSigned: (root) => isSignedBy(root, record),
        onProgress: (done, total) =>
          output.progress(`${done.toLocaleString('en')} of ${total.toLocaleString('en')} rows`),
      }),
    ),
  );
  if (values.export !== undefined && verified.newestRoot !== null) {
    await writeFile(values.export, `${JSON.stringify(toExport(verified.newestRoot))}\n`);
  }
  report(verified, output.line);
  return verified.findings.length === 0;
}

function report({ findings, sealed, unsealed, newestRoot }: Verified, line: (text: string) => void): void {
  for (const { kind, where } of findings.slice(0, SHOWN)) line(`${kind}: ${where}`);
  if (findings.length > SHOWN) line(`… and ${findings.length - SHOWN} more`);
  const covered = newestRoot?.size ?? 0;
  line(
    `${sealed} sealed rows read, ${Math.max(0, sealed - covered)} of them after the newest signed root; ${unsealed} not sealed yet.`,
  );
  line(findings.length === 0 ? 'Nothing was changed, removed, added or reordered.' : `${findings.length} findings.`);
}

function toExport({ size, root, at, signature }: SignedRoot): object {
  return {
    size,
    root: root.toString('base64'),
    at: new Date(at).toISOString(),
    signature: signature.toString('base64'),
  };
}

async function readRoot(path: string): Promise<SignedRoot> {
  try {
    return exported.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new Error(`${path} is no exported root of the record: ${(error as Error).message}`, { cause: error });
  }
}
