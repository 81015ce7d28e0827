import { byKey, instant, padded, person } from './open-case.js';
import type { OpenCase } from './open-case.js';
import { progressOf } from './plan-progress.js';
import type { Piece, Says } from './stored-piece.js';

const [PLAN, GOAL, ACTION] = [9, 10, 11];
const FIELDS = ['inOwnWords', 'inProfessionalWords', 'what', 'status', 'dueOn', 'responsible', 'supports'];

/** `plan { … }` of the full case. */
export function plan(open: OpenCase): object | null {
  const { day, registers, of } = open;
  const [frame] = of(PLAN);
  if (frame === undefined) return null;
  const position = ({ says, id }: Piece): string => `${padded(says.position)} ${id}`;
  const goals = byKey(of(GOAL), position);
  const actions = byKey(of(ACTION), position);
  return {
    id: frame.id,
    overallResponsible: { name: registers.professional(frame.says.overallResponsibleId ?? null)?.name },
    progress: progressOf(
      actions.map(({ says }) => says),
      day,
    ),
    goals: goals.map(({ id, version, category, holderId, says }) => ({
      ...{ id, version, area: category, holder: { id: holderId } },
      ...{ inOwnWords: says.inOwnWords ?? null, inProfessionalWords: says.inProfessionalWords ?? null },
      actions: actions.filter(({ parentId }) => parentId === id).map((one) => action(open, one)),
    })),
    actions: actions.filter(({ parentId }) => !goals.some(({ id }) => id === parentId)).map(withoutGoal),
    history: history(open),
  };
}

function withoutGoal({ id, version, category, holderId, says }: Piece): object {
  const { what, dueOn = null, status } = says;
  return { id, version, category, holder: { id: holderId }, what, dueOn, status };
}

function action(open: OpenCase, { id, version, category, holderId, says }: Piece): object {
  return {
    ...{ id, version, category, holder: { id: holderId }, what: says.what },
    ...{ dueOn: says.dueOn ?? null, status: says.status },
    responsible: person(open, says.responsibleKind ?? '', says.responsibleId ?? ''),
    evaluations: [],
  };
}

function history({ registers, versions }: OpenCase): object {
  const all = versions.map((version) => ({ version, told: told(version.says) }));
  const newestFirst = byKey(all, ({ version: { recordedAt, id } }) => `${padded(recordedAt)} ${id}`).reverse();
  const parts = new Map<string, 'GOAL' | 'ACTION'>();
  for (const { version, told: given } of all) if ('what' in given) parts.set(version.parentId ?? '', 'ACTION');
  const edges = newestFirst.map(({ version: { id, parentId, version, recordedAt, recordedById }, told: now }) => {
    const earlier = all
      .filter(({ version: other }) => other.parentId === parentId && other.version < version)
      .sort((a, b) => b.version.version - a.version.version);
    const changes = FIELDS.flatMap((field) => {
      if (!(field in now)) return [];
      const before = earlier.find(({ told: given }) => field in given);
      return [{ field, from: before?.told[field] ?? null, to: now[field] ?? null }];
    });
    const author = { name: registers.professional(recordedById)?.name };
    const part = parts.get(parentId ?? '') ?? 'GOAL';
    return { node: { id, part, partId: parentId, version, author, at: instant(recordedAt), changes } };
  });
  return { totalCount: edges.length, edges };
}

function told(says: Says): Readonly<Record<string, unknown>> {
  const { responsibleKind, responsibleId, ...given } = says;
  if (responsibleKind === undefined) return given;
  const isRegistered = responsibleKind === 'PROFESSIONAL' || responsibleKind === 'AGENCY';
  return { ...given, responsible: isRegistered ? responsibleId : null };
}
