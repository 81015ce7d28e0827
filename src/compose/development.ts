import type { Instant } from '../core/period.js';
import { MODEL } from '../data-model.js';
import { tellCaseAnew } from '../demo/fresh-case.js';
import { boardRoutes } from '../http/board/routes.js';
import { developmentRoutes } from '../http/development.js';
import type { Route } from '../http/http-server.js';
import { personasRoute } from '../http/personas.js';
import { playgroundRoutes } from '../http/playground/routes.js';
import type { IssueToken } from '../http/token.js';
import { withOwner } from '../storage/migrate.js';
import type { Storage } from './storage.js';

export interface DevelopmentPagesOptions {
  readonly storage: Storage;
  readonly newId: () => string;
  readonly issueToken: IssueToken;
  readonly now: () => Instant;
  readonly setClock: (to: Instant) => Promise<void>;
}

/** Personas, playground and board, with the clock and the cases that one plays with: none of it exists in production. */
export function developmentPages({ storage, newId, issueToken, now, setClock }: DevelopmentPagesOptions): Route[] {
  const { login, keys, pools } = storage;
  const personas = { pool: pools.reader, issueToken, now };
  return [
    personasRoute(personas),
    ...developmentRoutes({
      ...personas,
      setClock,
      tellCaseAnew: (wish) => withOwner(login, MODEL, ({ em }) => tellCaseAnew(em, wish, { keys, now: now(), newId })),
    }),
    ...playgroundRoutes(),
    ...boardRoutes(),
  ];
}
