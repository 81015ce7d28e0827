import { randomBytes } from 'node:crypto';
import { link, mkdir, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

/** Bytes of each symmetric key: AES-256 and HMAC-SHA-256. */
const KEY_BYTES = 32;

const tokenKeySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.base64url().length(43),
  d: z.base64url().length(43),
});

/** An Ed25519 key as JSON Web Key (RFC 8037). */
export interface PublicTokenKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}

/** A pair that signs by EdDSA. */
export interface SigningKeys {
  readonly publicKey: PublicTokenKey;
  readonly privateKey: PublicTokenKey & { readonly d: string };
}

/**
 * The secrets of one installation. Whoever loses them loses every encrypted text; back them up apart from the database.
 */
export interface Keys {
  /** Wraps the key of each case. */
  readonly master: Buffer;
  /** Keyed hash of personal identity numbers. */
  readonly identityHash: Buffer;
  /** Encrypts cursors. */
  readonly cursor: Buffer;
  /** Signs the server's own tokens (EdDSA). */
  readonly tokens: SigningKeys;
  /** Signs the roots of the access record; its public half is what an exported root is checked by. */
  readonly record: SigningKeys;
}

const FILES = {
  master: 'master.key',
  identityHash: 'identity-hash.key',
  cursor: 'cursor.key',
  tokens: 'tokens.jwk',
  record: 'record.jwk',
};

/**
 * Reads the keys in `<dataDir>/keys`, and makes them the first time. Any number of processes may start at once: all
 * return the same keys.
 * @throws Error in one sentence when a file is missing or damaged: new keys would make what is stored unreadable.
 */
export async function loadKeys(dataDir: string): Promise<Keys> {
  const folder = join(dataDir, 'keys');
  await makeOnce(dataDir, folder);
  const recordKey = join(folder, FILES.record);
  // Installations from before the record was signed have the other keys and what they protect, but not this one.
  if (!(await stat(recordKey).then(() => true, isMissing))) await addSigningKey(dataDir, recordKey);
  const [master, identityHash, cursor, tokens, record] = await Promise.all([
    readKey(join(folder, FILES.master)),
    readKey(join(folder, FILES.identityHash)),
    readKey(join(folder, FILES.cursor)),
    readTokenKey(join(folder, FILES.tokens)),
    readTokenKey(recordKey),
  ]);
  return { master, identityHash, cursor, tokens: pairOf(tokens), record: pairOf(record) };
}

function pairOf(privateKey: z.infer<typeof tokenKeySchema>): SigningKeys {
  const { kty, crv, x } = privateKey;
  return { publicKey: { kty, crv, x }, privateKey };
}

async function newSigningKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('Ed25519', { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}

/**
 * Written whole beside the folder and linked into it: a link is made once, and whoever comes second takes the first's.
 */
async function addSigningKey(dataDir: string, path: string): Promise<void> {
  const made = await mkdtemp(`${join(dataDir, 'keys')}.new-`);
  try {
    await write(join(made, FILES.record), await newSigningKey());
    await link(join(made, FILES.record), path);
    await sync(join(dataDir, 'keys'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

/**
 * A whole folder, written to disk, then renamed: the kernel lets one process win, since a full folder is not replaced.
 */
async function makeOnce(dataDir: string, folder: string): Promise<void> {
  if (await stat(folder).then(() => true, isMissing)) return;
  await mkdir(dataDir, { recursive: true });
  const made = await mkdtemp(`${folder}.new-`);
  try {
    for (const name of [FILES.master, FILES.identityHash, FILES.cursor]) {
      await write(join(made, name), randomBytes(KEY_BYTES).toString('base64'));
    }
    for (const name of [FILES.tokens, FILES.record]) await write(join(made, name), await newSigningKey());
    await sync(made);
    await rename(made, folder);
    await sync(dataDir);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

function isMissing(error: unknown): false {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
  throw new Error(`The keys cannot be used: ${(error as Error).message}`);
}

async function write(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  await file.writeFile(`${text}\n`);
  await file.sync();
  await file.close();
}

/** A rename survives a loss of power only when the folder itself is on the disk. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

async function readKey(path: string): Promise<Buffer> {
  const text = (await read(path)).trim();
  const key = Buffer.from(text, 'base64');
  // Decoding skips what is not base64, so a damaged text is found by writing it again.
  if (key.length !== KEY_BYTES || key.toString('base64') !== text)
    throw damaged(path, `not ${KEY_BYTES} bytes in base64`);
  return key;
}

async function readTokenKey(path: string): Promise<z.infer<typeof tokenKeySchema>> {
  try {
    return tokenKeySchema.parse(JSON.parse(await read(path)));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw damaged(path, 'not an Ed25519 JSON Web Key');
    throw error;
  }
}

async function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw damaged(path, (error as NodeJS.ErrnoException).code ?? 'unreadable');
  });
}

function damaged(path: string, why: string): Error {
  return new Error(
    `The key file ${path} is missing, damaged or closed to this user (${why}): restore it, for new keys cannot read what is stored.`,
  );
}
