/**
 * Where rows lie in a table, and how PostgreSQL finds them, depends on rows that lay beside them: without an order of its own an
 * answer could change when something withheld is destroyed. Found by view equivalence at length, in a young person's address.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PieceSection } from '../../src/access/section.js';
import { ROOT } from '../architecture/source-files.js';

const MODULES = join(ROOT, 'src/modules');
const REPOSITORIES = readdirSync(MODULES, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.repository.ts'),
);

const isSection = (value: unknown): value is PieceSection =>
  typeof value === 'object' && value !== null && 'kind' in value && 'table' in value && 'statement' in value;

test('the rows of every section come in one order, down to their ids', async () => {
  const files = await Promise.all(
    REPOSITORIES.map((path) => import(join(MODULES, path)) as Promise<Record<string, unknown>>),
  );
  const sections = files.flatMap((file) => Object.values(file)).filter(isSection);
  expect(sections.length).toBeGreaterThan(18);
  const unordered = sections.filter(({ statement }) => !/ order by .+, (p\.)?id$/s.test(statement.text.trimEnd()));
  expect(unordered.map(({ statement }) => statement.name)).toEqual([]);
});
