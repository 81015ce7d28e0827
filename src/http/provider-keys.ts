import { createLocalJWKSet, errors } from 'jose';
import type { JSONWebKeySet, JWK, JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Instant } from '../core/period.js';

export interface KeySource {
  readonly issuer: string;
  /** Found through the issuer's own description if `null`. */
  readonly jwksUrl: string | null;
}

/** Milliseconds for which keys are used without asking for them again. */
export const KEYS_FRESH_MS = 240_000;
/** Milliseconds for which keys that are known go on while the provider is out of reach; then nobody comes in. */
export const KEYS_KEPT_MS = 540_000;
/** A key that nobody knows is asked for at most so often, and so is a provider that does not answer. */
const AGAIN_AFTER = 30_000;
const AGAIN_AFTER_FAILURE = 5_000;
const ANSWER_WITHIN = 3_000;
const CLOCK_STEP = 60_000;
/** Characters. */
const LONGEST_ANSWER = 262_144;

const SECRET_PARTS = ['d', 'p', 'q', 'k'];
const KEY_SET = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });
const DESCRIPTION = z.object({ issuer: z.string(), jwks_uri: z.url() });

interface Known {
  readonly find: JWTVerifyGetKey;
  readonly at: Instant;
}

/** The public keys of one provider: one fetch at a time, whoever asks. */
export class ProviderKeys {
  #known: Known | null = null;
  #fetching: Promise<void> | null = null;
  #failedAt: Instant | null = null;

  constructor(private readonly source: KeySource) {}

  /**
   * What finds the key of a token.
   *
   * @throws Error where no keys are known that may still be used.
   */
  async at(now: Instant): Promise<JWTVerifyGetKey> {
    // What is known still counts meanwhile: a provider that hangs keeps nobody waiting.
    if (this.#ageAt(now) >= KEYS_FRESH_MS) void this.#fetch(now);
    if (this.#ageAt(now) >= KEYS_KEPT_MS) await this.#fetching;
    if (this.#ageAt(now) >= KEYS_KEPT_MS) throw new Error('KEYS_AWAY');
    return async (header, token) => {
      try {
        return await this.#find(header, token);
      } catch (error) {
        // Keys may have changed since; a key that is still not there opens nothing.
        if (!(error instanceof errors.JWKSNoMatchingKey) || this.#ageAt(now) < AGAIN_AFTER) throw error;
        await this.#fetch(now);
        return this.#find(header, token);
      }
    };
  }

  #find(...asked: Parameters<JWTVerifyGetKey>): ReturnType<JWTVerifyGetKey> {
    if (this.#known === null) throw new Error('KEYS_AWAY');
    return this.#known.find(...asked);
  }

  #ageAt(now: Instant): number {
    const age = this.#known === null ? Infinity : now - this.#known.at;
    // Requests at once differ by a moment; a clock that was set back says nothing of how old they are.
    return age < -CLOCK_STEP ? Infinity : age;
  }

  /** Never fails: what is known goes on, for as long as it may. */
  #fetch(now: Instant): Promise<void> {
    const waits = this.#failedAt !== null && now >= this.#failedAt && now - this.#failedAt < AGAIN_AFTER_FAILURE;
    if (waits && this.#fetching === null) return Promise.resolve();
    this.#fetching ??= this.#load(now).finally(() => (this.#fetching = null));
    return this.#fetching;
  }

  async #load(now: Instant): Promise<void> {
    try {
      const { keys } = KEY_SET.parse(await answerOf(this.source.jwksUrl ?? (await this.#discovered())));
      // Whoever publishes a key whole lets everybody sign with it.
      const usable = keys.filter((key) => SECRET_PARTS.every((part) => !(part in key)) && key['use'] !== 'enc');
      this.#known = { find: createLocalJWKSet({ keys: usable as JWK[] } satisfies JSONWebKeySet), at: now };
      this.#failedAt = null;
    } catch {
      this.#failedAt = now;
    }
  }

  /** OpenID Connect Discovery 1.0, 4: the description must be the issuer's own. */
  async #discovered(): Promise<string> {
    const { issuer } = this.source;
    const at = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const told = DESCRIPTION.parse(await answerOf(at));
    if (told.issuer !== issuer) throw new Error('The description is that of another issuer');
    if (new URL(told.jwks_uri).protocol !== new URL(issuer).protocol) throw new Error('The keys are read in the open');
    return told.jwks_uri;
  }
}

async function answerOf(url: string): Promise<unknown> {
  const response = await fetch(url, {
    redirect: 'error',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(ANSWER_WITHIN),
  });
  if (!response.ok || response.body === null) throw new Error(`Answered ${response.status}`);
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of response.body) {
    text += decoder.decode(part as Uint8Array, { stream: true });
    if (text.length > LONGEST_ANSWER) throw new Error('The answer is too long');
  }
  return JSON.parse(text);
}
