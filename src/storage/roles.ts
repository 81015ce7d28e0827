import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseAddress, ServerRole } from './connection.js';
import { addressFor, rolePassword } from './connection.js';
import { OWNER_CONNECTION, TRANSACTION_WITHIN } from './waits.js';

/** Owns the schema and everything in it; nobody logs in as it, and the server never runs as it. */
export const OWNER = 'sig_owner';
const SERVER_ROLES: readonly ServerRole[] = ['sig_reader', 'sig_writer', 'sig_jobs'];

/** On the role, who made it. */
const MADE_BY = 'sig-graph, made by ';

/** What another process making the same roles can cause: duplicate object, unique violation, tuple updated at once. */
const RACES = new Set(['42710', '23505', 'XX000', '40001', '40P01']);
const ATTEMPTS = 20;

/** Invalid password. */
const REFUSED = '28P01';

/**
 * Whether the server's roles can log in with the passwords that follow from the login's: not after it was given a new
 * one.
 */
export async function opensTo(login: DatabaseAddress): Promise<boolean> {
  if (login.password === undefined) return true;
  const client = new pg.Client({ ...addressFor(login, 'sig_reader'), ...OWNER_CONNECTION });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === REFUSED) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * Servers that still run with the old password keep their connections, and make no new ones until they are started
 * again.
 */
export async function renewPasswords(client: pg.Client, login: DatabaseAddress): Promise<void> {
  for (const role of SERVER_ROLES) {
    const password = client.escapeLiteral(rolePassword(login, role) ?? '');
    await client.query(`alter role ${role} password ${password}`);
  }
}

/**
 * Makes the roles and the schema where they are missing. Roles belong to the whole cluster while a lock belongs to one
 * database, so processes of several databases may meet here: whoever loses tries again and finds the work done.
 * @throws pg.DatabaseError when the login may not create roles, or may not create a schema in the database.
 */
export async function ensureRoles(client: pg.Client, login: DatabaseAddress): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query('begin');
      await makeRoles(client, login);
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback');
      if (attempt === ATTEMPTS || !(error instanceof pg.DatabaseError && RACES.has(error.code ?? ''))) throw error;
      await pause(10 * attempt);
    }
  }
}

async function makeRoles(client: pg.Client, login: DatabaseAddress): Promise<void> {
  if (!(await exists(client, 'select from pg_roles where rolname = $1', OWNER))) {
    await client.query(`create role ${OWNER} nologin`);
    await client.query(`comment on role ${OWNER} is ${client.escapeLiteral(MADE_BY + login.user)}`);
  }
  await requireOwnRoles(client, login);
  for (const role of SERVER_ROLES) {
    if (await exists(client, 'select from pg_roles where rolname = $1', role)) continue;
    const password = rolePassword(login, role);
    const secret = password === undefined ? '' : ` password ${client.escapeLiteral(password)}`;
    await client.query(`create role ${role} login${secret}`);
  }
  // Membership lets the login act as the owner. Since PostgreSQL 16 the maker of a role is a member who may only grant
  // it on, so being a member is not asked for but being able to become it.
  if (!(await canBecomeOwner(client))) await client.query(`grant ${OWNER} to current_user`);
  if (!(await exists(client, 'select from pg_namespace where nspname = $1', 'sig'))) {
    await client.query(`create schema sig authorization ${OWNER}`);
  }
  for (const role of SERVER_ROLES) await limitTransactions(client, role);
  const database = client.escapeIdentifier(login.database);
  await client.query(`grant connect on database ${database} to ${SERVER_ROLES.join(', ')}`);
}

/**
 * Roles belong to the whole cluster, and so do their passwords: two logins that each set their own would lock each
 * other out.
 *
 * @throws Error in one sentence when another login made the roles.
 */
async function requireOwnRoles(client: pg.Client, login: DatabaseAddress): Promise<void> {
  const { rows } = await client.query<{ comment: string | null }>(
    `select shobj_description(oid, 'pg_authid') as comment from pg_roles where rolname = $1`,
    [OWNER],
  );
  const comment = rows[0]?.comment ?? '';
  if (!comment.startsWith(MADE_BY) || comment === MADE_BY + login.user) return;
  throw new Error(
    `This PostgreSQL already serves a sig-graph whose login is ${comment.slice(MADE_BY.length)}: name that login in DATABASE_URL, or use another PostgreSQL.`,
  );
}

/** With the role and not with each connection, since a PostgreSQL that has no such setting refuses who names it. */
async function limitTransactions(client: pg.Client, role: ServerRole): Promise<void> {
  const setting = `transaction_timeout=${TRANSACTION_WITHIN[role]}`;
  const missing = `select from pg_roles, pg_settings where rolname = $1 and name = 'transaction_timeout'
    and $2 <> all (coalesce(rolconfig, '{}'))`;
  const { rowCount } = await client.query(missing, [role, setting]);
  if (rowCount === 1) await client.query(`alter role ${role} set ${setting}`);
}

async function exists(client: pg.Client, query: string, name: string): Promise<boolean> {
  const { rowCount } = await client.query(query, [name]);
  return rowCount === 1;
}

async function canBecomeOwner(client: pg.Client): Promise<boolean> {
  await client.query('savepoint become');
  try {
    await client.query(`set local role ${OWNER}`);
    return true;
  } catch {
    return false;
  } finally {
    // Also takes back the role, and the error where there was one.
    await client.query('rollback to savepoint become');
  }
}
