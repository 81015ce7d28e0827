import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

// Every restriction says what to do instead: the message is all that a developer reads.

const NO_TIME =
  'Time is an argument everywhere. Take the instant of the read scope or command; only src/main.ts and src/config.ts ask the machine.';
const NO_CHANCE =
  'Chance is an argument. Use randomUUID of node:crypto in commands and demo data; in core take the value as an argument.';
const NO_ENVIRONMENT =
  'Read it in src/config.ts, which checks every variable at once, and take the value as an argument.';
const NO_ASYNC = 'src/core is synchronous: load what the decision needs before, and pass it in.';
const NO_WAITING =
  'No fixed pauses: wait for a named thing with a limit (nextEvent, nextLine, until, within of test/support/event.ts).';

const machine = [
  { object: 'Date', property: 'now', message: NO_TIME },
  { object: 'performance', property: 'timeOrigin', message: NO_TIME },
  { object: 'Temporal', property: 'Now', message: NO_TIME },
  { object: 'Math', property: 'random', message: NO_CHANCE },
  { object: 'process', property: 'env', message: NO_ENVIRONMENT },
];

const syntax = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: NO_TIME },
  { selector: 'CallExpression[callee.name="Date"]', message: NO_TIME },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that declares the thing.' },
  {
    selector: 'TSEnumDeclaration',
    message: 'Use a const array and its union, as in src/core/information-category.ts.',
  },
];

const errorCodes = [
  {
    selector: 'NewExpression[callee.name="GraphQLError"]',
    message: 'Throw a DomainError with a code of src/core/errors.ts; src/graphql turns it into what the client sees.',
  },
  {
    selector: 'Property[key.name="extensions"] Property[key.name="code"] > Literal',
    message: 'Codes come from the closed list of src/core/errors.ts, never as a literal.',
  },
];

const core = [
  { selector: ':function[async=true]', message: NO_ASYNC },
  { selector: 'AwaitExpression', message: NO_ASYNC },
  { selector: 'NewExpression[callee.name="Promise"]', message: NO_ASYNC },
  { selector: 'MemberExpression[object.name="Promise"]', message: NO_ASYNC },
  { selector: 'ImportExpression', message: NO_ASYNC },
];

const outside = ['process', 'Buffer', 'console', 'crypto', 'performance', 'globalThis'].map((name) => ({
  name,
  message: 'src/core is pure: it knows no machine. Take what is needed as an argument.',
}));
const timers = ['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.data/', 'test/support/generated/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,mjs,cjs}'],
    extends: [js.configs.recommended],
    rules: {
      'no-undef': 'off', // TypeScript does it; the few .mjs files are run by every test
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Entities and GraphQL types are classes for their decorators' sake: shapes without methods, filled with plain objects.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // Behaviour comes as objects of closures, which know no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Apollo's hooks must return promises, whether or not one waits in them.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: [
      'src/core/**',
      'src/{graphql,api,http}/**',
      'src/main.ts',
      'src/demo.ts',
      'src/setup.ts',
      'src/verify-record.ts',
      'src/config.ts',
    ],
    rules: {
      'no-restricted-properties': ['error', ...machine],
      'no-restricted-syntax': ['error', ...syntax, ...errorCodes],
    },
  },
  {
    files: ['src/{graphql,api,http}/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', ...machine], 'no-restricted-syntax': ['error', ...syntax] },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...machine],
      'no-restricted-globals': ['error', ...outside, ...timers.map((name) => ({ name, message: NO_ASYNC }))],
      'no-restricted-syntax': ['error', ...syntax, ...errorCodes, ...core],
    },
  },
  // Programs of their own, which talk to whoever started them.
  {
    files: [
      'src/main.ts',
      'src/demo.ts',
      'src/setup.ts',
      'src/verify-receipt.ts',
      'src/verify-record.ts',
      'test/run.mjs',
      'test/**/fixtures/*.ts',
      '.config/*.mjs',
      'bench/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // expect(mock.method) and matchers such as expect.objectContaining are of type any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
      'jest/valid-title': ['error', { mustNotMatch: { test: ['^should\\b', 'State the fact in the present tense.'] } }],
      'jest/no-disabled-tests': 'error',
      'jest/no-commented-out-tests': 'error',
      'jest/no-restricted-jest-methods': [
        'error',
        Object.fromEntries(
          ['mock', 'doMock', 'unstable_mockModule', 'spyOn'].map((method) => [
            method,
            'No module mocks: pass a small fake as an argument.',
          ]),
        ),
      ],
      'jest/no-restricted-matchers': [
        'error',
        Object.fromEntries(
          ['toMatchSnapshot', 'toMatchInlineSnapshot', 'toThrowErrorMatchingSnapshot'].map((matcher) => [
            matcher,
            'No snapshots: say what must hold.',
          ]),
        ),
      ],
      'no-restricted-syntax': ['error', ...syntax.filter(({ message }) => message !== NO_TIME)],
    },
  },
  {
    files: ['test/**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'setInterval'].map((name) => ({ name, message: NO_WAITING })),
      ],
      'no-restricted-imports': ['error', { paths: [{ name: 'node:timers/promises', message: NO_WAITING }] }],
    },
  },
  {
    files: ['schema.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: './schema.graphql' } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          FieldDefinition: true,
          DirectiveDefinition: true,
          // type-graphql makes the root types and takes no description for them.
          ignoredSelectors: ['[type=ObjectTypeDefinition][name.value=/^(Query|Mutation|Subscription)$/]'],
        },
      ],
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          Argument: 'camelCase',
          DirectiveDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
          'FieldDefinition[parent.name.value=Query]': {
            forbiddenPrefixes: ['query', 'get'],
            forbiddenSuffixes: ['Query'],
          },
          'FieldDefinition[parent.name.value=Mutation]': { forbiddenSuffixes: ['Mutation'] },
        },
      ],
      '@graphql-eslint/require-deprecation-reason': 'error',
      '@graphql-eslint/no-unreachable-types': 'error',
      '@graphql-eslint/known-directives': 'error',
      '@graphql-eslint/known-type-names': 'error',
      '@graphql-eslint/known-argument-names': 'error',
      '@graphql-eslint/provided-required-arguments': 'error',
      '@graphql-eslint/no-typename-prefix': 'error',
      '@graphql-eslint/no-hashtag-description': 'error',
      '@graphql-eslint/unique-type-names': 'error',
      '@graphql-eslint/unique-enum-value-names': 'error',
      '@graphql-eslint/unique-field-definition-names': 'error',
    },
  },
);
