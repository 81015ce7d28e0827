import type { Pool } from 'pg';
import { openPools } from '../../src/storage/pools.js';
import type { Pools } from '../../src/storage/pools.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { KIND_NUMBERS } from '../support/kinds-by-hand.js';
import { proposing } from '../support/proposing.js';
import { asOwner, idsOf, viewing } from './viewing.js';

let app: TestApp;
let pools: Pools;
let reader: Pool;
beforeAll(async () => {
  app = await startTestApp();
  pools = openPools(app.database.login);
  reader = pools.reader;
});
afterAll(async () => {
  await pools.end();
  await app.stop();
});

interface Rows {
  readonly proposal: string;
  readonly words: string;
  readonly identity: string;
}

async function proposed(basis: string | null): Promise<Rows> {
  const { token } = app.persona({ municipality: 'Uddevalla', profession: 'POLICE_OFFICER' });
  const { data } = await proposing(app, token, { basis, words: 'Syns sent.' });
  return asOwner(app.database.login, async (client) => {
    const { rows } = await client.query<Rows>(
      `select p.id as proposal, w.id as words, i.id as identity
        from proposal p join piece w using (case_id) join piece i using (case_id)
        where p.id = $1 and w.kind = ${KIND_NUMBERS.get('PROPOSAL_WORDS')} and i.kind = ${KIND_NUMBERS.get('IDENTITY')}`,
      [data.proposal!.id],
    );
    return rows[0]!;
  });
}

/** The reverse question: who of everybody that one can sign in as may select the row, whatever SQL they run. */
async function whoSelects(table: string, id: string): Promise<string[]> {
  const seen: string[] = [];
  for (const persona of app.personas) {
    const ids = await viewing(reader, [persona.id, persona.capacity], (client) => idsOf(client, table));
    if (ids.includes(id)) seen.push(`${persona.profession ?? persona.capacity} ${persona.municipality.name}`);
  }
  return seen.sort();
}

const COORDINATOR = ['COORDINATOR Uddevalla'];
const PROPOSER = 'POLICE_OFFICER Uddevalla';

it('the database keeps a blind proposal as the core does: its row for two, its words and its identity for nobody', async () => {
  const { proposal, words, identity } = await proposed(null);
  expect(await whoSelects('proposal', proposal)).toEqual([...COORDINATOR, PROPOSER]);
  expect(await whoSelects('PROPOSAL_WORDS', words)).toEqual([]);
  expect(await whoSelects('IDENTITY', identity)).toEqual([]);
});

it('and one with a basis: words and identity for the coordinator alone', async () => {
  const { proposal, words, identity } = await proposed('FAMILY_AGREED');
  expect(await whoSelects('proposal', proposal)).toEqual([...COORDINATOR, PROPOSER]);
  expect(await whoSelects('PROPOSAL_WORDS', words)).toEqual(COORDINATOR);
  expect(await whoSelects('IDENTITY', identity)).toEqual(COORDINATOR);
});
