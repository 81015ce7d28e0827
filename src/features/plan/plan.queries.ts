import type { LoadedCase } from '../../access/loaded-case.js';
import type { OpenPiece } from '../../access/open-piece.js';
import type { Shown } from '../../access/shown.js';
import { localDate } from '../../core/calendar.js';
import { named } from '../person/person.queries.js';
import { seenVersion } from './handover.js';
import { ACTION, GOAL, PLAN } from './plan.piece.js';
import type { PlanProgressType } from './plan.type.js';

type OpenGoal = OpenPiece<(typeof GOAL)['fields']>;
type OpenAction = OpenPiece<(typeof ACTION)['fields']>;

/**
 * The plan of a case: the place where each one's own goals and actions are found, its frame closed or not; `null` where
 * there is nothing in it that the viewer may see.
 */
export function plan(loaded: LoadedCase): Shown | null {
  return loaded.once('plan', () => {
    const [frame] = loaded.open(PLAN);
    const inside = [...loaded.open(GOAL), ...loaded.open(ACTION)];
    if (frame === undefined && inside.length === 0) return null;
    const values = {
      goals: () => goals(loaded),
      actions: () => actionsOfNoGoal(loaded).map((piece) => action(loaded, piece)),
      progress: () => progress(loaded),
    };
    if (frame === undefined) {
      // That there is a plan shows that something is in it.
      const discloses = inside.map(({ entry }) => entry);
      return loaded.show('Plan', { values: { ...values, id: null, overallResponsible: null }, discloses });
    }
    const overallResponsible = (): unknown => loaded.registers.professional(frame.overallResponsibleId);
    return loaded.show('Plan', { piece: frame, values: { ...values, overallResponsible } });
  });
}

/** Every goal of the case that the viewer may see, in the plan's order. */
export function goals(loaded: LoadedCase): Shown[] {
  return loaded.open(GOAL).map((piece) => goal(loaded, piece));
}

/** Every action of the case that the viewer may see. */
export function actions(loaded: LoadedCase): Shown[] {
  return loaded.open(ACTION).map((piece) => action(loaded, piece));
}

export function goal(loaded: LoadedCase, piece: OpenGoal): Shown {
  return loaded.once(`goal ${piece.id}`, () => {
    const values = {
      holder: loaded.registers.agency(piece.holderId),
      area: piece.category,
      actions: () => actionsOf(loaded, piece.id).map((each) => action(loaded, each)),
    };
    return loaded.show('Goal', { piece, values });
  });
}

export function action(loaded: LoadedCase, piece: OpenAction): Shown {
  return loaded.once(`action ${piece.id}`, () => {
    const values = {
      holder: loaded.registers.agency(piece.holderId),
      version: () => seenVersion(loaded, piece),
      responsible: () => responsible(loaded, piece),
    };
    return loaded.show('Action', { piece, values });
  });
}

/** One goal, or `null` where there is none that the viewer may see. */
export function goalById(loaded: LoadedCase, id: string): Shown | null {
  const piece = loaded.open(GOAL).find((each) => each.id === id);
  return piece === undefined ? null : goal(loaded, piece);
}

/** One action, or `null` where there is none that the viewer may see. */
export function actionById(loaded: LoadedCase, id: string): Shown | null {
  const piece = loaded.open(ACTION).find((each) => each.id === id);
  return piece === undefined ? null : action(loaded, piece);
}

/** The same with whoever is responsible by name of type and id alone, for whoever lost a race about it. */
export function actionAsItStands(loaded: LoadedCase, id: string): Shown | null {
  const piece = loaded.open(ACTION).find((each) => each.id === id);
  if (piece === undefined) return null;
  const somebody = responsible(loaded, piece);
  const values = {
    version: seenVersion(loaded, piece),
    responsible: somebody && { __typename: somebody.__typename, id: idOf(somebody) },
  };
  const discloses = somebody !== null && 'entries' in somebody ? somebody.entries : [];
  return loaded.show('Action', { piece, values, discloses });
}

/**
 * Actions under no goal that the viewer may see, whether there is one or not. By when they were stated, since their
 * places under goals would tell which of them have one.
 */
function actionsOfNoGoal(loaded: LoadedCase): readonly OpenAction[] {
  const seen = new Set<string | null>(loaded.open(GOAL).map(({ id }) => id));
  return loaded
    .open(ACTION)
    .filter(({ parentId }) => !seen.has(parentId))
    .toSorted((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
}

function actionsOf(loaded: LoadedCase, goalId: string): readonly OpenAction[] {
  const byGoal = loaded.once('actions by goal', () => Map.groupBy(loaded.open(ACTION), ({ parentId }) => parentId));
  return byGoal.get(goalId) ?? [];
}

type Somebody = Shown | { readonly __typename: string; readonly id: string };

function responsible(loaded: LoadedCase, { responsibleKind, responsibleId: id }: OpenAction): Somebody | null {
  return responsibleKind === 'AGENCY' ? loaded.registers.agency(id) : named(loaded, responsibleKind, id);
}

function idOf(somebody: Somebody): unknown {
  return 'id' in somebody ? somebody.id : somebody.value('id');
}

/** Counting what the viewer may see shows that it is there. */
function progress(loaded: LoadedCase): Shown {
  const counted = loaded.open(ACTION);
  const values = { ...countOf(counted, localDate(loaded.at)) };
  return loaded.show('PlanProgress', { values, discloses: counted.map(({ entry }) => entry) });
}

function countOf(all: readonly OpenAction[], today: string): PlanProgressType {
  const running = all.filter(({ status }) => status === 'PLANNED' || status === 'IN_PROGRESS');
  return {
    total: all.length,
    done: all.filter(({ status }) => status === 'DONE').length,
    overdue: running.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
  };
}
