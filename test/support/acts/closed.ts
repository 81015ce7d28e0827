import type pg from 'pg';
import { parseFacts } from '../../../src/access/facts.js';
import type { CaseFacts } from '../../../src/core/case-facts.js';
import type { AgencyId, PersonId } from '../../../src/core/ids.js';
import { INFORMATION_CATEGORIES } from '../../../src/core/information-category.js';
import type { PieceFacts, PieceKind } from '../../../src/core/piece.js';
import type { Viewer } from '../../../src/core/viewer.js';
import { KIND_NUMBERS, KINDS_BY_HAND } from '../kinds-by-hand.js';
import { modelOpen, modelReadable } from '../reference-model.js';
import { swedishMidnight } from '../swedish-midnight.js';
import type { Row, WrittenRow } from './journal.js';

/** A case at one moment of its course, as the reference model judges it. */
export interface CaseThen {
  readonly facts: CaseFacts;
  readonly pieces: readonly PieceFacts[];
  readonly at: number;
}

const KIND_OF = new Map([...KIND_NUMBERS].map(([name, number]) => [number, name]));

export async function caseThen(superuser: pg.Client, caseId: string): Promise<CaseThen> {
  const { rows } = await superuser.query<{ facts: unknown; at: number; pieces: Row[] | null }>(
    `select sig.facts_of($1) as facts, sig.ms(sig.now())::float as at,
      (select jsonb_agg(to_jsonb(p) - 'sealed') from sig.piece p where p.case_id = $1) as pieces`,
    [caseId],
  );
  const { facts, at, pieces } = rows[0]!;
  return { facts: parseFacts(facts, KINDS_BY_HAND), at, pieces: (pieces ?? []).map(pieceOf) };
}

export function pieceOf(row: Row): PieceFacts {
  return {
    kind: KIND_OF.get(row['kind'] as number)!,
    holderId: row['holder_id'],
    category: row['category'],
    subjectIds: row['subject_ids'],
    heldBack: row['held_back'],
    hiddenFromIds: row['hidden_from_ids'],
    recordedAt: Date.parse(row['recorded_at'] as string),
  } as PieceFacts;
}

/** Columns that count or keep order and say nothing: what only they tell is no effect. */
const BOOKKEEPING = new Set([
  'version',
  'recorded_by_id',
  'recorded_at',
  'seq',
  'facts_at',
  'facts_version',
  'unique_key',
  'parent_kind',
]);

/**
 * Whether every effect of an act is closed to a viewer: judged by the reference model over the rows that it wrote, and by
 * what became of the rights that hold in the case. The product is not asked.
 *
 * @param names a kind of piece: what the act changes of others is which of these they name, so it takes both to see it
 */
export function isClosedTo(
  viewer: Viewer,
  written: readonly WrittenRow[],
  before: CaseThen,
  after: CaseThen,
  names: PieceKind | null,
): boolean {
  const seesNamed =
    names === null ||
    after.pieces.some((piece) => piece.kind === names && modelReadable(after.facts, viewer, piece, after.at));
  return (
    !changesRights(viewer, before, after) &&
    !written.some((row) => (row.relation !== 'piece' || seesNamed) && isSeen(viewer, row, before, after))
  );
}

function says({ before, after }: WrittenRow): boolean {
  if (before === null || after === null) return true;
  const columns = Object.keys(after).filter((name) => !BOOKKEEPING.has(name));
  return columns.some((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

function isSeen(viewer: Viewer, written: WrittenRow, before: CaseThen, after: CaseThen): boolean {
  const { relation, before: was, after: is } = written;
  const rows = [was, is].filter((row) => row !== null);
  if (relation !== 'piece' && !says(written)) return false;
  // A case that is only proposed, of which nobody but these know.
  if (rows.some((row) => (row['case_id'] ?? before.facts.caseId) !== before.facts.caseId))
    return viewer.capacity === 'COORDINATOR' || rows.some((row) => row['proposer_id'] === subjectOf(viewer));
  const knows = (): boolean => [before, after].some((then) => knowsCase(viewer, then));
  const isOf = (...columns: string[]): boolean =>
    rows.some((row) => columns.some((name) => (row[name] as string | null) === subjectOf(viewer)));
  const ofAgency = (...columns: string[]): boolean =>
    'agencyId' in viewer && rows.some((row) => columns.some((name) => row[name] === viewer.agencyId));
  switch (relation) {
    case 'piece': {
      const wasOpen = was !== null && modelReadable(before.facts, viewer, pieceOf(was), after.at);
      const isOpen = is !== null && modelReadable(after.facts, viewer, pieceOf(is), after.at);
      // One that says the same as before is seen where it comes or goes.
      return says(written) ? wasOpen || isOpen : wasOpen !== isOpen;
    }
    // What they change shows in a piece, or in the rights that follow; who signs in how is shown to nobody.
    case 'piece_version':
    case 'person':
    case 'protection':
    case 'identity':
      return false;
    case 'custody':
      return rows.some((row) => seesCustody(viewer, row, before, after));
    case 'consent_statement':
    case 'consent_detail':
    case 'block':
    case 'consent_request':
      return knows() && ['COORDINATOR', 'YOUNG_PERSON', 'GUARDIAN'].includes(viewer.capacity);
    case 'pending_consent':
      return knows();
    case 'assignment':
      return isOf('role_term_id') || (knows() && viewer.capacity !== 'PROFESSIONAL');
    case 'assignment_request':
      return viewer.capacity === 'COORDINATOR' || ofRole(viewer);
    case 'case_file':
      return knows();
    // The holder's own, what the one recipient reads, and what the family may be told of.
    case 'statutory_disclosure':
    case 'disclosure_reason':
    case 'disclosed_copy':
      return ('personId' in viewer && knows()) || isOf('recipient_id') || ofAgency('holder_id');
    case 'proposal':
      return viewer.capacity === 'COORDINATOR' || isOf('proposer_id');
    case 'notification':
    case 'mail_address':
    case 'calendar_feed':
      return isOf('recipient_id', 'subject_id');
    // Of the municipality, and nothing that is kept from anybody in it.
    case 'group_member':
    case 'rule_pack':
    case 'rule_pack_draft':
    case 'steering_meeting':
    case 'steering_report':
      return true;
    default:
      throw new Error(`Nobody said who sees a row of ${relation}`);
  }
}

/** Unit managers answer for their agency, and anybody may be who is asked. */
function ofRole({ capacity }: Viewer): boolean {
  return capacity === 'PROFESSIONAL';
}

function subjectOf(viewer: Viewer): string {
  return 'personId' in viewer ? viewer.personId : viewer.roleTermId;
}

function knowsCase(viewer: Viewer, { facts, at }: CaseThen): boolean {
  if (viewer.municipalityId !== facts.municipalityId) return false;
  if ('personId' in viewer) return viewer.caseId === facts.caseId;
  const { roleTermId } = viewer;
  return facts.assignments.some(
    ({ roleTermId: assigned, period: { from, until } }) =>
      assigned === roleTermId && (from === null || from <= at) && (until === null || at < until),
  );
}

/** Shown with the guardian, or with the other subject, that it is about. */
function seesCustody(viewer: Viewer, row: Row, before: CaseThen, after: CaseThen): boolean {
  const subjectId = row['subject_id'] as PersonId;
  return [before, after].some(({ facts, pieces }) =>
    pieces.some(
      (piece) =>
        (piece.kind === 'GUARDIAN' || (piece.kind === 'IDENTITY' && piece.category === 'FAMILY')) &&
        piece.subjectIds.includes(subjectId) &&
        modelReadable(facts, viewer, piece, after.at),
    ),
  );
}

/** Whether anything else is open to them than before, now or at a moment ahead, or the case stands otherwise. */
function changesRights(viewer: Viewer, before: CaseThen, after: CaseThen): boolean {
  if (JSON.stringify(before.facts) === JSON.stringify(after.facts)) return false;
  if (knowsCase(viewer, before) !== knowsCase(viewer, { ...after, at: before.at })) return true;
  if (!knowsCase(viewer, after)) return false;
  const { at } = after;
  const moments = [at, ...new Set([...momentsOf(before), ...momentsOf(after)])].filter((moment) => moment >= at);
  const [was, is] = [before, after].map(({ facts }) => {
    const pieces = [...before.pieces, ...imagined(facts, at)].map((piece) =>
      moments.map((moment) => modelReadable(facts, viewer, piece, moment)),
    );
    return JSON.stringify([pieces, cellsOf(viewer, facts, moments), isCarried(facts, at), facts.status]);
  });
  return was !== is;
}

/** What tells where the young person is, whether or not anything of it is stored. */
function imagined({ agencies, youngPersonId }: CaseFacts, recordedAt: number): PieceFacts[] {
  const marks = { subjectIds: [youngPersonId], heldBack: false, hiddenFromIds: [], recordedAt };
  return agencies.flatMap(({ id: holderId }) => [
    { ...marks, holderId, kind: 'CONTACT' as const, category: 'CONTACT' as const },
    { ...marks, holderId, kind: 'MEETING_PLACE' as const, category: 'MEETING' as const },
  ]);
}

function cellsOf(viewer: Viewer, facts: CaseFacts, moments: readonly number[]): unknown {
  if (!('agencyId' in viewer)) return null;
  const s = facts.youngPersonId;
  return facts.agencies.map(({ id: h }) =>
    INFORMATION_CATEGORIES.map((c) =>
      moments.map((moment) => modelOpen(facts, { s, h, r: viewer.agencyId, c }, moment)),
    ),
  );
}

/** By consent alone: a block stops information, and no case. */
function isCarried(facts: CaseFacts, at: number): boolean {
  const unblocked = { ...facts, blocks: [] };
  const { youngPersonId: s, coordinatorAgencyId: own } = facts;
  const open = (h: AgencyId, r: AgencyId): boolean =>
    INFORMATION_CATEGORIES.some((c) => modelOpen(unblocked, { s, h, r, c }, at));
  return facts.agencies.some(({ id }) => id !== own && (open(id, own) || open(own, id)));
}

function momentsOf({ facts }: CaseThen): number[] {
  const days = facts.custody.flatMap((one) => [one.from, one.until, one.preventedFrom, one.preventedUntil]);
  return [
    ...facts.ledger.flatMap(({ appliesFrom, until }) => [appliesFrom, until]),
    ...facts.blocks.flatMap(({ period }) => [period.from, period.until]),
    ...days.filter((day) => day !== null).map(swedishMidnight),
  ].filter((moment) => moment !== null);
}
