import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// npm test: every `check:*` script of package.json, two at a time and the cheap ones first, then jest. A failed check stops
// nothing, so one run tells everything. The last line counts each check as one, and every test.
const root = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const TESTS = 'check:tests';
/** Milliseconds; a run that hangs, on a handle that a test left open say, fails instead. */
const LIMIT = 25 * 60_000;

/** Runs a script of package.json. `exec` puts the tool itself, not a shell, where the signal of the limit arrives. */
function run(name, { args = [], stdio = 'pipe' } = {}) {
  const started = performance.now();
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const child = spawn(['exec', scripts[name], ...args].join(' '), {
    cwd: root,
    shell: true,
    timeout: LIMIT,
    stdio: ['ignore', stdio, stdio],
    env: { ...process.env, PATH: path },
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      resolve({ passed: code === 0, seconds, output });
    });
  });
}

async function runChecks() {
  const waiting = Object.keys(scripts).filter((name) => name.startsWith('check:') && name !== TESTS);
  const counts = { passed: 0, failed: 0 };
  const lane = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const { passed, seconds, output } = await run(name);
      counts[passed ? 'passed' : 'failed'] += 1;
      console.log(`${passed ? 'passed' : 'FAILED'}  ${name}  ${seconds} s`);
      if (!passed) console.log(output);
    }
  };
  await Promise.all([lane(), lane()]);
  return counts;
}

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'sig-results-'));
  const file = join(folder, 'jest.json');
  const { passed, seconds } = await run(TESTS, { args: ['--json', `--outputFile=${file}`], stdio: 'inherit' });
  console.log(`${passed ? 'passed' : 'FAILED'}  ${TESTS}  ${seconds} s`);
  const counts = readCounts(file);
  rmSync(folder, { recursive: true });
  // jest may fail without a failed test: a set-up that threw, a process that was ended by the limit.
  return passed ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}

function readCounts(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return { passed: result.numPassedTests, failed, skipped: result.numPendingTests + result.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const checks = await runChecks();
const tests = await runTests();
const failed = checks.failed + tests.failed;
const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
console.log(`\n${checks.passed + tests.passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 ? 1 : 0;
