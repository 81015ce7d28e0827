import type { Board } from './board';
import type { Timeline } from './timeline';
import type { View } from './view';

const ACTIONS = `query Actions($id: ID!) {
  case(id: $id) { plan { goals { actions { id version status } } actions { id version status } } }
}`;
const UPDATE = 'mutation Update($input: UpdateActionInput!) { updateAction(input: $input) { id version } }';
const SEES = 'query Sees($id: ID!) { node(id: $id) { id } }';

/** Milliseconds that the connection is away, and the longest wait for what was missed. */
const AWAY = 1_200;
const PATIENCE = 10_000;

interface Action {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}

/** Changes the status of an action as the coordinator; the plan's tiles follow. */
export async function changeAction({ coordinator, stage }: Board): Promise<string | null> {
  const actions = await actionsOf(coordinator, stage.caseId);
  const action = actions.find(({ status }) => status !== 'DONE') ?? actions[0];
  if (action === undefined) return null;
  const input = {
    requestId: crypto.randomUUID(),
    actionId: action.id,
    expectedVersion: action.version,
    status: action.status === 'DONE' ? 'IN_PROGRESS' : 'DONE',
  };
  const { errors } = await coordinator.ask(UPDATE, { input });
  return errors?.length ? null : action.id;
}

async function actionsOf(coordinator: Board['coordinator'], id: string): Promise<Action[]> {
  type Data = { case: { plan: { goals: { actions: Action[] }[]; actions: Action[] } | null } | null };
  const { data } = await coordinator.ask<Data>(ACTIONS, { id });
  const plan = data?.case?.plan;
  return plan ? [...plan.goals.flatMap(({ actions }) => actions), ...plan.actions] : [];
}

/**
 * Takes the network from all columns, changes the plan meanwhile, gives the network back, and counts: of the columns that
 * may see the action, how many were not told of it, and how many more often than it was changed.
 */
export async function cutConnection(board: Board, view: View, timeline: Timeline): Promise<void> {
  const entry = timeline.add(view.texts.cutNow);
  const columns = board.columns.filter(({ followsPlan }) => followsPlan);
  for (const column of columns) {
    column.told.length = 0;
    column.session.cut();
  }
  const changed: string[] = [];
  for (let time = 0; time < 2; time += 1) {
    const id = await changeAction(board);
    if (id !== null) changed.push(id);
  }
  await pause(AWAY);
  for (const column of columns) column.session.restore();
  const expected = await Promise.all(
    columns.map(async ({ session }) => {
      const seen = await Promise.all(
        changed.map(async (id) => (await session.ask<{ node: object | null }>(SEES, { id })).data?.node),
      );
      return changed.filter((_, index) => seen[index] != null);
    }),
  );
  const missing = (): number =>
    columns.reduce((count, { told }, index) => {
      const known = new Set(told.flat());
      return count + [...new Set(expected[index])].filter((id) => !known.has(id)).length;
    }, 0);
  for (let waited = 0; waited < PATIENCE && (missing() > 0 || columns.some(({ isLive }) => !isLive)); waited += 100)
    await pause(100);
  const twice = columns.reduce((count, { told }, index) => {
    const often = (id: string): number => told.filter((ids) => ids.includes(id)).length;
    const allowed = (id: string): number => (expected[index] ?? []).filter((each) => each === id).length;
    return count + [...new Set(expected[index])].filter((id) => often(id) > allowed(id)).length;
  }, 0);
  entry.set(view.texts.cutNow, view.texts.cameBack(columns.length, missing(), twice));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
