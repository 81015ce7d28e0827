import { calculateJwkThumbprint, CompactSign, importJWK } from 'jose';
import type { PublicTokenKey, SigningKeys } from '../crypto/keys.js';
import { receiptText } from './receipt-text.js';
import type { ReceiptContent, ReceiptStatement } from './statement.js';

/** What the JWS is, so that nothing else that the same key signs can be taken for it. */
export const RECEIPT_TYPE = 'sig-consent-receipt+jws';

/** A public key as it is published, by its thumbprint (RFC 7638). */
export async function publishedKey({
  kty,
  crv,
  x,
}: PublicTokenKey): Promise<PublicTokenKey & { readonly kid: string }> {
  return { kty, crv, x, kid: await calculateJwkThumbprint({ kty, crv, x }) };
}

/** The whole document: the text, an empty line, and the JWS (RFC 7515, EdDSA) over that text and the statement. */
export async function signReceipt(statement: ReceiptStatement, keys: SigningKeys): Promise<string> {
  const content: ReceiptContent = { text: receiptText(statement), statement };
  const { kid, ...jwk } = await publishedKey(keys.publicKey);
  const jws = await new CompactSign(Buffer.from(JSON.stringify(content)))
    .setProtectedHeader({ alg: 'EdDSA', typ: RECEIPT_TYPE, kid, jwk })
    .sign(await importJWK({ ...keys.privateKey }, 'EdDSA'));
  return `${content.text}\n\n${jws}\n`;
}
