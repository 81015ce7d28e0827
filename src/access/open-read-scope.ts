import type { Pool } from 'pg';
import type { Credentials, KnownViewer } from './known-viewer.js';
import { sendLoad } from './load-cases.js';
import { OWN_CASES } from './own-cases.js';
import type { OwnCase } from './own-cases.js';
import type { PreparedQuery } from './prepared-query.js';
import { ReadScope } from './read-scope.js';
import type { FirstAnswers, FirstLoad, ReadScopeDeps } from './read-scope.js';
import { ReaderConnection } from './reader-connection.js';
import { Registers, REGISTERS } from './registers.js';
import type { RegisterRow } from './registers.js';

const OPEN: PreparedQuery = {
  name: 'open_scope',
  text: `select at, viewer, (select r.version::text from sig.register_version r
      where r.municipality_id = (viewer ->> 'municipalityId')::uuid) as "registers"
    from sig.open_scope($1, $2)`,
};

interface OpenedRow {
  readonly at: number;
  readonly viewer: KnownViewer;
  readonly registers: string;
}

/**
 * Opens a scope, and loads what the operation names or lists, in one round trip.
 *
 * @returns `null` when the role term or the family member that the token names does not hold (any more).
 */
export async function openReadScope(
  pool: Pool,
  { subjectId, capacity }: Credentials,
  deps: ReadScopeDeps,
  first: FirstLoad | null = null,
): Promise<ReadScope | null> {
  const connection = new ReaderConnection(await pool.connect(), deps.onStatement);
  try {
    const { opened, answers } = await connection.inOneFlight(async () => {
      const began = connection.begin();
      const row = connection.query<OpenedRow>(OPEN, [subjectId, capacity]);
      const loading = first === null ? null : sendFirst(connection, deps, first);
      // A load behind a scope that did not open fails; and a failure that nobody waits for ends the process.
      const loaded = loading?.then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      const [, [openedRow]] = await Promise.all([began, row]);
      return { opened: openedRow, answers: await loaded };
    });
    if (opened === undefined) {
      await connection.abandon();
      return null;
    }
    const registers = await registersOf(connection, deps, opened);
    const scope = new ReadScope(connection, deps, opened.viewer, opened.at, registers);
    if (answers !== undefined && first !== null) {
      if ('error' in answers) throw answers.error;
      scope.takeFirst(first, answers.value);
    }
    return scope;
  } catch (error) {
    await connection.abandon();
    throw error;
  }
}

async function sendFirst(
  connection: ReaderConnection,
  { cache }: ReadScopeDeps,
  { caseIds, needs, listsOwnCases = false }: FirstLoad,
): Promise<FirstAnswers> {
  const [loaded, ownCases] = await Promise.all([
    caseIds.length === 0 ? null : sendLoad(connection, cache, caseIds, needs),
    listsOwnCases ? connection.query<OwnCase>(OWN_CASES, []) : null,
  ]);
  return { loaded, ownCases };
}

async function registersOf(
  connection: ReaderConnection,
  { registers }: ReadScopeDeps,
  { viewer: { municipalityId }, registers: version }: OpenedRow,
): Promise<Registers> {
  const known = registers.get(municipalityId);
  if (known?.version === version) return known;
  const [row] = await connection.query<RegisterRow>(REGISTERS, []);
  if (row === undefined) throw new Error('The viewer has no municipality');
  const read = new Registers(row);
  registers.set(municipalityId, read);
  return read;
}
