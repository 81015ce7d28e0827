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
 * One change of one case, of one kind; `ids` are those of the rows that changed and no others: whoever may see one of
 * them is told, so an id of what merely leads there would tell of a change that is withheld.
 */
export interface Change {
  readonly kind: ChangeKind;
  readonly ids: readonly string[];
}
