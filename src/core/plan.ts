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

/**
 * Goals and actions carry a version each, so that two who edit different ones never meet.
 *
 * @returns the version after the change.
 * @throws DomainError CONFLICT when somebody else has changed it since the caller read it.
 */
export function nextVersion(current: number, expected: number): number {
  if (current !== expected) throw new DomainError('CONFLICT', 'versionPassed', { version: current });
  return current + 1;
}
