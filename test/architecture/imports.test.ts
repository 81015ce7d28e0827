import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { ROOT } from './source-files.js';

const RULES = join(ROOT, '.config/dependency-cruiser.cjs');

interface Violation {
  readonly rule: string;
  readonly from: string;
}

/** What dependency-cruiser says of a small project with these files; imports may lead to any file named here. */
async function violations(files: Readonly<Record<string, string>>): Promise<Violation[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sig-imports-')));
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const name of ['package.json', 'tsconfig.json']) symlinkSync(join(ROOT, name), join(folder, name));
    for (const [path, text] of Object.entries({ 'test/empty.ts': '', ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const tool = join(ROOT, 'node_modules/.bin/depcruise');
    const args = [tool, '--config', RULES, '--output-type', 'json', 'src', 'test'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder }).catch(
      // It exits with the number of violations; only without any output did it break.
      (error: unknown) => error as { stdout: string },
    );
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
    return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const A = 'export const a = 1;\n';
const importing = (...specifiers: string[]) => specifiers.map((specifier) => `import '${specifier}';\n`).join('');

/** Files that every planted import may lead to; there is nothing wrong with them. */
const SOUND = {
  'src/main.ts':
    "import { readConfig } from './config.js';\nimport { startApp } from './app.js';\nstartApp(readConfig());\n",
  'src/config.ts': 'export interface Config { port: number }\nexport const readConfig = (): Config => ({ port: 0 });\n',
  'src/app.ts': "import type { Config } from './config.js';\nexport const startApp = (c: Config) => c;\n",
  'src/core/calendar.ts': importing('temporal-polyfill') + A,
  'src/core/decide.ts': importing('./calendar.js') + A,
  'src/access/read-scope.ts': `import type { Pool } from 'pg';\nimport '../core/decide.js';\nexport type P = Pool;\n`,
  'src/storage/pools.ts': importing('pg', '@mikro-orm/postgresql') + A,
  'src/storage/columns.ts': importing('@mikro-orm/core') + A,
  'src/api/resolvers.ts': importing(
    'graphql',
    '../features/plan/plan.resolver.js',
    '../features/case/case.mutations.js',
  ),
  'src/features/case/case.entity.ts': importing('@mikro-orm/core', '../../storage/columns.js') + A,
  'src/features/case/case.repository.ts': importing('./case.entity.js', '@mikro-orm/postgresql') + A,
  'src/features/case/case.mutations.ts': importing('./case.entity.js', '@mikro-orm/postgresql') + A,
  'src/features/case/case-status.ts': importing('./case.entity.js', './case.repository.js') + A,
  'src/features/plan/plan.mutations.ts': importing('../case/case-status.js', '../case/case.queries.js') + A,
  'src/features/case/case.type.ts': importing('type-graphql', '../../core/decide.js') + A,
  'src/features/case/case.queries.ts': importing('./case.repository.js', './case.type.js') + A,
  'src/features/plan/plan.resolver.ts':
    importing('../case/case.type.js', '../case/case.queries.js', 'type-graphql') + A,
  'test/helper.ts': importing('../src/app.js') + A,
};

/** From top to bottom. An arrow between folders points down only. */
const LADDER = [
  ...[
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
  ],
  ...['storage', 'crypto', 'texts', 'telemetry', 'core'],
];

/** Each folder imports the one above it. */
const UPWARD = LADDER.slice(1).map(
  (folder, index) => [`folder-${folder}`, `src/${folder}/up.ts`, importing(`../${LADDER[index]}/ground.js`)] as const,
);

/** One breach of every rule: rule, file, its text. A `type` import counts as much as a call. */
const PLANTED: readonly (readonly [rule: string, file: string, text: string])[] = [
  ...UPWARD,
  ['core-imports-only-core', 'src/core/a.ts', importing('node:fs')],
  [
    'core-imports-only-core',
    'src/core/b.ts',
    "import type { a } from '../storage/pools.js';\nexport type T = typeof a;\n",
  ],
  ['core-imports-only-core', 'src/core/c.ts', "export const lazy = () => import('pg');\n"],
  ['calendar-in-one-place', 'src/access/age.ts', importing('temporal-polyfill')],
  ['entity-knows-no-graphql', 'src/features/case/bad.entity.ts', importing('type-graphql')],
  ['entity-knows-no-graphql', 'src/features/case/worse.entity.ts', importing('./case.type.js')],
  ['type-knows-no-storage', 'src/features/case/bad.type.ts', importing('./case.entity.js')],
  ['type-knows-no-storage', 'src/features/case/worse.type.ts', importing('../../storage/pools.js')],
  ['resolver-does-not-touch-storage', 'src/features/case/bad.resolver.ts', importing('./case.repository.js')],
  ['resolver-does-not-touch-storage', 'src/features/case/worse.resolver.ts', importing('../../storage/pools.js')],
  ['entity-knows-no-graphql', 'src/features/case/worst.entity.ts', importing('./case.mutations.js')],
  ['type-knows-no-storage', 'src/features/case/worst.type.ts', importing('./case.mutations.js')],
  ['mutations-stand-alone', 'src/features/case/second.mutations.ts', importing('./case.mutations.js')],
  ['no-foreign-internals', 'src/features/plan/bad.queries.ts', importing('../case/case.repository.js')],
  ['no-foreign-internals', 'src/features/plan/bad.mutations.ts', importing('../case/case.mutations.js')],
  ['noun-order-person', 'src/features/person/bad.queries.ts', importing('../plan/plan.queries.js')],
  ['noun-order-note', 'src/features/note/bad.queries.ts', importing('../plan/plan.queries.js')],
  ['orm-only-in-storage', 'src/access/reader.ts', importing('@mikro-orm/core')],
  [
    'orm-only-in-storage',
    'src/features/case/bad.queries.ts',
    "import type { EntityManager } from '@mikro-orm/core';\nexport type E = EntityManager;\n",
  ],
  [
    'connections-only-in-database',
    'src/graphql/connect.ts',
    "import pg from 'pg';\nexport const pool = new pg.Pool();\n",
  ],
  [
    'scopes-only-through-the-factory',
    'src/features/note/around.queries.ts',
    "import type { Pool } from 'pg';\nexport type P = Pool;\n",
  ],
  ['scopes-only-through-the-factory', 'src/graphql/around.ts', importing('../storage/pools.js')],
  ['scope-factory-is-created-once', 'src/graphql/second-factory.ts', importing('../access/scope-factory.js')],
  ['main-is-not-imported', 'test/start.ts', importing('../src/main.js')],
  [
    'environment-read-once',
    'src/graphql/settings.ts',
    "import { readConfig } from '../config.js';\nexport const c = readConfig();\n",
  ],
  ['src-never-imports-test', 'src/graphql/fake.ts', importing('../../test/helper.js')],
  ['src-needs-no-development-package', 'src/graphql/dev.ts', importing('fast-check')],
  ['no-barrels', 'src/graphql/all.ts', importing('./parts/index.js')],
  ['no-circular', 'src/graphql/chicken.ts', "import { egg } from './egg.js';\nexport const chicken = () => egg;\n"],
  ['resolvable', 'src/graphql/lost.ts', importing('./nowhere.js')],
];

/** What the planted files need beside the sound ones. */
const COMPANIONS = {
  ...Object.fromEntries(LADDER.map((folder) => [`src/${folder}/ground.ts`, A])),
  'src/access/scope-factory.ts': A,
  'src/features/plan/plan.queries.ts': A,
  'src/graphql/parts/index.ts': A,
  'src/graphql/egg.ts': "import { chicken } from './chicken.js';\nexport const egg = () => chicken;\n",
};

describe('the import rules', () => {
  let found: Violation[];
  beforeAll(async () => {
    const planted = PLANTED.map(([, file, text]) => [file, text] as const);
    found = await violations({ ...SOUND, ...COMPANIONS, ...Object.fromEntries(planted) });
  });

  test('say nothing of files that keep them', async () => {
    expect(await violations(SOUND)).toEqual([]);
  });

  test.each(PLANTED)('%s fires for %s', (rule, from) => {
    expect(found).toContainEqual({ rule, from });
  });

  test('fire for nothing else', () => {
    const innocent = [...Object.keys(SOUND), 'src/features/plan/plan.queries.ts', 'src/graphql/parts/index.ts'];
    expect(found.filter(({ from }) => innocent.includes(from))).toEqual([]);
  });

  test('are each planted, and each says what to do', () => {
    const { forbidden } = createRequire(import.meta.url)(RULES) as { forbidden: { name: string; comment?: string }[] };
    const untested = forbidden.filter(({ name }) => !PLANTED.some(([rule]) => rule === name)).map(({ name }) => name);
    // One rule a module, all made by the same lines: two of them planted speak for all.
    expect(untested.filter((name) => !name.startsWith('noun-order-'))).toEqual([]);
    expect(forbidden.filter(({ comment }) => !comment)).toEqual([]);
  });
});
