import type { StoredCaseStatus } from '../../src/core/case-facts.js';
import { requireStatusChange } from '../../src/core/case-status-changes.js';
import type { CaseStatus } from '../../src/core/case-status.js';
import { requireText } from '../../src/core/free-text.js';
import { requireMeetingKind, requireMeetingTime } from '../../src/core/meeting.js';
import type { MeetingKind } from '../../src/core/meeting-kind.js';
import { nextVersion, requireProgress } from '../../src/core/plan.js';
import type { ActionStatus } from '../../src/core/plan.js';

/** The reason of a refusal, or `null` where nothing is refused. */
function refusal(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return (error as { reason: string }).reason;
  }
}

const STORED: StoredCaseStatus[] = ['PROPOSED', 'ACCEPTED', 'CONSENT_PENDING', 'ACTIVE', 'CLOSED', 'DECLINED'];

test.each<[StoredCaseStatus, StoredCaseStatus[]]>([
  ['PROPOSED', ['ACCEPTED', 'DECLINED']],
  ['ACCEPTED', ['CONSENT_PENDING', 'CLOSED']],
  ['CONSENT_PENDING', ['ACTIVE', 'CLOSED']],
  ['ACTIVE', ['CLOSED']],
  ['CLOSED', []],
  ['DECLINED', []],
])('a case that is %s may become %j', (from, allowed) => {
  expect(STORED.filter((to) => refusal(() => requireStatusChange(from, to)) === null)).toEqual(allowed);
});

const STATUSES: ActionStatus[] = ['PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_DONE', 'CANCELLED'];

test.each<[ActionStatus, ActionStatus[]]>([
  ['PLANNED', ['PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_DONE', 'CANCELLED']],
  ['IN_PROGRESS', ['PLANNED', 'IN_PROGRESS', 'DONE', 'NOT_DONE', 'CANCELLED']],
  ['DONE', ['IN_PROGRESS', 'DONE']],
  ['NOT_DONE', ['PLANNED', 'IN_PROGRESS', 'NOT_DONE']],
  ['CANCELLED', ['PLANNED', 'CANCELLED']],
])('an action that is %s may become %j', (from, allowed) => {
  expect(STATUSES.filter((to) => refusal(() => requireProgress(from, to)) === null)).toEqual(allowed);
});

test('a version counts up by one from the one that was read, and from no other', () => {
  expect(nextVersion(3, 3)).toBe(4);
  expect(refusal(() => nextVersion(3, 2))).toBe('versionPassed');
  expect(refusal(() => nextVersion(3, 4))).toBe('versionPassed');
});

const AT = Date.parse('2026-03-02T09:00:00Z');
const hours = (count: number): number => AT + count * 60 * 60 * 1000;

test.each([
  ['tomorrow, for an hour', 24, 25, null],
  ['at this very instant', 0, 1, 'meetingInPast'],
  ['yesterday', -24, -23, 'meetingInPast'],
  ['with no length', 24, 24, 'periodEmpty'],
  ['backwards', 25, 24, 'periodEmpty'],
  ['for half a day', 24, 36, null],
  ['for longer than half a day', 24, 37, 'meetingTimes'],
  ['in three years', 3 * 366 * 24, 3 * 366 * 24 + 1, 'meetingTimes'],
])('a meeting %s', (_, from, until, expected) => {
  expect(refusal(() => requireMeetingTime(AT, hours(from), hours(until)))).toBe(expected);
});

const FIRST_CANCELLED = [{ kind: 'FIRST', status: 'CANCELLED' }];
const FIRST_HELD = [{ kind: 'FIRST', status: 'HELD' }];

test.each<[MeetingKind, CaseStatus, { kind: string; status: string }[], string | null]>([
  ['INTRODUCTION', 'ACCEPTED', [], null],
  ['INTRODUCTION', 'PAUSED', [], null],
  ['FIRST', 'CONSENT_PENDING', [], 'meetingNeedsConsent'],
  ['FIRST', 'PAUSED', [], 'meetingNeedsConsent'],
  ['FIRST', 'ACTIVE', [], null],
  ['FIRST', 'ACTIVE', FIRST_CANCELLED, null],
  ['FIRST', 'ACTIVE', FIRST_HELD, 'firstMeetingExists'],
  ['FOLLOW_UP', 'ACTIVE', FIRST_HELD, null],
  ['FOLLOW_UP', 'PAUSED', FIRST_HELD, 'meetingNeedsConsent'],
  ['CLOSING', 'ACTIVE', [], null],
  ['STEERING', 'ACTIVE', [], 'steeringHasNoCase'],
])('a %s meeting while the case is %s, after %j', (kind, status, standing, expected) => {
  expect(refusal(() => requireMeetingKind(kind, status, standing))).toBe(expected);
});

test('a text is kept without the blanks round it, and is neither empty nor endless', () => {
  expect(requireText('  Läxhjälp\n')).toBe('Läxhjälp');
  expect(refusal(() => requireText(' \n\t'))).toBe('textEmpty');
  expect(refusal(() => requireText('x'.repeat(11), 10))).toBe('textTooLong');
});
