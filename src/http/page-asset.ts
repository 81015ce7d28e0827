import { createHash } from 'node:crypto';
import type { Route } from './http-server.js';

/**
 * Public program text, the only thing a browser may keep; asked for anew each time, by its fingerprint. Loaded when it is
 * first asked for: nothing of it is needed where nobody opens the page.
 */
export function asset(path: string, type: string, load: () => string | Promise<string | Uint8Array>): Route {
  let loaded: Promise<{ body: Buffer; etag: string }> | undefined;
  const read = async (): Promise<{ body: Buffer; etag: string }> => {
    const body = Buffer.from(await load());
    return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
  };
  return {
    path,
    handle: async ({ headers }) => {
      const { body, etag } = await (loaded ??= read());
      const known = headers['if-none-match'] === etag;
      return {
        status: known ? 304 : 200,
        headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache', etag },
        body: known ? '' : body,
      };
    },
  };
}
