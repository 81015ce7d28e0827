/**
 * Puts work off until nothing else is under way: what many parts ask for at moments of their own is then asked for
 * once, and how often does not depend on which answer came first.
 */
export class Quiet {
  #underWay = 0;
  #waiting: (() => void)[] = [];

  async during<Result>(work: Promise<Result>): Promise<Result> {
    this.#underWay += 1;
    try {
      return await work;
    } finally {
      this.#underWay -= 1;
      this.#settle();
    }
  }

  putOff(run: () => void): void {
    this.#waiting.push(run);
    this.#settle();
  }

  /** One turn later: whoever waited for the last answer may have more to ask. */
  #settle(): void {
    if (this.#underWay > 0 || this.#waiting.length === 0) return;
    setImmediate(() => {
      if (this.#underWay > 0) return;
      for (const run of this.#waiting.splice(0)) run();
    });
  }
}
