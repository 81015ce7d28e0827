import type { Pool } from 'pg';
import { Registers, REGISTERS } from '../../src/access/registers.js';
import type { RegisterRow } from '../../src/access/registers.js';
import type { Credentials } from '../../src/access/known-viewer.js';
import type { Sealer } from '../../src/crypto/encryption.js';
import type { CursorCodec } from '../../src/crypto/cursor.js';
import { fullCase } from './full-case.js';
import { KnownCase } from './known-case.js';
import type { Lesson } from './known-case.js';
import type { FullCaseRow, ToldOfCase } from './open-case.js';
import { planProgress } from './plan-progress.js';
import { read } from './reading.js';
import type { Answer, Opened } from './reading.js';
import { FULL_CASE, LIST, OPEN, PIECES, PROGRESS, STATUS, VERSIONS } from './statements.js';
import { opener } from './stored-piece.js';
import type { Piece, StoredPiece } from './stored-piece.js';

/** Asks for one operation. */
export type Operation = (credentials: Credentials) => Promise<string>;

export interface LimitDeps {
  readonly pool: Pool;
  readonly sealer: Sealer;
  readonly cursors: CursorCodec;
  readonly registers: Registers;
}

interface PlanRow {
  readonly id: string;
  readonly number: string;
  readonly version: string;
  readonly total: number;
  readonly pieces: readonly StoredPiece[] | null;
}

/** The registers of the viewer's municipality, read once: they are used as long as their version is the same. */
export async function readRegisters(pool: Pool, { subjectId, capacity }: Credentials): Promise<Registers> {
  const client = await pool.connect();
  await client.query('begin');
  await client.query({ ...OPEN, values: [subjectId, capacity] });
  const { rows } = await client.query<RegisterRow>(REGISTERS.text);
  await client.query('commit');
  client.release();
  if (rows[0] === undefined) throw new Error('The viewer has no municipality');
  return new Registers(rows[0]);
}

export const OPERATIONS: Readonly<Record<Lesson['name'], (lesson: Lesson, deps: LimitDeps) => Operation>> = {
  full(lesson, { pool, sealer, cursors, registers }) {
    const { data, extensions } = JSON.parse(lesson.answer) as { data: { case: ToldOfCase }; extensions: object };
    const known = new KnownCase(data.case, lesson.records[0]);
    const { id } = known.told;
    const asked = [FULL_CASE, PIECES, VERSIONS].map((statement) => ({ statement, values: [id] }));
    const end = `,"access":${JSON.stringify(data.case.access)}}},"extensions":${JSON.stringify(extensions)}}\n`;
    const answer = ({ day, viewer, registers: version }: Opened, found: readonly (readonly unknown[])[]): Answer => {
      const [[row], stored, versions] = found as [FullCaseRow[], StoredPiece[], StoredPiece[]];
      if (row === undefined) throw new Error('The case is not to be seen');
      known.requireVersion(`${row.version} ${version} ${day}`);
      const open = opener(sealer, id, row.keys ?? {});
      const pieces = Map.groupBy(stored, ({ 1: kind }) => kind);
      const opened = new Map<number, readonly Piece[]>();
      for (const [kind, ofKind] of pieces) opened.set(kind, ofKind.map(open));
      const of = (kind: number): readonly Piece[] => opened.get(kind) ?? [];
      const parts = { row, told: known.told, day, viewerId: viewer.id, registers, cursors, of };
      const value = JSON.stringify(fullCase({ ...parts, versions: versions.map(open) }));
      const entries = known.entriesOf([...stored, ...versions]);
      return { text: `{"data":{"case":${value.slice(0, -1)}${end}`, shown: [{ caseId: id, entries }] };
    };
    return (credentials) => read(pool, credentials, asked, answer);
  },

  list(lesson, { pool, cursors }) {
    type Told = { data: { cases: { edges: { node: { id: string; status: string } }[] } }; extensions: object };
    const { data, extensions } = JSON.parse(lesson.answer) as Told;
    const records = new Map(lesson.records.map((record) => [record.caseId, record]));
    const known = new Map(
      data.cases.edges.map(({ node: { id, status } }) => [id, new KnownCase(status, records.get(id))]),
    );
    const end = `,"extensions":${JSON.stringify(extensions)}}\n`;
    const answer = ({ viewer, day, registers }: Opened, found: readonly (readonly unknown[])[]): Answer => {
      const [rows] = found as [PlanRow[]];
      const listed = rows.map(({ id, number, version, pieces }) => {
        const one = known.get(id);
        if (one === undefined) throw new Error('A case is listed that was not taught');
        one.requireVersion(`${version} ${registers} ${day}`);
        const { plan, shown } = planProgress(pieces, day);
        const cursor = cursors.seal(`${viewer.id} cases [null,[]]`, `${number} ${id}`);
        return {
          edge: { cursor, node: { id, number, status: one.told, plan } },
          shown: { caseId: id, entries: one.entriesOf(shown) },
        };
      });
      const cases = { totalCount: rows[0]?.total ?? 0, edges: listed.map(({ edge }) => edge) };
      const text = `{"data":${JSON.stringify({ cases })}${end}`;
      return { text, shown: listed.map(({ shown }) => shown) };
    };
    return (credentials) => read(pool, credentials, [{ statement: LIST, values: [] }], answer);
  },

  progress(lesson, { pool }) {
    const { variables } = JSON.parse(lesson.body) as { variables: { id: string } };
    const known = new KnownCase(null, lesson.records[0]);
    const end = `,"extensions":${JSON.stringify((JSON.parse(lesson.answer) as { extensions: object }).extensions)}}\n`;
    const answer = ({ day, registers }: Opened, found: readonly (readonly unknown[])[]): Answer => {
      const [[row]] = found as [PlanRow[]];
      if (row === undefined) throw new Error('The case is not to be seen');
      known.requireVersion(`${row.version} ${registers} ${day}`);
      const { plan, shown } = planProgress(row.pieces, day);
      const text = `{"data":${JSON.stringify({ case: { plan } })}${end}`;
      return { text, shown: [{ caseId: row.id, entries: known.entriesOf(shown) }] };
    };
    return (credentials) => read(pool, credentials, [{ statement: PROGRESS, values: [variables.id] }], answer);
  },

  status(lesson, { pool }) {
    const { variables } = JSON.parse(lesson.body) as { variables: { id: string } };
    type Told = { data: { case: { status: string } }; extensions: object };
    const { data, extensions } = JSON.parse(lesson.answer) as Told;
    const known = new KnownCase(data.case.status, lesson.records[0]);
    const end = `,"extensions":${JSON.stringify(extensions)}}\n`;
    const answer = ({ day, registers }: Opened, found: readonly (readonly unknown[])[]): Answer => {
      const [[row]] = found as [PlanRow[]];
      if (row === undefined) throw new Error('The case is not to be seen');
      known.requireVersion(`${row.version} ${registers} ${day}`);
      const text = `{"data":${JSON.stringify({ case: { number: row.number, status: known.told } })}${end}`;
      return { text, shown: [{ caseId: row.id, entries: '[]' }] };
    };
    return (credentials) => read(pool, credentials, [{ statement: STATUS, values: [variables.id] }], answer);
  },

  viewer(lesson, { pool, registers }) {
    const end = `,"extensions":${JSON.stringify((JSON.parse(lesson.answer) as { extensions: object }).extensions)}}\n`;
    const answer = ({ viewer, registers: version }: Opened): Answer => {
      if (version !== registers.version) throw new Error('The registers are no longer those that were read');
      const { id, name, capacity } = viewer;
      const agency = registers.agency('agencyId' in viewer ? viewer.agencyId : null);
      const { id: homeId, name: home } = registers.municipality(Infinity);
      const told = { id, name, capacity, agency: agency && { id: agency.id, name: agency.name } };
      const text = `{"data":${JSON.stringify({ viewer: { ...told, municipality: { id: homeId, name: home } } })}${end}`;
      return { text, shown: [] };
    };
    return (credentials) => read(pool, credentials, [], answer);
  },
};
