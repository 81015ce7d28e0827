import type { AccessEntry } from '../../access/access-log.js';
import type { ReadScope } from '../../access/read-scope.js';
import { accessEntriesOf, Shown } from '../../access/shown.js';
import type { Source } from '../../access/shown.js';
import type { CaseId } from '../../core/ids.js';
import type { ChangeKind } from '../../access/change.js';
import { idsTold } from '../../changes/held-piece.js';
import type { Topic } from '../../changes/topic.js';
import { CASE_NOTICE_KINDS } from '../../notification/notice.js';
import type { CaseNoticeKind, NoticeKind, NoticeRules } from '../../notification/notice.js';
import { askedAssignments } from '../case/assignment-request.queries.js';
import { MEETING_CHANGES } from '../meeting/meeting-changed.queries.js';
import { PLAN_CHANGES } from '../plan/plan-changed.queries.js';
import { CASE_CHANGES } from '../transparency/case-changed.queries.js';

const TOPICS: Readonly<Record<CaseNoticeKind, Topic>> = {
  MEETING: MEETING_CHANGES,
  PLAN: PLAN_CHANGES,
  CASE: CASE_CHANGES,
};

function kindOf(change: ChangeKind): CaseNoticeKind | null {
  return CASE_NOTICE_KINDS.find((kind) => TOPICS[kind].kinds.has(change)) ?? null;
}

/** Loads what the judgement of these notices rests on: one flight for each kind, however many they are. */
export async function loadFor(
  scope: ReadScope,
  notices: readonly { readonly kind: NoticeKind; readonly caseId: CaseId }[],
): Promise<void> {
  for (const [kind, same] of Map.groupBy(notices, (notice) => notice.kind)) {
    if (kind === 'ASSIGNMENT') continue;
    await scope.loadAll([...new Set(same.map(({ caseId }) => caseId))], TOPICS[kind].needs);
  }
}

/** See `NoticeRules`. */
export async function visibleChange(
  scope: ReadScope,
  kind: NoticeKind,
  caseId: CaseId,
  ids: readonly string[],
): Promise<readonly AccessEntry[] | null> {
  if (kind === 'ASSIGNMENT') return (await waiting(scope, ids)) ? [] : null;
  const topic = TOPICS[kind];
  const loaded = await scope.load(caseId, topic.needs);
  const told = loaded && (await topic.buildPayload(loaded, idsTold(loaded.decision, ids), false, scope));
  return told && entriesOf(told);
}

/** What a frame would disclose by itself, whatever was asked of what it leads to. */
function entriesOf({ values = {}, discloses = [], fieldDiscloses = {} }: Source): readonly AccessEntry[] {
  const reached = Object.values(values).flat();
  const shown = reached.filter((value) => value instanceof Shown);
  return [...discloses, ...Object.values(fieldDiscloses).flat(), ...accessEntriesOf(shown)];
}

/** Whether one of these requests still waits for the viewer's yes or no. */
async function waiting(scope: ReadScope, ids: readonly string[]): Promise<boolean> {
  return (await askedAssignments(scope)).some(({ id, state }) => state === 'REQUESTED' && ids.includes(id));
}

export const NOTICE_RULES: NoticeRules = { kindOf, visibleChange };
