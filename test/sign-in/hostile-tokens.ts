import { createPublicKey } from 'node:crypto';
import { base64url, CompactEncrypt, CompactSign, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { JWTHeaderParameters, JWTPayload } from 'jose';
import type { IdentityProvider } from '../support/identity-provider.js';

/** What makes a whole `Authorization` header of each, by what is wrong with it. */
export type Hostile = readonly [what: string, make: () => string | Promise<string>];

const HEADER = { alg: 'ES256', kid: 'one', typ: 'at+jwt' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const part = (value: unknown): string => base64url.encode(typeof value === 'string' ? value : JSON.stringify(value));

/** Tokens that a provider's good ones are made into, by somebody who has everything but its secret key. */
export async function hostileTokens(provider: IdentityProvider, good: JWTPayload): Promise<readonly Hostile[]> {
  const { config, publicKey, privateKey } = provider;
  const other = await generateKeyPair('ES256', { extractable: true });
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: config.issuer, aud: config.audience, sub: 'somebody', iat: now, exp: now + 300, ...good };
  const whole = createPublicKey({ key: publicKey, format: 'jwk' });

  const said = (more: JWTPayload, header: Partial<JWTHeaderParameters> = {}) =>
    provider.token({ ...good, ...more }, header);
  const without =
    (claim: string): (() => Promise<string>) =>
    () => {
      const rest = Object.fromEntries(Object.entries(claims).filter(([name]) => name !== claim));
      return new SignJWT(rest).setProtectedHeader(HEADER).sign(privateKey);
    };
  const foreign =
    (header: object): (() => Promise<string>) =>
    () =>
      new SignJWT(claims).setProtectedHeader({ ...HEADER, ...header }).sign(other.privateKey);
  const hmac =
    (secret: string | Uint8Array): (() => Promise<string>) =>
    () =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid: 'one', typ: 'at+jwt' })
        .sign(typeof secret === 'string' ? bytes(secret) : secret);
  const swapped =
    (at: number, value: unknown): (() => Promise<string>) =>
    async () => {
      const parts = (await said({})).split('.');
      parts[at] = typeof value === 'string' && at === 2 ? value : part(value);
      return parts.join('.');
    };
  const raw =
    (payload: string, header: object = {}): (() => Promise<string>) =>
    () =>
      new CompactSign(bytes(payload)).setProtectedHeader({ ...HEADER, ...header }).sign(privateKey);

  const tokens: readonly Hostile[] = [
    ...(['none', 'None', 'nOnE', 'NONE', 'ES384', 'RS256', 'HS256', '', ' ES256'] as const).map((alg): Hostile => [
      `alg "${alg}", the old signature`,
      swapped(0, { ...HEADER, alg }),
    ]),
    ['alg none, no signature', () => new UnsecuredJWT(claims).encode().replace(/\.$/, '.AA')],
    ['no alg', swapped(0, { kid: 'one', typ: 'at+jwt' })],
    ['two algs', swapped(0, '{"alg":"none","alg":"ES256","kid":"one","typ":"at+jwt"}')],
    ['a signature of zeros', swapped(2, base64url.encode(new Uint8Array(64)))],
    ['a signature of one zero', swapped(2, 'AA')],
    ['half a signature', async () => (await said({})).slice(0, -43)],
    ['a signature of another token', async () => swapped(2, (await said({ jti: 'x' })).split('.')[2]!)()],
    ['HS256 by the public key as PEM', hmac(whole.export({ type: 'spki', format: 'pem' }).toString())],
    ['HS256 by the public key as DER', hmac(whole.export({ type: 'spki', format: 'der' }))],
    ['HS256 by the public key as JWK', hmac(JSON.stringify(publicKey))],
    ['HS256 by the public point', hmac(base64url.decode(publicKey.x!))],
    ['another key', foreign({})],
    ['another key, embedded', async () => foreign({ jwk: await exportJWK(other.publicKey) })()],
    ['another key, by jku', foreign({ jku: 'https://evil.example/jwks' })],
    ['another key, by x5u', foreign({ x5u: 'https://evil.example/cert' })],
    ['another key, by x5c', foreign({ x5c: ['MIIB'] })],
    ...(
      ['../../../dev/null', "' or 1=1 --", 'https://evil.example/key', 'one\u0000', 'x'.repeat(4_000), ''] as const
    ).map((kid): Hostile => [`another key, by kid ${kid.slice(0, 20)}`, foreign({ kid })]),
    ['no kid, another key', foreign({ kid: undefined })],
    ['a kid that was rotated away', () => said({}, { kid: 'zero' })],
    [
      'an unknown critical header',
      () =>
        new CompactSign(bytes(JSON.stringify(claims)))
          .setProtectedHeader({ ...HEADER, crit: ['x'], x: 1 })
          .sign(privateKey, { crit: { x: true } }),
    ],
    ['an unencoded payload', swapped(0, { ...HEADER, b64: false, crit: ['b64'] })],
    [
      'an encrypted token',
      () =>
        new CompactEncrypt(bytes(JSON.stringify(claims)))
          .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
          .encrypt(new Uint8Array(32)),
    ],
    ['a token in a token', async () => raw(await said({}))()],
    ['claims that are a list', raw('[]')],
    ['claims that are a text', raw('"x"')],
    ['claims that are no JSON', raw('{"iss":')],
    ['other claims, the old signature', swapped(1, { ...claims, pnr: '197902032387' })],
    ...(['JWT', 'logout+jwt', 'dpop+jwt', 'at+jwt+x', 'application/jwt'] as const).map((typ): Hostile => [
      `type ${typ}`,
      () => said({}, { typ }),
    ]),
    ['no type', () => said({}, { typ: undefined })],
    ...[`${config.issuer}/`, `${config.issuer}/other`, config.issuer.toUpperCase(), 'null', ''].map((iss): Hostile => [
      `issuer ${iss.replace(config.issuer, '…')}`,
      () => said({ iss }),
    ]),
    ['a list of issuers', () => said({ iss: [config.issuer] as never })],
    ...[`${config.audience}/`, config.audience.slice(0, -1), 'sig-web', ''].map((aud): Hostile => [
      `audience ${aud}`,
      () => said({ aud }),
    ]),
    ['audiences without ours', () => said({ aud: ['a', 'b'] })],
    ['expired', () => said({ iat: now - 600, exp: now - 6 })],
    ['an expiry in words', () => said({ exp: 'tomorrow' as never })],
    ['an expiry beyond time', () => said({ exp: 1e100 })],
    ['an expiry in years', () => said({ exp: now + 31 * 86_400 })],
    ['not yet valid', () => said({ nbf: now + 60 })],
    ['a beginning in words', () => said({ nbf: 'yesterday' as never })],
    ['issued ahead', () => said({ iat: now + 600, exp: now + 900 })],
    ['issued in words', () => said({ iat: 'today' as never })],
    ...['iss', 'aud', 'sub', 'iat', 'exp', 'pnr'].map((claim): Hostile => [`no ${claim}`, without(claim)]),
    ...['', "' or true --", '１９８００１０１２３８７', '198001012387 197902032387', '8001012387', '*'].map(
      (pnr): Hostile => [`the number "${pnr}"`, () => said({ pnr })],
    ),
    ['a list of numbers', () => said({ pnr: [good['pnr']] })],
    ['a number that is one', () => said({ pnr: Number(good['pnr']) })],
    ['a number that is an object', () => said({ pnr: { toString: 'x' } })],
    ['more than 8 kB', () => said({ padding: 'x'.repeat(8_192) })],
  ];
  const token = await said({});
  return [
    ...tokens.map(([what, make]): Hostile => [what, async () => `Bearer ${await make()}`]),
    ['nothing', () => 'Bearer'],
    ['garbage', () => 'Bearer abc.def.ghi'],
    ['two parts', () => `Bearer ${token.split('.').slice(0, 2).join('.')}`],
    ['four parts', () => `Bearer ${token}.x`],
    ['no scheme', () => token],
    ['another scheme', () => `DPoP ${token}`],
    ['two headers in one', () => `Bearer ${token}, Bearer ${token}`],
    ['something behind it', () => `Bearer ${token} x`],
    ['quotes', () => `Bearer "${token}"`],
  ];
}
