import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-files.js';

interface Manifest {
  readonly license: string;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
}

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

describe('package.json', () => {
  test('names every dependency at one exact version', () => {
    const loose = Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  test('names the licence whose text is in LICENSE', () => {
    expect(manifest.license).toBe('EUPL-1.2');
    expect(readFileSync(join(ROOT, 'LICENSE'), 'utf8')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  });
});

interface Lock {
  readonly packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;
}

describe('the lock file', () => {
  // A registry that lacks a platform's binary lets npm install leave it out, and npm ci then refuses the file everywhere.
  test('names the optional packages of every platform', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
    const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    const known = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)));
    expect(optional.length).toBeGreaterThan(0);
    expect(optional.filter((name) => !known.has(name))).toEqual([]);
  });

  test('tells nobody where it was downloaded from', () => {
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved": "http');
  });
});

describe('README.md', () => {
  test('names every dependency in its table, with the reason for it', () => {
    const text = existsSync(join(ROOT, 'README.md')) ? readFileSync(join(ROOT, 'README.md'), 'utf8') : '';
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    const missing = Object.keys(direct).filter((name) => !rows.some((row) => row.includes(`\`${name}\``)));
    expect(missing).toEqual([]);
  });
});

describe('the top level', () => {
  const allowed = [
    ...['package.json', 'package-lock.json', 'tsconfig.json', 'schema.graphql', 'codegen.ts', 'docker-compose.yml'],
    ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE', 'docs', 'setup', 'src', 'test', 'bench'],
    ...['client', 'examples'],
    // Git, npm and editors look for these nowhere else; .config holds the other tools' settings.
    ...['.gitignore', '.npmrc', '.editorconfig', '.config', '.ci'],
  ];
  /** Named in .gitignore, or git's own. */
  const passing = ['.git', 'node_modules', 'dist', '.data', 'coverage'];

  test('holds nothing but what a newcomer looks for', () => {
    expect(readdirSync(ROOT).filter((name) => ![...allowed, ...passing].includes(name))).toEqual([]);
  });
});
