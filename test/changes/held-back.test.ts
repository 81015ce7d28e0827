import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { changing } from '../support/changes.js';
import { casesOf, PLAN_STREAM } from '../support/plan-stream.js';
import type { SeenCase } from '../support/plan-stream.js';
import { TestSocket } from '../support/socket.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** An action that its holder holds, and that somebody of another agency sees. */
async function seenAction(): Promise<{ holder: string; reader: string; caseId: string; actionId: string }> {
  const staff = app.personas.filter(({ capacity }) => capacity === 'PROFESSIONAL' || capacity === 'COORDINATOR');
  for (const { token: reader, agency } of staff) {
    for (const { id: caseId, status } of await casesOf(app, reader)) {
      if (status !== 'ACTIVE') continue;
      const { data } = await app.ask<{
        case: { plan: { goals: { actions: { id: string; holder: { id: string } }[] }[] } | null };
      }>(reader, 'query ($id: ID!) { case(id: $id) { plan { goals { actions { id holder { id } } } } } }', {
        id: caseId,
      });
      for (const { id: actionId, holder } of data.case.plan?.goals.flatMap(({ actions }) => actions) ?? []) {
        if (holder.id === agency?.id) continue;
        for (const owner of staff.filter((one) => one.agency?.id === holder.id)) {
          const own = (await casesOf(app, owner.token)).find(({ id }) => id === caseId);
          if (own !== undefined && actionsOf(own).includes(actionId))
            return { holder: owner.token, reader, caseId, actionId };
        }
      }
    }
  }
  throw new Error('Nobody sees an action of another agency');
}

const actionsOf = ({ plan }: SeenCase): string[] =>
  (plan?.goals ?? []).flatMap(({ actions }) => actions.map(({ id }) => id));

async function hold(token: string, field: 'holdBack' | 'release', pieceId: string): Promise<void> {
  const { errors } = await app.ask(token, `mutation ($id: ID!) { ${field}(pieceId: $id) { id } }`, { id: pieceId });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
}

type Told = { plan: { goals: { actions: { id: string }[] }[] }; changedActionIds: string[] };
const shownIn = (frame: unknown): string[] =>
  (frame as Told).plan.goals.flatMap(({ actions }) => actions.map(({ id }) => id));

it('tells whoever saw a piece anew at once when it is held back, and nobody else, without a trace of what', async () => {
  const { holder, reader, caseId, actionId } = await seenAction();
  const socket = await TestSocket.signIn(app.url, reader);
  socket.subscribe('a', PLAN_STREAM, { caseId });
  await socket.marker();
  await hold(holder, 'holdBack', actionId);
  const told = (await socket.frame('a')).data?.['planChanged'];
  expect(told).toMatchObject({ __typename: 'PlanChanged', changedActionIds: [] });
  expect(shownIn(told)).not.toContain(actionId);
  expect(JSON.stringify(told)).not.toContain(actionId);

  // Held back once more: nothing that the reader could see has happened.
  await hold(holder, 'holdBack', actionId);
  await hold(holder, 'release', actionId);
  const again = (await socket.frame('a')).data?.['planChanged'];
  expect(again).toMatchObject({ changedActionIds: [actionId] });
  expect(shownIn(again)).toContain(actionId);
  await socket.close();
});

it('tells a guardian anew at once from whom a piece is kept, and the young person nothing of it', async () => {
  const following = async (capacity: string, fits: (seen: SeenCase) => boolean) => {
    for (const { id, token } of app.personas.filter((one) => one.capacity === capacity)) {
      const seen = (await casesOf(app, token)).find((one) => one.status === 'ACTIVE' && fits(one));
      if (seen !== undefined) return { id, token, seen };
    }
    throw new Error(`No ${capacity} follows such a case`);
  };
  const guardian = await following('GUARDIAN', (seen) => actionsOf(seen).length > 0);
  const { id: caseId } = guardian.seen;
  const young = await following('YOUNG_PERSON', ({ id }) => id === caseId);
  const [actionId = ''] = actionsOf(guardian.seen);
  const [toGuardian, toYoung] = await Promise.all(
    [guardian, young].map(async ({ token }) => {
      const socket = await TestSocket.signIn(app.url, token);
      socket.subscribe('a', PLAN_STREAM, { caseId });
      await socket.marker();
      return socket;
    }),
  );
  const keep = 'mutation ($id: ID!, $from: ID!) { keepFromGuardian(pieceId: $id, guardianId: $from) { id } }';
  const staff = app.personas.filter(({ agency }) => agency !== null);
  const kept = await Promise.all(staff.map(({ token }) => app.ask(token, keep, { id: actionId, from: guardian.id })));
  expect(kept.some(({ errors }) => errors === undefined)).toBe(true);

  const told = (await toGuardian!.frame('a')).data?.['planChanged'];
  expect(told).toMatchObject({ __typename: 'PlanChanged', changedActionIds: [] });
  expect(shownIn(told)).not.toContain(actionId);

  // The next that the young person is told of is the next change; the guardian is not told of that action at all.
  const writer = await changing(app.database);
  await writer.change(caseId, { ACTION_CHANGED: [actionId] });
  await writer.end();
  expect((await toYoung!.frame('a')).data?.['planChanged']).toMatchObject({ changedActionIds: [actionId] });
  for (const socket of [toGuardian!, toYoung!]) await socket.close();
});
