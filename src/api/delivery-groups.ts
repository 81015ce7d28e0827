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
  /** Before the snapshot was taken, in milliseconds that only ever run on. */
  readonly since: number;
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
  readonly settle: (delivered: Delivered | null) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Tells what changes mean: subscribers who ask the same about a case and are told the same share one read scope, one
 * execution and one serialisation, if that very snapshot finds their rights equal (P12). Whoever's rights are not is
 * told alone.
 *
 * A group has one turn at a time for each case, and who becomes ready meanwhile joins the next with all that waits by
 * then: the more a process lags, the more is told at once. So its work is bounded by cases and groups, not by changes.
 */
export class DeliveryGroups {
  readonly #lines = new Map<string, Member[]>();

  /** @param elapsed milliseconds that only ever run on */
  constructor(
    private readonly read: ReadPluginDeps,
    private readonly elapsed: () => number,
  ) {}

  /** `null`: nothing to be seen. Nothing is given back before its access record is committed (P10). */
  deliver(turn: Turn, recipient: Recipient): Promise<Delivered | null> {
    const { caseId } = turn;
    if (caseId === null) return this.#alone(turn, recipient);
    return new Promise((settle, fail) => {
      const key = `${recipient.group} ${caseId}`;
      const member: Member = { recipient, turn, settle, fail };
      const line = this.#lines.get(key);
      if (line === undefined) {
        this.#lines.set(key, [member]);
        void this.#serve(key, caseId);
      } else line.push(member);
    });
  }

  async #serve(key: string, caseId: CaseId): Promise<void> {
    const line = this.#lines.get(key) ?? [];
    while (line.length > 0) {
      // All whom the same change woke have come by then; the snapshot is taken after the last of them.
      await new Promise((resolve) => setImmediate(resolve));
      const waiting = line.splice(0).map((member) => ({ member, told: member.turn.take() }));
      const next = waiting.filter(({ told }) => told === waiting[0]?.told);
      line.push(...waiting.filter((one) => !next.includes(one)).map(({ member }) => member));
      await this.#together(
        next.map(({ member }) => member),
        caseId,
      );
    }
    this.#lines.delete(key);
  }

  async #alone(turn: Turn, recipient: Recipient): Promise<Delivered | null> {
    const { read } = this;
    const since = this.elapsed();
    let scope: ReadScope | null = null;
    try {
      const frame = await turn.execute(async () => (scope = await this.#open(recipient, turn.caseId ?? undefined)));
      if (frame === null) return null;
      const { text, leaves } = await recipient.execute(frame, scope);
      // Assigned in the callback, which the compiler does not see.
      if (leaves) await (scope as ReadScope | null)?.finish(read.newId());
      return { text, cursor: frame.cursor, since };
    } finally {
      await (scope as ReadScope | null)?.abandon();
    }
  }

  async #together(members: readonly Member[], caseId: CaseId): Promise<void> {
    const [leader, ...others] = members;
    if (leader === undefined) return;
    if (others.length === 0) return this.#byItself(leader);
    let together: readonly Member[] = members;
    const since = this.elapsed();
    try {
      const scope = await this.#open(leader.recipient, caseId);
      if (scope === null) {
        await this.#byItself(leader);
        await this.#together(others, caseId);
        return;
      }
      try {
        const equal = await scope.sameRights(
          caseId,
          members.map(({ recipient }) => recipient.credentials.subjectId),
        );
        together = members.filter(({ recipient }) => equal.has(recipient.credentials.subjectId));
        await this.#tell(together, scope, since);
      } finally {
        await scope.abandon();
      }
    } catch (error) {
      for (const { fail } of together) fail(error);
    }
    await Promise.all(members.filter((member) => !together.includes(member)).map((member) => this.#byItself(member)));
  }

  /** Never fails; the member may. */
  async #byItself({ turn, recipient, settle, fail }: Member): Promise<void> {
    await this.#alone(turn, recipient).then(settle, fail);
  }

  /** What will be asked of the case comes with the scope, in one round trip. */
  #open({ credentials, needs }: Recipient, caseId: CaseId | undefined): Promise<ReadScope | null> {
    const first: FirstLoad | null = caseId === undefined ? null : { caseIds: [caseId], needs };
    return this.read.scopes.openScope(credentials, first);
  }

  /** Each member's own stream says whether and what it is told; what they are told is one value, executed once. */
  async #tell(members: readonly Member[], scope: ReadScope, since: number): Promise<void> {
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
      for (const { member, frame } of told) member.settle({ text, cursor: frame.cursor, since });
    }
    for (const { member, frame } of taken) if (frame === null) member.settle(null);
  }
}
