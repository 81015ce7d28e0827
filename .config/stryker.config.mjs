// npm run mutants [-- --mutate src/core/period.ts]: changes src/core in one place after the other and expects a test of
// test/core to fail each time. What may survive, and why, stands in mutants-equivalent.md beside this.
export default {
  mutate: ['src/core/**/*.ts'],
  testRunner: 'core',
  plugins: [new URL('core-test-runner.mjs', import.meta.url).pathname],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  ignorePatterns: ['dist', 'coverage', '.data', 'schema.graphql'],
  tempDirName: 'coverage/mutants',
  incrementalFile: 'node_modules/.cache/stryker-incremental.json',
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'node_modules/.cache/stryker-report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  disableTypeChecks: false,
};
