import type { SignedIn } from '../access/known-viewer.js';
import type { Schedule } from '../changes/schedule.js';
import { close } from './ws-connection.js';
import type { Connection } from './ws-connection.js';

/** A socket whose token was accepted, until it is not any more. */
export interface Session {
  readonly token: SignedIn;
  /**
   * Operations that have begun and have not come to their first frame, also those that the client has ended meanwhile.
   */
  beginning: number;
  /** No operation is running on the socket any more. */
  idle(): void;
}

/** Enough for everybody's tabs, and too few to take the server away from others. */
const MOST_PER_VIEWER = 100;
/** How long streams may take to say that their token expired. */
const LAST_WORDS = 1_000;

export type ViewerConnection = Connection & { session: Session | null };

/** Sockets by viewer: how many there are, and when each must end. */
export class Sessions {
  readonly #perViewer = new Map<string, number>();

  constructor(private readonly schedule: Schedule) {}

  /** False when the viewer has too many. @param isBusy whether operations are running on the socket */
  open(connection: ViewerConnection, token: SignedIn, isBusy: () => boolean): boolean {
    const { socket } = connection;
    const open = this.#perViewer.get(token.subjectId) ?? 0;
    if (open >= MOST_PER_VIEWER) return false;
    this.#perViewer.set(token.subjectId, open + 1);
    let expired = false;
    // The stock client comes back after this code, with whatever token it then has.
    const end = (): void => close(socket, 4403, 'Forbidden');
    const disarm = this.schedule.at(token.expiresAt, () => {
      expired = true;
      if (isBusy()) setTimeout(end, LAST_WORDS).unref();
      else end();
    });
    connection.session = { token, beginning: 0, idle: () => (expired ? setImmediate(end) : undefined) };
    socket.once('close', () => {
      disarm();
      const left = (this.#perViewer.get(token.subjectId) ?? 1) - 1;
      if (left > 0) this.#perViewer.set(token.subjectId, left);
      else this.#perViewer.delete(token.subjectId);
    });
    return true;
  }
}
