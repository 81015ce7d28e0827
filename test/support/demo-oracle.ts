import type pg from 'pg';
import type { CaseFacts } from '../../src/core/case-facts.js';
import type { PieceFacts, PieceKind } from '../../src/core/piece.js';
import type { Viewer } from '../../src/core/viewer.js';
import type { DatabaseAddress } from '../../src/database/connection.js';
import { asOwner } from '../database/viewing.js';
import { modelReadable } from './reference-model.js';
import { TABLES } from './stored-format.js';

/** A stored piece, under what the API calls it, and the piece that it hangs under. */
export interface DemoPiece extends PieceFacts {
  readonly caseId: string;
  readonly name: string;
  readonly parent: string | null;
}

export interface DemoCase {
  readonly number: string;
  readonly facts: CaseFacts;
  readonly pieces: readonly DemoPiece[];
}

/** All that is stored, read behind every policy: what the answers of the API are held against. */
export interface StoredDemo {
  readonly cases: readonly DemoCase[];
  /** By the id of the role term or of the person in the case. */
  readonly viewers: ReadonlyMap<string, Viewer>;
}

/** Through which column a piece is reached, where it is reached through another one. */
const PARENTS: Partial<Record<PieceKind, string>> = {
  OBJECTION: `'NOTE ' || p.note_id`,
  GOAL: `'PLAN ' || p.plan_id`,
  ACTION: `'GOAL ' || p.goal_id`,
  EVALUATION: `'ACTION ' || p.action_id`,
  PLAN_VERSION: `coalesce('GOAL ' || p.goal_id, 'ACTION ' || p.action_id)`,
  MEETING_PLACE: `'MEETING ' || p.meeting_id`,
  INVITATION: `'MEETING ' || p.meeting_id`,
  AGENDA_ITEM: `'MEETING ' || p.meeting_id`,
  MINUTES: `'MEETING ' || p.meeting_id`,
  MEETING_DECISION: `'MEETING ' || p.meeting_id`,
};

/** What has no id of its own in the API, and is told by what it is about. */
const NAMES: Partial<Record<PieceKind, string>> = {
  IDENTITY: `'IDENTITY'`,
  CONTACT: `'CONTACT'`,
  GUARDIAN: `'GUARDIAN ' || p.person_id`,
  SITUATION: `'SITUATION ' || p.holder_id || ' ' || p.category`,
  MEETING_PLACE: `'MEETING_PLACE ' || p.meeting_id`,
};

const OF_PERSON: Partial<Record<PieceKind, string>> = { IDENTITY: 'YOUNG_PERSON', GUARDIAN: 'GUARDIAN' };

export function storedDemo(login: DatabaseAddress): Promise<StoredDemo> {
  return asOwner(login, async (client) => {
    const files = await client.query<{ number: string; facts: CaseFacts }>(
      'select c.number, sig.facts_of(c.id) as facts from sig.case_file c order by c.number',
    );
    const pieces: DemoPiece[] = [];
    for (const kind of Object.keys(TABLES) as PieceKind[]) pieces.push(...(await piecesOf(client, kind)));
    const byCase = Map.groupBy(pieces, ({ caseId }) => caseId);
    const { rows } = await client.query<{ id: string; viewer: Viewer }>(
      `select id, json_build_object('capacity', capacity, 'roleTermId', id, 'professionalId', professional_id,
          'agencyId', agency_id, 'municipalityId', municipality_id) as viewer from sig.role_term
        union all select p.id, json_build_object('capacity', p.kind, 'personId', p.id, 'caseId', p.case_id,
          'municipalityId', c.municipality_id) from sig.person p join sig.case_file c on c.id = p.case_id`,
    );
    return {
      cases: files.rows.map((file) => ({ ...file, pieces: byCase.get(file.facts.caseId) ?? [] })),
      viewers: new Map(rows.map(({ id, viewer }) => [id, viewer])),
    };
  });
}

async function piecesOf(client: pg.Client, kind: PieceKind): Promise<readonly DemoPiece[]> {
  const person = OF_PERSON[kind];
  const { rows } = await client.query<DemoPiece>(
    `select p.case_id as "caseId", '${kind}' as kind, p.holder_id as "holderId", p.category, p.subject_ids as "subjectIds",
        p.held_back as "heldBack", p.hidden_from_ids as "hiddenFromIds",
        (extract(epoch from p.recorded_at) * 1000)::float8 as "recordedAt",
        ${NAMES[kind] ?? `'${kind} ' || p.id`} as name, ${PARENTS[kind] ?? 'null::text'} as parent
      from sig.${TABLES[kind]} p
      ${person === undefined ? '' : `join sig.person n on n.id = p.person_id and n.kind = '${person}'`}`,
  );
  return rows;
}

/** The pieces that the reference model lets a viewer read, and that hang under nothing that it does not. */
export function readablePieces({ facts, pieces }: DemoCase, viewer: Viewer, at: number): readonly DemoPiece[] {
  const readable = new Map(
    pieces.filter((piece) => modelReadable(facts, viewer, piece, at)).map((piece) => [piece.name, piece]),
  );
  const isReached = ({ parent }: DemoPiece): boolean => {
    if (parent === null) return true;
    const above = readable.get(parent);
    return above !== undefined && isReached(above);
  };
  return [...readable.values()].filter(isReached);
}
