import type { Logger } from 'pino';
import { BoundedCache } from '../access/bounded-cache.js';
import { DecisionCache } from '../access/decision-cache.js';
import { createScopeFactory } from '../access/scope-factory.js';
import type { ScopeFactory } from '../access/scope-factory.js';
import type { Registers } from '../access/registers.js';
import { UnwrappedKeys } from '../access/unwrapped-keys.js';
import { decide } from '../core/decide.js';
import { identityHash } from '../crypto/encryption.js';
import { KINDS } from '../features/kinds.js';
import type { PolicyTable } from '../graphql/policy-table.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { RuntimeDependencies } from './runtime-dependencies.js';
import type { Storage } from './storage.js';

export interface AccessOptions {
  readonly runtime: RuntimeDependencies;
  readonly storage: Storage;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'disagreement'>;
  readonly policies: PolicyTable;
  readonly onCommitted: () => void;
}

export interface Access {
  /** For whoever asks. */
  readonly scopes: ScopeFactory;
  /** For work that the server does by itself: its statements are no part of anybody's query. */
  readonly ownDoors: Pick<ScopeFactory, 'openScope'>;
}

/** Municipalities whose registers are kept in memory. */
const MOST_REGISTERS = 500;

/** The one way to what is stored: cached facts, decisions and registers behind it, and the two layers compared. */
export function composeAccess({ runtime, storage, log, metrics, policies, onCommitted }: AccessOptions): Access {
  const { keys, sealer, pools, unitsOfWork } = storage;
  const decision = runtime.decide ?? decide;
  const reading = {
    ...{ cache: new DecisionCache(decision), registers: new BoundedCache<string, Registers>(MOST_REGISTERS) },
    ...{ sealer, unwrapped: new UnwrappedKeys(sealer) },
    ...{ kinds: KINDS, newId: runtime.newId, onStatement: runtime.onStatement },
    rulesOf: (typename: string) => policies.fieldsOf(typename),
    onPolicyMismatch(kind: string): void {
      metrics.disagreement(kind);
      log.error({ kind }, 'the layers disagree: the database let through what the decision closes; it was withheld');
    },
  };
  const ofPerson = (key: string): Buffer => identityHash(keys.identityHash, key);
  const commands = { ...reading, decide: decision, identityHash: ofPerson, unitsOfWork, onCommitted };
  return {
    scopes: createScopeFactory(pools, { ...reading, commands }),
    ownDoors: createScopeFactory(pools, { ...reading, commands, onStatement: () => undefined }),
  };
}
