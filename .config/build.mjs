import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { bundlePages } from './bundle-pages.mjs';

// swc's own command leaves the output of deleted sources behind and writes in place, where a server that starts at the same
// moment reads half a file. Here a file is renamed into place, only when it changed, and what has no source is removed.
const root = fileURLToPath(new URL('..', import.meta.url));
const settings = JSON.parse(readFileSync(join(root, '.config/swc.json'), 'utf8'));

const listed = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

function write(path, content) {
  if (content === read(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, content);
  renameSync(`${path}.${process.pid}`, path);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const wanted = new Set();
const sources = listed(join(root, 'src'));
const inDist = (source) => join(root, 'dist', source.slice(join(root, 'src').length));
// The schema is read as it is written.
for (const source of sources.filter((path) => path.endsWith('.sql'))) {
  write(inDist(source), readFileSync(source, 'utf8'));
  wanted.add(inDist(source));
}
for (const source of sources.filter((path) => path.endsWith('.ts'))) {
  const target = inDist(source).replace(/\.ts$/, '.js');
  const sourceFileName = relative(dirname(target), source);
  const { code, map } = transformSync(readFileSync(source, 'utf8'), { ...settings, filename: source, sourceFileName });
  write(`${target}.map`, map);
  write(target, `${code}//# sourceMappingURL=${target.split('/').at(-1)}.map\n`);
  wanted.add(target).add(`${target}.map`);
}
for (const path of await bundlePages()) wanted.add(path);
for (const path of listed(join(root, 'dist')))
  if (!wanted.has(path) && !/\.\d+$/.test(path)) rmSync(path, { force: true });
