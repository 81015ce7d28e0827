import { createHmac } from 'node:crypto';
import type { Instant } from '../core/period.js';
import type { SendNotice } from './outgoing.js';

/** Where notices are sent, and the secret that the receiver knows them by. */
export interface WebhookConfig {
  readonly url: string;
  readonly secret: string;
}

const TIMEOUT_MS = 5_000;

/**
 * POSTs each notice as JSON. `Sig-Signature` is the HMAC-SHA256, in hexadecimal, of `Sig-Timestamp`, a full stop and
 * the body: a receiver refuses what is old or signed otherwise.
 *
 * @returns a sender that throws unless the answer is 2xx within five seconds; redirects are not followed.
 */
export function webhook({ url, secret }: WebhookConfig, now: () => Instant): SendNotice {
  return async ({ id, to, kind, at }) => {
    const body = JSON.stringify({ id, to, kind, at: new Date(at).toISOString() });
    const timestamp = String(Math.floor(now() / 1_000));
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sig-timestamp': timestamp, 'sig-signature': signature },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The receiver of notices answered ${response.status}`);
  };
}
