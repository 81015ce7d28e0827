import { createHash } from 'node:crypto';

/** As the database knows a token. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
