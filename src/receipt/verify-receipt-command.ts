import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { publicKey, verifyReceipt } from './verify-receipt.js';
import type { PublicKey, ReceiptFault } from './verify-receipt.js';

/** Exit codes of the command. */
export const EXIT = { proven: 0, wrong: 1, unproven: 3 } as const;

const keyFile = z.union([z.object({ keys: z.array(publicKey).min(1) }), publicKey]);

const FAULTS: Readonly<Record<ReceiptFault['kind'], (line: number) => string>> = {
  NO_SIGNATURE: () => 'Kvittot saknar sin signatur på sista raden. / The receipt lacks its signature on the last line.',
  SIGNATURE: (line) =>
    `Rad ${line}: signaturen stämmer inte. / Line ${line}: the signature does not fit what it signs.`,
  OTHER_KEY: () =>
    'Kvittot är signerat med en annan nyckel än den angivna. / The receipt is signed by another key than the one given.',
  LINE: (line) => `Rad ${line} är ändrad. / Line ${line} was changed.`,
};

/**
 * `npm run verify-receipt -- FILE [--key FILE]`: checks a consent receipt offline, without database and without the
 * server's data. The key is what the server publishes at `/.well-known/jwks.json`; without it only changes are found.
 *
 * @returns one of {@link EXIT}.
 * @throws Error in one sentence: unknown arguments, a file that cannot be read or is no key.
 */
export async function verifyReceiptCommand(args: readonly string[], line: (text: string) => void): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { key: { type: 'string' } },
    allowPositionals: true,
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0)
    throw new Error('Give one receipt: npm run verify-receipt -- FILE [--key FILE]');
  const keys = values.key === undefined ? null : await readKeys(values.key);
  const verified = await verifyReceipt(await read(path), keys);
  if ('fault' in verified) {
    line(FAULTS[verified.fault.kind](verified.fault.line));
    return EXIT.wrong;
  }
  line(verified.content.text);
  line('');
  if (keys !== null) {
    line('Oförändrat, och signerat med den angivna nyckeln. / Unchanged, and signed by the key given.');
    return EXIT.proven;
  }
  line(`Oförändrat sedan det signerades med nyckeln ${verified.keyId}. Ange --key med kommunens publicerade nyckel.`);
  line(`Unchanged since it was signed by the key ${verified.keyId}. Give --key with the key that is published.`);
  return EXIT.unproven;
}

async function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw new Error(`${path} cannot be read: ${(error as Error).message}`);
  });
}

async function readKeys(path: string): Promise<readonly PublicKey[]> {
  try {
    const parsed = keyFile.parse(JSON.parse(await read(path)));
    return 'keys' in parsed ? parsed.keys : [parsed];
  } catch (error) {
    throw new Error(`${path} is no published key: ${(error as Error).message}`, { cause: error });
  }
}
