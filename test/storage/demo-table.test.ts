import { readFile } from 'node:fs/promises';
import { DEMO_DOCUMENT, demoDocument } from '../support/demo-document.js';
import { SITUATION_NAMES, situationsOf } from '../support/demo-table.js';
import { demoRows, NOW } from './demo-world.js';

const rows = demoRows();

test('the table of the demo cases is what the data say (npm run demo:cases writes it)', async () => {
  expect(await readFile(DEMO_DOCUMENT, 'utf8')).toBe(demoDocument());
});

test.each(SITUATION_NAMES)('every municipality has a case that shows: %s', (name) => {
  for (const { municipality, cases } of rows.municipalities) {
    const showing = cases.filter((one) => situationsOf(one, NOW).includes(name));
    // Uddevalla's young people sign at any age, so that only 18 is an event there; Vellinge's birthday is the fifteenth.
    expect([municipality.name, showing.length > 0]).toEqual([municipality.name, true]);
  }
});

test('every case shows something, and says what', () => {
  for (const one of rows.municipalities.flatMap(({ cases }) => cases)) {
    expect(one.story.shows.length).toBeGreaterThan(20);
  }
});
