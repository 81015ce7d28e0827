import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CompactSign, compactVerify, importJWK } from 'jose';
import { loadKeys } from '../../src/crypto/keys.js';

const run = promisify(execFile);
const hooks = fileURLToPath(new URL('../support/typescript-hooks.mjs', import.meta.url));
const fixture = fileURLToPath(new URL('fixtures/load-keys.ts', import.meta.url));

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sig-keys-'));
});

afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

test('the keys are made once and are the same the next time', async () => {
  const folder = join(dataDir, 'not/there/yet');
  const first = await loadKeys(folder);
  expect(await loadKeys(folder)).toEqual(first);
});

test('three different keys of 32 bytes, and a pair that signs and verifies', async () => {
  const { master, identityHash, cursor, tokens } = await loadKeys(dataDir);
  expect(new Set([master, identityHash, cursor].map((key) => key.toString('hex'))).size).toBe(3);
  expect([master, identityHash, cursor].map((key) => key.length)).toEqual([32, 32, 32]);
  const signed = await new CompactSign(Buffer.from('hej'))
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(await importJWK(tokens.privateKey, 'EdDSA'));
  const { payload } = await compactVerify(signed, await importJWK(tokens.publicKey, 'EdDSA'));
  expect(Buffer.from(payload).toString()).toBe('hej');
  expect(Object.keys(tokens.publicKey).sort()).toEqual(['crv', 'kty', 'x']);
});

test('only the owner may open them', async () => {
  await loadKeys(dataDir);
  const folder = join(dataDir, 'keys');
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  const files = await readdir(folder);
  expect(files.sort()).toEqual(['cursor.key', 'identity-hash.key', 'master.key', 'record.jwk', 'tokens.jwk']);
  for (const file of files) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
});

test('four processes that start at once agree, and none leaves its own keys behind', async () => {
  const racers = [1, 2, 3, 4].map(() => run(process.execPath, ['--import', hooks, fixture, dataDir]));
  const outputs = new Set((await Promise.all(racers)).map(({ stdout }) => stdout));
  expect(outputs.size).toBe(1);
  expect(await readdir(dataDir)).toEqual(['keys']);
}, 30_000);

test('many callers in one process agree too', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => loadKeys(dataDir)));
  expect(new Set(all.map((keys) => JSON.stringify(keys))).size).toBe(1);
});

test.each([
  ['master.key', 'c2hvcnQ=\n', 'not 32 bytes in base64'],
  ['identity-hash.key', '', 'not 32 bytes in base64'],
  ['cursor.key', `${'A'.repeat(20)}!${'A'.repeat(23)}=\n`, 'not 32 bytes in base64'],
  ['tokens.jwk', '{"kty":"OKP"', 'not an Ed25519 JSON Web Key'],
  ['tokens.jwk', '{"kty":"OKP","crv":"Ed25519","x":"AA"}', 'not an Ed25519 JSON Web Key'],
])('a damaged %s (%j) is told in one sentence and not replaced', async (file, content, why) => {
  await loadKeys(dataDir);
  const path = join(dataDir, 'keys', file);
  await writeFile(path, content);
  const sentence =
    `The key file ${path} is missing, damaged or closed to this user (${why}): ` +
    'restore it, for new keys cannot read what is stored.';
  await expect(loadKeys(dataDir)).rejects.toThrow(new Error(sentence));
  await expect(loadKeys(dataDir)).rejects.toThrow(new Error(sentence));
});

test('a missing file is never made anew beside the others', async () => {
  await loadKeys(dataDir);
  await rm(join(dataDir, 'keys/master.key'));
  await expect(loadKeys(dataDir)).rejects.toThrow(/master\.key is missing, damaged or closed to this user \(ENOENT\)/);
  await expect(stat(join(dataDir, 'keys/master.key'))).rejects.toThrow('ENOENT');
});

test('an installation from before the record was signed gets that key once, and keeps the others', async () => {
  const before = await loadKeys(dataDir);
  await rm(join(dataDir, 'keys/record.jwk'));
  const all = await Promise.all(Array.from({ length: 10 }, () => loadKeys(dataDir)));
  expect(new Set(all.map(({ record }) => record.publicKey.x)).size).toBe(1);
  expect(all[0]).toEqual({ ...before, record: all[0]!.record });
  expect(await readdir(dataDir)).toEqual(['keys']);
});
