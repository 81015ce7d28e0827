import type { CaseFacts } from '../core/case-facts.js';
import type { Decision } from '../core/decision.js';
import type { CaseId } from '../core/ids.js';
import type { Presenter } from './present.js';

/** One case as one viewer may see it at the scope's instant: the way into everything that the case holds. */
export interface JudgedCase {
  readonly id: CaseId;
  readonly facts: CaseFacts;
  readonly decision: Decision;
  readonly presenter: Presenter;
}
