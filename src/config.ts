import { resolve } from 'node:path';
import { z } from 'zod';
import type { Instant } from './core/period.js';
import { UNITS_PER_MINUTE } from './api/viewer-budgets.js';
import { readProviders } from './oidc-config.js';
import type { Fault, OidcConfig } from './oidc-config.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Everything that the surroundings decide. `null` is "not set". */
export interface Config {
  /** Personas, playground, demo data and `CLOCK_START` exist in development only. */
  readonly development: boolean;
  /** 0 picks a free port. */
  readonly port: number;
  /** Where `/metrics` is, if it is not beside the API. */
  readonly metricsPort: number | null;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** `null` starts the embedded database. A secret: it may hold a password. */
  readonly databaseUrl: string | null;
  /** The server's clock when it becomes ready. */
  readonly clockStart: Instant | null;
  /** Never empty outside development. */
  readonly oidc: readonly OidcConfig[];
  /** Origins, beside the server's own, whose pages may open connections. */
  readonly allowedOrigins: readonly string[];
  /** Names by which the server is asked, beside addresses and `localhost`. */
  readonly allowedHosts: readonly string[];
  /** Milliseconds for which the server listens on once it was told to stop. */
  readonly linger: number;
  /** Where notices without content are sent; nowhere if `null`. The secret is one. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  /** The mail server by which people are told that there is something new; no mail if `null`. Its URL is a secret. */
  readonly mail: { readonly url: string; readonly from: string; readonly link: string | null } | null;
  /** Units of work that one viewer may have done in a minute; a field is one. */
  readonly viewerBudget: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Demo data on the first start. */
  readonly demo: boolean;
}

/** A fault names the variable and what it should be, never its value: some are secrets. */
const isHttp = (url: string, secureOnly: boolean): boolean => {
  const { protocol, hostname } = new URL(url);
  return (
    protocol === 'https:' || (protocol === 'http:' && (!secureOnly || ['localhost', '127.0.0.1'].includes(hostname)))
  );
};
const secureUrl = z
  .string()
  .refine((url) => URL.canParse(url) && isHttp(url, true), 'must be an https URL (http on localhost only)');
const databaseUrl = z
  .string()
  .refine((url) => URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol), 'must be a postgresql:// URL');
const isOrigin = (text: string): boolean => URL.canParse(text) && isHttp(text, false) && new URL(text).origin === text;
const origin = z.string().refine(isOrigin, 'must be origins separated by commas, such as https://example.se');
const switched = z.enum(['on', 'off'], 'must be on or off').transform((text) => text === 'on');

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65535, 'must be a number from 0 to 65535');

const environment = z.object({
  NODE_ENV: z.enum(['development', 'production'], 'must be development or production').default('development'),
  PORT: port.default(4000),
  METRICS_PORT: port.optional(),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: databaseUrl.optional(),
  CLOCK_START: z.iso
    .datetime({ offset: true, error: 'must be an RFC 3339 instant, such as 2026-03-01T12:00:00+01:00' })
    .transform((text) => Date.parse(text))
    .optional(),
  ALLOWED_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(origin))
    .default([]),
  ALLOWED_HOSTS: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
    .pipe(z.array(z.string().regex(/^[a-z\d.-]+$/, 'must be names separated by commas, without port')))
    .default([]),
  DRAIN_SECONDS: z
    .string()
    .regex(/^\d{1,2}$/, 'must be a number from 0 to 99')
    .transform(Number)
    .default(1),
  WEBHOOK_URL: secureUrl.optional(),
  WEBHOOK_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SMTP_URL: z
    .string()
    .refine((url) => URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol), 'must be a smtps:// or smtp:// URL')
    .optional(),
  MAIL_FROM: z.email('must be an e-mail address').optional(),
  MAIL_LINK: secureUrl.optional(),
  VIEWER_BUDGET: z
    .string()
    .regex(/^[1-9]\d{3,11}$/, 'must be a number of 1000 or more')
    .transform(Number)
    .default(UNITS_PER_MINUTE),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  DEMO: switched.optional(),
});

type Environment = z.infer<typeof environment>;

const WEBHOOK = ['WEBHOOK_URL', 'WEBHOOK_SECRET'] as const;
const MAIL = ['SMTP_URL', 'MAIL_FROM'] as const;
const DEVELOPMENT_ONLY = ['CLOCK_START', 'DEMO'] as const;

/**
 * Reads the configuration from environment variables; an empty one counts as absent. The address stays loopback in
 * production too: nothing is reachable from outside until `HOST` says so, behind something that speaks TLS.
 * @throws Error whose message lists every fault at once, without any value.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = environment.safeParse(given);
  const faults: Fault[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]);
  const oidc = readProviders(given, secureUrl, given['NODE_ENV'] === 'production');
  faults.push(...oidc.faults, ...faultsTogether(given));
  if (!parsed.success || faults.length > 0) {
    const lines = [...new Map(faults).entries()].map(([name, fault]) => `  ${name} ${fault}`);
    throw new Error(`The configuration has ${lines.length} fault${lines.length > 1 ? 's' : ''}:\n${lines.join('\n')}`);
  }
  return frozen(parsed.data, oidc.providers);
}

/** Faults of variables that are fine one by one. */
function faultsTogether(given: Readonly<Record<string, unknown>>): Fault[] {
  const production = given.NODE_ENV === 'production';
  const unpaired = (pair: readonly string[], of: string): Fault[] =>
    pair
      .filter((name) => pair.some((other) => other in given) && !(name in given))
      .map((name) => [name, `is missing beside the other ${of} one`]);
  const misplaced = DEVELOPMENT_ONLY.filter((name) => production && name in given && given[name] !== 'off');
  return [
    ...unpaired(WEBHOOK, 'WEBHOOK'),
    ...unpaired(MAIL, 'mail'),
    ...misplaced.map((name): Fault => [name, 'exists in development only']),
  ];
}

function frozen(env: Environment, oidc: readonly OidcConfig[]): Config {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret } = env;
  const { SMTP_URL: smtp, MAIL_FROM: from, MAIL_LINK: link = null } = env;
  const development = env.NODE_ENV === 'development';
  return Object.freeze({
    development,
    port: env.PORT,
    metricsPort: env.METRICS_PORT ?? null,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL ?? null,
    clockStart: env.CLOCK_START ?? null,
    oidc,
    allowedOrigins: Object.freeze(env.ALLOWED_ORIGINS),
    allowedHosts: Object.freeze(env.ALLOWED_HOSTS),
    linger: env.DRAIN_SECONDS * 1000,
    webhook: url && secret ? Object.freeze({ url, secret }) : null,
    mail: smtp && from ? Object.freeze({ url: smtp, from, link }) : null,
    viewerBudget: env.VIEWER_BUDGET,
    logLevel: env.LOG_LEVEL,
    demo: env.DEMO ?? development,
  });
}
