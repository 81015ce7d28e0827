import type { TestApp } from '../app.js';
import { TestSocket } from '../socket.js';
import { BATCH, LARGE, planBatches, STREAMS } from './plan-batches.js';

export interface LatencyBeside {
  /** Milliseconds for {@link BATCH} changes, each told before the next is written, beside nobody. */
  readonly alone: Spread;
  /** The same, beside a client that asked for large frames and reads them. */
  readonly reading: Spread;
  /** The same, beside a client that asked for the same and reads nothing. */
  readonly paused: Spread;
  /** Of the medians: paused by alone. */
  readonly ratio: number;
}

interface Spread {
  readonly p50: number;
  readonly p95: number;
}

const BATCHES = 8;

/**
 * How soon somebody is told beside another client that stopped reading, against the same client while it still reads,
 * whose frames the server has to make as well. All are measured in turns, so that whatever else the machine does weighs on both.
 */
export async function latencyBeside(
  app: TestApp,
  { rounds, did = () => undefined }: { readonly rounds: number; readonly did?: (more: number) => void },
): Promise<LatencyBeside> {
  const { token, caseId, batch, close } = await planBatches(app);
  const alone: number[] = [];
  const reading: number[] = [];
  const paused: number[] = [];
  for (let warm = 0; warm < 5; warm++) await batch(BATCH);
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < BATCHES; at++) alone.push(await batch(BATCH));
    const beside = await TestSocket.signIn(app.url, token);
    for (let at = 0; at < STREAMS; at++) beside.subscribe(`s${at}`, LARGE, { caseId });
    await beside.marker();
    for (let at = 0; at < BATCHES; at++) reading.push(await batch(BATCH));
    beside.socket.pause();
    for (let at = 0; at < BATCHES; at++) paused.push(await batch(BATCH));
    beside.socket.terminate();
    did(1);
  }
  await close();
  const spreads = { alone: spread(alone), reading: spread(reading), paused: spread(paused) };
  return { ...spreads, ratio: Math.round((100 * spreads.paused.p50) / spreads.alone.p50) / 100 };
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95) };
}
