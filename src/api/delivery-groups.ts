import type { Credentials } from '../access/known-viewer.js';
import type { Needs } from '../access/load.js';
import type { FirstLoad, ReadScope } from '../access/read-scope.js';
import type { CaseId } from '../core/ids.js';
import type { Frame, Turn } from '../changes/frame.js';
import type { FrameText } from './frame-text.js';
import type { ReadPluginDeps } from './read-plugin.js';

/** What a turn gave one subscriber. */
export interface Delivered {
  readonly text: FrameText;
  readonly cursor: string | null;
}

/** One subscription, as far as telling it is concerned. */
export interface Recipient {
  readonly credentials: Credentials;
  /** Subscriptions with the same are told the same, once their rights are found to be the same. */
  readonly group: string;
  /** What it asks of the case that a frame tells of. */
  readonly needs: Needs;
  /** Executes a frame in the scope, without ending it. `recorded`: whether anything of it may leave. */
  execute(frame: Frame, scope: ReadScope | null): Promise<{ readonly text: FrameText; readonly leaves: boolean }>;
}

interface Member {
  readonly recipient: Recipient;
  readonly turn: Turn;
  readonly settle: (delivered: Delivered | null | Promise<Delivered | null>) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Tells what a change means: subscribers who ask the same about it at the same moment share one read scope, one
 * execution and one serialisation, if that very snapshot finds their rights equal (P12). Whoever's rights are not is
 * told alone.
 */
export class DeliveryGroups {
  readonly #gathering = new Map<string, Member[]>();

  constructor(private readonly read: ReadPluginDeps) {}

  /** `null`: nothing to be seen. Nothing is given back before its access record is committed (P10). */
  deliver(turn: Turn, recipient: Recipient): Promise<Delivered | null> {
    const { subject } = turn;
    if (subject === null) return this.#alone(turn, recipient);
    return new Promise((settle, fail) => {
      const key = `${recipient.group} ${subject.caseId} ${subject.key}`;
      const member: Member = { recipient, turn, settle, fail };
      const others = this.#gathering.get(key);
      if (others !== undefined) {
        others.push(member);
        return;
      }
      const members = [member];
      this.#gathering.set(key, members);
      // All whom the same change woke have come by then; the snapshot is taken after the last of them.
      setImmediate(() => {
        this.#gathering.delete(key);
        void this.#together(members, subject.caseId);
      });
    });
  }

  async #alone(turn: Turn, recipient: Recipient): Promise<Delivered | null> {
    const { read } = this;
    let scope: ReadScope | null = null;
    try {
      const frame = await turn.execute(async () => (scope = await this.#open(recipient, turn.subject?.caseId)));
      if (frame === null) return null;
      const { text, leaves } = await recipient.execute(frame, scope);
      // Assigned in the callback, which the compiler does not see.
      if (leaves) await (scope as ReadScope | null)?.finish(read.newId());
      return { text, cursor: frame.cursor };
    } finally {
      await (scope as ReadScope | null)?.abandon();
    }
  }

  async #together(members: readonly Member[], caseId: CaseId): Promise<void> {
    const [leader, ...others] = members;
    if (leader === undefined) return;
    const alone = ({ turn, recipient, settle }: Member): void => settle(this.#alone(turn, recipient));
    if (others.length === 0) {
      alone(leader);
      return;
    }
    let together: readonly Member[] = members;
    try {
      const scope = await this.#open(leader.recipient, caseId);
      if (scope === null) {
        alone(leader);
        await this.#together(others, caseId);
        return;
      }
      try {
        const equal = await scope.sameRights(
          caseId,
          members.map(({ recipient }) => recipient.credentials.subjectId),
        );
        together = members.filter(({ recipient }) => equal.has(recipient.credentials.subjectId));
        members.filter((member) => !together.includes(member)).forEach(alone);
        await this.#tell(together, scope);
      } finally {
        await scope.abandon();
      }
    } catch (error) {
      for (const { fail } of together) fail(error);
    }
  }

  /** What will be asked of the case comes with the scope, in one round trip. */
  #open({ credentials, needs }: Recipient, caseId: CaseId | undefined): Promise<ReadScope | null> {
    const first: FirstLoad | null = caseId === undefined ? null : { caseIds: [caseId], needs };
    return this.read.scopes.openScope(credentials, first);
  }

  /** Each member's own stream says whether and what it is told; what they are told is one value, executed once. */
  async #tell(members: readonly Member[], scope: ReadScope): Promise<void> {
    const taken = await Promise.all(
      members.map(async (member) => ({ member, frame: await member.turn.execute(() => Promise.resolve(scope)) })),
    );
    const told = taken.flatMap(({ member, frame }) => (frame === null ? [] : [{ member, frame }]));
    const [first] = told;
    if (first !== undefined) {
      if (told.some(({ frame }) => frame.value !== first.frame.value))
        throw new Error('Members of a delivery group were told different things');
      const { text, leaves } = await first.member.recipient.execute(first.frame, scope);
      if (leaves) await scope.finishFor(told.map(({ member }) => member.recipient.credentials.subjectId));
      for (const { member, frame } of told) member.settle({ text, cursor: frame.cursor });
    }
    for (const { member, frame } of taken) if (frame === null) member.settle(null);
  }
}
