import type { CommandScope } from '../../access/command-scope.js';
import { DisclosedCopy } from './disclosed-copy.entity.js';
import { DisclosureReason } from './disclosure-reason.entity.js';
import { StatutoryDisclosure } from './statutory-disclosure.entity.js';
import type { WholePiece } from './whole-piece.js';

type Decided = 'holderId' | 'decidedById' | 'recipientId' | 'ground' | 'categories' | 'until' | 'toldFrom';

/** What is decided, and the pieces as they are. */
export interface NewDisclosure extends Pick<StatutoryDisclosure, Decided> {
  readonly about: string;
  readonly reasons: string;
  readonly delayReason: string | null;
  readonly pieces: readonly WholePiece[];
}

/** Seals everything with a key of the disclosure's own; the id. */
export function writeDisclosure(scope: CommandScope, decided: NewDisclosure): string {
  const { about, reasons, delayReason, pieces, ...disclosure } = decided;
  const { em, caseId, at: decidedAt } = scope;
  const { holderId } = disclosure;
  const id = scope.newId();
  const key = scope.newKey(id);
  const seal = (plain: string, table: string, column: string, rowId = id): Buffer =>
    key.seal(plain, { table, column, rowId });
  em.persist(
    em.create(StatutoryDisclosure, {
      ...{ ...disclosure, id, caseId, decidedAt, wrappedKey: key.wrapped, endedAt: null, endedById: null },
      aboutSealed: seal(about, 'statutory_disclosure', 'about_sealed'),
      keptFromIds: [...new Set(pieces.flatMap(({ hiddenFromIds }) => hiddenFromIds))],
    }),
  );
  em.persist(
    em.create(DisclosureReason, {
      ...{ disclosureId: id, caseId, holderId },
      reasonsSealed: seal(reasons, 'disclosure_reason', 'reasons_sealed'),
      delayReasonSealed: delayReason === null ? null : seal(delayReason, 'disclosure_reason', 'delay_reason_sealed'),
    }),
  );
  for (const [position, { id: pieceId, kind, category, subjectIds, recordedAt, content }] of pieces.entries()) {
    const copyId = scope.newId();
    const contentSealed = seal(JSON.stringify(content), 'disclosed_copy', 'content_sealed', copyId);
    const copied = { pieceId, kind, category, subjectIds: [...subjectIds], recordedAt, position, contentSealed };
    em.persist(em.create(DisclosedCopy, { id: copyId, caseId, disclosureId: id, holderId, ...copied }));
  }
  return id;
}
