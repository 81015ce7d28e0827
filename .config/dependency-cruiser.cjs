/**
 * The import rules of src/README.md. Each `comment` is what a developer reads when the rule fires: it says what to do
 * instead. test/architecture/imports.test.ts plants one breach of every rule and sees it found.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const ORM = '(^|node_modules/)@mikro-orm/';
const GRAPHQL = '(^|node_modules/)(graphql|type-graphql|graphql-scalars|graphql-ws|@apollo/server)(/|$)';
const DRIVER = '(^|node_modules/)pg(/|$)';

/** Nouns in the order in which they may build on each other; those in one list do not know each other. */
const NOUNS = [
  ['agency'],
  ['person'],
  ['case'],
  ['consent'],
  ['note', 'plan', 'proposal', 'mapping', 'outcome', 'disclosure'],
  ['meeting'],
  ['steering', 'transparency', 'closing'],
  ['notification', 'calendar', 'week'],
];

/** For each noun: none that comes later, and none beside it. */
const order = NOUNS.flatMap((level, at) =>
  level.map((name) => ({
    name: `noun-order-${name}`,
    comment:
      'Nouns build on each other in one direction (src/README.md). Declare the relation in the noun that owns the ' +
      'far end: Case.plan stands in plan.resolver.ts, not in case.resolver.ts.',
    severity: 'error',
    from: { path: `^src/features/${name}/` },
    to: {
      path: `^src/features/(${[...level.filter((other) => other !== name), ...NOUNS.slice(at + 1).flat()].join('|')})/`,
      // A kind of piece builds on nothing, and may be read by whoever shows or copies pieces.
      pathNot: '\\.piece\\.ts$',
    },
  })),
).filter((rule) => !rule.to.path.includes('()'));

/** The folders from top to bottom: an arrow points down only. `compose` puts them together; `demo` and `setup` stand beside. */
const LADDER = [
  'compose',
  'demo',
  'setup',
  'http',
  'api',
  'features',
  'graphql',
  'notification',
  'receipt',
  'changes',
  'record',
  'access',
  'storage',
  'crypto',
  'texts',
  'telemetry',
  'core',
];

/** For each folder: none above it. */
const ladder = LADDER.slice(1).map((folder, index) => ({
  name: `folder-${folder}`,
  comment:
    'Folders build on each other in one direction (src/README.md): declare what you need as an interface in the lower ' +
    'folder, and let the upper one or src/compose hand it in.',
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: `^src/(${LADDER.slice(0, index + 1).join('|')}|app\\.ts${folder === 'demo' || folder === 'setup' ? '' : '|data-model\\.ts'})`,
  },
}));

module.exports = {
  forbidden: [
    ...ladder,
    {
      name: 'core-imports-only-core',
      comment:
        'src/core is pure: it imports nothing but src/core and temporal-polyfill, not even a type or node:*. ' +
        'Pass what it needs to know as an argument.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: ['^src/core/', '(^|node_modules/)temporal-polyfill(/|$)'] },
    },
    {
      name: 'calendar-in-one-place',
      comment:
        'Calendar arithmetic is done in src/core, so that a birthday has one midnight: call src/core/calendar.ts.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(core|demo)/' },
      to: { path: '(^|node_modules/)temporal-polyfill(/|$)' },
    },
    {
      name: 'entity-knows-no-graphql',
      comment:
        'An entity is the storage shape only. Put GraphQL into <noun>.type.ts and the way between into <noun>.queries.ts.',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: { path: [GRAPHQL, '^src/(graphql|api|http)/', '\\.(type|view|resolver|mutations)\\.ts$'] },
    },
    {
      name: 'type-knows-no-storage',
      comment: 'A GraphQL type is the API shape only. Map rows to it in <noun>.queries.ts.',
      severity: 'error',
      from: { path: '\\.type\\.ts$' },
      to: { path: [ORM, DRIVER, '^src/storage/', '\\.(entity|repository|view|mutations|resolver)\\.ts$'] },
    },
    {
      name: 'resolver-does-not-touch-storage',
      comment:
        'A resolver is one call per field that is read, with no storage and no rule in it: call <noun>.queries.ts. What ' +
        'changes something is declared in <noun>.mutations.ts.',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: [ORM, DRIVER, '^src/storage/', '\\.(entity|repository)\\.ts$'] },
    },
    {
      name: 'no-foreign-internals',
      comment:
        "Another noun's tables (.entity, .repository) and fields (.resolver, .mutations) are its own: call its .type, " +
        '.queries and .piece, or the file named by what it does, such as case/case-status.ts, and add there what is missing.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/features/[^/]+/[^/]+\\.(entity|repository|resolver|mutations)\\.ts$',
        pathNot: '^src/features/$1/',
      },
    },
    ...order,
    {
      name: 'mutations-stand-alone',
      comment:
        'A mutation is run by the API alone, each in a transaction of its own: src/api/resolvers.ts lists it. What ' +
        'several of them share stands in a file named by what it does, such as case/case-status.ts.',
      severity: 'error',
      from: { pathNot: '^src/api/resolvers\\.ts$' },
      to: { path: '\\.mutations\\.ts$' },
    },
    {
      name: 'orm-only-in-storage',
      comment:
        'MikroORM is for schema and writes: use it in .entity, .repository, .mutations and src/storage. ' +
        'Reading goes through src/access/read-scope.ts, under row-level security.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.(entity|repository|mutations)\\.ts$', '^src/(storage|demo|setup|crypto)/'] },
      to: { path: ORM },
    },
    {
      name: 'connections-only-in-database',
      comment:
        'Whoever opens a connection chooses its database role, so only src/storage does. Take a pool as an argument; ' +
        "`import type` of pg's types is fine.",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/storage/' },
      to: { path: DRIVER, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'scopes-only-through-the-factory',
      comment:
        'Whoever holds a pool or a client reads and writes round the scope, its snapshot, its decision and its record. Take ' +
        '`Doors` (src/access/scope-factory.ts) and be handed a scope. Only src/storage and src/access know connections, and ' +
        'src/changes, src/notification and src/record those of `sig_jobs`, which reads no case; src/http/personas.ts and src/compose/development.ts are for development, src/compose/storage.ts opens the pools and src/compose/change-feed.ts hands one on.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/(storage|demo|setup|access|changes|notification|record)/',
          '^src/http/personas\\.ts$',
          '^src/compose/(storage|change-feed|development)\\.ts$',
        ],
      },
      to: { path: [DRIVER, '^src/storage/(pools|connection|unit-of-work|owner-connection|migrate)\\.ts$'] },
    },
    {
      name: 'scope-factory-is-created-once',
      comment:
        'src/compose/access.ts creates the scopes of a server (src/access/scope-factory.ts); everybody else is handed them, and takes scopes ' +
        'and runners from them instead of making their own. Types are fine.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/access/', '^src/compose/access\\.ts$'] },
      to: {
        path: '^src/access/(scope-factory|run-command|open-read-scope|viewer-functions|resolve-feed-token)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'main-is-not-imported',
      comment:
        'src/main.ts, src/demo.ts, src/setup.ts, src/verify-receipt.ts and src/verify-record.ts act when they are imported. Call startApp of src/app.ts.',
      severity: 'error',
      from: {},
      to: { path: '^src/(main|demo|setup|verify-receipt|verify-record)\\.ts$' },
    },
    {
      name: 'environment-read-once',
      comment:
        'Only src/main.ts, src/demo.ts, src/setup.ts and src/verify-record.ts read the configuration; everybody else takes what they need as an argument (types are fine).',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|demo|setup|verify-record|config)\\.ts$' },
      to: { path: '^src/config\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'src-never-imports-test',
      comment: 'What ships does not depend on tests. Move the shared piece into src.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'src-needs-no-development-package',
      comment: 'npm ci --omit=dev must be enough to run: move the package to "dependencies", or do without it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-barrels',
      comment: 'No index.ts: it hides who uses what, and cycles. Import from the file that declares the thing.',
      severity: 'error',
      from: {},
      to: { path: ['^(src|test)/index\\.ts$', '^(src|test)/.*/index\\.ts$'] },
    },
    {
      name: 'no-circular',
      comment:
        'Two files that need each other are one thing or three: merge them, or move the shared part into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere: mend the path (it ends in .js), or add the package to package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Without it `import type` is invisible, and a type is as much of a dependency as a call.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
