import { createPublicKey } from 'node:crypto';
import {
  base64url,
  CompactEncrypt,
  CompactSign,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import type { JWTHeaderParameters, JWTPayload } from 'jose';
import { bearerToken, createDevelopmentTokens } from '../../src/http/token.js';
import type { IssueToken, VerifyToken } from '../../src/http/token.js';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const SECONDS = NOW / 1000;
const HOUR = 3_600_000;
const SUBJECT = '7d7f2a62-0a5e-4e0a-9a51-0a1c6a1d6f01';
const CLAIMS: JWTPayload = {
  iss: 'urn:sig-graph:development',
  aud: 'sig-graph',
  sub: SUBJECT,
  capacity: 'PROFESSIONAL',
  iat: SECONDS,
  nbf: SECONDS,
  exp: SECONDS + 3600,
};
const HEADER = { alg: 'EdDSA', typ: 'at+jwt' };

const pair = await generateKeyPair('Ed25519', { extractable: true });
const other = await generateKeyPair('Ed25519', { extractable: true });
const publicJwk = await exportJWK(pair.publicKey);
const keys = { publicKey: publicJwk, privateKey: await exportJWK(pair.privateKey) };
const refused: string[] = [];
const { issueToken, verifyToken } = await createDevelopmentTokens(keys, { onRefused: (cause) => refused.push(cause) });

const sign = (claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ ...HEADER, ...header }).sign(pair.privateKey);
const without = (claim: string): JWTPayload =>
  Object.fromEntries(Object.entries(CLAIMS).filter(([name]) => name !== claim));
const part = (value: unknown): string => base64url.encode(typeof value === 'string' ? value : JSON.stringify(value));
const hmac = (secret: string | Uint8Array): Promise<string> =>
  new SignJWT(CLAIMS)
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
    .sign(typeof secret === 'string' ? new TextEncoder().encode(secret) : secret);
const swapPart = async (at: number, value: unknown): Promise<string> => {
  const parts = (await sign(CLAIMS)).split('.');
  parts[at] = typeof value === 'string' ? value : part(value);
  return parts.join('.');
};

beforeEach(() => {
  refused.length = 0;
});

describe('a token that the server issued', () => {
  test('says who it is for, in which capacity, and until when', async () => {
    const token = await issueToken({ subjectId: SUBJECT, capacity: 'COORDINATOR' }, NOW, HOUR);
    await expect(verifyToken(token, NOW)).resolves.toEqual({
      who: { subjectId: SUBJECT, capacity: 'COORDINATOR' },
      expiresAt: NOW + HOUR,
    });
  });

  test.each([
    ['holds until its last second', HOUR - 1000, true],
    ['holds within the tolerance of the clocks', HOUR + 4000, true],
    ['does not hold behind it', HOUR + 5000, false],
    ['holds within the tolerance before it begins', -5000, true],
    ['does not hold earlier', -7000, false],
  ])('%s', async (_, offset, holds) => {
    const token = await issueToken({ subjectId: SUBJECT, capacity: 'PROFESSIONAL' }, NOW, HOUR);
    const verified = verifyToken(token, NOW + offset).then(
      () => true,
      () => false,
    );
    await expect(verified).resolves.toBe(holds);
  });
});

const HOSTILE: readonly (readonly [string, () => string | Promise<string>])[] = [
  ['nothing', () => ''],
  ['garbage', () => 'abc.def.ghi'],
  ['two parts', () => 'abc.def'],
  ['alg none, no signature', () => new UnsecuredJWT(CLAIMS).encode()],
  ['alg none, typed', () => `${part({ alg: 'none', typ: 'at+jwt' })}.${part(CLAIMS)}.`],
  ['alg None, the old signature', () => swapPart(0, { alg: 'None', typ: 'at+jwt' })],
  ['alg nOnE', () => swapPart(0, { alg: 'nOnE', typ: 'at+jwt' })],
  ['no alg', () => swapPart(0, { typ: 'at+jwt' })],
  ['an empty signature', () => swapPart(2, '')],
  ['a signature of zeros', () => swapPart(2, base64url.encode(new Uint8Array(64)))],
  ['HS256 signed with the public key, raw', () => hmac(base64url.decode(publicJwk.x!))],
  ['HS256 signed with the public key, JWK text', () => hmac(JSON.stringify(publicJwk))],
  [
    'HS256 signed with the public key, PEM',
    () => hmac(createPublicKey({ key: publicJwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()),
  ],
  [
    'HS256 signed with the public key, DER',
    () => hmac(createPublicKey({ key: publicJwk, format: 'jwk' }).export({ type: 'spki', format: 'der' })),
  ],
  ['another key', () => new SignJWT(CLAIMS).setProtectedHeader(HEADER).sign(other.privateKey)],
  [
    'another key, embedded as jwk',
    async () =>
      new SignJWT(CLAIMS)
        .setProtectedHeader({ ...HEADER, jwk: await exportJWK(other.publicKey) })
        .sign(other.privateKey),
  ],
  [
    'another key, by jku',
    () =>
      new SignJWT(CLAIMS).setProtectedHeader({ ...HEADER, jku: 'https://evil.example/jwks' }).sign(other.privateKey),
  ],
  [
    'another key, by kid',
    () => new SignJWT(CLAIMS).setProtectedHeader({ ...HEADER, kid: '../../dev/null' }).sign(other.privateKey),
  ],
  ['a tampered capacity', () => swapPart(1, { ...CLAIMS, capacity: 'COORDINATOR' })],
  [
    'an unknown critical header',
    async () =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(CLAIMS)))
        .setProtectedHeader({ ...HEADER, crit: ['x'], x: 1 })
        .sign(pair.privateKey, { crit: { x: true } }),
  ],
  ['an unencoded payload', () => swapPart(0, { ...HEADER, b64: false, crit: ['b64'] })],
  [
    'an encrypted token',
    async () =>
      new CompactEncrypt(new TextEncoder().encode(JSON.stringify(CLAIMS)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(new Uint8Array(32)),
  ],
  [
    'a token in a token',
    async () =>
      new CompactSign(new TextEncoder().encode(await sign(CLAIMS))).setProtectedHeader(HEADER).sign(pair.privateKey),
  ],
  [
    'a claims set that is an array',
    () => new CompactSign(new TextEncoder().encode('[]')).setProtectedHeader(HEADER).sign(pair.privateKey),
  ],
  ['type JWT, as an ID token has', () => sign(CLAIMS, { typ: 'JWT' })],
  ['type logout+jwt', () => sign(CLAIMS, { typ: 'logout+jwt' })],
  ['no type', () => sign(CLAIMS, { typ: undefined })],
  ['another issuer', () => sign({ ...CLAIMS, iss: 'urn:sig-graph:other' })],
  ['the issuer with a slash', () => sign({ ...CLAIMS, iss: 'urn:sig-graph:development/' })],
  ['another audience', () => sign({ ...CLAIMS, aud: 'sig-graph-admin' })],
  ['audiences without ours', () => sign({ ...CLAIMS, aud: ['a', 'b'] })],
  ['expired', () => sign({ ...CLAIMS, exp: SECONDS - 6 })],
  ['an expiry in words', () => sign({ ...CLAIMS, exp: 'tomorrow' as never })],
  ['an expiry beyond time', () => sign({ ...CLAIMS, exp: 1e100 })],
  ['not yet valid', () => sign({ ...CLAIMS, nbf: SECONDS + 60 })],
  ['issued in the future', () => sign({ ...CLAIMS, iat: SECONDS + 3600 })],
  ...['iss', 'aud', 'sub', 'iat', 'nbf', 'exp', 'capacity'].map(
    (claim) => [`no ${claim}`, () => sign(without(claim))] as const,
  ),
  ['two capacities', () => sign({ ...CLAIMS, capacity: ['PROFESSIONAL', 'COORDINATOR'] })],
  ['one capacity in a list', () => sign({ ...CLAIMS, capacity: ['PROFESSIONAL'] })],
  ['an unknown capacity', () => sign({ ...CLAIMS, capacity: 'ROOT' })],
  ['a capacity of the prototype', () => sign({ ...CLAIMS, capacity: 'constructor' })],
  ['a subject that is no id', () => sign({ ...CLAIMS, sub: "' or true --" })],
  ['a subject in another spelling', () => sign({ ...CLAIMS, sub: SUBJECT.toUpperCase() })],
  ['a subject with a look-alike', () => sign({ ...CLAIMS, sub: SUBJECT.replace('a', 'а') })],
  ['more than 8 kB', () => sign({ ...CLAIMS, padding: 'x'.repeat(8192) })],
  ['ES256 in the header', () => swapPart(0, { alg: 'ES256', typ: 'at+jwt' })],
];

describe('a hostile token is refused, with one answer and an audit line', () => {
  test.each(HOSTILE)('%s', async (_, make) => {
    const token = await make();
    await expect(verifyToken(token, NOW)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'tokenRefused',
      params: {},
    });
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(/^[A-Z_]+$/);
  });

  test('the same claims, signed as they should be, are let in', async () => {
    await expect(verifyToken(await sign(CLAIMS), NOW)).resolves.toMatchObject({ who: { subjectId: SUBJECT } });
  });

  test('a key that only looks like ours does not verify', async () => {
    const imported = await importJWK(keys.privateKey, 'EdDSA');
    const strangers: { issueToken: IssueToken; verifyToken: VerifyToken } = await createDevelopmentTokens({
      publicKey: await exportJWK(other.publicKey),
      privateKey: await exportJWK(other.privateKey),
    });
    const token = await new SignJWT(CLAIMS).setProtectedHeader(HEADER).sign(imported);
    await expect(strangers.verifyToken(token, NOW)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('the Authorization header', () => {
  test('without one nobody asks', () => {
    expect(bearerToken(undefined)).toBeNull();
  });

  test('longer than 8 kB is refused', () => {
    expect(() => bearerToken(`Bearer a.${'b'.repeat(9000)}.c`)).toThrow('UNAUTHENTICATED: tokenRefused');
  });

  test.each(['Bearer a.b.c', 'bearer a.b.c', 'BEARER  a.b.c'])('%s carries a token', (header) => {
    expect(bearerToken(header)).toBe('a.b.c');
  });

  test.each([
    '',
    'Bearer',
    'Bearer ',
    'a.b.c',
    'Basic dXNlcjpwYXNz',
    'Bearer a.b',
    'Bearer a.b.c.d.e',
    'Bearer a.b.c, Bearer d.e.f',
    'Bearer a.b.c extra',
    'Bearer\ta.b.c',
    'Bearer "a.b.c"',
    'Token a.b.c',
  ])('"%s" is refused', (header) => {
    expect(() => bearerToken(header)).toThrow('UNAUTHENTICATED: tokenRefused');
  });
});
