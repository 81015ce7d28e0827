import { DomainError } from '../core/errors.js';

/** Operations of one viewer that this process answers at once; more wait for these. */
const AT_ONCE = 4;

interface Line {
  running: number;
  readonly waiting: (() => void)[];
}

/**
 * Nobody waits for somebody else's backlog: connections to the database and the processor are shared out among viewers,
 * not first come, first served. Who asks for more at once than a page needs waits for their own.
 */
export class ViewerTurns {
  readonly #lines = new Map<string, Line>();

  /** @param waiting how many of one viewer may wait */
  constructor(private readonly waiting: number) {}

  /**
   * Waits for the viewer's own turn.
   *
   * @returns to be called once, when the operation is over
   * @throws DomainError LIMIT_EXCEEDED when too many of the viewer's wait already
   */
  async enter(viewerId: string): Promise<() => void> {
    const line = this.#lines.get(viewerId) ?? { running: 0, waiting: [] };
    this.#lines.set(viewerId, line);
    if (line.running < AT_ONCE) line.running += 1;
    else {
      if (line.waiting.length >= this.waiting)
        throw new DomainError('LIMIT_EXCEEDED', 'tooManyAtOnce', { max: AT_ONCE + this.waiting });
      await new Promise<void>((resolve) => line.waiting.push(resolve));
    }
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = line.waiting.shift();
      if (next !== undefined) next();
      else if ((line.running -= 1) === 0) this.#lines.delete(viewerId);
    };
  }
}
