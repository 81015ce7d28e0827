import type { Says, StoredPiece } from './stored-piece.js';

const [PLAN, GOAL, ACTION] = [9, 10, 11];

/** `plan { progress { … } }` from the plan's frame, goals and actions, with the pieces that it shows. */
export function planProgress(
  stored: readonly StoredPiece[] | null,
  day: string,
): { readonly plan: object | null; readonly shown: readonly StoredPiece[] } {
  const pieces = stored ?? [];
  const frame = pieces.find(({ 1: kind }) => kind === PLAN);
  if (frame === undefined) return { plan: null, shown: [] };
  const goals = new Set(
    pieces.flatMap(({ 0: id, 1: kind, 2: parent }) => (kind === GOAL && parent === frame[0] ? [id] : [])),
  );
  const actions = pieces.filter(({ 1: kind, 2: parent }) => kind === ACTION && goals.has(parent ?? ''));
  return {
    plan: {
      progress: progressOf(
        actions.map(({ 7: plain }) => plain),
        day,
      ),
    },
    shown: [frame, ...actions],
  };
}

/** Of actions by what lies plain of them. */
export function progressOf(actions: readonly Says[], day: string): object {
  const isOverdue = ({ status, dueOn }: Says): boolean =>
    (status === 'PLANNED' || status === 'IN_PROGRESS') && dueOn !== undefined && dueOn < day;
  return {
    total: actions.length,
    done: actions.filter(({ status }) => status === 'DONE').length,
    overdue: actions.filter(isOverdue).length,
  };
}
