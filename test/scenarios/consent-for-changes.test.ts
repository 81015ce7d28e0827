/**
 * What consent has to do with each mutation: all of them are prepared while it stands, and sent once the young person has
 * said no to everything. The answer stands in the row (test/support/mutations/mutation-row.ts).
 */
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { ALL_ROWS } from '../support/mutations/all-rows.js';
import { mutationWorld } from '../support/mutations/mutation-world.js';
import type { MutationWorld } from '../support/mutations/mutation-world.js';
import { refusalOf } from '../support/refusals.js';

/** Those about a case in which somebody has consented already. */
const ROWS = ALL_ROWS.filter(({ of }) => of !== null && of !== 'OWN');
/** They are prepared by taking back what was prepared for another, and without any consent. */
const ONE_AFTER_THE_OTHER = ['assign', 'confirmAssignment', 'declineAssignment'];

let app: TestApp;
let world: MutationWorld;
const prepared = new Map<string, object>();

beforeAll(async () => {
  app = await startTestApp();
  world = await mutationWorld(app);
  for (const { field, change } of ROWS) {
    if (!ONE_AFTER_THE_OTHER.includes(field)) prepared.set(field, await change(world));
  }
  for (const [name, { id }] of Object.entries({ Alva: world.alva, Elias: world.elias })) {
    const no = await world.send(world.persona({ name }).token, 'withdrawConsent', { caseId: id });
    if (no.errors !== undefined) throw new Error(no.text);
  }
});
afterAll(() => app.stop());

it.each(ROWS.map((row) => [row.field, row.withoutConsent ?? 'goes on', row] as const))(
  '%s, once consent is taken back: %s',
  async (field, _, { by, change, withoutConsent: expected = '' }) => {
    const args = prepared.get(field) ?? (await change(world));
    const changes = async (): Promise<number> => Number(await world.owner('select sum(seq) from case_file'));
    const before = await changes();
    expect(refusalOf(await world.send(world.persona(by).token, field, args))).toBe(expected);
    expect((await changes()) - before).toBe(expected === '' ? 1 : 0);
  },
);
