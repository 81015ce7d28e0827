import type { ReadScope } from '../access/read-scope.js';
import type { CaseFacts } from '../core/case-facts.js';
import type { CaseId } from '../core/ids.js';
import type { Instant } from '../core/period.js';
import { streamEnd } from '../core/stream-end.js';
import type { StreamEndReason } from '../core/stream-end.js';
import { CURSOR_PLACE } from './frame.js';
import type { Frame } from './frame.js';
import { fingerprintOf } from './stream-place.js';
import type { Topic } from './topic.js';

/** A case as a stream finds it in a snapshot. */
export interface FoundCase {
  readonly facts: CaseFacts;
  readonly knowsCase: boolean;
  readonly changesAt: Instant | null;
  /** Why the stream about it ends. */
  readonly reason: StreamEndReason | null;
  /** Of what is open; of nothing, where the stream ends. */
  readonly fingerprint: string;
}

/** Asked for by every stream of a delivery group, worked out once in their scope. `null`: unknown to the viewer. */
export function judgedIn(scope: ReadScope, topic: Topic, caseId: CaseId): Promise<FoundCase | null> {
  const judge = async (id: CaseId): Promise<FoundCase | null> => {
    const facts = await scope.facts(id);
    if (facts === null) return null;
    const decision = scope.decide(facts);
    const reason = streamEnd(facts, decision, scope.viewer, topic.subject);
    const extent = reason === null ? topic.extent(scope.viewer, facts, decision) : '';
    const { knowsCase, changesAt } = decision;
    return { facts, knowsCase, changesAt, reason, fingerprint: fingerprintOf([extent]) };
  };
  return scope
    .loader(`judged ${topic.typename}`, (ids) => Promise.all(ids.map((id) => judge(id as CaseId))))
    .load(caseId);
}

/** The frames of a change, or of everything there is; the same list for everybody in the scope. */
export function framesIn(
  scope: ReadScope,
  topic: Topic,
  caseId: CaseId,
  ids: readonly string[] | null,
): Promise<readonly (readonly string[])[]> {
  const all = (keys: readonly string[]): Promise<(readonly (readonly string[])[])[]> =>
    Promise.all(keys.map((key) => topic.frames(scope, ...(JSON.parse(key) as [CaseId, string[] | null]))));
  return scope.loader(`frames ${topic.typename}`, all).load(JSON.stringify([caseId, ids]));
}

/** The value of a frame; the same object for everybody in the scope, so that it is executed once. */
export function toldIn(
  scope: ReadScope,
  topic: Topic,
  caseId: CaseId,
  ids: readonly string[],
  anew: boolean,
): Promise<Frame['value'] | null> {
  const tell = async (key: string): Promise<Frame['value'] | null> => {
    const told = await topic.tell(scope, ...(JSON.parse(key) as [CaseId, string[], boolean]));
    return told && Object.assign(told, { __typename: topic.typename, cursor: CURSOR_PLACE, at: scope.at });
  };
  return scope
    .loader(`told ${topic.typename}`, (keys) => Promise.all(keys.map(tell)))
    .load(JSON.stringify([caseId, ids, anew]));
}
