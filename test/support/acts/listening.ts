import { TestSocket } from '../socket.js';
import type { Message, NextPayload } from '../socket.js';
import { within } from '../event.js';
import type { SignedIn } from './people.js';

/** Every stream of one case, each with something of what it tells. */
const STREAMS: Readonly<Record<string, string>> = {
  caseChanged: '... on CaseChanged { at cursor case { id status } }',
  planChanged: '... on PlanChanged { at cursor changedActionIds plan { id } }',
  meetingChanged: '... on MeetingChanged { at cursor meeting { id version } }',
  consentChanged: '... on ConsentChanged { at cursor changedIds }',
  notificationsChanged: '... on NotificationsChanged { at cursor newNotifications { id kind } }',
};

export interface Told {
  readonly stream: string;
  /** Milliseconds; `null` for the end of a stream. */
  readonly at: number | null;
  readonly text: string;
}

/** What comes to one person over one socket, as long as it is listened to. */
export class Listening {
  readonly told: Told[] = [];
  readonly #over = new Set<string>();
  #heard: () => void = () => undefined;
  #pongs = 0;

  private constructor(readonly socket: TestSocket) {
    void this.#hear();
  }

  /** Returns when every stream is asked for. */
  static async begin(url: string, { token }: SignedIn, caseId: string): Promise<Listening> {
    const socket = await TestSocket.signIn(url, token);
    const listening = new Listening(socket);
    for (const [field, shows] of Object.entries(STREAMS)) {
      const document = `subscription ($id: ID) { ${field}(caseId: $id) { __typename ${shows}
        ... on AccessEnded { reason } ... on ResyncRequired { cause } } }`;
      socket.subscribe(field, document, { id: caseId });
    }
    await listening.settled();
    return listening;
  }

  /** Everything that was sent before has been taken up. */
  async settled(): Promise<void> {
    const wanted = this.#pongs + 1;
    this.socket.send({ type: 'ping' });
    await this.#until('a pong', () => this.#pongs >= wanted);
  }

  isOpen(stream: string): boolean {
    return !this.#over.has(stream);
  }

  /** Until something was told at or behind an instant, or the stream is over. */
  async hears(stream: string, since: number): Promise<void> {
    await this.#until(
      `${stream} telling of a later change`,
      () => this.#over.has(stream) || this.told.some((one) => one.stream === stream && (one.at ?? 0) >= since),
    );
  }

  end(): Promise<void> {
    return this.socket.close();
  }

  async #until(what: string, holds: () => boolean): Promise<void> {
    await within(
      what,
      new Promise<void>((resolve) => {
        const look = (): void => (holds() ? resolve() : undefined);
        this.#heard = look;
        look();
      }),
    );
  }

  async #hear(): Promise<void> {
    for (;;) {
      const { type, id, payload }: Message = await this.socket.next(Infinity);
      if (type === 'pong') this.#pongs += 1;
      else if (id !== undefined) this.#take(type, id, payload as NextPayload);
      this.#heard();
    }
  }

  #take(type: string, stream: string, payload: NextPayload): void {
    if (type !== 'next') {
      this.#over.add(stream);
      return;
    }
    const frame = payload.data?.[stream] ?? null;
    const at = typeof frame?.['at'] === 'string' ? Date.parse(frame['at']) : null;
    this.told.push({ stream, at, text: JSON.stringify(payload) });
  }
}
