import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import Provider from 'oidc-provider';
import type { OidcConfig } from '../../src/oidc-config.js';

const AUDIENCE = 'https://sig.kommun.example/graphql';
const CLIENT = 'sig-web';
const BACK = 'https://sig.kommun.example/back';

// What it reminds of on the console is for whoever runs it for others.
const { console: aloud } = globalThis;
const { info, warn } = aloud;
const unless =
  (say: (...said: unknown[]) => void) =>
  (...said: unknown[]): void =>
    String(said[0]).includes('oidc-provider') ? undefined : say(...said);
Object.assign(aloud, { info: unless(info), warn: unless(warn) });

/** A real OpenID provider: login by code flow with PKCE, signing keys that change, and back-channel logout. */
export interface OpenIdProvider {
  readonly config: OidcConfig;
  /** Begins to answer. @param signals where it tells of a logout @param key what it signs with from here on */
  serve(signals: string, key: JWK): void;
  browser(): Browser;
  stop(): Promise<void>;
}

export async function newSigningKey(kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' };
}

export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    config: {
      ...{ issuer, audience: AUDIENCE, jwksUrl: null, claim: 'pnr', identity: 'PERSONAL_IDENTITY_NUMBER' },
      ...{ people: null, tokenTypes: ['at+jwt'], clients: [CLIENT] },
    },
    serve(signals, key) {
      server.removeAllListeners('request');
      const provider = providerOf(issuer, signals, key);
      const answer = provider.callback();
      server.on('request', (request, response) => void answer(request, response));
    },
    browser: () => new Browser(issuer),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function providerOf(issuer: string, signals: string, key: JWK): Provider {
  return new Provider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT, redirect_uris: [BACK], token_endpoint_auth_method: 'none' },
        ...{ grant_types: ['authorization_code'], response_types: ['code'], id_token_signed_response_alg: 'ES256' },
        ...{ backchannel_logout_uri: signals, backchannel_logout_session_required: true },
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['of this test'] },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    // Who signs in here writes their number as the name of the account.
    extraTokenClaims: (_context, token) => ('accountId' in token ? { pnr: token.accountId } : {}),
    features: {
      backchannelLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          ...{ scope: 'sig', audience: AUDIENCE, accessTokenFormat: 'jwt', accessTokenTTL: 300 },
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  });
}

/** Somebody's browser, as far as a sign-in needs one: it keeps cookies and follows where it is sent. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  constructor(private readonly issuer: string) {}

  /** @returns the access token */
  async signIn(account: string): Promise<string> {
    const verifier = randomBytes(32).toString('base64url');
    const asked = new URLSearchParams({
      ...{ client_id: CLIENT, response_type: 'code', redirect_uri: BACK, scope: 'openid sig', resource: AUDIENCE },
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    let at = await this.#sent(`/auth?${asked.toString()}`);
    for (const [prompt, login] of [
      ['login', account],
      ['consent', ''],
    ] as const) {
      if (!at.includes('/interaction/')) continue;
      at = await this.#sent(await this.#sent(at, { prompt, login, password: 'x' }));
    }
    const code = new URL(at).searchParams.get('code') ?? '';
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: BACK,
      client_id: CLIENT,
      code_verifier: verifier,
    };
    const response = await this.#fetch('/token', form);
    const { access_token: token } = (await response.json()) as { access_token?: string };
    if (token === undefined) throw new Error(`No token: ${response.status} at ${at}`);
    return token;
  }

  async signOut(): Promise<void> {
    const page = await (await this.#fetch(`/session/end?client_id=${CLIENT}`)).text();
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
    await this.#fetch('/session/end/confirm', { xsrf, logout: 'yes' });
  }

  /** Where the answer sends. */
  async #sent(to: string, form?: Record<string, string>): Promise<string> {
    const response = await this.#fetch(to, form);
    const next = response.headers.get('location');
    if (next === null) throw new Error(`${to} sends nowhere: ${response.status} ${await response.text()}`);
    return new URL(next, this.issuer).href;
  }

  async #fetch(to: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(to, this.issuer), {
      ...(form !== undefined && { method: 'POST', body: new URLSearchParams(form) }),
      ...{ headers: { cookie }, redirect: 'manual' },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }
}
