import { createHmac } from 'node:crypto';

/** Where a database is and who logs in. A `host` that begins with `/` is the folder of a unix socket. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port?: number;
  readonly database: string;
  readonly user: string;
  readonly password?: string;
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
  const { host, port, database } = login;
  return { host, port, database, user: role, password: rolePassword(login, role) };
}
