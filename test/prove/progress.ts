/** A bar with the rate and the time that is left: drawn over itself in a terminal, a line now and then elsewhere. */
export class Progress {
  readonly #started = performance.now();
  #done = 0;
  #total = 0;
  #drawn = 0;

  constructor(
    readonly name: string,
    readonly out: NodeJS.WriteStream,
  ) {}

  expect(more: number): void {
    this.#total += more;
  }

  add(done: number): void {
    this.#done += done;
    const pause = this.out.isTTY ? 250 : 20_000;
    if (performance.now() - this.#drawn < pause) return;
    this.#drawn = performance.now();
    this.out.write(this.out.isTTY ? `\r\x1b[K${this.#text()}` : `${this.#text()}\n`);
  }

  /** The seconds it took. */
  end(): number {
    if (this.out.isTTY) this.out.write('\r\x1b[K');
    return Math.round((performance.now() - this.#started) / 1000);
  }

  #text(): string {
    const seconds = (performance.now() - this.#started) / 1000;
    const rate = this.#done / seconds;
    const share = this.#total === 0 ? 0 : Math.min(1, this.#done / this.#total);
    const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░');
    const left = rate === 0 ? '?' : duration((this.#total - this.#done) / rate);
    return `${this.name.padEnd(18)} ${bar} ${this.#done}/${this.#total}  ${rate.toFixed(1)}/s  ${left} left`;
  }
}

/** Seconds in words as short as can be. */
export function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  return seconds < 6000 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
