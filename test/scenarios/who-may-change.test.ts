/**
 * The same questions to every mutation of the schema. How to add a row for a new one stands at the type `MutationRow`
 * (test/support/mutations/mutation-row.ts): put it into the rows of your noun; nothing here needs to change.
 */
import { randomUUID } from 'node:crypto';
import { setClock } from '../../src/storage/clock.js';
import { startTestApp } from '../support/app.js';
import type { Answer, TestApp } from '../support/app.js';
import { ALL_ROWS } from '../support/mutations/all-rows.js';
import type { MutationRow } from '../support/mutations/mutation-row.js';
import { MUTATION_FIELDS, mutationWorld, versionedFields } from '../support/mutations/mutation-world.js';
import type { MutationWorld } from '../support/mutations/mutation-world.js';
import { refusalOf } from '../support/refusals.js';

let app: TestApp;
/** A server whose clock is more than a year ahead: to it, the tokens of the first one have expired. */
let late: TestApp;
let world: MutationWorld;
let later: MutationWorld;

beforeAll(async () => {
  app = await startTestApp();
  world = await mutationWorld(app);
  await setClock(app.database.login, Date.now() + 400 * 86_400_000);
  late = await startTestApp({ database: { ...app.database, drop: () => Promise.resolve() } });
  later = { ...(await mutationWorld(late)), persona: world.persona };
  await setClock(app.database.login, Date.now());
});
afterAll(async () => {
  await late.stop();
  await app.stop();
});

const codeOf = ({ errors }: Answer<unknown>): string | undefined => errors?.[0]?.extensions.code;
function caseIdOf({ of }: MutationRow, args: object): Promise<string> | string {
  if (of !== 'OWN') return of === 'Elias' ? world.elias.id : world.alva.id;
  const { caseId, proposalId } = (args as { input: { caseId?: string; proposalId?: string } }).input;
  return caseId ?? world.owner('select case_id from proposal where id = $1', [proposalId]);
}
const send = (row: MutationRow, args: object, requestId?: string): ReturnType<MutationWorld['send']> =>
  world.send(world.persona(row.by).token, row.field, args, requestId);
/** How many changes there have been: a case numbers its own, others leave a row. */
const written = async ({ writes }: MutationRow): Promise<number> =>
  Number(await world.owner(`select ${writes === undefined ? 'sum(seq) from case_file' : `count(*) from ${writes}`}`));

it('covers every mutation of the schema, each once', () => {
  expect(ALL_ROWS.map(({ field }) => field).toSorted()).toEqual(MUTATION_FIELDS.toSorted());
});

describe.each(ALL_ROWS.map((row) => [row.field, row] as const))('%s', (field, row) => {
  it('is refused to the wrong capacity, the wrong municipality and without a token that holds, and writes nothing', async () => {
    const args = await row.change(world);
    const before = await written(row);
    const { elsewhere = 'NOT_FOUND', forbiddenTo } = row;
    const { capacity, token } = world.persona(row.by);
    const stranger = app.persona({ municipality: 'Vellinge', capacity }).token;
    const wrong = forbiddenTo === null ? null : world.persona({ capacity: forbiddenTo }).token;
    expect({
      wrongCapacity: wrong === null ? 'FORBIDDEN' : codeOf(await world.send(wrong, field, args)),
      elsewhere: elsewhere === null ? null : codeOf(await world.send(stranger, field, args)),
      nobody: codeOf(await world.send(null, field, args)),
    }).toEqual({ wrongCapacity: 'FORBIDDEN', elsewhere, nobody: 'UNAUTHENTICATED' });
    const expired = await later.send(token, field, args);
    expect([expired.status, codeOf(expired)]).toEqual([401, 'UNAUTHENTICATED']);
    expect(await written(row)).toBe(before);
  });

  it('is possible in the statuses of its table, and refused in all others', async () => {
    if (row.of === null) return;
    for (const status of row.refusedIn.length === 0 ? (['CLOSED'] as const) : row.refusedIn) {
      const args = await row.change(world);
      const caseId = await caseIdOf(row, args);
      const before = await world.owner('select status from case_file where id = $1', [caseId]);
      await world.owner('update case_file set status = $2 where id = $1', [caseId, status]);
      const answer = await send(row, args);
      await world.owner('update case_file set status = $2 where id = $1', [caseId, before]);
      const expected = row.refusedIn.length === 0 ? '' : 'INVALID_STATE statusForbids';
      expect([status, refusalOf(answer)]).toEqual([status, expected]);
    }
  });

  it('under a version that has passed is a CONFLICT that tells how it stands, and writes nothing', async () => {
    if (!versionedFields.includes(field)) return;
    const args = await row.change(world);
    const before = await written(row);
    const { input } = args as { input: object };
    const answer = await send(row, { input: { ...input, expectedVersion: 99 } });
    expect(refusalOf(answer)).toBe('CONFLICT versionPassed');
    expect(answer.errors?.[0]?.extensions).toMatchObject({ current: { version: 1 } });
    expect(await written(row)).toBe(before);
  });

  it('gives the same answer to the same request id, also to two at once, and happens once', async () => {
    const [requestId, args] = [randomUUID(), await row.change(world)];
    const before = await written(row);
    const [first, twin] = await Promise.all([send(row, args, requestId), send(row, args, requestId)]);
    const again = await send(row, args, requestId);
    expect(refusalOf(first)).toBe('');
    expect([twin.text, again.text]).toEqual([first.text, first.text]);
    expect(await written(row)).toBe(before + 1);
  });

  it('twice at once is one after the other, or one of them a refusal, and never a fault', async () => {
    const args = await row.change(world);
    const before = await written(row);
    const codes = (await Promise.all([send(row, args), send(row, args)])).map(codeOf);
    const refused = codes.filter((code) => code !== undefined);
    expect(['CONFLICT', 'INVALID_STATE']).toEqual(expect.arrayContaining(refused));
    expect(refused.length).toBeLessThan(2);
    expect(await written(row)).toBe(before + (row.again === 'SAME' ? 1 : 2) - refused.length);
  });
});
