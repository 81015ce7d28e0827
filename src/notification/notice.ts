import type { AccessEntry } from '../access/access-log.js';
import type { ChangeKind } from '../access/change.js';
import { NOTICE_KINDS } from '../core/closed-lists.js';
import type { ReadScope } from '../access/read-scope.js';
import type { CaseId } from '../core/ids.js';

/** What a change of a case is told as, the narrower first: a change of a meeting is one of its case too. */
export const CASE_NOTICE_KINDS = NOTICE_KINDS.filter((kind) => kind !== 'ASSIGNMENT');
export type CaseNoticeKind = (typeof CASE_NOTICE_KINDS)[number];
/** ASSIGNMENT: somebody is asked, who knows no case by that. */
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Who is told of what: declared by the nouns, handed in by whoever composes the server. */
export interface NoticeRules {
  /** `null` for a change that nobody is told of. */
  kindOf(change: ChangeKind): CaseNoticeKind | null;
  /**
   * Whether the viewer may see anything of what changed, by the same judgement that the streams tell by.
   *
   * @returns what telling of it discloses; `null` where nothing of it is the viewer's to see.
   */
  visibleChange(
    scope: ReadScope,
    kind: NoticeKind,
    caseId: CaseId,
    ids: readonly string[],
  ): Promise<readonly AccessEntry[] | null>;
}
