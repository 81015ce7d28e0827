import type { PendingForm } from '../../core/pending-form.js';
import type { RoleTermId } from '../../core/ids.js';
import type { NewStatement } from './statement-writer.repository.js';

/** A waiting form with everything that the ledger will want to know of it; kept sealed. */
export interface StoredForm extends PendingForm {
  readonly detail: NewStatement['detail'];
  readonly purpose: string;
  /** Who heard an oral consent, by name. */
  readonly witness: string | null;
  /** The role in which somebody informed, by the id that the API gives it. */
  readonly informerId: RoleTermId;
}

/** What is sealed of a form: its column, and the row that it is bound to. */
export const formPlace = (rowId: string): { table: string; column: string; rowId: string } => ({
  table: 'pending_consent',
  column: 'content_sealed',
  rowId,
});
