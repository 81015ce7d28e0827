import type { Needs } from '../access/load.js';
import type { LoadedCase } from '../access/loaded-case.js';
import type { ReadScope } from '../access/read-scope.js';
import type { Source } from '../access/shown.js';
import type { CaseFacts } from '../core/case-facts.js';
import type { Decision } from '../core/decision.js';
import type { PieceKind } from '../core/piece.js';
import type { CapacityRuleName } from '../core/rules/named-rules.js';
import type { StreamSubject } from '../core/stream-end.js';
import type { Viewer } from '../core/viewer.js';
import type { ChangeKind } from '../access/change.js';

/** After these every stream of the case is judged again, whatever it is about. */
export const CHANGE_RIGHTS: ReadonlySet<ChangeKind> = new Set([
  'CASE_CHANGED',
  'CONSENT_CHANGED',
  'ASSIGNMENT_CHANGED',
]);

/** What one subscription field tells of; declared by the module that owns it. */
export interface Topic {
  /** The type of its frames. */
  readonly typename: string;
  /** What must stay open for the stream to go on. */
  readonly subject: StreamSubject;
  readonly kinds: ReadonlySet<ChangeKind>;
  /** What of a case must be loaded to say whether there is anything to tell. */
  readonly needs: Needs;
  /** Whether its frames show such pieces, beside the subject. */
  includesKind(kind: PieceKind): boolean;
  /** The capacities that it is open to, where the case alone does not tell; others are refused. */
  readonly rule?: CapacityRuleName;
  /** What is open to the viewer, as far as frames show it: when it changes, everything is told anew. */
  fingerprint(viewer: Viewer, facts: CaseFacts, decision: Decision): string;
  /** The ids of a change, or of everything there is, as they go into one frame each. */
  partition(loaded: LoadedCase, ids: readonly string[] | null): readonly (readonly string[])[];
  /**
   * The fields of a frame, or `null` where the viewer may see nothing of it.
   *
   * @param anew whether access changed
   * @param scope for what belongs to the viewer and not to the case
   */
  buildPayload(
    loaded: LoadedCase,
    ids: readonly string[],
    anew: boolean,
    scope: ReadScope,
  ): Source | null | Promise<Source | null>;
}
