/** What was recorded before anybody had answered is reached by the first yes; what was recorded after a no is not. */
import { startTestApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { consentStory } from '../support/consent-story.js';
import type { ConsentStory, NamedCell } from '../support/consent-story.js';

const DAY = 86_400_000;
/** A cell that nobody has been asked about in the demo. */
const CELL: NamedCell = ['LEISURE', 'POLICE', 'LEISURE'];

let app: TestApp;
let story: ConsentStory;
beforeAll(async () => {
  app = await startTestApp();
  story = await consentStory(app, 'Uddevalla', 'Elias');
});
afterAll(() => app.stop());

it('one guardian says no on day 5 and yes on day 9: notes from before day 5 are read, those between are not', async () => {
  const { youngPersonId, guardianIds } = story.young;
  const [father, mother] = guardianIds;
  const start = Date.now();
  const notes: string[] = [];
  const noteOn = async (day: number): Promise<void> => {
    await story.at(start + day * DAY);
    notes.push(await story.note());
  };
  await noteOn(1);
  await story.form({ [youngPersonId]: 'GRANTED', [father!]: 'GRANTED' }, [CELL]);
  await noteOn(4);
  await story.at(start + 5 * DAY);
  await story.form({ [mother!]: 'REFUSED' }, [CELL]);
  await noteOn(7);
  await story.at(start + 9 * DAY);
  await story.form({ [mother!]: 'GRANTED' }, [CELL]);
  await noteOn(10);

  const read: boolean[] = [];
  for (const note of notes) read.push(await story.reads('POLICE_OFFICER', note));
  expect(read).toEqual([true, true, false, true]);
});
