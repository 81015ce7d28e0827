import type { Agent } from 'node:http';
import type { Client } from 'pg';
import { warmUp } from './asking.js';
import type { Child } from './child.js';
import type { Flights } from './query-capture.js';
import type { Report } from './main.js';
import { spread } from './report.js';
import { cpuOf, lineOf, turnOf } from './side.js';
import type { Load, Side, Turn } from './side.js';

/** The orders that every side obeys. */
export type Measured = Pick<Child<{ readonly do: 'CPU' | 'COUNT' | 'COUNTED' }>, 'ask'>;

/** What one request sends to the database, once everything that is kept is there. */
export async function flightsOf(child: Measured, act: () => Promise<unknown>): Promise<Flights> {
  await act();
  await child.ask({ do: 'COUNT' });
  await act();
  return child.ask({ do: 'COUNTED' });
}

/** Requests of each side before its first turn. */
const WARM = 600;

/** The sides one after the other, round by round, each round beginning with another; the first is set against the rest. */
export async function inTurns(
  sides: readonly Side[],
  plan: Load & { readonly rounds: number },
  agent: Agent,
  owner: Client,
): Promise<Report> {
  for (const { question } of sides) await warmUp(WARM, plan.clients, agent, question);
  const turns = new Map<Side, Turn[]>(sides.map((side) => [side, []]));
  for (let round = 0; round < plan.rounds; round++) {
    const order = sides.map((_, at) => sides[(at + round) % sides.length]).filter((side) => side !== undefined);
    for (const side of order) turns.get(side)?.push(await turnOf(side, plan, agent, owner));
  }
  const [own = [], ...others] = [...turns.values()];
  const ratios = others.map((other, at): readonly string[] => {
    const each = (of: (ours: Turn, theirs: Turn) => number): string =>
      spread(
        own.map((turn, round) => of(turn, other[round] ?? turn)),
        2,
      );
    const rates = each((ours, theirs) => ours.rate / theirs.rate);
    const cpu = each((ours, theirs) => cpuOf(theirs) / cpuOf(ours));
    return [`${sides[0]?.name ?? ''} of ${sides[at + 1]?.name.split(': ')[1] ?? ''}`, rates, '', '', cpu];
  });
  return [...sides.map((side) => lineOf(side, turns.get(side) ?? [])), ...ratios];
}
