import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';

/**
 * Microseconds of CPU that the connections of one side have used in PostgreSQL, as the kernel counts them. They are told
 * apart by their application name; what reads is counted, not what is done beside.
 */
export async function databaseCpu(client: Client, applicationName: string): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    "select pid from pg_stat_activity where application_name = $1 and usename = 'sig_reader'",
    [applicationName],
  );
  const times = rows.map(async ({ pid }) => {
    const [nanoseconds = ''] = (await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ');
    return Number(nanoseconds) / 1_000;
  });
  return (await Promise.all(times)).reduce((sum, time) => sum + time, 0);
}
