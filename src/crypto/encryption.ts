import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/**
 * The unwrapped key of one case; 32 bytes. As an object, since Node takes four times as long to open a value with a
 * bare buffer.
 */
export type CaseKey = KeyObject;

/** Where a sealed value belongs. It opens nowhere else, so nobody with the database alone can move a value about. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

export interface Sealer {
  /** A random key for a new case; only the wrapped form is stored. */
  newCaseKey(boundTo: string): { key: CaseKey; wrapped: Buffer };
  /** @throws Error when the wrapped key is not that of this case and master key. */
  unwrap(wrapped: Buffer, boundTo: string): CaseKey;
  seal(key: CaseKey, plain: string, place: SealedPlace): Buffer;
  /** @throws Error when the value was tampered with, moved, or sealed with another key. */
  open(key: CaseKey, sealed: Buffer, place: SealedPlace): string;
}

/** The first byte of everything sealed: AES-256-GCM, then nonce, ciphertext, tag. */
const VERSION = 1;
const KEY_BYTES = 32;
/** NIST SP 800-38D, 8.2.2: random nonces of 96 bits are safe for 2^32 values under one key; a case has far fewer. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function encrypt(key: KeyObject, plain: Buffer, bound: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bound));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, text, cipher.getAuthTag()]);
}

function decrypt(key: KeyObject, sealed: Buffer, bound: string): Buffer {
  if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== VERSION) throw new Error('Not a sealed value');
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES));
  // Gives no more bytes in this mode; it throws unless the tag is right.
  decipher.final();
  return plain;
}

/** @throws Error for a key of another length. */
export function wholeKey(key: Buffer): KeyObject {
  if (key.length !== KEY_BYTES) throw new Error(`A key has ${KEY_BYTES} bytes, this one ${key.length}`);
  return createSecretKey(key);
}

const ofCase = (boundTo: string): string => `case key|${boundTo}`;
const ofPlace = ({ table, column, rowId }: SealedPlace): string => `${table}|${column}|${rowId}`;

/** Encryption at rest: the master key, kept outside the database, wraps one key per case, and that seals its texts. */
export function createSealer(masterKey: Buffer): Sealer {
  const master = wholeKey(masterKey);
  return {
    newCaseKey(boundTo) {
      const key = randomBytes(KEY_BYTES);
      return { key: wholeKey(key), wrapped: encrypt(master, key, ofCase(boundTo)) };
    },
    unwrap: (wrapped, boundTo) => wholeKey(decrypt(master, wrapped, ofCase(boundTo))),
    seal: (key, plain, place) => encrypt(key, Buffer.from(plain), ofPlace(place)),
    open: (key, sealed, place) => decrypt(key, sealed, ofPlace(place)).toString(),
  };
}

/**
 * A keyed hash by which the same person is found without being readable.
 * @param key in one form for everybody who writes it down (`core/same-person.ts`).
 */
export function identityHash(secret: Buffer, key: string): Buffer {
  return createHmac('sha256', wholeKey(secret)).update(key).digest();
}
