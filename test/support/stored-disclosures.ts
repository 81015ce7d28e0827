import type { DisclosureFact } from '../../src/core/disclosure.js';
import type { RoleTermId } from '../../src/core/ids.js';
import type { Instant } from '../../src/core/period.js';
import { isProtected } from '../../src/core/rules/disclosable-piece.js';
import type { Protected } from '../../src/core/rules/protected-identity.js';
import { isReceivedBy } from '../../src/core/rules/disclosure-known-to.js';
import type { Viewer } from '../../src/core/viewer.js';
import { bytes, canary, id, iso, ROLE_TERMS } from './stored-format.js';
import type { Row, Rows, StoredDisclosure, StoredPiece, StoredWorld, Storing } from './stored-format.js';
import { AGENCIES, CASE, LONG_AGO, MOMENTS } from './world-cast.js';

const DAY = 86_400_000;

/** Every third piece of a world, disclosed without consent to the next agency; the family is told at once, or later. */
export function disclosuresOf(pieces: readonly StoredPiece[]): StoredDisclosure[] {
  return pieces
    .filter((_piece, index) => index % 3 === 1)
    .map((piece, index) => {
      const from = piece.recordedAt === LONG_AGO ? (MOMENTS[index * 5] ?? LONG_AGO) : piece.recordedAt;
      const recipient = (AGENCIES.indexOf(piece.holderId) + 1) % AGENCIES.length;
      const fact: DisclosureFact = {
        ...{ id: id(0, index + 1), caseId: CASE, holderId: piece.holderId, categories: [piece.category] },
        recipientId: ROLE_TERMS[recipient] as RoleTermId,
        period: { from, until: from + 80 * DAY },
        toldFrom: index % 2 === 0 ? from : from + 20 * DAY,
        keptFromIds: piece.hiddenFromIds,
      };
      return { fact, copyId: id(0, index + 500), piece };
    });
}

/** The rows of disclosures, their reasons and their copies. */
export function disclosureRows({ disclosures }: StoredWorld, { sealer }: Storing): Rows {
  const rows = { statutory_disclosure: [] as Row[], disclosure_reason: [] as Row[], disclosed_copy: [] as Row[] };
  for (const { fact, copyId, piece } of disclosures) {
    const { key, wrapped } = sealer.newCaseKey(fact.id);
    const sealed = (text: string, table: string, column: string, rowId: string): string =>
      bytes(sealer.seal(key, text, { table, column, rowId }));
    const of = { case_id: CASE, holder_id: fact.holderId };
    rows.statutory_disclosure.push({
      ...{ ...of, id: fact.id, decided_by_id: ROLE_TERMS[0], recipient_id: fact.recipientId, ground: 'OSL_10_2' },
      ...{ categories: fact.categories, wrapped_key: bytes(wrapped), kept_from_ids: fact.keptFromIds },
      ...{ decided_at: iso(fact.period.from), until: iso(fact.period.until), told_from: iso(fact.toldFrom) },
      about_sealed: sealed(canary(copyId), 'statutory_disclosure', 'about_sealed', fact.id),
    });
    rows.disclosure_reason.push({
      ...{ ...of, disclosure_id: fact.id },
      reasons_sealed: sealed(canary(fact.id), 'disclosure_reason', 'reasons_sealed', fact.id),
      delay_reason_sealed: sealed(canary(fact.id), 'disclosure_reason', 'delay_reason_sealed', fact.id),
    });
    const content = JSON.stringify([{ name: 'text', text: canary(copyId) }]);
    rows.disclosed_copy.push({
      ...{ ...of, id: copyId, disclosure_id: fact.id, piece_id: piece.id, kind: piece.kind, category: piece.category },
      ...{ subject_ids: piece.subjectIds, position: 0, recorded_at: iso(piece.recordedAt) },
      content_sealed: sealed(content, 'disclosed_copy', 'content_sealed', copyId),
    });
  }
  return rows;
}

/** Whether the viewer reads the copy now. */
export function readsCopy({ fact, piece }: StoredDisclosure, known: Protected, viewer: Viewer, at: Instant): boolean {
  return isReceivedBy(fact, viewer, at) && !isProtected(piece, known, at);
}
