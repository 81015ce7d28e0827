/** What may have changed; the closed list of the outbox. A row names ids only: whoever reads it decides afresh. */
export type ChangeKind =
  | 'CASE_CHANGED'
  | 'CONSENT_CHANGED'
  | 'PIECE_CHANGED'
  /** Its ids are those of `held-piece`. */
  | 'PIECE_HELD'
  | 'PLAN_CHANGED'
  | 'ACTION_CHANGED'
  | 'MEETING_CHANGED'
  | 'ASSIGNMENT_CHANGED'
  | 'NOTIFICATION';

/**
 * One change of one case, of one kind. `ids` name the rows that changed and no others: a viewer who may see one of them
 * is told, so the id of what merely leads there would tell of a change that is withheld. Two names say more than an
 * id, by which the viewer's part in the change is judged: `heldId` of `changes/held-piece`, `handoverId` of `plan/handover`.
 */
export interface Change {
  readonly kind: ChangeKind;
  readonly ids: readonly string[];
}
