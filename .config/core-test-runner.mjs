import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { format } from 'node:util';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';
import { expect } from 'expect';

// Runs test/core for Stryker in one process, a test at a time until one fails: the modules are compiled once and only
// evaluated again for each mutant, which is about ten times as fast as a run of jest. It knows what these tests use of jest
// and no more: describe, test, it, each and expect.
const settings = JSON.parse(readFileSync(new URL('swc.json', import.meta.url), 'utf8'));
const compiler = { ...settings, module: { type: 'commonjs' }, sourceMaps: false };
const external = createRequire(resolve('package.json'));
const stryker = (globalThis.__stryker__ ??= {});

class CoreTestRunner {
  #compiled = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    stryker.mutantCoverage = { static: {}, perTest: {} };
    const tests = [];
    for (const test of this.#load()) tests.push(await run(test));
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    stryker.activeMutant = activeMutant.id;
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    const wanted = testFilter === undefined ? undefined : new Set(testFilter);
    let nrOfTests = 0;
    try {
      for (const test of this.#load()) {
        if (wanted !== undefined && !wanted.has(test.id)) continue;
        nrOfTests += 1;
        const { status, failureMessage } = await run(test);
        if (stryker.hitCount > hitLimit) return { status: 'timeout', reason: 'runs in circles' };
        if (status === FAILED) return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests };
      }
      return { status: 'survived', nrOfTests };
    } catch (error) {
      return { status: 'killed', killedBy: [], failureMessage: `does not load: ${error}`, nrOfTests };
    } finally {
      stryker.activeMutant = undefined;
    }
  }

  /** Every test of test/core, of modules that nobody evaluated before; those of the largest table last. */
  #load() {
    const tests = [];
    const modules = new Map();
    const suite = suiteInto(tests);
    const load = (path) => {
      const known = modules.get(path);
      if (known !== undefined) return known.exports;
      const module = { exports: {} };
      modules.set(path, module);
      const required = (name) =>
        name.startsWith('.') ? load(resolve(dirname(path), name).replace(/js$/, 'ts')) : external(name);
      this.#compile(path)(module.exports, required, module, path, ...Object.values(suite));
      return module.exports;
    };
    const isLarge = (path) => Number(path.includes('decision-table'));
    const files = globSync('test/core/*.test.ts').sort((a, b) => isLarge(a) - isLarge(b) || (a < b ? -1 : 1));
    for (const file of files) load(resolve(file));
    return tests;
  }

  #compile(path) {
    let compiled = this.#compiled.get(path);
    if (compiled === undefined) {
      const { code } = transformSync(readFileSync(path, 'utf8'), { ...compiler, filename: path });
      compiled = compileFunction(code, ['exports', 'require', 'module', '__filename', ...SUITE], { filename: path });
      this.#compiled.set(path, compiled);
    }
    return compiled;
  }
}

// As Stryker numbers them: TestStatus of @stryker-mutator/api.
const [SUCCESS, FAILED] = [0, 1];
const SUITE = ['describe', 'test', 'it', 'expect'];

function suiteInto(tests) {
  const names = [];
  const describe = (name, body) => {
    names.push(name);
    body();
    names.pop();
  };
  const test = (name, body) => {
    const fullName = [...names, name].join(' ');
    tests.push({ id: `${tests.length} ${fullName}`, name: fullName, body });
  };
  for (const one of [describe, test]) {
    one.each = (rows) => (name, body) => {
      for (const row of rows) {
        const given = Array.isArray(row) ? row : [row];
        one(format(name, ...given), () => body(...given));
      }
    };
  }
  return { describe, test, it: test, expect };
}

async function run({ id, name, body }) {
  const began = performance.now();
  stryker.currentTestId = id;
  try {
    await body();
    return { id, name, status: SUCCESS, timeSpentMs: performance.now() - began };
  } catch (error) {
    return { id, name, status: FAILED, failureMessage: String(error), timeSpentMs: performance.now() - began };
  } finally {
    stryker.currentTestId = undefined;
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'core', injectableClass: CoreTestRunner }];
