import type { Credentials } from '../../src/access/known-viewer.js';
import { generateKeyPair, exportJWK } from 'jose';
import { personasRoute } from '../../src/http/personas.js';
import type { Persona } from '../../src/http/personas.js';
import { createDevelopmentTokens } from '../../src/http/token.js';
import { readDatabaseClock } from '../../src/storage/clock.js';
import { openPools } from '../../src/storage/pools.js';
import type { Pools } from '../../src/storage/pools.js';
import { createTestDatabase } from '../support/database.js';
import type { TestDatabase } from '../support/database.js';

let database: TestDatabase;
let pools: Pools;
let personas: Persona[];
let now: number;
const pair = await generateKeyPair('Ed25519', { extractable: true });
const { issueToken, verifyToken } = await createDevelopmentTokens({
  publicKey: await exportJWK(pair.publicKey),
  privateKey: await exportJWK(pair.privateKey),
});

beforeAll(async () => {
  database = await createTestDatabase({ demo: true });
  pools = openPools(database.login);
  now = await readDatabaseClock(pools.reader);
  const reply = await personasRoute({ pool: pools.reader, issueToken, now: () => now }).handle({
    path: '/dev/personas',
    search: new URLSearchParams(),
    headers: {},
    language: 'sv',
  });
  personas = JSON.parse(reply.body.toString()) as Persona[];
});
afterAll(async () => {
  await pools.end();
  await database.drop();
});

test('there is one of every profession, a young person and a guardian in both municipalities', () => {
  for (const municipality of ['Uddevalla', 'Vellinge']) {
    const here = personas.filter((persona) => persona.municipality.name.includes(municipality));
    const professions = new Set(here.map(({ profession }) => profession));
    expect(professions.size).toBeGreaterThan(6);
    expect(new Set(here.map(({ capacity }) => capacity))).toEqual(
      new Set(['PROFESSIONAL', 'COORDINATOR', 'YOUNG_PERSON', 'GUARDIAN', 'STEERING_MEMBER', 'ADMINISTRATOR']),
    );
  }
});

test('each carries what the list promises, and nothing more', () => {
  for (const persona of personas) {
    expect(Object.keys(persona)).toEqual(['id', 'name', 'profession', 'agency', 'municipality', 'capacity', 'token']);
    expect(Object.keys(persona.municipality)).toEqual(['id', 'name']);
  }
  const police = personas.find(({ profession }) => profession === 'POLICE_OFFICER');
  expect(police?.agency).toMatchObject({ kind: 'POLICE', name: expect.any(String) as string });
  expect(personas.find(({ capacity }) => capacity === 'YOUNG_PERSON')?.agency).toBeNull();
});

test('each token opens the scope of that very viewer', async () => {
  for (const persona of personas) {
    const { subjectId, capacity } = (await verifyToken(persona.token, now)).who as Credentials;
    expect(capacity).toBe(persona.capacity);
    const { rows } = await pools.reader.query<{ viewer: { id: string; name: string } }>(
      'select viewer from sig.open_scope($1, $2)',
      [subjectId, capacity],
    );
    expect(rows[0]?.viewer.id).toBe(persona.id);
  }
});
