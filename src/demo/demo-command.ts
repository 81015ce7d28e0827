import type { Config } from '../config.js';
import type { Instant } from '../core/period.js';
import { MODEL } from '../data-model.js';
import { setClock } from '../storage/clock.js';
import { withDatabase } from '../storage/command-database.js';
import { loadKeys } from '../crypto/keys.js';
import { migrate, withOwner } from '../storage/migrate.js';
import { loadDemo, resetDemo } from './load-demo.js';

const USAGE = 'Use: npm run demo [-- --reset]. With --reset everything stored is destroyed first.';

/**
 * Loads the demo data relative to the database's own clock; with `--reset` also over what is stored.
 * @returns one sentence for whoever gave the command.
 * @throws Error in one sentence: in production, on unknown arguments, while a server holds the embedded database.
 */
export async function demoCommand(args: readonly string[], config: Config, newId: () => string): Promise<string> {
  if (!config.development) throw new Error('Demo data exists in development only; nothing was changed.');
  const reset = args.includes('--reset');
  if (args.some((arg) => arg !== '--reset')) throw new Error(USAGE);
  const keys = await loadKeys(config.dataDir);
  return withDatabase(config, async (login) => {
    await migrate(login, MODEL);
    if (config.clockStart !== null) await setClock(login, config.clockStart);
    return withOwner(login, MODEL, async ({ em }) => {
      const [clock] = await em.execute<[{ now: Instant }]>(
        'select extract(epoch from sig.now())::float8 * 1000 as now',
      );
      const options = { keys, now: Math.round(clock.now), newId };
      if (reset) await resetDemo(em, options);
      else if (!(await loadDemo(em, options))) return `There is data already; nothing was changed. ${USAGE}`;
      return 'The demo data is loaded, relative to now.';
    });
  });
}
