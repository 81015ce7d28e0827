import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { consentStory } from '../support/consent-story.js';
import type { ConsentStory } from '../support/consent-story.js';

/** What is kept of openings: those in force and ahead. An end that comes by itself is cleared away with the next change. */
let app: TestApp;
let alva: ConsentStory;
const DAY = 86_400_000;

beforeAll(async () => {
  app = await startTestApp();
  alva = await consentStory(app, 'Uddevalla', 'Alva');
});
afterAll(() => app.stop());

async function kept(): Promise<{ ended: number; live: number }> {
  const { rows } = await asOwner(app.database.login, (client) =>
    client.query<{ ended: number; live: number }>(
      `select count(*) filter (where upper(valid) <= sig.now())::int as ended,
          count(*) filter (where valid @> sig.now())::int as live
        from sig.opening where case_id = $1`,
      [alva.young.id],
    ),
  );
  return rows[0]!;
}

it('a withdrawal leaves no row of what it ends, a form a few of what it opens, round after round', async () => {
  const signers = [alva.young.youngPersonId, ...alva.young.guardianIds];
  const everyone = Object.fromEntries(signers.map((id) => [id, 'GRANTED' as const]));
  const talkOpenly = alva.young.agencies.map(({ id }) => id);
  for (let round = 0; round < 3; round++) {
    const taken = 'mutation ($id: ID!) { withdrawConsent(caseId: $id) { id } }';
    expect((await alva.ask({ name: 'Alva' }, taken)).errors).toBeUndefined();
    expect(await kept()).toEqual({ ended: 0, live: 0 });
    expect((await alva.form(everyone, [], { grants: null, talkOpenly })).errors).toBeUndefined();
    const { ended, live } = await kept();
    expect([ended, live >= 1 && live <= 10]).toEqual([0, true]);
  }
});

it('what time alone has ended opens nothing, and goes with the next change', async () => {
  const start = Math.floor(Date.now() / 1000) * 1000;
  const signers = [alva.young.youngPersonId, ...alva.young.guardianIds];
  const everyone = Object.fromEntries(signers.map((id) => [id, 'GRANTED' as const]));
  const talkOpenly = alva.young.agencies.map(({ id }) => id);
  const until = new Date(start + DAY).toISOString();
  await alva.form(everyone, [], { grants: null, talkOpenly, until });
  const noteId = await alva.note();
  expect(await alva.reads('POLICE_OFFICER', noteId)).toBe(true);
  await alva.at(start + DAY);
  expect(await alva.reads('POLICE_OFFICER', noteId)).toBe(false);
  const { ended, live } = await kept();
  expect([ended > 0, live]).toEqual([true, 0]);
  await alva.form({ [alva.young.youngPersonId]: 'REFUSED' }, [['LEISURE', 'POLICE', 'HEALTH']]);
  expect(await kept()).toEqual({ ended: 0, live: 0 });
});
