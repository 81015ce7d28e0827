import type { LoadedCase } from '../../access/loaded-case.js';
import type { OpenPiece } from '../../access/open-piece.js';
import { actionVersionSeen } from '../../core/plan.js';
import type { ResponsiblePerson } from '../../core/plan.js';
import { named } from '../person/person.queries.js';
import { ACTION } from './plan.piece.js';

type OpenAction = OpenPiece<(typeof ACTION)['fields']>;

/** What names a handover in a change: whoever sees none of the two is told of none. */
export function handoverId(actionId: string, version: number): string {
  return `${actionId} ${version}`;
}

/** The action that a change names, if the viewer sees it, and, of a handover, one of the two as well. */
export function changedAction(loaded: LoadedCase, changedId: string): OpenAction | undefined {
  const [actionId, version] = changedId.split(' ');
  const action = loaded.open(ACTION).find(({ id }) => id === actionId);
  const isSeen = version === undefined || action === undefined || seesHandover(loaded, action, Number(version));
  return isSeen ? action : undefined;
}

/** A version of an action, the newest if not said, by the count of those that the viewer sees. */
export function seenVersion(loaded: LoadedCase, action: OpenAction, version = action.version): number {
  return actionVersionSeen(version, action.handovers, (person) => seesPerson(loaded, person));
}

/** False for a version by which one whom the viewer does not see handed the action over to another such. */
export function seesHandover(loaded: LoadedCase, { handovers }: OpenAction, version: number): boolean {
  return Object.entries(handovers ?? {}).every(
    ([at, both]) => Number(at) !== version || both.some((person) => seesPerson(loaded, person)),
  );
}

/** Whether the viewer is shown who that is. */
export function seesPerson(loaded: LoadedCase, { kind, id }: ResponsiblePerson): boolean {
  return (kind !== 'GUARDIAN' && kind !== 'IMPORTANT_PERSON') || named(loaded, kind, id) !== null;
}
