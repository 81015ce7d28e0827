import type { CaseStatus } from '../../src/core/case-status.js';
import { requireCapacity, requireStatus } from '../../src/core/permissions.js';
import type { Act } from '../../src/core/permissions.js';
import { isOpenTo } from '../../src/core/rules/named-rules.js';
import type { CapacityRuleName } from '../../src/core/rules/named-rules.js';
import type { Capacity } from '../../src/core/viewer.js';
import { refused } from '../support/refused.js';

const CAPACITIES: Capacity[] = [
  'PROFESSIONAL',
  'COORDINATOR',
  'STEERING_MEMBER',
  'YOUNG_PERSON',
  'GUARDIAN',
  'ADMINISTRATOR',
];
const STATUSES: CaseStatus[] = ['PROPOSED', 'ACCEPTED', 'CONSENT_PENDING', 'ACTIVE', 'PAUSED', 'CLOSED', 'DECLINED'];

// P professional, C coordinator, S steering member, Y young person, G guardian, A administrator; the statuses by their order above.
const TABLE: Record<Act, readonly [by: string, during: string]> = {
  PROPOSE: ['PC', '1......'],
  STATE_BASIS: ['PC', '1......'],
  DECIDE_PROPOSAL: ['C', '1......'],
  REQUEST_CONSENT: ['C', '.1.....'],
  RECORD_CONSENT: ['PC', '.1111..'],
  ANSWER_CONSENT_FORM: ['PC', '.1111..'],
  ASK_FOR_CONSENT: ['C', '.1111..'],
  ANSWER_CONSENT_REQUEST: ['YG', '.1111..'],
  WITHDRAW_CONSENT: ['PCYG', '1111111'],
  BLOCK: ['PCYG', '1111111'],
  UNBLOCK: ['PCYG', '.1111..'],
  HOLD_BACK: ['PC', '1111111'],
  RELEASE: ['PC', '.1111..'],
  RECORD_CUSTODY: ['C', '.1111..'],
  NAME_PERSON: ['C', '.1111..'],
  RECORD_AREA: ['C', '.1111..'],
  RECORD_PROTECTION: ['C', '1111111'],
  ASSIGN: ['C', '.1111..'],
  ANSWER_ASSIGNMENT: ['PC', '.1111..'],
  END_ASSIGNMENT: ['PC', '1111111'],
  WRITE_PIECE: ['PC', '.1111..'],
  PLAN: ['PC', '...11..'],
  PLAN_OWN_WORDS: ['PCY', '...11..'],
  PROGRESS_ACTION: ['PCY', '...11..'],
  SCHEDULE_MEETING: ['C', '.11111.'],
  ANSWER_INVITATION: ['PCYG', '.11111.'],
  RECORD_MEETING: ['C', '.11111.'],
  DISCLOSE_WITHOUT_CONSENT: ['PC', '1111111'],
  END_DISCLOSURE: ['PC', '1111111'],
  OBJECT: ['YG', '1111111'],
  PUBLISH_RULES: ['A', '1111111'],
  STEERING_MEETING: ['C', '1111111'],
  PUBLISH_REPORT: ['A', '1111111'],
  CHANGE_GROUP: ['A', '1111111'],
  TIE_PROFESSIONAL: ['A', '1111111'],
  TIE_PERSON: ['C', '.11111.'],
  RECORD_OUTCOME: ['PC', '...111.'],
  CLOSE: ['C', '.1111..'],
};

test.each(Object.entries(TABLE) as [Act, [string, string]][])('%s', (act, [by, during]) => {
  const may = CAPACITIES.filter((capacity) => refused(() => requireCapacity(act, capacity)) === null);
  expect(may.map(([initial]) => initial).join('')).toBe(by);
  const open = STATUSES.map((status) => (refused(() => requireStatus(act, status)) === null ? '1' : '.'));
  expect(open.join('')).toBe(during);
});

test('a refusal tells the status that stands in the way, and of the capacity nothing but that it may not', () => {
  expect(refused(() => requireCapacity('CLOSE', 'GUARDIAN'))).toBe('FORBIDDEN capacityMayNot');
  expect(refused(() => requireStatus('PLAN', 'CLOSED'))).toBe('INVALID_STATE statusForbids CLOSED');
});

test.each<[CapacityRuleName, string]>([
  ['consentDetails', 'CYG'],
  ['pendingConsents', 'PCYG'],
  ['participants', 'CYG'],
  ['accessRecords', 'YG'],
  ['disclosureReasons', 'PC'],
  ['proposal', 'C'],
  ['assignmentRequests', 'C'],
  ['calendarClashes', 'C'],
  ['steeringMeetings', 'CSA'],
  ['steeringReports', 'CSA'],
])('%s is open to %s', (rule, to) => {
  expect(
    CAPACITIES.filter((capacity) => isOpenTo(rule, capacity))
      .map(([initial]) => initial)
      .join(''),
  ).toBe(to);
});
