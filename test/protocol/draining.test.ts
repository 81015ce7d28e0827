import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { startTestApp } from '../support/app.js';
import { nextEvent } from '../support/event.js';

/** One request on a connection that may have been used before. @returns its status, or why there was none */
function ask(url: string, agent: Agent, token: string): Promise<number | string> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
    });
    sent.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    sent.end(JSON.stringify({ query: '{ viewer { id } }' }));
  });
}

test('of requests in flight or just sent when it is told to stop, none is reset, and each is asked to go elsewhere', async () => {
  const app = await startTestApp({ config: { linger: 6_000 } });
  const { token } = app.persona({ capacity: 'COORDINATOR' });
  const agent = new Agent({ keepAlive: true, maxSockets: 30 });
  // Connections that lie idle when it begins, as a proxy keeps them.
  await Promise.all(Array.from({ length: 30 }, () => ask(app.url, agent, token)));
  const inFlight = Array.from({ length: 25 }, () => ask(app.url, agent, token));
  const stopped = app.stopServer();
  const justSent = Array.from({ length: 25 }, () => ask(app.url, agent, token));
  const ready = await fetch(`${app.url}/health/ready`);
  expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
  expect(new Set(await Promise.all([...inFlight, ...justSent]))).toEqual(new Set([200]));
  await stopped;
  agent.destroy();
  expect(await ask(app.url, new Agent(), token)).toBe('ECONNREFUSED');
  await app.database.drop();
});

test('a page of another site that was made to point here reaches nothing, nor does a request with two hosts', async () => {
  const app = await startTestApp();
  const { port } = new URL(app.url);
  const answerTo = async (...hosts: string[]): Promise<string> => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `GET /dev/personas HTTP/1.1\r\n${hosts.map((host) => `Host: ${host}\r\n`).join('')}Connection: close\r\n\r\n`,
    );
    const [data] = await nextEvent<[Buffer]>(socket, 'data');
    socket.destroy();
    return String(data).split('\r\n')[0]!;
  };
  expect(await answerTo(`127.0.0.1:${port}`)).toContain('200');
  expect(await answerTo('evil.example')).toContain('421');
  expect(await answerTo(`127.0.0.1:${port}`, `127.0.0.1:${port}`)).toMatch(/ 4(00|21) /);
  await app.stop();
});
