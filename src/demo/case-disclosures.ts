import type { DisclosedCopy } from '../features/disclosure/disclosed-copy.entity.js';
import type { DisclosureReason } from '../features/disclosure/disclosure-reason.entity.js';
import type { StatutoryDisclosure } from '../features/disclosure/statutory-disclosure.entity.js';
import { NOTE } from '../features/note/note.piece.js';
import type { SealedPlace } from '../crypto/encryption.js';
import type { CaseContext } from './case-context.js';
import type { PieceOf } from './demo-pieces.js';

export interface Disclosures {
  readonly disclosures: readonly StatutoryDisclosure[];
  readonly disclosureReasons: readonly DisclosureReason[];
  readonly copies: readonly DisclosedCopy[];
}

/** What the story discloses without consent, if anything, with a key of its own as the command makes one. */
export function disclosures(
  { story, caseId, newId, roleTermId }: CaseContext,
  notes: readonly PieceOf<typeof NOTE>[],
  newKey: (boundTo: string) => { readonly wrapped: Buffer; seal(plain: string, place: SealedPlace): Buffer },
): Disclosures {
  if (story.disclosure === undefined) return { disclosures: [], disclosureReasons: [], copies: [] };
  const { at, until, by, to, ground, about, reasons } = story.disclosure;
  const [note] = notes
    .filter(({ authorId }) => authorId === roleTermId(by))
    .toSorted((a, b) => b.recordedAt - a.recordedAt);
  if (note === undefined) throw new Error(`"${by}" has no note to disclose`);
  const id = newId();
  const copyId = newId();
  const key = newKey(id);
  const { holderId, category, subjectIds, recordedAt } = note;
  const content = JSON.stringify([{ name: 'text', text: note.text }]);
  return {
    disclosures: [
      {
        ...{ id, caseId, holderId, decidedById: roleTermId(by), recipientId: roleTermId(to), ground },
        ...{ categories: [category], wrappedKey: key.wrapped, decidedAt: at, until, toldFrom: at },
        ...{ endedAt: null, endedById: null, keptFromIds: [...note.hiddenFromIds] },
        aboutSealed: key.seal(about, { table: 'statutory_disclosure', column: 'about_sealed', rowId: id }),
      },
    ],
    disclosureReasons: [
      {
        ...{ disclosureId: id, caseId, holderId, delayReasonSealed: null },
        reasonsSealed: key.seal(reasons, { table: 'disclosure_reason', column: 'reasons_sealed', rowId: id }),
      },
    ],
    copies: [
      {
        ...{
          id: copyId,
          caseId,
          disclosureId: id,
          holderId,
          pieceId: note.id,
          kind: NOTE.name,
          category,
          subjectIds: [...subjectIds],
        },
        ...{ position: 0, recordedAt },
        contentSealed: key.seal(content, { table: 'disclosed_copy', column: 'content_sealed', rowId: copyId }),
      },
    ],
  };
}
