import { createHmac } from 'node:crypto';
import { parseIntoClientConfig } from 'pg-connection-string';
import type { ClientConfig } from 'pg';

/** Where a database is and who logs in. A `host` that begins with `/` is the folder of a unix socket. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port?: number;
  readonly database: string;
  readonly user: string;
  readonly password?: string;
  /** As the driver takes it; `sslmode` of a connection string. */
  readonly ssl?: ClientConfig['ssl'];
}

/**
 * Reads a connection string (`postgresql://…`), unix sockets and `sslmode` included.
 *
 * @throws Error naming what is missing, never quoting the string: it holds a password.
 */
export function addressOf(url: string): DatabaseAddress {
  const { host, port, database, user, password, ssl } = parseIntoClientConfig(url);
  if (!host || !database || !user) throw new Error('DATABASE_URL must name a host, a user and a database');
  return {
    host,
    database,
    user,
    ...(port !== undefined && { port }),
    ...(typeof password === 'string' && password !== '' && { password }),
    ...(ssl !== undefined && { ssl }),
  };
}

/** The roles that a process of this server logs in as; see `roles.ts`. */
export type ServerRole = 'sig_reader' | 'sig_writer' | 'sig_jobs';

/**
 * The password of a role, derived from that of the login which made it: every process that has the login derives the
 * same and none has to keep one. A login without a password (a trusted local socket) gives roles without one.
 */
export function rolePassword(login: DatabaseAddress, role: ServerRole): string | undefined {
  if (login.password === undefined) return undefined;
  return createHmac('sha256', login.password).update(`sig-graph database role ${role}`).digest('base64url');
}

/** The same database, entered as one of the server's roles. */
export function addressFor(login: DatabaseAddress, role: ServerRole): DatabaseAddress {
  return { ...login, user: role, password: rolePassword(login, role) };
}
