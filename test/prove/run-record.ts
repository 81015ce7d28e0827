import { SealedWorld } from '../record/sealed-world.js';
import { startTestCluster } from '../support/cluster.js';
import { duration } from './progress.js';
import type { Progress } from './progress.js';

const CASES = 500;
/** Rows between two signed roots. */
const SIGNED_EVERY = 100_000;

/** Verifies a record of so many rows, with one row changed in the middle. @returns whether that one is found, and nothing else */
export async function proveRecord(rows: number, progress: Progress, say: (line: string) => void): Promise<boolean> {
  const cluster = await startTestCluster();
  process.env['SIG_TEST_CLUSTER'] = JSON.stringify(cluster.info);
  try {
    const world = await SealedWorld.create();
    progress.expect(2 * rows);
    for (let made = 0; made < rows; made += SIGNED_EVERY) {
      await world.addRows(Math.min(SIGNED_EVERY, rows - made), CASES);
      progress.add(await world.seal());
    }
    const { rows: middle } = await world.superuser.query<{ id: string }>(
      'update sig.access_record set viewer_id = gen_random_uuid() where position = $1 returning id',
      [Math.ceil(rows / 2)],
    );
    const began = performance.now();
    let read = 0;
    const { findings, sealed } = await world.verify({
      onProgress: (done) => {
        progress.add(done - read);
        read = done;
      },
    });
    const took = (performance.now() - began) / 1000;
    await world.close();
    const held = sealed === rows && findings.length === 1 && findings[0]?.where.includes(middle[0]?.id ?? '-') === true;
    const found = held ? 'the one changed row found' : `**FAILED** ${JSON.stringify(findings.slice(0, 3))}`;
    say(`| verified record | ${rows} rows | ${found} | ${duration(took)} |`);
    return held;
  } finally {
    await cluster.stop();
    delete process.env['SIG_TEST_CLUSTER'];
  }
}
