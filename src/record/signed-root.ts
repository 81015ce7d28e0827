import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Instant } from '../core/period.js';
import type { SigningKeys } from '../crypto/keys.js';

/** That the first `size` rows of the record were these, at an instant, said by the server that held the key. */
export interface SignedRoot {
  readonly size: number;
  readonly root: Buffer;
  readonly at: Instant;
  /** Ed25519. */
  readonly signature: Buffer;
}

export function signRoot(unsigned: Omit<SignedRoot, 'signature'>, { privateKey }: SigningKeys): SignedRoot {
  const key = createPrivateKey({ key: { ...privateKey }, format: 'jwk' });
  return { ...unsigned, signature: sign(null, textOf(unsigned), key) };
}

export function isSignedBy(signed: SignedRoot, { publicKey }: Pick<SigningKeys, 'publicKey'>): boolean {
  return verify(null, textOf(signed), createPublicKey({ key: { ...publicKey }, format: 'jwk' }), signed.signature);
}

function textOf({ size, root, at }: Omit<SignedRoot, 'signature'>): Buffer {
  return Buffer.from(`sig-graph access record\n${size}\n${root.toString('base64')}\n${new Date(at).toISOString()}\n`);
}
