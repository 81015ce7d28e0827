import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { ROOT } from '../architecture/source-files.js';
import { createWorldStore } from '../support/stored-worlds.js';
import type { WorldStore } from '../support/stored-worlds.js';
import { ACTS_FAULTS } from './acts-faults.js';
import { CORE_FAULTS } from './core-faults.js';
import type { CoreFault } from './core-faults.js';
import { DATABASE_FAULTS } from './database-faults.js';
import type { Judged } from './hunt-judge.js';
import { huntDatabaseFault } from './hunt-database.js';
import { WORLDS_PER_FAULT } from './hunt.js';
import type { Caught } from './hunt.js';

/** A few of the faults that `npm run prove -- --faults` seeds, so that the hunt itself stays tested. */
const SEED = 20_260_301;

describe('a fault seeded in the policies', () => {
  let store: WorldStore;
  beforeAll(async () => {
    store = await createWorldStore();
  });
  afterAll(() => store.close());

  test.each(['held back ignored', 'an assignment lasts through its end', 'protected identity ignored', 'or for and'])(
    'is caught: %s',
    async (name) => {
      const fault = DATABASE_FAULTS.find((one) => one.name === name)!;
      expect((await huntDatabaseFault(store, fault, WORLDS_PER_FAULT, SEED)).worlds).toBeGreaterThan(0);
    },
    60_000,
  );

  test('is gone afterwards', async () => {
    const none = { name: 'none', seed: () => Promise.resolve() };
    expect(await huntDatabaseFault(store, none, 30, SEED)).toEqual({ name: 'none', worlds: null });
  });
});

test('every fault fits the code, once', () => {
  const fits = ({ under = 'src/core', file, find }: CoreFault): number =>
    readFileSync(`${ROOT}/${under}/${file}`, 'utf8').split(find).length - 1;
  expect([...CORE_FAULTS, ...ACTS_FAULTS].filter((fault) => fits(fault) !== 1)).toEqual([]);
});

const hooks = ['--import', './test/support/typescript-hooks.mjs'];

/** Those that the judge let through while it knew four rules less than the formula, and those of the rules since. */
const FOR_THE_JUDGE = [
  ...['time opens', 'an old yes frees what waits', 'the young person alone, without any custodian'],
  ...['custody lasts through its last instant', 'a period with its end', 'gaps are open', 'silence is a gap'],
  ...['guardians sign on the birthday too', 'what one consent reaches is enough', 'a first no begins no gap'],
  ...['rules make of age', 'an older pack'],
];

test('the openings of a faulty core are refused by the database alone', async () => {
  const limits = [String(SEED), '300', '3'];
  const args = [...hooks, 'test/prove/hunt-judge-command.ts', ...limits, ...FOR_THE_JUDGE];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  const judged = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Judged);
  expect(judged.map(({ name }) => name).sort()).toEqual([...FOR_THE_JUDGE].sort());
  expect(judged.filter(({ wrong, admitted }) => wrong === 0 || admitted > 0)).toEqual([]);
}, 90_000);

const FAULTS_OF_CORE = ['a period with its end', 'a block ignored', 'the own no ignored', 'time opens'];

test('a fault seeded in the core is caught, and named', async () => {
  const args = [...hooks, 'test/prove/hunt-core-command.ts', String(SEED)];
  const { stdout } = await promisify(execFile)(process.execPath, [...args, ...FAULTS_OF_CORE], { cwd: ROOT });
  const caught = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Caught);
  expect(caught.map(({ name }) => name).sort()).toEqual([...FAULTS_OF_CORE].sort());
  expect(caught.filter(({ worlds }) => worlds === null)).toEqual([]);
}, 60_000);
