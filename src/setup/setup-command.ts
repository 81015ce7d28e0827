import { readFile } from 'node:fs/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Config } from '../config.js';
import type { Instant } from '../core/period.js';
import { createSealer, identityHash } from '../crypto/encryption.js';
import { requireMatchingKeys } from '../crypto/key-check.js';
import { loadKeys } from '../crypto/keys.js';
import { MODEL } from '../data-model.js';
import { withDatabase } from '../storage/command-database.js';
import { Municipality } from '../features/agency/municipality.entity.js';
import { migrate, withOwner } from '../storage/migrate.js';
import { readSetupFile } from './setup-file.js';
import type { SetupFile } from './setup-file.js';
import { lineOf, setupPlan } from './setup-plan.js';
import type { SetupStep } from './setup-plan.js';
import { wantedRows } from './setup-rows.js';
import type { RowMeans, WantedRow } from './setup-rows.js';

const USAGE = 'Use: npm run setup -- FILE [--dry-run]. See setup/ for templates.';

/**
 * Brings the registers of one municipality to what its setup file says, in one transaction. Run again, it changes what
 * differs; it destroys nothing. Schema, roles and keys are made first where they are missing: who signs in is stored as
 * a hash of the server's own key.
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
  return withDatabase(config, async (login) => {
    await migrate(login, MODEL);
    const keys = await loadKeys(config.dataDir);
    const hashOf = (key: string): string => identityHash(keys.identityHash, key).toString('hex');
    return withOwner(login, MODEL, async ({ em }) => {
      await requireMatchingKeys(em, createSealer(keys.master));
      return em.transactional(async (transaction) => report(file, await run(transaction, file, hashOf, isDry), isDry));
    });
  });
}

async function run(
  em: EntityManager,
  file: SetupFile,
  hashOf: RowMeans['identityHash'],
  isDry: boolean,
): Promise<readonly SetupStep[]> {
  // Two who run it at once take turns, and the later one finds it done.
  await em.execute('lock table sig.municipality in share row exclusive mode');
  const [clock] = await em.execute<[{ now: Instant }]>('select extract(epoch from sig.now())::float8 * 1000 as now');
  const rows = wantedRows(file, { at: Math.round(clock.now), identityHash: hashOf });
  await requireOwnCode(em, file, rows);
  const stored = await storedRows(em, rows);
  const steps = setupPlan(rows, ({ row }) => stored.get(row.id));
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

/** @throws Error where something else made the municipality, such as the demo data: its rows have other ids. */
async function requireOwnCode(em: EntityManager, { municipality: { code } }: SetupFile, rows: readonly WantedRow[]) {
  const found = await em.findOne(Municipality, { code });
  if (found === null || rows.some(({ row }) => row.id === found.id)) return;
  throw new Error(
    `The database has a municipality ${code} that no setup file made, such as that of the demo data. Nothing was ` +
      'changed; use an empty database, or another code.',
  );
}

/** One statement a table, however many rows a file asks for. */
async function storedRows(
  em: EntityManager,
  rows: readonly WantedRow[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const stored = new Map<string, Readonly<Record<string, unknown>>>();
  for (const [entity, wanted] of Map.groupBy(rows, (one) => one.entity)) {
    const found = await em.find(entity, { id: { $in: wanted.map(({ row }) => row.id) } });
    for (const row of found) stored.set(row.id, { ...row });
  }
  return stored;
}

function report(file: SetupFile, steps: readonly SetupStep[], isDry: boolean): string {
  const changes = isDry ? 'It would:' : 'Done:';
  const done = steps.length === 0 ? 'Everything is as the file says; nothing was changed.' : changes;
  const strangers = Object.entries(file.staff).flatMap(([key, { name, sameAs, signIn }]) =>
    sameAs === undefined && signIn === undefined ? [`  ${name} (${key})`] : [],
  );
  const outside = strangers.length === 0 ? [] : ['No sign-in stands in the file for:', ...strangers];
  return [done, ...steps.map(lineOf), ...outside].join('\n');
}
