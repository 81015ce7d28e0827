import { randomBytes, randomUUID } from 'node:crypto';
import { partOf } from '../../src/access/piece-keys.js';
import { UnwrappedKeys } from '../../src/access/unwrapped-keys.js';
import type { AgencyId, CaseId } from '../../src/core/ids.js';
import { createSealer } from '../../src/crypto/encryption.js';
import type { Sealer } from '../../src/crypto/encryption.js';

const sealer = createSealer(randomBytes(32));
const caseId = randomUUID() as string as CaseId;
const [school, police] = [randomUUID() as string as AgencyId, randomUUID() as string as AgencyId];
const { key, wrapped } = sealer.newCaseKey(partOf(caseId, school));
const stored = wrapped.toString('base64');

let unwrapped: string[];
let keys: UnwrappedKeys;
beforeEach(() => {
  unwrapped = [];
  const counting: Sealer = {
    ...sealer,
    unwrap(given, boundTo) {
      unwrapped.push(boundTo);
      return sealer.unwrap(given, boundTo);
    },
  };
  keys = new UnwrappedKeys(counting);
});

test('a key is unwrapped once, however often it is asked for', () => {
  const found = [keys.of(caseId, school, stored), keys.of(caseId, school, stored)];
  expect(found.every((one) => one.equals(key))).toBe(true);
  expect(unwrapped).toEqual([partOf(caseId, school)]);
});

test('a wrapped key that was moved to another part or case is refused, unwrapped before or not', () => {
  keys.of(caseId, school, stored);
  expect(() => keys.of(caseId, police, stored)).toThrow('unable to authenticate');
  expect(() => keys.of(randomUUID() as string as CaseId, school, stored)).toThrow('unable to authenticate');
});

test('another wrapped text is another key: what was destroyed and made anew is not the old one', () => {
  keys.of(caseId, school, stored);
  const anew = sealer.newCaseKey(partOf(caseId, school));
  expect(keys.of(caseId, school, anew.wrapped.toString('base64')).equals(key)).toBe(false);
});
