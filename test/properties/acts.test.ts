import { Acts } from '../support/acts/acts.js';
import type { Felt } from '../support/acts/acts.js';
import { HIDDEN_ACTS } from '../support/acts/hidden-acts.js';
import { ALL_ROWS } from '../support/mutations/all-rows.js';
import { randomOf } from '../support/random-document.js';
import { atLength, rounds, seedOf, shortOr } from './at-length.js';

/** Every mutation once, and the acts of which a part alone is closed. */
const ROWS = [...ALL_ROWS, ...HIDDEN_ACTS];
const ACTS = shortOr(ROWS.length, rounds(ROWS.length));
/** So many look on, whoever they are. */
const WATCHED = shortOr(2, 3);

let acts: Acts;
beforeAll(async () => {
  acts = await Acts.begin();
}, 60_000);
afterAll(() => acts.end());

it(
  'an act whose every effect is closed to somebody is not felt by them: what they read, and what comes to them, is as without it',
  async () => {
    const felt: Felt[] = [];
    const happened = new Set<string>();
    let closed = 0;
    for (let index = 0; index < ACTS; index += 1) {
      const row = ROWS[index % ROWS.length]!;
      const random = randomOf(seedOf() + index);
      let seen = await acts.see(row, random, WATCHED, false);
      // What the situation forbids is not felt either; but every act has to have been made.
      if (!seen.happened && !happened.has(row.field)) {
        felt.push(...seen.felt);
        closed += seen.closed;
        seen = await acts.see(row, random, WATCHED, true);
      }
      if (seen.happened) happened.add(row.field);
      closed += seen.closed;
      felt.push(...seen.felt);
      if (felt.length > 0) throw new Error(felt.map((one) => JSON.stringify(one)).join('\n'));
    }
    const missing = ALL_ROWS.filter(({ field }) => !happened.has(field)).map(({ field }) => field);
    expect(ACTS < ROWS.length ? [] : missing).toEqual([]);
    expect(closed).toBeGreaterThanOrEqual((ACTS * WATCHED) / 4);
  },
  atLength(600_000),
);
