import type { ReadScope } from '../access/read-scope.js';
import type { Shown } from '../access/shown.js';
import type { CaseFacts } from '../core/case-facts.js';
import type { CaseId } from '../core/ids.js';
import type { Instant } from '../core/period.js';
import { streamEnd } from '../core/stream-end.js';
import type { StreamEndReason } from '../core/stream-end.js';
import { idsTold } from './held-piece.js';
import { CURSOR_PLACE } from './frame.js';
import { fingerprintOf } from './cursor-state.js';
import type { Topic } from './topic.js';

/** A case as a stream finds it in a snapshot. */
export interface FoundCase {
  readonly facts: CaseFacts;
  readonly changesAt: Instant | null;
  /** Why the stream about it ends. */
  readonly reason: StreamEndReason | null;
  /** Of what is open; of nothing, where the stream ends. */
  readonly fingerprint: string;
}

/** Asked for by every stream of a delivery group, worked out once in their scope. `null`: unknown to the viewer. */
export async function loadCaseAccess(scope: ReadScope, topic: Topic, caseId: CaseId): Promise<FoundCase | null> {
  const loaded = await scope.load(caseId);
  return (
    loaded &&
    loaded.once(`judged ${topic.typename}`, () => {
      const { facts, decision, viewer } = loaded;
      const reason = streamEnd(facts, decision, viewer, topic.subject);
      const extent = reason === null ? topic.fingerprint(viewer, facts, decision) : '';
      return { facts, changesAt: decision.changesAt, reason, fingerprint: fingerprintOf([extent]) };
    })
  );
}

/** The frames of a change, or of everything there is; the same list for everybody in the scope. */
export async function loadFrameKeys(
  scope: ReadScope,
  topic: Topic,
  caseId: CaseId,
  ids: readonly string[] | null,
): Promise<readonly (readonly string[])[]> {
  const loaded = await scope.load(caseId, topic.needs);
  if (loaded === null) return [];
  return loaded.once(`frames ${topic.typename} ${JSON.stringify(ids)}`, () =>
    topic.partition(loaded, ids && idsTold(loaded.decision, ids)),
  );
}

/** The value of a frame; the same object for everybody in the scope, so that it is executed once. */
export async function loadPayload(
  scope: ReadScope,
  topic: Topic,
  caseId: CaseId,
  ids: readonly string[],
  anew: boolean,
): Promise<Shown | null> {
  const loaded = await scope.load(caseId, topic.needs);
  if (loaded === null) return null;
  const tell = async (): Promise<Shown | null> => {
    const told = await topic.buildPayload(loaded, ids, anew, scope);
    const values = { ...told?.values, cursor: CURSOR_PLACE, at: scope.at };
    return told && loaded.show(topic.typename, { ...told, values });
  };
  return loaded.once(`told ${topic.typename} ${JSON.stringify([ids, anew])}`, tell);
}
