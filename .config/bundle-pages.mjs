import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const PAGES = { board: 'client/board/main.ts', dashboard: 'examples/dashboard/main.ts' };

/** Puts the programs of the pages together, each in one file of `dist/pages`. @returns what was written */
export async function bundlePages() {
  const folder = join(root, 'dist/pages');
  const { outputFiles } = await build({
    entryPoints: Object.entries(PAGES).map(([out, entry]) => ({ in: join(root, entry), out })),
    outdir: folder,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  for (const { path, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
  }
  return outputFiles.map(({ path }) => path);
}
