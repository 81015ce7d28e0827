import { readFile } from 'node:fs/promises';
import { CODES, REASONS } from '../../src/texts/messages.js';
import { ERRORS_DOCUMENT, errorsDocument, thrownReasons } from '../support/errors-document.js';

test('docs/errors.md is what the code and the texts say', async () => {
  expect(await readFile(ERRORS_DOCUMENT, 'utf8')).toBe(errorsDocument());
});

test('every reason that is thrown has a text, and every code is of the closed list', () => {
  const thrown = [...thrownReasons()];
  expect(thrown.length).toBeGreaterThan(150);
  expect(thrown.filter(([reason]) => !(reason in REASONS)).map(([reason]) => reason)).toEqual([]);
  expect(thrown.flatMap(([, codes]) => [...codes]).filter((code) => !(code in CODES))).toEqual([]);
});
