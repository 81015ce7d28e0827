import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { send } from './http-reply.js';
import type { Metrics } from '../telemetry/metrics.js';

export interface MetricsServerOptions {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly metrics: Pick<Metrics, 'contentType' | 'text'>;
  readonly newId: () => string;
}

/**
 * `/metrics` on a port of its own, so that whoever reaches the API does not learn how much it is used. @returns where it
 * listens, and how to end it
 */
export async function startMetricsServer({
  host,
  port,
  metrics,
  newId,
}: MetricsServerOptions): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, (request, response) => {
    const answer = async (): Promise<void> => {
      const found = request.method === 'GET' && request.url === '/metrics';
      const text = found ? await metrics.text() : '';
      const reply = { status: found ? 200 : 404, headers: { 'content-type': metrics.contentType }, body: text };
      send(response, reply, { requestId: newId(), production: false, lastOne: false, withoutBody: false });
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const { address, family, port: at } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${at}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
