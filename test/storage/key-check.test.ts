import { randomBytes } from 'node:crypto';
import { MODEL } from '../../src/data-model.js';
import { createSealer } from '../../src/crypto/encryption.js';
import { requireMatchingKeys } from '../../src/crypto/key-check.js';
import { loadKeys } from '../../src/crypto/keys.js';
import type { Sealer } from '../../src/crypto/encryption.js';
import { withOwner } from '../../src/storage/migrate.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

const check = ({ login }: TestDatabase, sealer: Sealer): Promise<void> =>
  withOwner(login, MODEL, ({ em }) => requireMatchingKeys(em, sealer));

it('starts on the keys that the database was written with, and on no others', async () => {
  const database = await createTestDatabase({ demo: true });
  const own = createSealer((await loadKeys(database.dataDir)).master);
  await expect(check(database, own)).resolves.toBeUndefined();
  const others = createSealer(randomBytes(32));
  await expect(check(database, others)).rejects.toThrow(/restore the folder keys/);
  await database.drop();
});

it('takes any keys for a database without cases', async () => {
  const database = await createTestDatabase();
  await expect(check(database, createSealer(randomBytes(32)))).resolves.toBeUndefined();
  await database.drop();
});
