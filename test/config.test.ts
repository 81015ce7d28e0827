import { resolve } from 'node:path';
import { readConfig } from '../src/config.js';
import { nodeVersionFault } from '../src/node-version.js';

const PRODUCTION = {
  NODE_ENV: 'production',
  OIDC_ISSUER: 'https://inlogg.example.se/',
  OIDC_AUDIENCE: 'sig-graph',
  OIDC_JWKS_URL: 'https://inlogg.example.se/jwks',
};

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    return (error as Error).message.split('\n').map((line) => line.trim());
  }
  return [];
}

test('an empty environment is development on this machine alone, with demo data', () => {
  expect(readConfig({})).toEqual({
    development: true,
    port: 4000,
    metricsPort: null,
    host: '127.0.0.1',
    dataDir: resolve('.data'),
    databaseUrl: null,
    clockStart: null,
    oidc: [],
    allowedOrigins: [],
    allowedHosts: [],
    linger: 1_000,
    viewerBudget: 10_000_000,
    webhook: null,
    mail: null,
    logLevel: 'info',
    demo: true,
  });
});

test('production has no demo data, and opens no address that it was not told', () => {
  const config = readConfig(PRODUCTION);
  expect(config).toMatchObject({ development: false, demo: false, host: '127.0.0.1' });
  expect(config.oidc).toEqual([
    {
      ...{ issuer: 'https://inlogg.example.se/', audience: 'sig-graph', jwksUrl: 'https://inlogg.example.se/jwks' },
      ...{ claim: 'sub', identity: 'SUBJECT', people: null, tokenTypes: ['at+jwt'], clients: [] },
    },
  ]);
});

test('every variable is read', () => {
  const config = readConfig({
    NODE_ENV: 'development',
    PORT: '0',
    HOST: '::1',
    DATA_DIR: '/srv/sig',
    DATABASE_URL: 'postgresql://sig:secret@db/sig',
    CLOCK_START: '2026-03-28T23:59:50+01:00',
    ALLOWED_ORIGINS: 'https://sig.uddevalla.example, http://localhost:3000',
    VIEWER_BUDGET: '5000',
    LOG_LEVEL: 'debug',
    WEBHOOK_URL: 'https://notiser.example.se/sig',
    WEBHOOK_SECRET: 'x'.repeat(32),
    SMTP_URL: 'smtps://sig:secret@post.example.se',
    MAIL_FROM: 'svara-inte@example.se',
    MAIL_LINK: 'https://sig.example.se/',
    ALLOWED_HOSTS: 'sig.uddevalla.example, intern.example',
    DRAIN_SECONDS: '7',
    METRICS_PORT: '9100',
    DEMO: 'off',
  });
  expect(config).toEqual({
    development: true,
    port: 0,
    metricsPort: 9100,
    host: '::1',
    dataDir: '/srv/sig',
    databaseUrl: 'postgresql://sig:secret@db/sig',
    clockStart: Date.UTC(2026, 2, 28, 22, 59, 50),
    oidc: [],
    allowedHosts: ['sig.uddevalla.example', 'intern.example'],
    linger: 7_000,
    viewerBudget: 5_000,
    allowedOrigins: ['https://sig.uddevalla.example', 'http://localhost:3000'],
    webhook: { url: 'https://notiser.example.se/sig', secret: 'x'.repeat(32) },
    mail: { url: 'smtps://sig:secret@post.example.se', from: 'svara-inte@example.se', link: 'https://sig.example.se/' },
    logLevel: 'debug',
    demo: false,
  });
});

test('an empty variable counts as absent', () => {
  expect(readConfig({ NODE_ENV: '', PORT: ' ', DATABASE_URL: '' })).toEqual(readConfig({}));
});

test('all faults are told at once', () => {
  const env = {
    NODE_ENV: 'production',
    PORT: '65536',
    DATABASE_URL: 'mysql://db/sig',
    SMTP_URL: 'https://post.example.se',
    CLOCK_START: 'yesterday',
    OIDC_ISSUER: 'http://inlogg.example.se',
    ALLOWED_ORIGINS: 'https://a.example/path',
    LOG_LEVEL: 'loud',
    DEMO: 'on',
  };
  expect(faultsOf(env)).toEqual([
    'The configuration has 10 faults:',
    'PORT must be a number from 0 to 65535',
    'DATABASE_URL must be a postgresql:// URL',
    'CLOCK_START exists in development only',
    'ALLOWED_ORIGINS must be origins separated by commas, such as https://example.se',
    'SMTP_URL must be a smtps:// or smtp:// URL',
    'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
    'OIDC_ISSUER must be an https URL (http on localhost only)',
    'OIDC_AUDIENCE is required in production',
    'MAIL_FROM is missing beside the other mail one',
    'DEMO exists in development only',
  ]);
});

test('no fault repeats a value, which may be a secret', () => {
  const secret = 's3cret-value';
  const names = [
    'NODE_ENV',
    'PORT',
    'DATABASE_URL',
    'CLOCK_START',
    'OIDC_ISSUER',
    'OIDC_JWKS_URL',
    'LOG_LEVEL',
    'DEMO',
  ];
  const told = faultsOf(Object.fromEntries([...names, 'ALLOWED_ORIGINS'].map((name) => [name, secret]))).join('\n');
  for (const name of names) expect(told).toContain(name);
  expect(told).not.toContain(secret);
});

test.each([
  ['NODE_ENV', 'test'],
  ['PORT', '-1'],
  ['PORT', '4000.5'],
  ['PORT', '0x10'],
  ['CLOCK_START', '2026-03-01'],
  ['CLOCK_START', '2026-03-01T12:00:00'],
  ['CLOCK_START', '2026-02-30T12:00:00Z'],
  ['ALLOWED_ORIGINS', '*'],
  ['ALLOWED_ORIGINS', 'https://a.example,,'],
  ['DEMO', 'yes'],
])('%s=%s is refused', (name, value) => {
  expect(faultsOf({ [name]: value })[1]).toMatch(new RegExp(`^${name} must be `));
});

test('half an OIDC set-up is refused in development', () => {
  expect(faultsOf({ OIDC_ISSUER: 'http://localhost:9000' }).slice(1)).toEqual([
    'OIDC_AUDIENCE is missing beside the other OIDC ones',
  ]);
});

test('staff and family may come from different providers, each with a claim of its own; keys are found by the issuer', () => {
  const { oidc } = readConfig({
    ...{
      OIDC_ISSUER: 'https://personal.example.se',
      OIDC_AUDIENCE: 'sig',
      OIDC_IDENTITY: 'HSA_ID',
      OIDC_PEOPLE: 'STAFF',
    },
    ...{
      OIDC_2_ISSUER: 'https://medborgare.example.se',
      OIDC_2_AUDIENCE: 'sig',
      OIDC_2_CLAIM: 'ssn',
      OIDC_2_PEOPLE: 'FAMILY',
    },
    ...{ OIDC_2_IDENTITY: 'PERSONAL_IDENTITY_NUMBER', OIDC_2_TOKEN_TYPES: 'JWT, at+jwt', OIDC_2_CLIENTS: 'web,app' },
  });
  expect(oidc).toEqual([
    {
      ...{ issuer: 'https://personal.example.se', audience: 'sig', jwksUrl: null },
      ...{ claim: 'employeeHsaId', identity: 'HSA_ID', people: 'STAFF', tokenTypes: ['at+jwt'], clients: [] },
    },
    {
      ...{ issuer: 'https://medborgare.example.se', audience: 'sig', jwksUrl: null },
      ...{
        claim: 'ssn',
        identity: 'PERSONAL_IDENTITY_NUMBER',
        people: 'FAMILY',
        tokenTypes: ['jwt', 'at+jwt'],
        clients: ['web', 'app'],
      },
    },
  ]);
});

test('a further provider is held to the same, and no issuer is named twice', () => {
  const first = { OIDC_ISSUER: 'https://a.example.se', OIDC_AUDIENCE: 'sig' };
  expect(faultsOf({ ...first, OIDC_3_ISSUER: 'https://a.example.se', OIDC_3_PEOPLE: 'ALL' }).slice(1)).toEqual([
    'OIDC_3_AUDIENCE is missing beside the other OIDC ones',
    'OIDC_3_PEOPLE must be STAFF or FAMILY',
  ]);
  expect(faultsOf({ ...first, OIDC_2_ISSUER: 'https://a.example.se', OIDC_2_AUDIENCE: 'sig' }).slice(1)).toEqual([
    'OIDC_2_ISSUER names the issuer of another one',
  ]);
});

test('nobody can change the configuration afterwards', () => {
  const config = readConfig(PRODUCTION);
  expect([config, config.oidc, config.allowedOrigins].every(Object.isFrozen)).toBe(true);
});

test.each(['22.17.0', '22.18.1', '24.21.0', '26.10.0'])('Node.js %s will do', (version) => {
  expect(nodeVersionFault(version)).toBeUndefined();
});

test.each(['20.20.2', '22.16.9', '18.0.0'])('Node.js %s is refused in one sentence that says what to do', (version) => {
  expect(nodeVersionFault(version)).toBe(
    `sig-graph needs Node.js 22.17 or newer, and this is ${version}: ` +
      'start it with npm start, which uses the Node.js that npm ci installed, or install a newer one.',
  );
});
