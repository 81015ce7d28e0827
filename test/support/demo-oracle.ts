import type pg from 'pg';
import type { CaseFacts } from '../../src/core/case-facts.js';
import type { PieceFacts, PieceKind } from '../../src/core/piece.js';
import type { Viewer } from '../../src/core/viewer.js';
import type { DatabaseAddress } from '../../src/storage/connection.js';
import { asOwner } from '../storage/viewing.js';
import { KIND_NAMES, KIND_NUMBERS, KINDS_BY_HAND } from './kinds-by-hand.js';
import { modelReadable } from './reference-model.js';

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

/** What has no id of its own in the API, and is told by what it is about: in SQL, where `p` is the piece. */
const NAMES: Partial<Record<PieceKind, string>> = {
  IDENTITY: `'IDENTITY'`,
  CONTACT: `'CONTACT'`,
  GUARDIAN: `'GUARDIAN ' || (p.plain ->> 'personId')`,
  SITUATION: `'SITUATION ' || p.holder_id || ' ' || p.category`,
  MEETING_PLACE: `'MEETING_PLACE ' || p.parent_id`,
};

/**
 * A sibling has an identity too: the API shows it with whom a piece is about, not as a piece. Whose guardians are those of
 * a friend is told by their ids alone: `Case.guardians` are the young person's.
 */
const ONLY: Partial<Record<PieceKind, string>> = {
  GUARDIAN: `exists (select from sig.custody c join sig.person n on n.id = c.subject_id and n.kind = 'YOUNG_PERSON'
    where c.guardian_id = (p.plain ->> 'personId')::uuid)`,
  IDENTITY: `exists (select from sig.person n where n.id = (p.plain ->> 'personId')::uuid and n.kind = 'YOUNG_PERSON')`,
};
/** What a proposer wrote is shown with the proposal, not in the case. */
const SHOWN_KINDS = KIND_NAMES.filter((kind) => kind !== 'PROPOSAL_WORDS');

export function storedDemo(login: DatabaseAddress): Promise<StoredDemo> {
  return asOwner(login, async (client) => {
    const files = await client.query<{ number: string; facts: CaseFacts }>(
      'select c.number, sig.facts_of(c.id) as facts from sig.case_file c order by c.number',
    );
    const pieces: DemoPiece[] = [];
    for (const kind of SHOWN_KINDS) pieces.push(...(await piecesOf(client, kind)));
    pieces.push(...(await planVersions(client)));
    const byCase = Map.groupBy(pieces, ({ caseId }) => caseId);
    const { rows } = await client.query<{ id: string; viewer: Viewer }>(
      `select id, json_build_object('capacity', capacity, 'roleTermId', id, 'professionalId', professional_id,
          'agencyId', agency_id, 'municipalityId', municipality_id) as viewer from sig.role_term
        union all select p.id, json_build_object('capacity', p.kind, 'personId', p.id, 'caseId', p.case_id,
          'municipalityId', c.municipality_id) from sig.person p join sig.case_file c on c.id = p.case_id`,
    );
    return {
      cases: files.rows.map(({ number, facts }) => ({
        ...{ number, facts: { ...facts, kinds: KINDS_BY_HAND } },
        pieces: byCase.get(facts.caseId) ?? [],
      })),
      viewers: new Map(rows.map(({ id, viewer }) => [id, viewer])),
    };
  });
}

const MARKS = `p.case_id as "caseId", p.holder_id as "holderId", p.category, p.subject_ids as "subjectIds",
  p.held_back as "heldBack", p.hidden_from_ids as "hiddenFromIds", (extract(epoch from p.recorded_at) * 1000)::float8 as "recordedAt"`;

async function piecesOf(client: pg.Client, kind: PieceKind): Promise<readonly DemoPiece[]> {
  const { rows } = await client.query<DemoPiece>(
    `select ${MARKS}, '${kind}' as kind, ${NAMES[kind] ?? `'${kind} ' || p.id`} as name,
        (select k.name || ' ' || p.parent_id from sig.piece_kind k where k.number = p.parent_kind) as parent
      from sig.piece p where p.kind = ${KIND_NUMBERS.get(kind)} and ${ONLY[kind] ?? 'true'}`,
  );
  return rows;
}

/** What the history of a plan shows of goals and actions, each judged as the piece that it is a version of. */
async function planVersions(client: pg.Client): Promise<readonly DemoPiece[]> {
  const { rows } = await client.query<DemoPiece>(
    `select ${MARKS}, k.name as kind, 'PLAN_VERSION ' || p.id as name, k.name || ' ' || p.piece_id as parent
      from sig.piece_version p join sig.piece_kind k on k.number = p.kind
      where k.name in ('GOAL', 'ACTION') and p.cause in ('CREATED', 'CHANGED')`,
  );
  return rows;
}

/** A plan is a place: goals and actions are found in it, whether or not its frame, or an action's goal, is open. */
const FOUND_BY_ITSELF: ReadonlySet<string> = new Set<PieceKind>(['GOAL', 'ACTION']);

/** The pieces that the reference model lets a viewer read, and that hang under nothing that it does not. */
export function readablePieces({ facts, pieces }: DemoCase, viewer: Viewer, at: number): readonly DemoPiece[] {
  const readable = new Map(
    pieces.filter((piece) => modelReadable(facts, viewer, piece, at)).map((piece) => [piece.name, piece]),
  );
  const isReached = ({ name, kind, parent }: DemoPiece): boolean => {
    const isVersion = name.startsWith('PLAN_VERSION');
    if (parent === null || (FOUND_BY_ITSELF.has(kind) && !isVersion)) return true;
    const above = readable.get(parent);
    return above !== undefined && isReached(above);
  };
  return [...readable.values()].filter(isReached);
}
