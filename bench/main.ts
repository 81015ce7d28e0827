import { fanout } from './fanout.js';
import { print } from './report.js';

/** npm run bench -- <what> [--name=value …] */
const BENCHES: Readonly<Record<string, (given: Given) => Promise<Report>>> = { fanout };

export type Given = (name: string, otherwise: number) => number;
/** Lines of a table: what was measured, and the figure with its unit. */
export type Report = readonly (readonly [what: string, figure: string])[];

const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('--'));
const named = words.filter((word) => !word.startsWith('--'));
const given: Given = (name, otherwise) => {
  const option = options.find((one) => one.startsWith(`--${name}=`));
  return option === undefined ? otherwise : Number(option.slice(name.length + 3));
};
for (const name of named.length === 0 ? Object.keys(BENCHES) : named) {
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`No such bench: ${name}. There are: ${Object.keys(BENCHES).join(', ')}`);
  print(name, await bench(given));
}
