import { randomBytes, randomUUID } from 'node:crypto';
import type { CaseId } from '../../src/core/ids.js';
import { createSealer, identityHash, type SealedPlace } from '../../src/crypto/encryption.js';

const sealer = createSealer(randomBytes(32));
const caseId = randomUUID() as string as CaseId;
const { key, wrapped } = sealer.newCaseKey(caseId);
const place: SealedPlace = { table: 'note', column: 'text_sealed', rowId: randomUUID() };
const TEXT = 'Åka till Änggården på lördag';
const REFUSED = /Unsupported state or unable to authenticate data|Not a sealed value/;

test('what was sealed opens in its place, with the unwrapped key of its case', () => {
  expect(sealer.open(sealer.unwrap(wrapped, caseId), sealer.seal(key, TEXT, place), place)).toBe(TEXT);
  expect(sealer.open(key, sealer.seal(key, '', place), place)).toBe('');
});

test('the same text is never sealed the same twice, and does not show in what is stored', () => {
  const [one, two] = [sealer.seal(key, TEXT, place), sealer.seal(key, TEXT, place)];
  expect(one).not.toEqual(two);
  expect(one.includes(TEXT)).toBe(false);
});

test('not one bit of it may be changed, nor a byte be missing', () => {
  const sealed = sealer.seal(key, TEXT, place);
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const tampered = Buffer.from(sealed);
    tampered.writeUInt8(tampered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(() => sealer.open(key, tampered, place)).toThrow(REFUSED);
  }
  for (const end of [0, 1, 28, sealed.length - 1])
    expect(() => sealer.open(key, sealed.subarray(0, end), place)).toThrow(REFUSED);
});

test.each([
  ['row', { ...place, rowId: randomUUID() }],
  ['column', { ...place, column: 'what_sealed' }],
  ['table', { ...place, table: 'action' }],
])('it does not open in another %s', (_name, elsewhere) => {
  expect(() => sealer.open(key, sealer.seal(key, TEXT, place), elsewhere)).toThrow(REFUSED);
});

test('it does not open with the key of another case, and that key is not unwrapped for this case or by another master', () => {
  const otherCase = randomUUID() as string as CaseId;
  const other = sealer.newCaseKey(otherCase);
  expect(() => sealer.open(other.key, sealer.seal(key, TEXT, place), place)).toThrow(REFUSED);
  expect(() => sealer.unwrap(other.wrapped, caseId)).toThrow(REFUSED);
  expect(() => createSealer(randomBytes(32)).unwrap(wrapped, caseId)).toThrow(REFUSED);
});

test('a key of another length is refused', () => {
  expect(() => createSealer(randomBytes(16))).toThrow('A key has 32 bytes, this one 16');
});

test('a person is found by the hash of a key, and only with the secret', () => {
  const secret = randomBytes(32);
  expect(identityHash(secret, '200001052380')).toEqual(identityHash(secret, '200001052380'));
  expect(identityHash(secret, '200001052398')).not.toEqual(identityHash(secret, '200001052380'));
  expect(identityHash(randomBytes(32), '200001052380')).not.toEqual(identityHash(secret, '200001052380'));
});
