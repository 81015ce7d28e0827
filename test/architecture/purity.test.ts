import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { ROOT } from './source-files.js';

// The rules that need no types suffice here, and planted text belongs to no project.
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfigFile: `${ROOT}/.config/eslint.config.mjs`,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

/** The rules that the text breaks in that file. */
async function broken(filePath: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: `${ROOT}/${filePath}` });
  return [...new Set(result?.messages.map(({ ruleId }) => ruleId))];
}

describe('src/core is pure: no clock, no chance, no machine, no waiting', () => {
  test.each([
    ['no-restricted-properties', 'export const now = Date.now();'],
    ['no-restricted-properties', 'export const luck = Math.random();'],
    ['no-restricted-syntax', 'export const now = new Date();'],
    ['no-restricted-globals', 'export const port = process.argv;'],
    ['no-restricted-globals', 'setTimeout(() => undefined, 1);'],
    ['no-restricted-globals', 'export const id = crypto;'],
    ['no-restricted-syntax', 'export async function load() {}'],
    ['no-restricted-syntax', 'export const load = async () => undefined;'],
    ['no-restricted-syntax', 'export const load = () => Promise.resolve(1);'],
    ['no-restricted-syntax', "export * from './period.js';"],
    ['no-console', "console.log('x');"],
  ])('%s refuses: %s', async (rule, code) => {
    expect(await broken('src/core/planted.ts', code)).toContain(rule);
  });

  test('an instant that is passed in may become a date', async () => {
    expect(
      await broken('src/core/planted.ts', 'export const day = (at: number) => new Date(at).toISOString();'),
    ).toEqual([]);
  });
});

describe('the rest of src', () => {
  test.each([
    ['no-restricted-properties', 'src/access/planted.ts', "export const port = process.env['PORT'];"],
    ['no-restricted-properties', 'src/graphql/planted.ts', 'export const now = Date.now();'],
    ['no-restricted-syntax', 'src/storage/planted.ts', 'export const now = new Date();'],
    ['no-restricted-syntax', 'src/features/case/planted.ts', "export const e = new GraphQLError('no');"],
    ['no-restricted-syntax', 'src/access/planted.ts', "export const e = { extensions: { code: 'FORBIDDEN' } };"],
    ['no-warning-comments', 'src/access/planted.ts', '// todo: later'],
    ['@typescript-eslint/no-explicit-any', 'src/access/planted.ts', 'export const a = (b: any): unknown => b;'],
  ])('%s refuses in %s: %s', async (rule, file, code) => {
    expect(await broken(file, code)).toContain(rule);
  });

  test('the configuration may read the environment, and the start the clock', async () => {
    expect(await broken('src/config.ts', "export const port = process.env['PORT'];")).toEqual([]);
    expect(await broken('src/main.ts', 'export const now = Date.now();')).toEqual([]);
  });
});

describe('tests', () => {
  test.each([
    ['jest/expect-expect', "test('adds', () => { Math.max(1, 2); });"],
    ['jest/no-focused-tests', "test.only('adds', () => { expect(1).toBe(1); });"],
    ['jest/no-disabled-tests', "test.skip('adds', () => { expect(1).toBe(1); });"],
    ['jest/valid-expect', "test('adds', () => { expect(1); });"],
    ['jest/valid-title', "test('should add', () => { expect(1).toBe(1); });"],
    ['jest/no-restricted-jest-methods', "jest.mock('./x.js');"],
    ['jest/no-restricted-matchers', "test('adds', () => { expect(1).toMatchSnapshot(); });"],
    ['no-restricted-globals', 'export const pause = (ms: number) => new Promise((go) => setTimeout(go, ms));'],
    ['no-restricted-imports', "import { setTimeout } from 'node:timers/promises';"],
  ])('%s refuses: %s', async (rule, code) => {
    expect(await broken('test/planted.test.ts', code)).toContain(rule);
  });
});
