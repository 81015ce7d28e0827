import { parseArgs } from 'node:util';
import { fanout } from './fanout.js';
import { growth } from './growth.js';
import { query } from './query.js';
import { storm } from './storm.js';
import { writes } from './writes.js';
import { keep, tableOf } from './report.js';

/** npm run bench -- [fanout] [growth] [query] [storm] [writes] [--subscribers N] [--cases N] [--groups N] [--rate N] [--clients N] [--seconds N] [--rounds N] [--keep] */
const BENCHES: Readonly<Record<string, (given: Given) => Promise<Report>>> = {
  fanout,
  growth,
  query,
  storm,
  writes,
};
const NUMBERS = ['subscribers', 'cases', 'groups', 'rate', 'clients', 'seconds', 'rounds'];

export type Given = (name: string, otherwise: number) => number;
/** Rows of a table, the head first: what was measured, and the figures with their unit. */
export type Report = readonly (readonly string[])[];

const { values, positionals } = parseArgs({
  options: {
    ...Object.fromEntries(NUMBERS.map((name) => [name, { type: 'string' as const }])),
    keep: { type: 'boolean' },
  },
  allowPositionals: true,
});
const given: Given = (name, otherwise) => {
  const number = Number((values as Record<string, unknown>)[name] ?? otherwise);
  if (!(number > 0)) throw new Error(`--${name} is a number above 0`);
  return number;
};
const wanted = positionals.length === 0 ? Object.keys(BENCHES) : positionals;
const benches = wanted.map((name) => {
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`No such bench: ${name}. There are: ${Object.keys(BENCHES).join(', ')}`);
  return { name, bench };
});
for (const { name, bench } of benches) {
  const table = tableOf(name, await bench(given), new Date().toISOString().slice(0, 10));
  process.stdout.write(`\n${table}`);
  if (values.keep === true) keep(name, table);
}
