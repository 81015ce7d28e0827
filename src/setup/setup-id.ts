import { createHash } from 'node:crypto';

/** Of this product: ids of setup files are made in it. */
const NAMESPACE = Buffer.from('5ce2f3a2f0a84d5b9e5c3f4f6f1d7a10', 'hex');

/**
 * The id of an entry of a setup file: the same whenever the file is run, so that a changed name is a change and nothing
 * new, and the identity provider can be told it beforehand. A name-based UUID (RFC 9562, version 5).
 *
 * @param parts the municipality's code, what the entry is, and its key
 */
export function setupId(...parts: readonly string[]): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(parts.join('/')).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
