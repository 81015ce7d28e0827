import type { RunOwn } from '../../access/own-matters.js';
import { DomainError } from '../../core/errors.js';
import { requireMailAddress } from '../../core/mail-address.js';
import { codeMail } from '../../notification/mail.js';
import type { AddressBook } from '../../notification/mail.js';
import { ASK_ADDRESS, CONFIRM_ADDRESS, FORGET_ADDRESS } from './mail-address.repository.js';
import type { ConfirmNotificationEmailInput, SetNotificationEmailInput } from './mail-address.type.js';

/** Who asks, and what addresses are kept and codes made by. */
export interface AddressOwner {
  readonly subjectId: string;
  readonly addresses: AddressBook;
  /** Always the same for the same text of this viewer, and guessed by nobody. */
  readonly tokenFor: (text: string) => string;
}

const DIGITS = 1_000_000;

/**
 * Takes the place of an earlier address, which is told nothing from then on.
 *
 * @throws DomainError BAD_USER_INPUT for what is no address, INVALID_STATE where no mail leaves the server or none was taken,
 * LIMIT_EXCEEDED for a code within a minute of another, or an eleventh in a day.
 */
export async function setNotificationEmail(
  own: RunOwn,
  { requestId, address: given }: SetNotificationEmailInput,
  { subjectId, addresses, tokenFor }: AddressOwner,
): Promise<void> {
  if (given == null) {
    await own(FORGET_ADDRESS, []);
    return;
  }
  const address = requireMailAddress(given);
  const { send } = addresses;
  if (send === null) throw new DomainError('INVALID_STATE', 'mailNotConfigured');
  const code = codeOf(tokenFor(`mail ${requestId} ${address}`));
  const sealed = addresses.seal(subjectId, address);
  const outcome = await outcomeOf(own(ASK_ADDRESS, [sealed, addresses.hashOfCode(subjectId, code)]));
  if (outcome === 'TOO_OFTEN') throw new DomainError('LIMIT_EXCEEDED', 'mailCodeTooOften');
  if (outcome === 'AGAIN') return;
  await send(address, codeMail(code)).catch(() => {
    throw new DomainError('INVALID_STATE', 'mailNotTaken');
  });
}

/** @throws DomainError BAD_USER_INPUT for a wrong code, INVALID_STATE where none is waited for any more. */
export async function confirmNotificationEmail(
  own: RunOwn,
  { code }: ConfirmNotificationEmailInput,
  { subjectId, addresses }: Pick<AddressOwner, 'subjectId' | 'addresses'>,
): Promise<void> {
  const outcome = await outcomeOf(own(CONFIRM_ADDRESS, [addresses.hashOfCode(subjectId, code.trim())]));
  if (outcome === 'WRONG') throw new DomainError('BAD_USER_INPUT', 'mailCodeWrong');
  if (outcome !== 'CONFIRMED') throw new DomainError('INVALID_STATE', 'mailCodeOver');
}

async function outcomeOf(answer: Promise<{ outcome: string | null }[]>): Promise<string> {
  const outcome = (await answer)[0]?.outcome ?? null;
  if (outcome === null) throw new DomainError('UNAUTHENTICATED', 'tokenRefused');
  return outcome;
}

function codeOf(token: string): string {
  return String(Buffer.from(token, 'base64url').readUIntBE(0, 6) % DIGITS).padStart(6, '0');
}
