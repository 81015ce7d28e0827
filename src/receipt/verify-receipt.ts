import { calculateJwkThumbprint, compactVerify, importJWK } from 'jose';
import { z } from 'zod';
import { RECEIPT_TYPE } from './sign-receipt.js';
import { receiptContent } from './statement.js';
import type { ReceiptContent } from './statement.js';

export const publicKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });
export type PublicKey = z.infer<typeof publicKey>;

const header = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.literal(RECEIPT_TYPE),
  kid: z.string(),
  jwk: publicKey,
});

/** What is wrong with a receipt; `line` from 1. */
export interface ReceiptFault {
  readonly kind: 'NO_SIGNATURE' | 'SIGNATURE' | 'OTHER_KEY' | 'LINE';
  readonly line: number;
}
export type Verified = { readonly content: ReceiptContent; readonly keyId: string } | { readonly fault: ReceiptFault };

/**
 * Whether a receipt is, byte for byte, what was signed. Needs nothing but the document and the published keys.
 *
 * @param keys published by the server; `null`: the one that the receipt itself names, which proves no origin.
 */
export async function verifyReceipt(document: string, keys: readonly PublicKey[] | null): Promise<Verified> {
  const lines = document.split('\n');
  const last = Math.max(1, lines.length - 1);
  const jws = lines.at(-2) ?? '';
  const fault = (kind: ReceiptFault['kind'], line = last): Verified => ({ fault: { kind, line } });
  const parts = jws.split('.');
  if (parts.length !== 3 || lines.at(-1) !== '') return fault('NO_SIGNATURE');
  // Decoding is lenient about the last bits: what is not written as it would be written again was changed.
  if (!parts.every((part) => Buffer.from(part, 'base64url').toString('base64url') === part)) return fault('SIGNATURE');
  const said = header.safeParse(jsonOf(parts[0] ?? ''));
  if (!said.success) return fault('SIGNATURE');
  const { jwk: named, kid } = said.data;
  const key = keys === null ? named : await keyOf(keys, kid);
  if (key === undefined) return fault('OTHER_KEY');
  if ((await calculateJwkThumbprint(key)) !== kid) return fault('SIGNATURE');
  const content = await contentOf(jws, key);
  if (content === null) return fault('SIGNATURE');
  const signed = [...content.text.split('\n'), '', jws, ''];
  const differs = signed.findIndex((line, index) => lines[index] !== line);
  if (differs >= 0 || lines.length !== signed.length) return fault('LINE', differs < 0 ? signed.length : differs + 1);
  return { content, keyId: kid };
}

async function keyOf(keys: readonly PublicKey[], kid: string): Promise<PublicKey | undefined> {
  const prints = await Promise.all(keys.map((key) => calculateJwkThumbprint(key)));
  return keys.find((_key, index) => prints[index] === kid);
}

async function contentOf(jws: string, key: PublicKey): Promise<ReceiptContent | null> {
  try {
    const { payload } = await compactVerify(jws, await importJWK(key, 'EdDSA'), { algorithms: ['EdDSA'] });
    return receiptContent.parse(JSON.parse(Buffer.from(payload).toString()));
  } catch {
    return null;
  }
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown;
  } catch {
    return null;
  }
}
