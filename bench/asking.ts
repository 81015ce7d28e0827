import { request } from 'node:http';
import type { Agent } from 'node:http';

export interface Question {
  readonly url: string;
  readonly token: string;
  readonly body: string;
}

/** @throws Error on anything but an answer without errors */
export function ask(agent: Agent, { url, token, body }: Question): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const asked = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200 && !text.startsWith('{"errors"')) resolve(text);
        else reject(new Error(`Answered ${response.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

/** Requests that were answered in a turn. */
export interface Asked {
  /** A second. */
  readonly rate: number;
  readonly count: number;
  /** Milliseconds of each. */
  readonly waits: readonly number[];
}

/** Asks the same over and over, so many at once. */
export async function askFor(seconds: number, clients: number, agent: Agent, question: Question): Promise<Asked> {
  const started = performance.now();
  const until = started + seconds * 1_000;
  const waits: number[] = [];
  const client = async (): Promise<void> => {
    for (let from = performance.now(); from < until; from = performance.now()) {
      await ask(agent, question);
      waits.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = (performance.now() - started) / 1_000;
  return { rate: waits.length / took, count: waits.length, waits };
}

/** Asks so often before anything is counted: what is compiled as it runs is measured once it is. */
export async function warmUp(requests: number, clients: number, agent: Agent, question: Question): Promise<void> {
  let left = requests;
  const client = async (): Promise<void> => {
    for (; left > 0; left--) await ask(agent, question);
  };
  await Promise.all(Array.from({ length: clients }, client));
}
