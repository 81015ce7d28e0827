import { parseArgs } from 'node:util';
import { consents } from './consents.js';
import { fanout } from './fanout.js';
import { query } from './query.js';
import { print } from './report.js';

/** npm run bench -- [consents] [fanout] [query] [--subscribers N] [--cases N] [--groups N] [--rate N] [--clients N] [--seconds N] [--rounds N] */
const BENCHES: Readonly<Record<string, (given: Given) => Promise<Report>>> = {
  consents,
  fanout,
  query,
};
const NUMBERS = ['subscribers', 'cases', 'groups', 'rate', 'clients', 'seconds', 'rounds'];

export type Given = (name: string, otherwise: number) => number;
/** Lines of a table: what was measured, and the figure with its unit. */
export type Report = readonly (readonly [what: string, figure: string])[];

const { values, positionals } = parseArgs({
  options: Object.fromEntries(NUMBERS.map((name) => [name, { type: 'string' as const }])),
  allowPositionals: true,
});
const given: Given = (name, otherwise) => {
  const number = Number(values[name] ?? otherwise);
  if (!(number > 0)) throw new Error(`--${name} is a number above 0`);
  return number;
};
const wanted = positionals.length === 0 ? Object.keys(BENCHES) : positionals;
const benches = wanted.map((name) => {
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`No such bench: ${name}. There are: ${Object.keys(BENCHES).join(', ')}`);
  return { name, bench };
});
for (const { name, bench } of benches) print(name, await bench(given));
