import fc from 'fast-check';
import type * as Projection from '../../src/access/opening-projection.js';
import { openingRows } from '../../src/access/opening-projection.js';
import { smallStoredWorlds } from '../support/stored-worlds.js';
import type { WorldStore } from '../support/stored-worlds.js';
import { CASE, SUBJECTS } from '../support/world-cast.js';
import { withFault } from './core-fault-hooks.js';
import type { CoreFault } from './core-faults.js';

/** What the judge at commit made of the openings of a faulty core. */
export interface Judged {
  readonly name: string;
  /** Worlds that were looked at. */
  readonly worlds: number;
  /** Of these, worlds whose openings the fault makes wrong. */
  readonly wrong: number;
  /** Of these, worlds in which the judge admitted them all the same. */
  readonly admitted: number;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Feeds the judge with openings of a core that has this fault, in so many worlds at most, until it has met some that are
 * wrong. The openings of the right core are judged beside them: it must admit those.
 */
export async function huntWithJudge(
  store: WorldStore,
  fault: CoreFault,
  { worlds, wrongOnes, seed }: { readonly worlds: number; readonly wrongOnes: number; readonly seed: number },
): Promise<Judged> {
  const faulty = (await import(`../../src/access/opening-projection.js${withFault(fault)}`)) as typeof Projection;
  const seen = { worlds: 0, wrong: 0, admitted: 0 };
  for (const world of fc.sample(smallStoredWorlds, { numRuns: worlds, seed })) {
    if (seen.wrong >= wrongOnes) break;
    seen.worlds += 1;
    const { facts } = world;
    const [right, wrong] = [openingRows(facts, -Infinity), rowsOrNone(() => faulty.openingRows(facts, -Infinity))];
    if (sameCells(right, wrong)) continue;
    seen.wrong += 1;
    await store.superuser.query('begin');
    try {
      // No decision about openings rests on a piece, and none is stored.
      await store.store({ ...world, pieces: [], versions: [], disclosures: [] }, 0);
      if (await isAdmitted(store, wrong)) seen.admitted += 1;
      if (!(await isAdmitted(store, right)))
        throw new Error(`The judge refuses right openings: ${JSON.stringify(facts)}`);
    } finally {
      await store.superuser.query('rollback');
    }
  }
  return { name: fault.name, ...seen };
}

async function isAdmitted({ superuser }: WorldStore, rows: readonly Row[]): Promise<boolean> {
  await superuser.query('delete from sig.opening');
  // A row that the table itself refuses, as one that is open for no time, is refused as well.
  await superuser.query('savepoint judged');
  try {
    await superuser.query('insert into sig.opening select * from jsonb_populate_recordset(null::sig.opening, $1)', [
      JSON.stringify(rows),
    ]);
  } catch {
    await superuser.query('rollback to savepoint judged');
    return false;
  }
  const { rows: told } = await superuser.query<{ fault: string | null }>(
    'select sig.openings_fault($1, subject) as fault from unnest($2::uuid[]) subject',
    [CASE, SUBJECTS],
  );
  return told.every(({ fault }) => fault === null);
}

/** The same openings of the same cells, however they are gathered into sets and their data periods into one. */
function sameCells(some: readonly Row[], others: readonly Row[]): boolean {
  return cellsOf(some) === cellsOf(others);
}

function cellsOf(rows: readonly Row[]): string {
  const each = rows.flatMap(({ holder_ids, recipient_ids, categories, data, ...rest }) =>
    (holder_ids as string[]).flatMap((holder) =>
      (recipient_ids as string[])
        .filter((recipient) => recipient !== holder)
        .flatMap((recipient) =>
          (categories as string[]).map((category) =>
            JSON.stringify([holder, recipient, category, united(data as string), rest]),
          ),
        ),
    ),
  );
  return each.sort().join('\n');
}

/** Periods as text, those that meet as one. */
function united(data: string): readonly string[] {
  const periods = [...data.matchAll(/\[([^,]*),([^)]*)\)/g)].map(([, from = '', until = '']) => ({ from, until }));
  const inOrder = periods.filter(({ from, until }) => from === '' || until === '' || from < until);
  inOrder.sort((a, b) => (a.from < b.from ? -1 : 1));
  const joined: { from: string; until: string }[] = [];
  for (const next of inOrder) {
    const last = joined.at(-1);
    if (last === undefined || (last.until !== '' && last.until < next.from)) joined.push({ ...next });
    else if (last.until !== '' && (next.until === '' || next.until > last.until)) last.until = next.until;
  }
  return joined.map(({ from, until }) => `${from} ${until}`);
}

/** A fault may make facts unusable; then nothing opens. */
function rowsOrNone(rows: () => readonly Row[]): readonly Row[] {
  try {
    return rows();
  } catch {
    return [];
  }
}
