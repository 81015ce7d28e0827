import fc from 'fast-check';
import { randomDocument, randomOf } from '../support/random-document.js';
import { storedViewers } from '../support/stored-viewers.js';
import { moment, storedWorlds } from '../support/stored-worlds.js';
import { startWorldApp } from '../support/world-app.js';
import type { WorldApp } from '../support/world-app.js';
import { CASE, ELSA } from '../support/world-cast.js';

let app: WorldApp;
beforeAll(async () => {
  app = await startWorldApp();
}, 60_000);
afterAll(() => app.close());

test('viewers who ask at the same time get the answers that they get alone', async () => {
  const answers = new Set<string>();
  await fc.assert(
    fc.asyncProperty(storedWorlds, moment, fc.integer(), async (world, at, seed) => {
      await app.store(world, at);
      const random = randomOf(seed);
      const ids = [CASE, ELSA, ...world.pieces.map(({ id }) => id)];
      // The access record is the one thing that grows by being asked.
      const wanted = { schema: app.schema, caseId: CASE, ids, words: ['canary'] };
      let document = randomDocument(random, wanted);
      while (document.includes('accessRecords')) document = randomDocument(random, wanted);
      const tokens = await Promise.all(
        storedViewers(world).map(({ viewer, subjectId }) => app.tokenOf(viewer, subjectId)),
      );
      const alone: string[] = [];
      for (const token of tokens) alone.push((await app.app.ask(token, document)).text);
      // Two rounds in a shuffled order: more requests than the pool has connections.
      const order = [...tokens, ...tokens].map((token) => ({ token, place: random() }));
      const together = await Promise.all(
        order
          .sort((a, b) => a.place - b.place)
          .map(async ({ token }) => ({ token, text: (await app.app.ask(token, document)).text })),
      );
      for (const { token, text } of together) {
        const expected = alone[tokens.indexOf(token)];
        if (text !== expected) throw new Error(`${document}\n${text}\n${expected}`);
        answers.add(text);
      }
    }),
    { numRuns: 30, endOnFailure: true },
  );
  expect(answers.size).toBeGreaterThan(20);
}, 120_000);
