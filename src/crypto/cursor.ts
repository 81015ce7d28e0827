import { createCipheriv, createDecipheriv, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { DomainError } from '../core/errors.js';

/**
 * Cursors say nothing: encrypted with a synthetic IV (the MAC of their content), so that the same place gives the same
 * cursor, and bound to viewer and list, so that one viewer's cursor means nothing to another.
 */
export class CursorCodec {
  readonly #encrypt: KeyObject;
  readonly #authenticate: KeyObject;

  constructor(key: Buffer) {
    this.#encrypt = createSecretKey(createHmac('sha256', key).update('encrypt').digest());
    this.#authenticate = createSecretKey(createHmac('sha256', key).update('authenticate').digest());
  }

  seal(context: string, place: string): string {
    const plain = Buffer.from(place);
    const tag = this.#tag(context, plain);
    const cipher = createCipheriv('aes-256-ctr', this.#encrypt, tag);
    return Buffer.concat([tag, cipher.update(plain), cipher.final()]).toString('base64url');
  }

  /** @throws DomainError BAD_USER_INPUT when the cursor is damaged, or of another viewer or list. */
  open(context: string, cursor: string): string {
    const bytes = Buffer.from(cursor, 'base64url');
    const tag = bytes.subarray(0, 16);
    if (tag.length === 16) {
      const decipher = createDecipheriv('aes-256-ctr', this.#encrypt, tag);
      const plain = Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]);
      if (timingSafeEqual(tag, this.#tag(context, plain))) return plain.toString();
    }
    throw new DomainError('BAD_USER_INPUT', 'cursorInvalid');
  }

  #tag(context: string, plain: Buffer): Buffer {
    return createHmac('sha256', this.#authenticate).update(context).update('\0').update(plain).digest().subarray(0, 16);
  }
}
