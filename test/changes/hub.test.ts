import { Hub } from '../../src/changes/hub.js';
import type { SequencedChange } from '../../src/changes/change-log.js';
import type { CaseId } from '../../src/core/ids.js';

const change = (position: number, caseId: string): SequencedChange => ({
  ...{ position, caseId: caseId as CaseId, kind: 'PLAN_CHANGED', ids: [] },
});

test('knows of a case without news, and of nothing that was before it began to listen', () => {
  const hub = new Hub();
  hub.startAt(10);
  hub.publish([change(11, 'a'), change(12, 'b')]);
  expect(hub.mayHaveNews('a', 9)).toBe(true);
  expect(hub.mayHaveNews('a', 10)).toBe(true);
  expect(hub.mayHaveNews('a', 11)).toBe(false);
  expect(hub.mayHaveNews('c', 10)).toBe(false);
  expect(hub.mayHaveNews('c', 9)).toBe(true);
});
