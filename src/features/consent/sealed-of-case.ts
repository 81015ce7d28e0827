import type { LoadedCase } from '../../access/loaded-case.js';
import type { ReadScope } from '../../access/read-scope.js';
import type { SealedPlace } from '../../crypto/encryption.js';

/** What opens texts; a read scope has it. */
export type Opening = Pick<ReadScope, 'sealer'>;

/** Opens what the key of the case itself seals, beside its pieces; unwrapped when it is first asked for. */
export function openedOfCase(loaded: LoadedCase, { sealer }: Opening, sealed: Buffer, place: SealedPlace): string {
  const key = loaded.once('key of the case', () => sealer.unwrap(loaded.shell.wrappedKey, loaded.id));
  return sealer.open(key, sealed, place);
}
