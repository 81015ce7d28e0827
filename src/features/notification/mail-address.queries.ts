import type { ReadScope } from '../../access/read-scope.js';
import type { AddressBook } from '../../notification/mail.js';
import { OWN_ADDRESS } from './mail-address.repository.js';
import type { NotificationEmailType } from './mail-address.type.js';

/** The viewer's own; row-level security leaves nobody another's. It is about no case, so nothing is recorded. */
export async function ownAddress(scope: ReadScope, addresses: AddressBook): Promise<NotificationEmailType | null> {
  const [row] = await scope.query<{ sealed: Buffer; confirmed: boolean }>(OWN_ADDRESS, []);
  return row === undefined ? null : { address: addresses.open(scope.viewer.id, row.sealed), confirmed: row.confirmed };
}
