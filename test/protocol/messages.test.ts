import { readdir, readFile } from 'node:fs/promises';
import { ERROR_CODES } from '../../src/core/errors.js';
import { hasText, messageOf } from '../../src/texts/messages.js';

const SOURCE = new URL('../../src/', import.meta.url);

test('every refusal in the source has a text of its own', async () => {
  const files = (await readdir(SOURCE, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, SOURCE), 'utf8')));
  const reasons = texts.flatMap((text) =>
    [...text.matchAll(/new DomainError\(\s*'\w+',\s*'(\w+)'/g)].map((found) => found[1]!),
  );
  expect(reasons.length).toBeGreaterThan(5);
  expect(reasons.filter((reason) => !hasText(reason))).toEqual([]);
});

test.each(ERROR_CODES)('%s says what to do in both languages', (code) => {
  expect(messageOf('sv', code, null)).toMatch(/^[A-ZÅÄÖ].{15}/);
  expect(messageOf('en', code, null)).not.toBe(messageOf('sv', code, null));
});

test('a text takes its parameters and nothing from the prototype', () => {
  expect(messageOf('en', 'LIMIT_EXCEEDED', 'pageTooLarge', { max: 200 })).toContain('at most 200');
  expect(messageOf('en', 'NOT_FOUND', 'constructor')).toBe(messageOf('en', 'NOT_FOUND', null));
});
