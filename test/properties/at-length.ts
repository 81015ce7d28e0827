import { writeSync } from 'node:fs';
import fc from 'fast-check';

/** What `npm run prove` asks of a property file that jest runs for it; absent in `npm test`. */
export interface Asked {
  /** How many times as many rounds as usual. */
  readonly times: number;
  readonly seed: number;
  /** An open file descriptor that takes lines: `+n` for n rounds to come, `n` for n rounds done. */
  readonly progressTo: number;
}

const asked = JSON.parse(process.env['PROVE'] ?? 'null') as Asked | null;

if (asked !== null) {
  let told = performance.now();
  let count = 0;
  const tell = (): void => {
    writeSync(asked.progressTo, `${count}\n`);
    told = performance.now();
    count = 0;
  };
  fc.installGlobalPlugin(
    fc.beforeEach(() => {
      count += 1;
      if (performance.now() - told > 200) tell();
    }),
  );
  afterAll(tell);
  // A counterexample comes with its seed; made smaller it would come hours later.
  fc.configureGlobal({ seed: asked.seed, endOnFailure: true });
}

/** Rounds of a property: so many in `npm test`, in proportion more when proving at length. */
export function rounds(usual: number): number {
  if (asked === null) return usual;
  const many = Math.max(1, Math.round(usual * asked.times));
  writeSync(asked.progressTo, `+${many}\n`);
  return many;
}

/** The number in `npm test`, and the other one when proving at length. */
export function shortOr<Value>(short: Value, long: Value): Value {
  return asked === null ? short : long;
}

/** What random choices begin from: the same in every `npm test`. */
export function seedOf(): number {
  return asked?.seed ?? 1;
}

/** How much so many rounds must have seen at least, to have proved anything; of a handful chance may show nothing. */
export function atLeast(each: number, of: number): number {
  return of < 100 ? 0 : each * of;
}

/** Milliseconds that a test may take, in proportion to its rounds. */
export function atLength(usual: number): number {
  return asked === null ? usual : Math.ceil(usual * Math.max(1, asked.times)) * 4;
}
