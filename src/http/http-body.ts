import type { IncomingMessage } from 'node:http';
import { LIMITS } from '../graphql/limits.js';

/** Why a body was not taken: its HTTP status, the code and the name of its text. */
export class BodyRefusal extends Error {
  constructor(
    readonly status: 400 | 413 | 415,
    readonly code: 'BAD_REQUEST' | 'LIMIT_EXCEEDED',
    readonly reason: 'bodyNotJson' | 'bodyTooLarge' | 'mediaType',
  ) {
    super(reason);
    this.name = 'BodyRefusal';
  }
}

/**
 * Reads a JSON body, UTF-8 only (RFC 8259, 8.1), never more than `LIMITS.body` bytes of it and never inflated.
 *
 * @throws BodyRefusal
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!isPlain(request, 'application/json')) throw new BodyRefusal(415, 'BAD_REQUEST', 'mediaType');
  const bytes = await readBytes(request);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new BodyRefusal(400, 'BAD_REQUEST', 'bodyNotJson');
  }
}

/**
 * Reads a form (`application/x-www-form-urlencoded`), in the same way.
 *
 * @throws BodyRefusal
 */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (!isPlain(request, 'application/x-www-form-urlencoded')) throw new BodyRefusal(415, 'BAD_REQUEST', 'mediaType');
  return new URLSearchParams((await readBytes(request)).toString());
}

function isPlain({ headers }: IncomingMessage, type: string): boolean {
  const [essence = '', ...parameters] = (headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  return essence === type && /^("?utf-?8"?)?$/.test(charset ?? '') && encoding === 'identity';
}

/**
 * What is too large is read to its end and thrown away, within reason: a client that is still sending hears no answer.
 */
function readBytes(request: IncomingMessage): Promise<Buffer> {
  // Made where it is thrown: an error with its stack costs more than reading the body.
  const tooLarge = (): BodyRefusal => new BodyRefusal(413, 'LIMIT_EXCEEDED', 'bodyTooLarge');
  const notWorthReading = 20 * LIMITS.body;
  if (Number(request.headers['content-length'] ?? 0) > notWorthReading) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size <= LIMITS.body) chunks.push(chunk);
      else if (size > notWorthReading) reject(tooLarge());
    });
    request.on('end', () => (size > LIMITS.body ? reject(tooLarge()) : resolve(Buffer.concat(chunks))));
    request.on('error', reject);
  });
}
