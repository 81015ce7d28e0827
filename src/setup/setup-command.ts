import { readFile } from 'node:fs/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Config } from '../config.js';
import type { Instant } from '../core/period.js';
import { MODEL } from '../data-model.js';
import { addressOf } from '../storage/connection.js';
import { startEmbeddedPostgres } from '../storage/embedded-postgres.js';
import { migrate, withOwner } from '../storage/migrate.js';
import { readSetupFile } from './setup-file.js';
import type { SetupFile } from './setup-file.js';
import { lineOf, setupPlan } from './setup-plan.js';
import type { SetupStep } from './setup-plan.js';
import { roleId, wantedRows } from './setup-rows.js';
import type { WantedRow } from './setup-rows.js';

const USAGE = 'Use: npm run setup -- FILE [--dry-run]. See setup/ for templates.';
const silent = { info: () => undefined, error: (message: string) => void process.stderr.write(`${message}\n`) };

/**
 * Brings the registers of one municipality to what its setup file says, in one transaction. Run again, it changes what
 * differs; it destroys nothing. Schema and roles are made first where they are missing.
 *
 * @returns what was done, or with `--dry-run` would be, a line each
 * @throws Error in sentences: on unknown arguments, a file that cannot be read or has faults, a change that is refused
 */
export async function setupCommand(args: readonly string[], config: Config): Promise<string> {
  const isDry = args.includes('--dry-run');
  const [path, ...more] = args.filter((arg) => arg !== '--dry-run');
  if (path === undefined || path.startsWith('-') || more.length > 0) throw new Error(USAGE);
  const yaml = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} cannot be read. ${USAGE}`);
  });
  const file = readSetupFile(path, yaml);
  const embedded =
    config.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: silent }) : null;
  try {
    const login = embedded?.login ?? addressOf(config.databaseUrl ?? '');
    await migrate(login, MODEL);
    return await withOwner(login, MODEL, ({ em }) =>
      em.transactional(async (transaction) => report(file, await run(transaction, file, isDry), isDry)),
    );
  } finally {
    await embedded?.stop();
  }
}

async function run(em: EntityManager, file: SetupFile, isDry: boolean): Promise<readonly SetupStep[]> {
  // Two who run it at once take turns, and the later one finds it done.
  await em.execute('lock table sig.municipality in share row exclusive mode');
  const [clock] = await em.execute<[{ now: Instant }]>('select extract(epoch from sig.now())::float8 * 1000 as now');
  const rows = wantedRows(file, Math.round(clock.now));
  const stored = new Map<WantedRow, object>();
  for (const wanted of rows) {
    const found = await em.findOne(wanted.entity, { id: wanted.row.id });
    if (found !== null) stored.set(wanted, found);
  }
  const steps = setupPlan(rows, (wanted) => stored.get(wanted) as Record<string, unknown> | undefined);
  const refused = steps.filter(({ does }) => does === 'REFUSE');
  if (refused.length > 0) throw new Error(`Nothing was changed.\n${refused.map(lineOf).join('\n')}`);
  if (isDry) return steps;
  for (const step of steps) {
    const { entity, row } = step.wanted;
    if (step.does === 'ADD') await em.insert(entity, row);
    else
      await em.nativeUpdate(entity, { id: row.id }, Object.fromEntries(step.fields.map((name) => [name, row[name]])));
  }
  return steps;
}

function report(file: SetupFile, steps: readonly SetupStep[], isDry: boolean): string {
  const done =
    steps.length === 0 ? 'Everything is as the file says; nothing was changed.' : isDry ? 'It would:' : 'Done:';
  const signIn = Object.entries(file.staff).map(
    ([key, { name, capacity }]) => `  ${name} (${key}): sub ${roleId(file, key)}, capacity ${capacity}`,
  );
  return [done, ...steps.map(lineOf), 'The identity provider gives these claims:', ...signIn].join('\n');
}
