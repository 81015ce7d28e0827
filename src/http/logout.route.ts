import type { Instant } from '../core/period.js';
import { DomainError } from '../core/errors.js';
import { json } from './http-reply.js';
import type { Reply } from './http-reply.js';
import type { Route } from './http-server.js';
import type { VerifyLogout } from './oidc-logout.js';

export interface LogoutRouteOptions {
  readonly verifyLogout: VerifyLogout;
  /** Ends sessions, and cuts what is open of them. */
  readonly signOut: (sessions: readonly string[], through: Instant) => Promise<void>;
  /** The server's clock. */
  readonly now: () => Instant;
}

const REFUSED = { error: 'invalid_request' };

/**
 * `POST /backchannel-logout`: where an identity provider says that somebody has signed out. The signal is signed, so
 * anybody may send it.
 *
 * Source: OpenID Connect Back-Channel Logout 1.0, 2.5 to 2.8.
 */
export function logoutRoute({ verifyLogout, signOut, now }: LogoutRouteOptions): Route {
  return {
    path: '/backchannel-logout',
    handle: () => json(405, REFUSED),
    async postForm(form): Promise<Reply> {
      const [token, ...more] = form.getAll('logout_token');
      if (token === undefined || more.length > 0) return json(400, REFUSED);
      try {
        const { sessions, issuedAt } = await verifyLogout(token, now());
        await signOut(sessions, issuedAt);
        return json(200, {});
      } catch (error) {
        if (error instanceof DomainError) return json(400, REFUSED);
        throw error;
      }
    },
  };
}
