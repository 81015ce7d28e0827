import { cachingVerifier, TOKENS_KEPT_MS } from '../../src/http/token-cache.js';
import { KEYS_KEPT_MS } from '../../src/http/provider-keys.js';
import type { Verified } from '../../src/http/token.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const token: Verified = { who: { subjectId: 'bo', capacity: 'PROFESSIONAL' }, expiresAt: NOW + 3_600_000 };

/** How often the signature was looked at, for these tokens at these instants. */
async function verified(found: Verified, asked: readonly (readonly [text: string, at: number])[]): Promise<number> {
  let count = 0;
  const verify = cachingVerifier(() => {
    count += 1;
    return Promise.resolve(found);
  });
  for (const [text, at] of asked) await verify(text, at);
  return count;
}

test('a token is verified once, until its time is over, and again after that', async () => {
  const within = [NOW, NOW + 1, NOW + TOKENS_KEPT_MS - 1].map((at) => ['a', at] as const);
  expect(await verified(token, within)).toBe(1);
  expect(await verified(token, [...within, ['a', NOW + TOKENS_KEPT_MS]])).toBe(2);
});

test('one that ends is verified again, and so is every other', async () => {
  const ending = { ...token, expiresAt: NOW + 10 };
  expect(
    await verified(ending, [
      ['a', NOW],
      ['a', NOW + 9],
    ]),
  ).toBe(1);
  expect(
    await verified(ending, [
      ['a', NOW],
      ['a', NOW + 10],
      ['b', NOW],
    ]),
  ).toBe(3);
});

test('a key that its issuer withdraws counts for ten minutes at most, with what was verified by it', () => {
  expect(KEYS_KEPT_MS + TOKENS_KEPT_MS).toBeLessThanOrEqual(600_000);
});
