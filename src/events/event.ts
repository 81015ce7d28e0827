/** What may have changed; the closed list of the outbox. A row names ids only: whoever reads it decides afresh. */
export type ChangeKind =
  | 'CASE_CHANGED'
  | 'CONSENT_CHANGED'
  | 'PIECE_CHANGED'
  | 'PLAN_CHANGED'
  | 'ACTION_CHANGED'
  | 'MEETING_CHANGED'
  | 'ASSIGNMENT_CHANGED'
  | 'NOTIFICATION';

/** One change of one case, of one kind; `ids` are those of the rows that changed. */
export interface Change {
  readonly kind: ChangeKind;
  readonly ids: readonly string[];
}
