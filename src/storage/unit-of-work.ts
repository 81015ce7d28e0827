import { MikroORM } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Kysely, PostgresDialect } from 'kysely';
import type { PostgresPool } from 'kysely';
import type { PoolClient } from 'pg';
import type { DatabaseAddress } from './connection.js';
import { addressFor } from './connection.js';
import type { DataModel } from './data-model.js';
import { ormConfig } from './orm.config.js';

/** What a command writes its entities through. Every entity sets all its values itself: nothing is read back. */
export type UnitOfWork = EntityManager;

export interface UnitsOfWork {
  /** Begins a READ COMMITTED transaction on the client; whoever asked for it commits or rolls back there. */
  begin(client: PoolClient): Promise<UnitOfWork>;
  end(): Promise<void>;
}

/** The mapper for commands. It opens no connection of its own: locks and settings of a command are its client's. */
export async function openUnitsOfWork(login: DatabaseAddress, model: DataModel): Promise<UnitsOfWork> {
  const orm = await MikroORM.init(ormConfig(addressFor(login, 'sig_writer'), model));
  return {
    async begin(client) {
      const kysely = new Kysely({ dialect: new PostgresDialect({ pool: onlyThis(client) }) });
      const em = orm.em.fork();
      em.setTransactionContext(await kysely.startTransaction().setIsolationLevel('read committed').execute());
      return em;
    },
    end: () => orm.close(),
  };
}

/** A pool in the query builder's eyes, with one connection that is not the builder's to give back. */
function onlyThis(client: PoolClient): PostgresPool {
  const lent = { query: client.query.bind(client), release: () => undefined } as unknown as PoolClient;
  return { connect: () => Promise.resolve(lent), end: () => Promise.resolve(), options: {} };
}
