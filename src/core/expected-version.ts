import { DomainError } from './errors.js';

/**
 * A change of what two people can change rests on the version that its sender read. Goals and actions carry one each, so
 * that two who edit different ones never meet.
 *
 * @returns the version after the change.
 * @throws DomainError CONFLICT when it has been changed since the caller read it.
 */
export function nextVersion(current: number, expected: number): number {
  if (current !== expected) throw new DomainError('CONFLICT', 'versionPassed', { version: current });
  return current + 1;
}
