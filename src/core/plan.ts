import { DomainError } from './errors.js';

/** How far an action has come. */
export const ACTION_STATUSES = ['PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_DONE', 'CANCELLED'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** What is finished may be taken up again; what was cancelled must be planned anew first. */
const NEXT: Readonly<Record<ActionStatus, readonly ActionStatus[]>> = {
  PLANNED: ['IN_PROGRESS', 'DONE', 'NOT_DONE', 'CANCELLED'],
  IN_PROGRESS: ['PLANNED', 'DONE', 'NOT_DONE', 'CANCELLED'],
  DONE: ['IN_PROGRESS'],
  NOT_DONE: ['PLANNED', 'IN_PROGRESS'],
  CANCELLED: ['PLANNED'],
};

/** @throws DomainError INVALID_STATE; staying as it is, is no change and always possible. */
export function requireProgress(from: ActionStatus, to: ActionStatus): void {
  if (from !== to && !NEXT[from].includes(to)) throw new DomainError('INVALID_STATE', 'actionMayNot', { from, to });
}

/** Who may be responsible for an action. */
export const RESPONSIBLE_KINDS = ['PROFESSIONAL', 'AGENCY', 'YOUNG_PERSON', 'GUARDIAN', 'IMPORTANT_PERSON'] as const;

/** Somebody by the kind and the id that a piece names them with. */
export interface ResponsiblePerson {
  readonly kind: (typeof RESPONSIBLE_KINDS)[number];
  readonly id: string;
}

/** Who handed an action over to whom, by the version that it gave, where nothing else changed with it. */
export type Handovers = Readonly<Record<string, readonly [from: ResponsiblePerson, to: ResponsiblePerson]>>;

/**
 * The version of an action as a reader sees it: who sees neither of two persons does not see that one handed it over to
 * the other, so that it counts for nothing, and is no cause of a conflict.
 *
 * @param sees whether the reader is shown who that is
 */
export function actionVersionSeen(
  version: number,
  handovers: Handovers | null,
  sees: (person: ResponsiblePerson) => boolean,
): number {
  const unseen = Object.entries(handovers ?? {}).filter(([at, both]) => Number(at) <= version && !both.some(sees));
  return version - unseen.length;
}
