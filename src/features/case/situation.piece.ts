import { json, sealed } from '../../access/field-type.js';
import { pieceKind } from '../../access/piece-kind.js';
import type { SituationValue } from '../../core/situation.js';

/** What one agency knows of one area of life; a later statement takes the place of an earlier one. */
export const SITUATION = pieceKind({
  number: 5,
  name: 'SITUATION',
  fields: { content: sealed(json<Record<string, SituationValue>>()) },
  categories: 'ANY',
  shownAs: {
    SchoolSituation: { heldBy: { kind: 'SCHOOL', branches: true } },
    PoliceSituation: { heldBy: { kind: 'POLICE', branches: false } },
    SocialServicesSituation: { heldBy: { kind: 'SOCIAL_SERVICES', branches: false } },
    EmploymentSituation: { heldBy: { kind: 'SOCIAL_SERVICES', branches: false } },
    LeisureSituation: { heldBy: { kind: 'LEISURE', branches: false } },
  },
  told: 'PIECE_CHANGED',
  tellsPlace: false,
  namesGuardian: false,
  coordinatorOnly: false,
  disclosable: true,
  copied: ['content'],
  unique: ({ holderId, category }) => [holderId, category],
});
