import { readFileSync } from 'node:fs';

// npm run mutants [-- --mutate src/core/period.ts]: changes src/core in one place after the other and expects a test to
// fail each time. What may survive, and why, stands in mutants-equivalent.md beside this.
const { jest } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

export default {
  mutate: ['src/core/**/*.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    projectType: 'custom',
    enableFindRelatedTests: false,
    // The core needs no database, and so none is started.
    config: { ...jest, globalSetup: null, globalTeardown: null, testMatch: ['**/test/core/*.test.ts'] },
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  ignorePatterns: ['dist', 'coverage', '.data', 'schema.graphql'],
  // Not below node_modules, where jest looks for no tests.
  tempDirName: 'coverage/mutants',
  incrementalFile: 'node_modules/.cache/stryker-incremental.json',
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'node_modules/.cache/stryker-report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  disableTypeChecks: false,
};
