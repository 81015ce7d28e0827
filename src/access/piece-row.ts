import type { LocalDate } from '../core/case-facts.js';
import type { CaseId } from '../core/ids.js';
import type { PieceFacts } from '../core/piece.js';

/** What every stored piece carries beside the fields of its kind. */
export interface PieceRow extends PieceFacts {
  readonly id: string;
  readonly caseId: CaseId;
  readonly parentId: string | null;
  /** Counts up with every change. */
  readonly version: number;
  /** Of the kinds that have a period; half-open. */
  readonly validFrom: LocalDate | null;
  readonly validUntil: LocalDate | null;
}
