import { sourceFiles, undocumented } from './source-files.js';

describe('source files', () => {
  const files = sourceFiles('src/**/*.ts');

  test('are found at all', () => {
    expect(files.map(({ path }) => path)).toContain('src/core/period.ts');
  });

  test('none is over 300 lines: split it by what it does', () => {
    const long = files.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path);
    expect(long).toEqual([]);
  });
});

describe('docstrings', () => {
  test('every exported name of src/core has one: meaning, units, errors, source', () => {
    expect(sourceFiles('src/core/**/*.ts').flatMap(undocumented)).toEqual([]);
  });

  test.each([
    ['export function open(): void {}', ['open']],
    ['export const A = 1, B = 2;', ['A', 'B']],
    ['export interface Fact { readonly id: string }', ['Fact']],
    ['export class Fault extends Error {}', ['Fault']],
    ["export type Reason = 'A' | 'B';", ['Reason']],
    ['/** Whether it is open. */\nexport function open(): void {}', []],
    ['// Whether it is open.\nexport function open(): void {}', ['open']],
    ["export type CaseId = Id<'Case'>;", []],
    ['export type Reason = (typeof REASONS)[number];', []],
    ['function inner(): void {}', []],
    [
      "/** The rule. Source: FB 6:2. */\nimport './x.js';\nexport function a(): void {}\nexport function b(): void {}",
      ['b'],
    ],
  ])('%s lacks %j', (text, names) => {
    expect(undocumented({ path: 'x.ts', text })).toEqual(names.map((name) => `x.ts: ${name}`));
  });
});
