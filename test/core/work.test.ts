import type { StoredCaseStatus } from '../../src/core/case-facts.js';
import { requireStatusChange } from '../../src/core/case-status-changes.js';
import { nextVersion } from '../../src/core/expected-version.js';
import { requireProgress } from '../../src/core/plan.js';
import type { ActionStatus } from '../../src/core/plan.js';
import { refused } from '../support/refused.js';

const STORED: StoredCaseStatus[] = ['PROPOSED', 'ACCEPTED', 'CONSENT_PENDING', 'ACTIVE', 'CLOSED', 'DECLINED'];

test.each<[StoredCaseStatus, StoredCaseStatus[]]>([
  ['PROPOSED', ['ACCEPTED', 'DECLINED']],
  ['ACCEPTED', ['CONSENT_PENDING', 'CLOSED']],
  ['CONSENT_PENDING', ['ACTIVE', 'CLOSED']],
  ['ACTIVE', ['CLOSED']],
  ['CLOSED', []],
  ['DECLINED', []],
])('a case that is %s may become %j', (from, allowed) => {
  const refusals = STORED.map((to) => refused(() => requireStatusChange(from, to)));
  expect(STORED.filter((_, index) => refusals[index] === null)).toEqual(allowed);
  expect(new Set(refusals.filter((one) => one !== null))).toEqual(new Set([`INVALID_STATE statusForbids ${from}`]));
});

const STATUSES: ActionStatus[] = ['PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_DONE', 'CANCELLED'];

test.each<[ActionStatus, ActionStatus[]]>([
  ['PLANNED', ['PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_DONE', 'CANCELLED']],
  ['IN_PROGRESS', ['PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_DONE', 'CANCELLED']],
  ['DONE', ['IN_PROGRESS', 'DONE']],
  ['NOT_DONE', ['PLANNED', 'IN_PROGRESS', 'NOT_DONE']],
  ['CANCELLED', ['PLANNED', 'CANCELLED']],
])('an action that is %s may become %j', (from, allowed) => {
  const refusals = STATUSES.map((to) => refused(() => requireProgress(from, to)));
  const expected = STATUSES.map((to) => (allowed.includes(to) ? null : `INVALID_STATE actionMayNot ${from} ${to}`));
  expect(refusals).toEqual(expected);
});

test('a version counts up by one from the one that was read, and from no other', () => {
  expect(nextVersion(3, 3)).toBe(4);
  expect(refused(() => nextVersion(3, 2))).toBe('CONFLICT versionPassed 3');
  expect(refused(() => nextVersion(3, 4))).toBe('CONFLICT versionPassed 3');
});
