import type { Logger } from 'pino';
import type { Config } from '../config.js';
import type { Schedule } from '../changes/schedule.js';
import type { Instant } from '../core/period.js';
import { identityHash } from '../crypto/encryption.js';
import { EndedSessions } from '../http/ended-sessions.js';
import type { Route } from '../http/http-server.js';
import { logoutRoute } from '../http/logout.route.js';
import { createLogoutVerifier } from '../http/oidc-logout.js';
import { createOidcVerifier, openProviders } from '../http/oidc.js';
import { SignIn } from '../http/sign-in.js';
import { cachingVerifier } from '../http/token-cache.js';
import { createDevelopmentTokens, isDevelopmentToken } from '../http/token.js';
import type { IssueToken, VerifyToken } from '../http/token.js';
import type { FaultLog } from '../telemetry/log.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { Access } from './access.js';
import type { OnStop, Storage } from './storage.js';

export interface SignInSurroundings {
  readonly config: Config;
  readonly storage: Storage;
  readonly access: Access;
  readonly schedule: Schedule;
  readonly now: () => Instant;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'tokenRefused'>;
  readonly onFault: FaultLog;
}

/** How people come in, and how they are sent out again. */
export interface ComposedSignIn {
  readonly signIn: SignIn;
  readonly ended: EndedSessions;
  /** For personas. */
  readonly issueToken: IssueToken;
  readonly routes: readonly Route[];
}

/** By the configured providers; in development by the server's own tokens as well, for personas. */
export async function composeSignIn(surroundings: SignInSurroundings, onStop: OnStop): Promise<ComposedSignIn> {
  const { config, storage, access, schedule, now, log, metrics, onFault } = surroundings;
  const { keys } = storage;
  const { capacitiesOf, endedSince, signOut } = access.scopes;
  const onRefused = (cause: string, claim: string | null): void => {
    metrics.tokenRefused(cause);
    log.warn({ cause, claim }, 'a token was refused');
  };
  const hashing = {
    onRefused,
    identityHash: (key: string): string => identityHash(keys.identityHash, key).toString('hex'),
  };
  const providers = openProviders(config.oidc);
  const { issueToken, verifyToken } = await createDevelopmentTokens(keys.tokens, { onRefused });
  const verifyOidc = createOidcVerifier(providers, hashing);
  const verify: VerifyToken = (token, at) =>
    config.development && isDevelopmentToken(token) ? verifyToken(token, at) : verifyOidc(token, at);
  const signIn = new SignIn({ verifyToken: cachingVerifier(verify), capacitiesOf, now, onRefused });
  const ended = new EndedSessions({ endedSince, now, schedule, onFault: onFault('looking for ended sessions failed') });
  onStop(() => ended.stop());
  const logout = logoutRoute({
    ...{ now, verifyLogout: createLogoutVerifier(providers, hashing) },
    async signOut(sessions, through) {
      await signOut(sessions, through);
      await ended.look();
    },
  });
  return { signIn, ended, issueToken, routes: providers.size === 0 ? [] : [logout] };
}
