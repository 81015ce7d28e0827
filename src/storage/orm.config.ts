import type { Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import type { DatabaseAddress } from './connection.js';
import type { DataModel } from './data-model.js';
import { MIGRATIONS } from './baseline.js';
import { OWNER_CONNECTION } from './waits.js';

/**
 * The mapper over one address. `role` is what each connection becomes at its start: the login becomes the owner for
 * migrations and demo data, a server role stays itself. Instants pass as UTC text, whatever zone the database is set
 * to.
 */
export function ormConfig(address: DatabaseAddress, { entities }: DataModel, role?: string): Options {
  const settings = [
    '-c search_path=sig',
    '-c timezone=UTC',
    '-c jit=off',
    ...(role === undefined ? [] : [`-c role=${role}`]),
  ];
  return defineConfig({
    host: address.host,
    port: address.port ?? 5432,
    dbName: address.database,
    user: address.user,
    // An absent password must not be taken from the surroundings of the process.
    password: address.password ?? '',
    schema: 'sig',
    entities: [...entities],
    extensions: [Migrator],
    // Column types are written out; nothing is guessed from values, files or folders.
    discovery: { inferDefaultValues: false },
    metadataCache: { enabled: false },
    ensureDatabase: false,
    migrations: {
      migrationsList: [...MIGRATIONS],
      snapshot: false,
      tableName: 'migration',
      disableForeignKeys: false,
      silent: true,
    },
    driverOptions: {
      ...OWNER_CONNECTION,
      options: settings.join(' '),
      ...(address.ssl !== undefined && { ssl: address.ssl }),
    },
  });
}
