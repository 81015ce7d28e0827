/** No act opens what was written while a yes was missing, whatever is recorded later about whose yes was needed. */
import { randomUUID } from 'node:crypto';
import { localDate } from '../../src/core/calendar.js';
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { consentStory } from '../support/consent-story.js';
import type { ConsentStory, NamedCell } from '../support/consent-story.js';
import { refusalOf } from '../support/refusals.js';

const DAY = 86_400_000;
const CELL: NamedCell = ['LEISURE', 'POLICE', 'LEISURE'];
const day = (days: number): string => localDate(Date.now() + days * DAY);

let app: TestApp;
let story: ConsentStory;
beforeAll(async () => {
  app = await startTestApp();
  story = await consentStory(app, 'Uddevalla', 'Elias');
});
afterAll(() => app.stop());

async function records(field: string, type: string, input: object): Promise<string> {
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { id } }`;
  const whole = { requestId: randomUUID(), caseId: story.young.id, ...input };
  return refusalOf(await story.ask({ capacity: 'COORDINATOR' }, document, { input: whole }));
}

it('a guardian is prevented, or without custody, from today on: the note from the gap stays closed', async () => {
  const { youngPersonId, guardianIds } = story.young;
  const [silent, other] = guardianIds;
  await story.form({ [youngPersonId]: 'GRANTED', [other!]: 'GRANTED', [silent!]: 'GRANTED' }, [CELL]);
  expect(await story.isOpen(CELL)).toBe(true);
  await story.form({ [silent!]: 'REFUSED' }, [CELL]);
  const gap = await story.note();
  expect([await story.isOpen(CELL), await story.reads('POLICE_OFFICER', gap)]).toEqual([false, false]);

  await story.at(Date.now() + 3 * DAY);
  const guardianId = silent!;
  expect(await records('recordPrevention', 'CustodyInput', { guardianId, from: day(-1) })).toBe(
    'BAD_USER_INPUT opensBackwards',
  );
  expect(await records('endCustody', 'EndCustodyInput', { guardianId, until: day(-1) })).toBe(
    'BAD_USER_INPUT opensBackwards',
  );
  expect(await story.reads('POLICE_OFFICER', gap)).toBe(false);

  expect(await records('recordPrevention', 'CustodyInput', { guardianId, from: day(3) })).toBe('');
  const later = await story.note();
  expect(await story.reads('POLICE_OFFICER', later)).toBe(true);
  expect(await story.reads('POLICE_OFFICER', gap)).toBe(false);
});

it('a custody is not recorded into the past where a yes from before would count in it', async () => {
  const guardianId = story.young.guardianIds[1]!;
  expect(await records('endCustody', 'EndCustodyInput', { guardianId, until: day(3) })).toBe('');
  await story.at(Date.now() + 6 * DAY);
  expect(await records('recordCustody', 'CustodyInput', { guardianId, from: day(4) })).toBe(
    'BAD_USER_INPUT opensBackwards',
  );
  expect(await records('recordCustody', 'CustodyInput', { guardianId, from: day(6) })).toBe('');
});
